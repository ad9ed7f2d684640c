"""A session: one question after another, each step a new snapshot. The faces only forward keys and paint the view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.memory import Answer, ChangeEvent, Rating
from studycards.questions import Outcome, Unreadable, Verdict
from studycards.study.grading import outcome, proposed_rating
from studycards.study.view import Missed, Phase, SessionView, Summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.locale import Text
    from studycards.memory import Clock
    from studycards.questions import Question
    from studycards.study.mistakes import MadeMistake
    from studycards.study.plan import Plan

LONGEST_ANSWER_MS = 10 * 60_000
"""An answer that took longer counts as this long: the learner was away."""

BY_HAND = (Rating.AGAIN, Rating.GOOD)
"""The ratings of a self-graded question where nothing is scheduled: known or not."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer of this session that stands."""

    question: Question
    answer: Answer
    outcome: Outcome


class Session:
    """A review or a quiz.

    Args:
        plan: which prompt comes next, and where answers go.
        pose: makes the question of a prompt and a seed.
        deck_title: tells which deck a prompt is from.
        clock: measures how long an answer took.
        seeds: gives the seed of the next question.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        pose: Callable[[str, int], Question],
        deck_title: Callable[[str], Text | None],
        clock: Clock,
        seeds: Callable[[], int],
    ) -> None:
        self._plan = plan
        self._pose = pose
        self._deck_title = deck_title
        self._clock = clock
        self._seeds = seeds
        self._rated: list[Rated] = []
        self._current: str | None = None
        self._skipped = 0
        self._started_ms = clock().at_ms
        self._shown_ms = self._started_ms
        self._answered_ms = self._started_ms
        self.view = SessionView(mode=plan.mode, phase=Phase.QUESTION)
        self._advance()

    def submit(self, typed: str) -> SessionView:
        """Read and grade what was typed; what cannot be read costs nothing."""
        question = self._open_question()
        if question is None or question.self_graded:
            return self.view
        reading = question.read(typed)
        if isinstance(reading, Unreadable):
            return self._show(typed=typed, notice=reading.reason)
        self._show(typed=typed, reading=reading, notice=None)
        return self._answered(question.grade(reading))

    def reveal(self) -> SessionView:
        """Show the answer: to compare with what was recalled, or as "I don't know" where something is to be typed."""
        question = self._open_question()
        if question is None:
            return self.view
        self._show(typed="", reading=None, notice=None)
        return self._answered(None if question.self_graded else Verdict.of(0))

    def hint(self) -> SessionView:
        """Show the next hint."""
        question = self._open_question()
        if question is None or not self.view.hints_left:
            return self.view
        shown = len(self.view.hints) + 1
        return self._show(hints=question.hints[:shown], hints_left=len(question.hints) - shown, notice=None)

    def rate(self, rating: Rating | None = None) -> SessionView:
        """Take the proposed rating or another one, and ask the next question."""
        view = self.view
        chosen = view.proposed if rating is None else rating
        allowed = rating is None or rating in view.ratings
        if view.phase is not Phase.ANSWERED or view.question is None or chosen is None or not allowed:
            return view
        answer = self._rated_answer(view.question, chosen)
        self._plan.record(answer)
        self._current = None
        self._rated.append(Rated(view.question, answer, outcome(view.verdict, chosen)))
        return self._advance()

    def skip(self) -> SessionView:
        """Leave the open question out of this session."""
        question = self._open_question()
        if question is None:
            return self.view
        self._plan.skip(question.prompt)
        self._current = None
        self._skipped += 1
        return self._advance()

    def undo(self) -> SessionView:
        """Take back what was done last; an answer is asked again, with the same numbers."""
        answer = self._plan.undo(self._current)
        if answer is None:
            return self._show(notice=message("study.nothing_to_undo"))
        if isinstance(answer, ChangeEvent):
            return self._show(notice=message("study.change_undone"), can_undo=self._plan.can_undo)
        if self._rated and self._rated[-1].answer == answer:
            self._rated.pop()
        try:
            return self._ask(answer.prompt, answer.seed, message("study.undone"))
        except StudycardsError as error:
            return self._advance(Message(error.key, error.values))

    def finish(self) -> SessionView:
        """End the session where it is; what was rated is safe."""
        self.view = SessionView(
            mode=self._plan.mode,
            phase=Phase.DONE,
            done=len(self._rated),
            total=self.view.total,
            can_undo=self._plan.can_undo,
            summary=self._summary(),
        )
        return self.view

    def _advance(self, notice: Message | None = None) -> SessionView:
        """Ask the next question that can be asked, or finish; a card that cannot be asked is named and left out."""
        while (prompt := self._plan.next()) is not None:
            try:
                return self._ask(prompt, self._seeds(), notice)
            except StudycardsError as error:
                notice = Message(error.key, error.values)
                self._plan.skip(prompt)
        self.finish()
        return self._show(notice=notice)

    def _ask(self, prompt: str, seed: int, notice: Message | None) -> SessionView:
        """Open the question of a prompt.

        Raises:
            StudycardsError: the prompt cannot be asked.
        """
        question = self._pose(prompt, seed)
        self._current = prompt
        self._shown_ms = self._clock().at_ms
        done = len(self._rated)
        self.view = SessionView(
            mode=self._plan.mode,
            phase=Phase.QUESTION,
            question=question,
            deck=self._deck_title(prompt),
            hints_left=len(question.hints),
            notice=notice,
            done=done,
            total=done + 1 + len(self._plan),
            can_undo=self._plan.can_undo,
        )
        return self.view

    def _answered(self, verdict: Verdict | None) -> SessionView:
        """Show the answer, what it was graded and what the ratings would do."""
        question = self.view.question
        assert question is not None
        self._answered_ms = self._clock().at_ms
        waits = self._plan.waits(question.prompt)
        unscheduled = BY_HAND if question.self_graded else ()
        proposed = proposed_rating(verdict, hints=len(self.view.hints))
        return self._show(
            phase=Phase.ANSWERED,
            verdict=verdict,
            ratings=tuple(Rating) if waits else unscheduled,
            proposed=proposed if waits or not question.self_graded else Rating.GOOD,
            waits=waits,
        )

    def _rated_answer(self, question: Question, rating: Rating) -> Answer:
        view = self.view
        return Answer(
            prompt=question.prompt,
            rating=rating,
            seed=question.seed,
            typed=view.typed,
            verdict=view.verdict.outcome.value if view.verdict else "",
            score=float(view.verdict.score) if view.verdict else None,
            mistakes=view.verdict.mistakes if view.verdict else (),
            hints=len(view.hints),
            duration_ms=max(0, min(self._answered_ms - self._shown_ms, LONGEST_ANSWER_MS)),
        )

    def _summary(self) -> Summary:
        """Count each prompt by its first answer; one asked again after a miss is not a success."""
        first = {rated.question.prompt: rated for rated in reversed(self._rated)}
        outcomes = [rated.outcome for rated in first.values()]
        missed = [rated.question for rated in self._rated if rated is first[rated.question.prompt]]
        return Summary(
            answered=len(first),
            right=outcomes.count(Outcome.RIGHT),
            partial=outcomes.count(Outcome.PARTIAL),
            wrong=outcomes.count(Outcome.WRONG),
            skipped=self._skipped,
            seconds=max(0, self._clock().at_ms - self._started_ms) // 1000,
            left=self._plan.waiting(),
            missed=tuple(
                Missed(question.prompt, question.stem, question.answer)
                for question in missed
                if first[question.prompt].outcome is not Outcome.RIGHT
            ),
            frequent=self._frequent_mistake(),
        )

    def _frequent_mistake(self) -> MadeMistake | None:
        names = [name for rated in self._rated for name in rated.answer.mistakes]
        if len(set(names)) == len(names):
            return None
        from studycards.study.mistakes import frequent_mistake  # noqa: PLC0415 - all mistakes; few sessions repeat one

        return frequent_mistake(names)

    def _open_question(self) -> Question | None:
        """Return the question that waits for an answer."""
        return self.view.question if self.view.phase is Phase.QUESTION else None

    def _show(self, **changes: object) -> SessionView:
        self.view = replace(self.view, **changes)  # type: ignore[arg-type]  # field names, checked by the tests
        return self.view
