"""The screen on which an exam is sat: one question at a time, in any order, under a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.study.exam.exam import ElsewhereError
from studycards.study.sheet_draft import is_blank
from studycards.study.view import Mode, Phase, SessionView
from studycards.tui.exam_lines import exam_line
from studycards.tui.keys import key, sign_of, working_keys
from studycards.tui.screens.question_page import AskingPage
from studycards.tui.text import plain
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.card import Card
from studycards.tui.widgets.exam_rows import Overview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from textual.content import Content
    from textual.widget import Widget

    from studycards.study.exam.exam import Exam
    from studycards.study.exam.view import ExamView
    from studycards.tui.widgets.row_list import RowList


class ExamScreen(AskingPage):
    """Paints the view of an exam and forwards keys to it. Whatever leads to another question keeps the answer first."""

    CSS_PATH = "exam.tcss"

    TOPIC = "exam"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "answer", "exam_answer"),
        key("ctrl+n", "next", "exam_next"),
        key("ctrl+z", "back", "exam_back"),
        key("ctrl+t", "flag", "exam_flag"),
        key("ctrl+r", "list", "exam_list"),
        key("ctrl+y", "hand_in", "exam_hand_in"),
        key("ctrl+l", "leave", "exam_leave"),
    ]

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self._exam = exam
        self._refused: str | None = None
        self._opened_with = ""
        self._given_up = False

    @property
    def key_names(self) -> Mapping[str, str]:
        """Keys of the answer area are for keeping here: nothing is checked before the end."""
        return {"check": "exam_answer", "hand_in": "exam_answer"}

    @property
    def card_view(self) -> SessionView:
        """The open question as the card shows it."""
        view = self._exam.view
        return SessionView(mode=Mode.EXAM, phase=Phase.QUESTION, question=view.question, deck=view.slot.topic)

    def parts(self) -> Iterable[Widget]:
        """Lay out the line with the clock, and the card; beside it, where there is room, all questions."""
        yield Static(id="progress", markup=False)
        with Horizontal(id="sitting"):
            yield Card(shows_answers=False)
            with VerticalScroll(id="overview", classes="frame", can_focus=False):
                yield Overview()

    def on_mount(self) -> None:
        """Show the open question, and follow the clock."""
        self.set_interval(1, self._tick)

    def repaint(self) -> None:
        """Paint the exam at this moment."""
        view = self._exam.view
        area = self.query_one(AnswerArea)
        if view.question is not self.asked:
            self.asked = view.question
            self.query_one(Card).scroll_to_front()
            area.open(view.question, view.typed)
            self._opened_with = area.typed
        area.repaint()
        self._paint_overview(view)
        super().repaint()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Go to the question that was clicked beside the card."""
        self._lead(lambda: self._exam.go(event.cursor))

    def on_input_changed(self) -> None:
        """Take back the complaint about an unreadable answer once it is mended."""
        if self._refused is not None and self._typed != self._refused:
            self._refused = None
            self.complain(None)

    def before_quit(self) -> None:
        """Keep the answer on the screen and stop the clock."""
        self._keep()
        self.step(self._exam.leave)

    def action_answer(self) -> None:
        """Keep the answer and go on; an empty one leaves the question for later."""
        objection = self.query_one(AnswerArea).objects()
        if is_blank(self._typed):
            self._lead(lambda: self._exam.move(1))
        elif objection is not None:
            self.complain(objection)
        else:
            self._take(self._exam.answer)

    def action_next(self) -> None:
        """Open the next question."""
        self._lead(lambda: self._exam.move(1))

    def action_back(self) -> None:
        """Open the question before."""
        self._lead(lambda: self._exam.move(-1))

    def action_flag(self) -> None:
        """Flag the question, or take the flag off."""
        self.step(self._exam.flag)

    def action_list(self) -> None:
        """Show all questions, to choose the one to go to."""
        from studycards.tui.screens.exam_slots import SlotsScreen  # noqa: PLC0415 - not before it is asked for

        if self._keep():
            self.repaint()
            self.app.call_next(self.app.push_screen, SlotsScreen(self._exam, self._go, self.action_hand_in))

    def action_hand_in(self) -> None:
        """Hand in; where answers are missing, by a second press."""
        mine = (hint for hint in working_keys(self) if (hint.namespace, hint.action) == (self, "hand_in"))
        self._lead(lambda: self._exam.hand_in(sign_of(next(mine).sign, self.language)))

    def action_leave(self) -> None:
        """Stop the clock and show the exams; it can be gone on with later."""
        if self._keep():
            self.step(self._exam.leave)
            if self._exam.view.report is None and not self._given_up:
                self.study_app.go_to_exams()

    def _go(self, place: int) -> None:
        self.step(lambda: self._exam.go(place))

    def _lead(self, step: Callable[[], object]) -> None:
        """Take a step that leads away from this question, once its answer is kept."""
        if self._keep():
            self.step(step)

    def _keep(self) -> bool:
        """Keep the answer on the screen; tell whether nothing hinders leaving it.

        One that cannot be read hinders once, to be mended; whoever goes on all the same finds it as it was typed.
        """
        if not self._is_changed:
            return True
        self._take(self._exam.keep)
        return self.complaint is None

    def _take(self, step: Callable[[str], object]) -> None:
        """Have what stands on the screen kept, and remember it as it is."""
        typed, asked = self._typed, self.asked
        self.step(lambda: step("" if is_blank(typed) else typed))
        if self.asked is asked:
            self._opened_with = typed
            self._refused = typed if self.complaint is not None else None

    def show(self) -> None:
        """Show the exam at this moment, or its report."""
        if self._exam.view.report is not None:
            self.app.call_next(self._end, lambda: self.study_app.show_report(self._exam, self._exam.view.notice))
            return
        self.complaint = self._exam.view.notice
        self.repaint()

    def step(self, step: Callable[[], object]) -> None:
        """Take a step, unless the time is up or another window has the exam by now."""
        self._tick()
        if self._exam.view.report is None and not self._given_up:
            super().step(step)

    async def _end(self, then: Callable[[], object]) -> None:
        """Give way to another screen, whatever stands above this one."""
        while self.app.screen is not self:
            await self.app.pop_screen()
        then()

    def _give_up(self, error: ElsewhereError) -> None:
        """Leave the exam to the window that has it."""
        self._given_up = True
        self.app.call_next(self._end, self.study_app.go_to_exams)
        self.app.call_later(self.study_app.complain, error)

    def _tick(self) -> None:
        """Move the clock; when the time is up, what stands on the screen is handed in."""
        if self._exam.view.report is not None or self._given_up:
            return
        try:
            over = self._exam.tick(self._typed if self._is_changed else "").report is not None
        except ElsewhereError as error:
            self._give_up(error)
            return
        except StudycardsError as error:
            self.study_app.complain(error)
            return
        if over:
            self.show()
        else:
            self.paint_progress()

    def progress(self, width: int) -> Content:
        """Return which question is open, how many are answered, and the clock."""
        return exam_line(self._exam.view, self.language, width)

    def _paint_overview(self, view: ExamView) -> None:
        overview, rows = self.query_one("#overview"), self.query_one(Overview)
        overview.border_title = plain(self.language.text("study_screen.questions"))
        overview.border_subtitle = plain(
            self.language.text("study.progress", done=view.answered, total=len(view.slots))
        )
        rows.slots = view.slots
        rows.cursor = view.at
        rows.refresh()

    @property
    def _is_changed(self) -> bool:
        """Whether something else stands on the screen than what is kept."""
        return self._typed != self._opened_with

    @property
    def _typed(self) -> str:
        return self.query_one(AnswerArea).typed
