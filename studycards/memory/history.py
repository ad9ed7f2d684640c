"""The states of all prompts as a fold over the log: what was answered and what was renamed, in that order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studycards.memory.scheduler import next_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def replay(entries: Iterable[Reviewed | Renamed], rules: Rules) -> dict[str, PromptState]:
    """Return the state of each prompt after `entries`, oldest first."""
    states: dict[str, PromptState] = {}
    for entry in entries:
        if isinstance(entry, Reviewed):
            before = states.get(entry.prompt)
            states[entry.prompt] = next_state(before, *entry, rules)
        elif entry.old in states and entry.new not in states:
            states[entry.new] = replace(states.pop(entry.old), prompt=entry.new)
    return states


def present_name(prompt: str, position: int, renames: Sequence[Renamed]) -> str:
    """Return what the `prompt` of an event at `position` is called now; `renames` are oldest first."""
    for rename in renames:
        if rename.position > position and rename.old == prompt:
            prompt = rename.new
    return prompt
