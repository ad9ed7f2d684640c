"""The states and the marks of all prompts as folds over the log: what was answered, renamed and changed, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.memory.model import Change, Mark
from studycards.memory.scheduler import Course

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

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
    courses: dict[str, Course] = {}
    for entry in entries:
        _follow(entry, courses, rules)
    return {prompt: course.state(prompt, rules) for prompt, course in courses.items()}


def states_after_each(entries: Iterable[Entry], rules: Rules) -> Iterator[PromptState]:
    """Yield for each answer among `entries`, oldest first, the state that it led to."""
    courses: dict[str, Course] = {}
    for entry in entries:
        _follow(entry, courses, rules)
        if isinstance(entry, Reviewed):
            yield courses[entry.prompt].state(entry.prompt, rules)


def _follow(entry: Entry, courses: dict[str, Course], rules: Rules) -> None:
    """Let `courses` follow one entry."""
    if isinstance(entry, Reviewed):
        if entry.prompt not in courses:
            courses[entry.prompt] = Course()
        courses[entry.prompt].answer(*entry, rules)
    elif isinstance(entry, Changed):
        if entry.change is Change.RESET:
            courses.pop(entry.prompt, None)
    elif entry.old in courses and entry.new not in courses:
        courses[entry.new] = courses.pop(entry.old)


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


class Renames:
    """What prompts were called before, and what they are called now.

    Args:
        renames: all of them, oldest first.
    """

    def __init__(self, renames: Sequence[Renamed]) -> None:
        self._renames = renames
        self._olds = {rename.old for rename in renames}

    def present_name(self, prompt: str, position: int) -> str:
        """Return what the `prompt` of an event at `position` is called now."""
        # Hardly any prompt was ever renamed, and a log has hundreds of thousands of events.
        if prompt in self._olds:
            for rename in self._renames:
                if rename.position > position and rename.old == prompt:
                    prompt = rename.new
        return prompt

    def linked(self, prompts: Collection[str]) -> list[str]:
        """Return `prompts` and all names that renames link with them, over however many steps."""
        names = set(prompts)
        while joined := {name for rename in self._renames for name in _joined(rename, names)}:
            names |= joined
        return list(names)


def _joined(rename: Renamed, names: Collection[str]) -> tuple[str, ...]:
    """Return both names of a rename where just one of them is among `names`."""
    one_is_new = (rename.old in names) is not (rename.new in names)
    return (rename.old, rename.new) if one_is_new else ()
