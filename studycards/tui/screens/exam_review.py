"""The questions of an exam, one by one, each with the answer that was given and the right one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.questions import Verdict
from studycards.study.exam.wording import answer_words, lost_words
from studycards.study.view import Mode, Phase, SessionView
from studycards.study.wording import explains_in_full
from studycards.tui.keys import key
from studycards.tui.screens.question_page import QuestionPage
from studycards.tui.text import plain, spread
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content
    from textual.widget import Widget

    from studycards.study.exam.exam import Exam
    from studycards.study.exam.marking import GradedItem

OWN_GRADES = (Fraction(0), Fraction(1, 2), Fraction(1))


class ReviewScreen(QuestionPage):
    """Shows a question of an exam like an answer in a session; written answers are graded here.

    Args:
        exam: the exam, which was handed in.
        places: those of the questions to look at, at least one.
    """

    TOPIC = "review"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        *(key(str(number), f"grade({number})", f"exam_grade_{number}") for number in range(3)),
        key("enter,space,n", "next", "exam_next_lost"),
        key("p,backspace", "back", "exam_previous_lost"),
        key("f", "explain", "explain"),
        key("b,ctrl+b", "lab", "study_screen.lab"),
        key("q,escape,ctrl+l", "leave", "exam_report"),
    ]

    def __init__(self, exam: Exam, places: Sequence[int]) -> None:
        super().__init__()
        self._exam = exam
        self._places = places
        self._at = 0

    @property
    def card_view(self) -> SessionView:
        """The question with its verdict, as the card shows it."""
        return self._view(Phase.ANSWERED)

    def parts(self) -> Iterable[Widget]:
        """Lay out the line and the card."""
        yield Static(id="progress", markup=False)
        yield Card()

    def on_mount(self) -> None:
        """Open the first one, to be painted like every screen when it is mounted."""
        self._put()

    def repaint(self) -> None:
        """Paint the question at this moment."""
        self.query_one(Card).close_answer(self.card_view)
        self.query_one(AnswerArea).repaint()
        super().repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those keys work that lead somewhere."""
        if action == "back":
            return self._at > 0
        if action == "grade":
            return self._item.is_own
        if action == "lab":
            return self._item.question.subject is not None
        if action == "explain":
            return explains_in_full(self._item.question)
        return super().check_action(action, parameters)

    def action_next(self) -> None:
        """Show the next one; after the last the report."""
        if self._at + 1 == len(self._places):
            self.action_leave()
        else:
            self._at += 1
            self._open()

    def action_back(self) -> None:
        """Show the one before."""
        self._at -= 1
        self._open()

    def action_grade(self, number: int) -> None:
        """Take the learner's own grade."""
        try:
            self._exam.grade(self._item.place, OWN_GRADES[number])
        except StudycardsError as error:
            self.study_app.complain(error)
        self.repaint()

    def action_leave(self) -> None:
        """Return to the report."""
        self.study_app.show_report(self._exam)

    def _open(self) -> None:
        """Show the question, its answer, and what became of it."""
        self._put()
        self.repaint()

    def _put(self) -> None:
        """Put the answer where it was given."""
        area = self.query_one(AnswerArea)
        area.open(self._item.question, self._item.typed)
        self.set_focus(None)
        # As a session does: first the question, then what is to be read under it.
        self.query_one(Card).paint(self._view(Phase.QUESTION), None)

    def _view(self, phase: Phase) -> SessionView:
        item = self._item
        return SessionView(
            mode=Mode.EXAM,
            phase=phase,
            question=item.question,
            deck=self._exam.view.slots[item.place].topic,
            typed=item.typed,
            heading=answer_words(item),
            reading=item.reading,
            verdict=item.verdict or Verdict.of(0),
        )

    def progress(self, width: int) -> Content:
        """Return what the answer brought, and the place of the question among those looked at."""
        done = self.language.text("study.progress", done=self._at + 1, total=len(self._places))
        words = plain(self.language.render(lost_words(self._item)), "bold")
        return spread(words, plain(done, "$text-muted"), width)

    @property
    def _item(self) -> GradedItem:
        report = self._exam.view.report
        assert report is not None
        return report.items[self._places[self._at]]
