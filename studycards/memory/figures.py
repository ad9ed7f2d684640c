"""The log in figures: one pass over the answers that stand, added up by study day.

Pure, and fast enough for hundreds of thousands of answers: it asks the scheduler nothing. How long a prompt had
waited is seen from the days of its answers, and whether it was past its learning steps follows from its ratings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from studycards.memory.days import study_day
from studycards.memory.model import Rating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from studycards.memory.model import Answered

MATURE_DAYS = 21
"""From this interval on a prompt is mature; below it, it is young. As in Anki."""


@dataclass(slots=True)
class DayFigures:
    """What one study day came to.

    `prompts` counts the different ones that were answered, `introduced` those that had never been. Retention looks at
    the first answer of the day of each prompt that was past its learning steps: how many were `asked`, and how many
    of them were still known (`kept`), after less than three weeks (`young`) and after three weeks or more (`mature`).
    """

    answers: int = 0
    duration_ms: int = 0
    prompts: int = 0
    introduced: int = 0
    young_asked: int = 0
    young_kept: int = 0
    mature_asked: int = 0
    mature_kept: int = 0

    def add(self, other: DayFigures) -> None:
        """Take the figures of `other` in."""
        for name in _NAMES:
            setattr(self, name, getattr(self, name) + getattr(other, name))


_NAMES = tuple(field.name for field in fields(DayFigures))


class DayActivity(NamedTuple):
    """How much was done on one study day."""

    day: int
    answers: int
    prompts: int
    duration_ms: int


def by_day(
    answers: Iterable[Answered], rollover_hour: int, group_of: Callable[[str], str]
) -> dict[str, dict[int, DayFigures]]:
    """Return the figures of each study day, apart for each group of prompts.

    Args:
        answers: those that stand, oldest first; behind a reset a prompt is new.
        rollover_hour: when the study day ends.
        group_of: gives the group that a prompt is counted in, such as its deck.
    """
    figures: dict[str, dict[int, DayFigures]] = {}
    before: dict[str, tuple[int, bool]] = {}
    for prompt, moment, rating, duration_ms in answers:
        if rating is None:
            before.pop(prompt, None)
            continue
        day = study_day(moment, rollover_hour)
        figure = figures.setdefault(group_of(prompt), {}).setdefault(day, DayFigures())
        figure.answers += 1
        figure.duration_ms += duration_ms
        last_day, learned = before.get(prompt, (None, False))
        if day != last_day:
            _count_first(figure, rating, None if last_day is None else day - last_day, learned=learned)
        before[prompt] = day, is_learned(rating, before=learned)
    return figures


def _count_first(figure: DayFigures, rating: Rating, waited: int | None, *, learned: bool) -> None:
    """Count the first answer of the day of a prompt that had `waited` some days; None stands for a new one."""
    figure.prompts += 1
    figure.introduced += waited is None
    if waited is None or not learned:
        return
    if waited >= MATURE_DAYS:
        figure.mature_asked += 1
        figure.mature_kept += rating is not Rating.AGAIN
    else:
        figure.young_asked += 1
        figure.young_kept += rating is not Rating.AGAIN


def is_learned(rating: Rating, *, before: bool) -> bool:
    """Say whether a prompt is past its learning steps after `rating`; `before` says whether it was already.

    With a single step, as the scheduler has it, Good leaves the step and Hard repeats it. Again leads back into one.
    """
    return rating >= Rating.GOOD or (before and rating is Rating.HARD)


def merged(parts: Iterable[Mapping[int, DayFigures]]) -> dict[int, DayFigures]:
    """Return the figures of several groups together, the earliest day first."""
    whole: dict[int, DayFigures] = {}
    for part in parts:
        for day, figures in part.items():
            whole.setdefault(day, DayFigures()).add(figures)
    return dict(sorted(whole.items()))


def activity(answers: Iterable[Answered], rollover_hour: int) -> Iterator[DayActivity]:
    """Yield how much was done on each study day, the latest first; reads no further than is asked for.

    Args:
        answers: those that stand, newest first.
        rollover_hour: when the study day ends.
    """
    given = (answer for answer in answers if answer.rating is not None)
    for day, group in groupby(given, key=lambda answer: study_day(answer.moment, rollover_hour)):
        rows = list(group)
        prompts = {answer.prompt for answer in rows}
        yield DayActivity(day, len(rows), len(prompts), sum(answer.duration_ms for answer in rows))
