"""An exam while it is sat: each step a new snapshot, kept on the disk before it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.memory import Answer, Rating
from studycards.questions import Unreadable
from studycards.study.exam.marking import outcome_of, report_on
from studycards.study.exam.view import ExamView, Slot
from studycards.study.ranges import ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction
    from pathlib import Path

    from studycards.locale import Message
    from studycards.memory import Clock
    from studycards.questions import Question, Reading
    from studycards.study.exam.attempt import Attempt
    from studycards.study.exam.marking import GradedItem

UNSAVED_MS = 30_000
"""How much used time may be lost where the program is killed between two steps."""


class ElsewhereError(StudycardsError):
    """Another window has the exam by now; nothing of this one is kept any more."""

    def __init__(self) -> None:
        super().__init__("exam.elsewhere")


class Exam:
    """An attempt at an exam.

    Args:
        attempt: what was drawn, and what was answered before.
        questions: those of its items.
        folder: where it is kept.
        clock: measures the time while the exam is open.
        record: writes an answer to the review log.
    """

    def __init__(
        self,
        attempt: Attempt,
        questions: Sequence[Question],
        *,
        folder: Path,
        clock: Clock,
        record: Callable[[Answer], object],
    ) -> None:
        self._attempt = attempt
        self._blueprint = attempt.blueprint
        self._questions = questions
        self._folder = folder
        self._clock = clock
        self._record = record
        self._used_before_ms = attempt.used_ms
        self._opened_ms = clock().at_ms
        self._warned = False
        self._report = report_on(attempt, questions) if attempt.handed_in else None
        self.view = self._viewed(None)

    @property
    def attempt(self) -> Attempt:
        """What is kept of the exam."""
        return self._attempt

    def answer(self, typed: str) -> ExamView:
        """Keep an answer and open the next question; one that cannot be read stays open."""
        kept = self.keep(typed)
        return kept if kept.notice is not None or kept.report is not None else self.move(1)

    def keep(self, typed: str) -> ExamView:
        """Keep an answer and stay at its question; one that cannot be read is kept as typed and counts as none."""
        if self._is_over(typed):
            return self.view
        reading = self._read(typed) if typed else None
        fault = reading.reason if isinstance(reading, Unreadable) else None
        self._save(self._attempt.answered(typed, readable=fault is None))
        return self._show(fault)

    def move(self, by: int) -> ExamView:
        """Open the question `by` places further; at the end it is said what still has no answer."""
        place = self._attempt.at + by
        return self.go(min(max(place, 0), self._last), self._what_is_open() if place > self._last else None)

    def go(self, place: int, notice: Message | None = None) -> ExamView:
        """Open the question at a place, from 0."""
        if self._is_over():
            return self.view
        if not 0 <= place <= self._last:
            return self._show(message("exam.no_such_question", last=self._last + 1))
        self._save(replace(self._attempt, at=place))
        return self._show(notice)

    def flag(self) -> ExamView:
        """Flag the open question, or take the flag off."""
        if self._is_over():
            return self.view
        self._save(replace(self._attempt, flagged=self._attempt.flagged ^ {self._attempt.at}))
        return self._show(None)

    def hand_in(self, by: str) -> ExamView:
        """Take no more answers and mark the exam; where answers are missing, only when asked to a second time.

        Args:
            by: what the learner types or presses for it, to be named where it must be done again.
        """
        if self._is_over():
            return self.view
        if self._attempt.open_places and not self._warned:
            self._show(message("exam.hand_in_open", **self._named_open(), by=by))
            self._warned = True
            return self.view
        return self._close(None)

    def tick(self, typed: str = "") -> ExamView:
        """Look at the clock: say how much time is left, or that it is over.

        Args:
            typed: what stands at the open question and is not kept yet; when the time is up it is handed in, if it
                can be read.

        Raises:
            ElsewhereError: another window has the exam by now.
        """
        if not self._is_over(typed):
            if self._used_ms() - self._attempt.used_ms >= UNSAVED_MS:
                self._save(self._attempt)
            elif self._attempt.is_elsewhere(self._folder):
                raise ElsewhereError
            self.view = replace(self.view, seconds_left=self._seconds_left())
        return self.view

    def leave(self) -> ExamView:
        """Stop the clock and keep what there is, to go on later."""
        if not self._is_over():
            self._save(self._attempt)
        return self.view

    def grade(self, place: int, score: Fraction) -> ExamView:
        """Take the learner's own grade, from 0 to 1, of an answer that no program can grade."""
        scores = {**self._attempt.own_scores, place: float(score)}
        self._write(replace(self._attempt, own_scores=scores))
        self._report = report_on(self._attempt, self._questions)
        return self._show(None)

    def schedule_lost(self) -> ExamView:
        """Put the questions that lost points into the schedule, once: each as an answer that was rated Again."""
        if self._report is None or self._attempt.scheduled:
            return self.view
        for item in self._report.lost:
            self._record(_missed(item))
        self._write(replace(self._attempt, scheduled=True))
        return self._show(message("exam.scheduled", count=len(self._report.lost)))

    @property
    def _last(self) -> int:
        return len(self._attempt.items) - 1

    def _used_ms(self) -> int:
        """Return how long the exam has been open; a clock that was put back takes nothing away."""
        return max(self._attempt.used_ms, self._used_before_ms + self._clock().at_ms - self._opened_ms)

    def _seconds_left(self) -> int:
        left_ms = self._blueprint.minutes * 60_000 - self._used_ms()
        return max(0, -(-left_ms // 1000))

    def _read(self, typed: str) -> Reading | Unreadable:
        return self._questions[self._attempt.at].read(typed)

    def _is_over(self, typed: str = "") -> bool:
        """Tell whether answers are taken no more; when the time is up, the exam is handed in with what is typed."""
        if self._report is None and not self._seconds_left():
            if typed and not isinstance(self._read(typed), Unreadable):
                self._attempt = self._attempt.answered(typed, readable=True)
            self._close(message("exam.time_is_up"))
        return self._report is not None

    def _close(self, notice: Message | None) -> ExamView:
        limit_ms = self._blueprint.minutes * 60_000
        self._write(replace(self._attempt, handed_in=True, used_ms=min(self._used_ms(), limit_ms)))
        self._report = report_on(self._attempt, self._questions)
        return self._show(notice)

    def _save(self, attempt: Attempt) -> None:
        self._write(replace(attempt, used_ms=self._used_ms()))

    def _write(self, attempt: Attempt) -> None:
        if attempt.is_elsewhere(self._folder):
            raise ElsewhereError
        attempt.save(self._folder)
        self._attempt = attempt

    def _what_is_open(self) -> Message:
        if not self._attempt.open_places:
            return message("exam.all_answered")
        return message("exam.last_question", **self._named_open())

    def _named_open(self) -> dict[str, object]:
        places, unreadable = self._attempt.open_places, sorted(self._attempt.unreadable)
        numbers, faulty = (ranges([place + 1 for place in some]) for some in (places, unreadable))
        named = message("exam.some_unreadable", numbers=numbers, unreadable=faulty) if unreadable else numbers
        return {"count": len(places), "numbers": named}

    def _show(self, notice: Message | None) -> ExamView:
        self._warned = False
        self.view = self._viewed(notice)
        return self.view

    def _viewed(self, notice: Message | None) -> ExamView:
        attempt = self._attempt
        return ExamView(
            title=self._blueprint.title,
            slots=tuple(self._slot(place) for place in range(len(attempt.items))),
            at=attempt.at,
            question=self._questions[attempt.at],
            typed=attempt.answers.get(attempt.at, ""),
            seconds_left=self._seconds_left(),
            notice=notice,
            report=self._report,
            scheduled=attempt.scheduled,
        )

    def _slot(self, place: int) -> Slot:
        section = self._blueprint.sections[self._attempt.items[place].section]
        return Slot(
            topic=section.topic,
            stem=self._questions[place].stem,
            points=section.points,
            answered=place in self._attempt.answers.keys() - self._attempt.unreadable,
            flagged=place in self._attempt.flagged,
            unreadable=place in self._attempt.unreadable,
        )


def _missed(item: GradedItem) -> Answer:
    return Answer(
        prompt=item.question.prompt,
        rating=Rating.AGAIN,
        seed=item.question.seed,
        typed=item.typed,
        verdict=outcome_of(item).value,
        score=float(item.score),
        mistakes=item.verdict.mistakes if item.verdict else (),
    )
