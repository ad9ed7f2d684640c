"""A session: one question after another, each step a new snapshot. The faces only forward keys and paint the view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.memory import Change, ChangeEvent, Rating
from studycards.questions import Unreadable, Verdict
from studycards.study.grading import outcome, proposed_rating
from studycards.study.stopwatch import Stopwatch
from studycards.study.tally import Rated, answer_of, summary_of
from studycards.study.view import Phase, SessionView

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.locale import Text
    from studycards.memory import Clock
    from studycards.questions import Question
    from studycards.study.plan import Plan

LONGEST_ANSWER_MS = 10 * 60_000
"""An answer that took longer counts as this long: the learner was away."""

BY_HAND = (Rating.AGAIN, Rating.GOOD)
"""The ratings of a self-graded question where nothing is scheduled: known or not."""


class Session:
    """A review or a quiz.

    Args:
        plan: which prompt comes next, and where answers go.
        pose: makes the question of a prompt and a seed.
        deck_title: tells which deck a prompt is from.
        by_hand: whether some of the questions may be self-graded.
        clock: measures how long an answer took.
        seeds: gives the seed of the next question.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        pose: Callable[[str, int], Question],
        deck_title: Callable[[str], Text | None],
        by_hand: bool,
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
        self._suspended: dict[str, int] = {}
        self._skipped: set[str] = set()
        self._started_ms = clock().at_ms
        self._watch = Stopwatch(clock)
        self._most_ratings = len(Rating) if plan.schedules else len(BY_HAND) if by_hand else 0
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
        if question is None:
            return self.view
        if not self.view.hints_left:
            return self._show(notice=message("study.no_more_hints" if question.hints else "study.no_hints"))
        shown = len(self.view.hints) + 1
        return self._show(hints=question.hints[:shown], hints_left=len(question.hints) - shown, notice=None)

    def rate(self, rating: Rating | None = None) -> SessionView:
        """Take the proposed rating or another one, and ask the next question."""
        view = self.view
        chosen = view.proposed if rating is None else rating
        allowed = rating is None or rating in view.ratings
        if view.phase is not Phase.ANSWERED or view.question is None or chosen is None or not allowed:
            return view
        answer = answer_of(view, view.question, chosen, duration_ms=min(self._watch.ms, LONGEST_ANSWER_MS))
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
        self._skipped.add(question.prompt)
        return self._advance()

    def suspend(self) -> SessionView:
        """Ask the prompt of this question no more until it is resumed, and go on; an answer to it is not rated."""
        question = self.view.question
        if question is None:
            return self.view
        self._plan.suspend(question.prompt)
        self._suspended[question.prompt] = question.seed
        self._current = None
        return self._advance(message("study.suspended"))

    def flag(self) -> SessionView:
        """Mark the prompt of this question, to be looked at later, or take the mark off."""
        question = self.view.question
        if question is None:
            return self.view
        flagged = self._plan.flag(question.prompt)
        notice = message("study.flag_on" if flagged else "study.flag_off")
        return self._show(flagged=flagged, notice=notice, can_undo=self._plan.can_undo)

    def undo(self) -> SessionView:
        """Take back what was done last; what was answered or suspended is asked again, with the same numbers."""
        taken = self._plan.undo(self._current)
        if taken is None:
            return self._show(notice=message("study.nothing_to_undo"))
        if isinstance(taken, ChangeEvent):
            return self._changed_back(taken)
        if self._rated and self._rated[-1].answer == taken:
            self._rated.pop()
        return self._ask_again(taken.prompt, taken.seed, message("study.undone"))

    def reread(self) -> SessionView:
        """Make the question anew from its card, which may have changed; an answer to it is graded anew."""
        before = self.view
        if before.question is None:
            return before
        try:
            question = self._pose(before.question.prompt, before.question.seed)
        except StudycardsError as error:
            self._plan.skip(before.question.prompt)
            self._current = None
            return self._advance(Message(error.key, error.values))
        if question == before.question:
            return before
        reading = question.read(before.typed) if before.reading is not None else None
        if before.phase is Phase.QUESTION or isinstance(reading, Unreadable) or question.self_graded:
            return self._ask(question.prompt, question.seed, message("study.card_changed"))
        self._show(question=question, reading=reading)
        return self._answered(question.grade(reading) if reading is not None else Verdict.of(0))

    @property
    def seconds(self) -> int:
        """How long the open question has been shown, or took to be answered."""
        return self._watch.ms // 1000

    def finish(self) -> SessionView:
        """End the session where it is; what was rated is safe."""
        self.view = SessionView(
            mode=self._plan.mode,
            phase=Phase.DONE,
            most_ratings=self._most_ratings,
            done=len(self._answered_prompts),
            total=self.view.total,
            can_undo=self._plan.can_undo,
            summary=summary_of(
                self._rated,
                skipped=self._skipped,
                seconds=max(0, self._clock().at_ms - self._started_ms) // 1000,
                left=self._plan.waiting(),
            ),
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

    def _changed_back(self, event: ChangeEvent) -> SessionView:
        """Say that a change of marks was taken back; what was suspended in this session is asked again."""
        prompt = event.prompts[0]
        if event.change is Change.SUSPEND and prompt in self._suspended:
            self._plan.take(prompt, self._current)
            return self._ask_again(prompt, self._suspended.pop(prompt), message("study.resumed"))
        flagged = self.view.question is not None and self._plan.flagged(self.view.question.prompt)
        return self._show(notice=message("study.change_undone"), can_undo=self._plan.can_undo, flagged=flagged)

    def _ask_again(self, prompt: str, seed: int, notice: Message) -> SessionView:
        """Ask what was asked before; where that is impossible, say so and go on."""
        try:
            return self._ask(prompt, seed, notice)
        except StudycardsError as error:
            return self._advance(Message(error.key, error.values))

    def _ask(self, prompt: str, seed: int, notice: Message | None) -> SessionView:
        """Open the question of a prompt.

        Raises:
            StudycardsError: the prompt cannot be asked.
        """
        question = self._pose(prompt, seed)
        self._current = prompt
        self._watch.start()
        answered = self._answered_prompts
        left = len(self._plan) - self._plan.again(answered)
        self.view = SessionView(
            mode=self._plan.mode,
            phase=Phase.QUESTION,
            question=question,
            deck=self._deck_title(prompt),
            hints_left=len(question.hints),
            most_ratings=self._most_ratings,
            notice=notice,
            done=len(answered),
            total=len(answered | {prompt}) + left,
            again=self._plan.again(answered) + (prompt in answered),
            is_repeat=prompt in answered,
            flagged=self._plan.flagged(prompt),
            can_undo=self._plan.can_undo,
        )
        return self.view

    def _answered(self, verdict: Verdict | None) -> SessionView:
        """Show the answer, what it was graded and what the ratings would do."""
        question = self.view.question
        assert question is not None
        self._watch.stop()
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

    @property
    def _answered_prompts(self) -> frozenset[str]:
        """The prompts that were answered in this session, each once."""
        return frozenset(one.question.prompt for one in self._rated)

    def _open_question(self) -> Question | None:
        """Return the question that waits for an answer."""
        return self.view.question if self.view.phase is Phase.QUESTION else None

    def _show(self, **changes: object) -> SessionView:
        self.view = replace(self.view, **changes)  # type: ignore[arg-type]  # field names, checked by the tests
        return self.view
