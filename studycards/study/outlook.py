"""What the list of decks tells beside what waits: the streak, how long the day will take, the next days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.memory.statistics import current_streak, forecast, maturity, pace_ms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studycards.decks.library import DeckEntry
    from studycards.memory.insight import Insight
    from studycards.memory.statistics import Maturity

ALL = ""
"""Stands for all decks together."""

DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class Outlook:
    """The figures beside the counts of the day, on the study day `today`.

    `streak` counts study days in a row, `answers` what was answered today. `pace_ms` is how long a prompt takes,
    None where nothing is known yet. `ahead` has what comes due on each of the days after today.
    `maturity` is that of each deck by its id, and of `ALL` of them together. `days_to_exam` is None where no exam is
    ahead.
    """

    today: int
    streak: int
    answers: int
    pace_ms: float | None
    ahead: tuple[int, ...]
    maturity: Mapping[str, Maturity]
    days_to_exam: int | None = None


def outlook(insight: Insight, decks: Sequence[DeckEntry]) -> Outlook:
    """Return the outlook on `decks`."""
    today, schedule, suspended = insight.today, insight.schedule(), insight.suspended()
    latest = next(insight.activity(), None)
    scheduled = [schedule[prompt] for prompt in _prompts(decks) if prompt in schedule]
    return Outlook(
        today=today,
        streak=current_streak(insight.activity(), today),
        answers=latest.answers if latest and latest.day == today else 0,
        pace_ms=pace_ms(insight.activity()),
        ahead=forecast(scheduled, today, DAYS_AHEAD + 1, suspended).days[1:],
        maturity={
            ALL: maturity(_prompts(decks), schedule, suspended),
            **{deck.id: maturity(deck.prompts, schedule, suspended) for deck in decks},
        },
    )


def _prompts(decks: Iterable[DeckEntry]) -> Iterable[str]:
    return (prompt for deck in decks for prompt in deck.prompts)
