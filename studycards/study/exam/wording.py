"""The sentences that both faces say about an exam, so that they say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.study.ranges import ranges
from studycards.study.wording import outcome_words

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.locale import Message
    from studycards.study.exam.attempt import Attempt
    from studycards.study.exam.hall import ExamSummary
    from studycards.study.exam.marking import GradedItem, Report, Tally
    from studycards.study.exam.view import ExamView

LAST_CALLS = (1, 5)
"""Minutes before the end at which that is said."""

LAST_SECONDS = 60
"""From here on what is left is told in seconds."""


def time_words(seconds: int) -> Message:
    """Say how much time is left: whole minutes, rounded up, and at the end seconds."""
    if seconds < LAST_SECONDS:
        return message("exam.seconds_left", seconds=seconds)
    return message("exam.minutes_left", minutes=-(-seconds // 60))


def last_call(before: int, now: int) -> Message | None:
    """Return the word about the time that is due when the seconds left went from `before` to `now`."""
    passed = [minutes for minutes in LAST_CALLS if now <= minutes * 60 < before]
    return message("exam.last_call", count=passed[0]) if passed and now else None


def place_words(view: ExamView) -> tuple[Message, ...]:
    """Say which question is open, what it is worth, how much time is left, and whether it is flagged."""
    words = (
        message("exam.number", number=view.at + 1, total=len(view.slots)),
        message("exam.points", count=view.slot.points),
        time_words(view.seconds_left),
    )
    return (*words, message("exam.flagged")) if view.slot.flagged else words


def standing_words(view: ExamView) -> tuple[tuple[Message, str], ...]:
    """Return the numbers of the questions with an answer, of those without one, and of those flagged."""
    slots = list(enumerate(view.slots, start=1))
    groups = (
        ("state_answered", [number for number, slot in slots if slot.answered]),
        ("state_open", [number for number, slot in slots if not slot.answered and not slot.unreadable]),
        ("state_unreadable", [number for number, slot in slots if slot.unreadable]),
        ("flagged", [number for number, slot in slots if slot.flagged]),
    )
    return tuple((message(f"exam.{name}"), ranges(numbers)) for name, numbers in groups if numbers)


def shown_points(points: Fraction) -> Fraction:
    """Return points as they are shown: to two decimal places."""
    return round(points, 2)


def tally_words(tally: Tally) -> Message:
    """Say how many points there were, of how many."""
    return message("exam.points_of", points=shown_points(tally.points), of=tally.of)


def result_words(report: Report) -> Message:
    """Say what the whole exam came to."""
    whole = report.whole
    return message("exam.result", points=shown_points(whole.points), of=whole.of, percent=report.percent)


def took_words(report: Report, minutes: int) -> Message:
    """Say how long it took, of how long it might have."""
    return message("exam.took", minutes=-(-report.seconds // 60), of=minutes)


def lost_words(item: GradedItem) -> Message:
    """Name an item that lost points."""
    return message("exam.lost_item", number=item.place + 1, points=shown_points(item.points), of=item.of)


def answer_words(item: GradedItem) -> Message:
    """Say what became of an answer, or that there is none."""
    if not item.typed:
        return message("exam.no_answer")
    if item.is_unreadable:
        return message("exam.unreadable")
    if item.verdict is not None:
        return outcome_words(item.verdict)
    return message("exam.grade_yourself") if item.is_open else message("exam.graded_by_you")


def own_grade_words(item: GradedItem) -> Message:
    """Ask the learner to grade an answer, or what of it the program cannot grade."""
    return message("exam.grade_yourself" if item.verdict is None else "exam.grade_reason")


def summary_words(exam: ExamSummary) -> tuple[Message, ...]:
    """Say how large an exam is."""
    blueprint = exam.blueprint
    if blueprint is None:
        return ()
    return (
        message("exam.questions", count=blueprint.questions),
        message("exam.points", count=blueprint.points),
        message("exam.minutes", minutes=blueprint.minutes),
    )


def unfinished_words(attempt: Attempt) -> Message:
    """Say how far an attempt has come."""
    seconds = max(0, attempt.blueprint.minutes * 60 - attempt.used_ms // 1000)
    answered = len(attempt.items) - len(attempt.open_places)
    return message("exam.unfinished", answered=answered, total=len(attempt.items), minutes=-(-seconds // 60))
