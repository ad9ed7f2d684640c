"""What the figures of the days and the schedule come to: retention, streak, pace, forecast, maturity. All pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from studycards.memory.figures import MATURE_DAYS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from studycards.memory.figures import DayActivity, DayFigures
    from studycards.memory.queue import Scheduled

PACE_DAYS = 14
"""So many of the latest days on which anything was done tell how long a prompt takes."""

USUAL_PACE_MS = 20_000
"""What a prompt takes a learner of whom little is known yet."""

ENOUGH_PROMPTS = 10
"""So many answered prompts tell more about a learner than what is usual."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those that were asked were still known."""

    asked: int = 0
    kept: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.asked + other.asked, self.kept + other.kept)

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None where nothing was asked."""
        return self.kept / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Retention:
    """What was still known when it came back, after less than three weeks and after three weeks or more."""

    young: Share = Share()
    mature: Share = Share()

    @property
    def all(self) -> Share:
        """Both together."""
        return self.young + self.mature


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row with an answer: up to today or yesterday, and the most there ever were."""

    current: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many prompts come due on each of the next days, today first; `overdue` of today's were due before it."""

    days: tuple[int, ...]
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Maturity:
    """How many prompts are in which part of their life. One that is suspended counts as nothing else."""

    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.young + self.mature + self.suspended

    @property
    def learned(self) -> int:
        """Those that are past their learning steps."""
        return self.young + self.mature


def retention(days: Mapping[int, DayFigures], since_day: int | None = None) -> Retention:
    """Return the retention over `days`, from `since_day` on where it is given."""
    chosen = [figures for day, figures in days.items() if since_day is None or day >= since_day]
    return Retention(
        young=Share(sum(day.young_asked for day in chosen), sum(day.young_kept for day in chosen)),
        mature=Share(sum(day.mature_asked for day in chosen), sum(day.mature_kept for day in chosen)),
    )


def streak(days: Collection[int], today: int) -> Streak:
    """Return the runs of days; today breaks none as long as it lasts."""
    studied = set(days)
    longest = max((_run_to(day, studied) for day in studied if day + 1 not in studied), default=0)
    last = today if today in studied else today - 1
    return Streak(_run_to(last, studied), longest)


def current_streak(days: Iterable[DayActivity], today: int) -> int:
    """Return the run of days up to today or yesterday; `days` come latest first and are read no further than needed."""
    run = 0
    expected = today
    for day in (entry.day for entry in days):
        if not run and day == today - 1:
            expected = day
        if day < expected:
            break
        if day == expected:
            run += 1
            expected -= 1
    return run


def pace_ms(days: Iterable[DayActivity]) -> float | None:
    """Return how long a prompt takes on a day, answers that it needs again included; None where nothing is known.

    It is the median over the latest of `days`, so that one slow evening makes no difference. As long as there are few
    prompts, usual ones make up the number.
    """
    from statistics import median  # noqa: PLC0415 - decimals and random numbers, 10 ms, not for a list of decks

    recent = list(islice(days, PACE_DAYS))
    if not recent:
        return None
    own = median(day.duration_ms / day.prompts for day in recent)
    known = min(sum(day.prompts for day in recent), ENOUGH_PROMPTS)
    return (own * known + USUAL_PACE_MS * (ENOUGH_PROMPTS - known)) / ENOUGH_PROMPTS


def forecast(
    schedule: Iterable[Scheduled], today: int, days: int, suspended: Collection[str] = frozenset()
) -> Forecast:
    """Return what comes due on each of `days` days, today first; what is overdue comes today."""
    counts = [0] * days
    overdue = 0
    for state in schedule:
        ahead = max(state.due_day - today, 0)
        if ahead < days and state.prompt not in suspended:
            counts[ahead] += 1
            overdue += state.due_day < today
    return Forecast(tuple(counts), overdue)


def maturity(
    prompts: Iterable[str], schedule: Mapping[str, Scheduled], suspended: Collection[str] = frozenset()
) -> Maturity:
    """Return in which part of their life `prompts` are."""
    counts = dict.fromkeys(Maturity.__slots__, 0)
    for prompt in prompts:
        counts["suspended" if prompt in suspended else _stage(schedule.get(prompt))] += 1
    return Maturity(**counts)


def _stage(state: Scheduled | None) -> str:
    if state is None:
        return "new"
    if state.due_ms is not None:
        return "learning"
    return "mature" if state.due_day - state.day >= MATURE_DAYS else "young"


def _run_to(day: int, studied: set[int]) -> int:
    """Return how many days in a row up to `day` are among `studied`."""
    first = day
    while first in studied:
        first -= 1
    return day - first
