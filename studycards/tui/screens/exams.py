"""The exams that can be sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll

from studycards.locale import message
from studycards.tui.exam_lines import blueprint_lines, exam_words
from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.text import Line, plain
from studycards.tui.widgets.exam_rows import ExamRows
from studycards.tui.widgets.row_list import RowWindow
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from studycards.study.exam.hall import ExamSummary


class ExamsScreen(Page):
    """The exams with a cursor; the line above says what the one at the cursor is about."""

    CSS_PATH = "exam.tcss"

    TOPIC = "exams"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "resume", "exam_resume"),
        key("enter", "begin", "exam_begin"),
        key("n", "begin_anew", "exam_begin_anew"),
        key("q,escape,ctrl+l", "go_home", "go_home"),
        key("pagedown", "scroll_plan(1)", "study_screen.plan_down", show=False),
        key("pageup", "scroll_plan(-1)", "study_screen.plan_up", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._exams: tuple[ExamSummary, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """Lay out the sentence, the list, and what the exam at the cursor is made of."""
        yield Sheet(id="about")
        with Vertical(classes="frame", id="exams"), RowWindow():
            yield ExamRows()
        with VerticalScroll(classes="frame", id="blueprint", can_focus=False):
            yield Sheet(id="plan")

    def on_mount(self) -> None:
        """List what there is."""
        self._exams = self.workspace.exams.exams()
        self._rows.exams = self._exams
        self._rows.focus()

    def repaint(self) -> None:
        """Paint all words again."""
        super().repaint()
        self.query_one("#exams").border_title = plain(self.say(message("tui.exams")))
        self._rows.refresh()
        self._paint_about()

    def on_row_list_moved(self) -> None:
        """Say what the exam at the cursor is about."""
        self._paint_about()
        self.refresh_bindings()

    async def on_row_list_chosen(self) -> None:
        """Sit the exam that was clicked."""
        await self.run_action("resume" if self._exam and self._exam.unfinished else "begin")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go on where something is unfinished, and to begin where the blueprint is sound."""
        del parameters
        exam = self._exam
        usable = exam is not None and not exam.problems
        unfinished = exam is not None and exam.unfinished is not None
        if action in {"resume", "begin_anew"}:
            return usable and unfinished
        return usable and not unfinished if action == "begin" else True

    def action_resume(self) -> None:
        """Go on with the unfinished attempt."""
        self._sit(anew=False)

    def action_begin(self) -> None:
        """Begin an attempt."""
        self._sit(anew=False)

    def action_begin_anew(self) -> None:
        """Begin another attempt, whatever was left unfinished."""
        self._sit(anew=True)

    def action_go_home(self) -> None:
        """Return to the decks."""
        self.study_app.go_home()

    def action_scroll_plan(self, pages: int) -> None:
        """Move what the exam is made of by what is seen of it, less a line to keep the thread."""
        blueprint = self.query_one("#blueprint")
        blueprint.scroll_relative(y=pages * max(blueprint.size.height - 1, 1), animate=False)

    def _sit(self, *, anew: bool) -> None:
        if (exam := self._exam) is not None:
            self.study_app.sit(lambda: self.workspace.exams.open(exam.id, anew=anew))

    def _paint_about(self) -> None:
        exam = self._exam
        self.query_one("#about", Sheet).lines = (Line(plain(exam_words(exam, self.language), "bold")),)
        blueprint = self.query_one("#blueprint")
        blueprint.set_class(exam is None or exam.blueprint is None, "-empty")
        if exam is not None and exam.blueprint is not None:
            blueprint.border_title = plain(self.say(exam.blueprint.title))
            self.query_one("#plan", Sheet).lines = blueprint_lines(exam.blueprint, self.language)

    @property
    def _exam(self) -> ExamSummary | None:
        return self._exams[self._rows.cursor] if self._exams else None

    @property
    def _rows(self) -> ExamRows:
        return self.query_one(ExamRows)
