"""The sentences that both faces say about a session, so that they say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.memory import Rating
from studycards.questions import Outcome
from studycards.study.seeds import variant_code
from studycards.study.view import Phase

if TYPE_CHECKING:
    from studycards.locale import Message
    from studycards.memory import Wait
    from studycards.questions import Question, Verdict
    from studycards.study.mistakes import MadeMistake
    from studycards.study.view import SessionView, Summary

DAYS_A_MONTH = 30.4375
"""A twelfth of 365.25 days."""

MONTHS_FROM_DAYS = 60
YEARS_FROM_DAYS = 730


def rating_words(rating: Rating, view: SessionView) -> Message:
    """Name a rating; where nothing is scheduled, only whether the answer was known."""
    if view.waits:
        return message(f"study.{rating.name.lower()}")
    return message("study.unknown" if rating is Rating.AGAIN else "study.known")


def wait_words(wait: Wait) -> Message:
    """Say how long a wait is, as precisely as it matters: days, later months and years with one decimal."""
    if not wait.days:
        return message("study.wait_minutes", count=wait.minutes)
    if wait.days < MONTHS_FROM_DAYS:
        return message("study.wait_days", count=wait.days)
    months = wait.days / DAYS_A_MONTH
    if wait.days < YEARS_FROM_DAYS:
        return message("study.wait_months", months=round(months, 1))
    return message("study.wait_years", years=round(months / 12, 1))


def verdict_words(view: SessionView) -> Message:
    """Say how the answer of the session's open question was graded."""
    if view.heading is not None:
        return view.heading
    if view.verdict is None:
        return message("study.compare")
    if view.phase is Phase.ANSWERED and view.reading is None:
        return message("study.shown")
    return outcome_words(view.verdict)


def place_words(view: SessionView) -> Message:
    """Say which card of how many is asked, and how many of those that were answered come once more."""
    place = message("study.progress", done=view.done + (not view.is_repeat), total=view.total)
    return message("study.progress_again", progress=place, again=again_words(view)) if view.again else place


def again_words(view: SessionView) -> Message:
    """Say how many cards come once more."""
    return message("study.again_left", count=view.again)


def outcome_words(verdict: Verdict) -> Message:
    """Say how an answer was graded."""
    if verdict.outcome is Outcome.PARTIAL:
        return message("study.partial", percent=round(verdict.score * 100))
    return message(f"study.{verdict.outcome.value}")


def variant_words(question: Question) -> Message | None:
    """Name the variant, so that it can be told to others and looked at again; None where nothing is drawn."""
    return message("study.variant", code=variant_code(question.seed)) if question.drawn else None


def explains_in_full(question: Question) -> bool:
    """Whether there is a longer solution to ask for; it is not made to find out."""
    return question.has_full_solution


def summary_words(summary: Summary) -> tuple[Message, ...]:
    """Say what the session came to, one sentence a line."""
    lines = [message("study.answered", count=summary.answered)]
    if summary.answered:
        lines.append(
            message("study.score", right=summary.right, partial=summary.partial, wrong=summary.wrong),
        )
    if summary.skipped:
        lines.append(message("study.skipped", count=summary.skipped))
    if summary.frequent is not None:
        times = message("study.times", count=summary.frequent.count)
        lines.append(message("study.frequent_mistake", name=summary.frequent.title, times=times))
    return tuple(lines)


def mistake_words(mistake: MadeMistake) -> Message:
    """Say how often a mistake was made."""
    return message("study.mistake", name=mistake.title, times=message("study.times", count=mistake.count))


def next_words(days: int | None) -> Message | str:
    """Say when the next cards come; nothing where there are no cards."""
    return message("study.next_in", count=days) if days else ""


def left_words(left: int) -> Message:
    """Say how much the day still brings."""
    return message("study.left_today", count=left) if left else message("study.done_today")
