"""The states and the marks of all prompts as folds over the log: what was answered, renamed and changed, in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.memory.model import Change, Mark
from studycards.memory.scheduler import next_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studycards.memory.model import Moment, PromptState, Rating
    from studycards.memory.settings import Rules


class Reviewed(NamedTuple):
    """What scheduling needs of an answer that stands. A named tuple, as a log has hundreds of thousands."""

    prompt: str
    rating: Rating
    moment: Moment


class Renamed(NamedTuple):
    """The history of the prompt `old` became that of `new`; `position` is its place in the log."""

    position: int
    old: str
    new: str


class Changed(NamedTuple):
    """What was done to a prompt beside answering it."""

    prompt: str
    change: Change


Entry: TypeAlias = Reviewed | Renamed | Changed

GIVEN: Mapping[Change, Mark] = {Change.SUSPEND: Mark.SUSPENDED, Change.FLAG: Mark.FLAGGED}
"""The marks that changes give."""

TAKEN: Mapping[Change, Mark] = {Change.RESUME: Mark.SUSPENDED, Change.UNFLAG: Mark.FLAGGED}
"""The marks that changes take away."""


def replay(entries: Iterable[Entry], rules: Rules) -> dict[str, PromptState]:
    """Return the state of each prompt after `entries`, oldest first."""
    states: dict[str, PromptState] = {}
    for entry in entries:
        _follow(entry, states, rules)
    return states


def states_after_each(entries: Iterable[Entry], rules: Rules) -> Iterator[PromptState]:
    """Yield for each answer among `entries`, oldest first, the state that it led to."""
    states: dict[str, PromptState] = {}
    for entry in entries:
        _follow(entry, states, rules)
        if isinstance(entry, Reviewed):
            yield states[entry.prompt]


def _follow(entry: Entry, states: dict[str, PromptState], rules: Rules) -> None:
    """Let `states` follow one entry."""
    if isinstance(entry, Reviewed):
        before = states.get(entry.prompt)
        states[entry.prompt] = next_state(before, *entry, rules)
    elif isinstance(entry, Changed):
        if entry.change is Change.RESET:
            states.pop(entry.prompt, None)
    elif entry.old in states and entry.new not in states:
        states[entry.new] = replace(states.pop(entry.old), prompt=entry.new)


def marks_after(entries: Iterable[Entry]) -> set[tuple[str, Mark]]:
    """Return which prompts have which marks after `entries`, oldest first; a renamed prompt takes its marks along."""
    marks: dict[str, set[Mark]] = {}
    for entry in entries:
        if isinstance(entry, Changed):
            of_prompt = marks.setdefault(entry.prompt, set())
            of_prompt |= {GIVEN[entry.change]} if entry.change in GIVEN else set()
            of_prompt -= {TAKEN[entry.change]} if entry.change in TAKEN else set()
        elif isinstance(entry, Renamed) and not marks.get(entry.new):
            marks[entry.new] = marks.pop(entry.old, set())
    return {(prompt, mark) for prompt, of_prompt in marks.items() for mark in of_prompt}


def present_name(prompt: str, position: int, renames: Sequence[Renamed]) -> str:
    """Return what the `prompt` of an event at `position` is called now; `renames` are oldest first."""
    for rename in renames:
        if rename.position > position and rename.old == prompt:
            prompt = rename.new
    return prompt
