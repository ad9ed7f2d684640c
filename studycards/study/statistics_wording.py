"""The sentences that both faces say about the figures, so that they say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.locale import Message
    from studycards.memory import Counts
    from studycards.memory.statistics import Maturity, Share
    from studycards.study.statistics import StatisticsView

MINUTE_MS = 60_000

HOURS_FROM_MINUTES = 120

PARTS = ("mature", "young", "learning", "new", "suspended")
"""The parts of a card's life, the best known first."""


def waiting_words(counts: Counts) -> Message:
    """Say how many reviews and new cards wait; one in a learning step counts as a review."""
    reviews = message("statistics.reviews_waiting", count=counts.due + counts.learning)
    if not counts.new:
        return reviews
    if counts.total == counts.new:
        return message("statistics.new_cards_waiting", count=counts.new)
    return message("statistics.both_waiting", reviews=reviews, new=message("statistics.new_waiting", count=counts.new))


def minutes(prompts: int, pace_ms: float) -> int:
    """Return how many minutes `prompts` take, at least one where there are any."""
    return max(round(prompts * pace_ms / MINUTE_MS), 1) if prompts else 0


def expected_words(counts: Counts, pace_ms: float | None) -> Message | str:
    """Say how long what waits will take; nothing where that is not known yet."""
    if pace_ms is None or not counts.total:
        return ""
    expected = minutes(counts.total, pace_ms)
    if expected >= HOURS_FROM_MINUTES:
        return message("statistics.for_hours", hours=round(expected / 60, 1))
    return message("statistics.for_minutes", count=expected)


def duration_words(duration_ms: int) -> Message:
    """Say how long something took: minutes, later hours with one decimal."""
    taken = round(duration_ms / MINUTE_MS)
    if not taken:
        return message("statistics.under_a_minute")
    if taken < HOURS_FROM_MINUTES:
        return message("statistics.minutes", count=taken)
    return message("statistics.hours", hours=round(taken / 60, 1))


def percent_words(share: Share) -> Message:
    """Return a share in percent."""
    return message("statistics.percent", percent=round((share.value or 0) * 100))


def part_words(maturity: Maturity) -> Iterator[Message]:
    """Say how many cards are in which part of their life, the best known first; suspended only if there are."""
    for name in PARTS:
        if name != "suspended" or maturity.suspended:
            yield message(f"statistics.part_{name}", count=getattr(maturity, name))


def overview_words(view: StatisticsView) -> Iterator[Message]:
    """Say what the day has brought and still brings, how long the streak is, and what there was altogether."""
    today = view.days.get(view.today)
    if today is None:
        yield message("statistics.nothing_today")
    else:
        answers = message("statistics.answers_given", count=today.answers)
        yield message("statistics.done_today", answers=answers, time=duration_words(today.duration_ms))
    if view.waiting.total:
        expected = expected_words(view.waiting, view.pace_ms)
        yield message("statistics.waiting", what=waiting_words(view.waiting), time=expected)
    else:
        yield message("statistics.none_waiting")
    if view.days:
        yield _streak_words(view)
        yield _altogether_words(view)


def _streak_words(view: StatisticsView) -> Message:
    longest = message("statistics.days", count=view.streak.longest)
    if not view.streak.current:
        return message("statistics.no_streak", longest=longest)
    return message("statistics.streak", current=message("statistics.days", count=view.streak.current), longest=longest)


def _altogether_words(view: StatisticsView) -> Message:
    answers = sum(day.answers for day in view.days.values())
    duration_ms = sum(day.duration_ms for day in view.days.values())
    return message(
        "statistics.altogether",
        answers=message("statistics.answers_given", count=answers),
        time=duration_words(duration_ms),
        days=message("statistics.on_days", count=len(view.days)),
    )
