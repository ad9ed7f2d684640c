"""What an exam came to: the mark, the points, and what was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import HorizontalGroup, VerticalScroll
from textual.widgets import Digits

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.tui.exam_lines import offer_lines, report_lines, result_lines
from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.text import Line, plain
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from studycards.locale import Message
    from studycards.study.exam.exam import Exam
    from studycards.study.exam.marking import GradedItem, Report


class ReportScreen(Page):
    """The report of an exam that was handed in; `notice` says why it was, where that was not the learner's doing."""

    CSS_PATH = "exam.tcss"

    TOPIC = "report"

    AUTO_FOCUS = ""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "review", "exam_review"),
        key("a", "review_all", "study_screen.exam_review_all"),
        key("d", "schedule", "exam_schedule"),
        key("q,escape,ctrl+l", "leave", "exam_exams"),
        key("down,j", "scroll_by(1)", "scroll_line_down", sign="↑↓", show=False),
        key("up,k", "scroll_by(-1)", "scroll_line_up", show=False),
        key("pagedown", "scroll_pages(1)", "study_screen.report_down", show=False),
        key("pageup", "scroll_pages(-1)", "study_screen.report_up", show=False),
        key("g,home", "scroll_to_edge(False)", "study_screen.report_first", show=False),
        key("G,end", "scroll_to_edge(True)", "study_screen.report_last", show=False),
    ]

    def __init__(self, exam: Exam, notice: Message | None = None) -> None:
        super().__init__()
        self._exam = exam
        self._notice = notice

    def parts(self) -> Iterable[Widget]:
        """Lay out the mark with what it stands for, above the points."""
        with VerticalScroll(classes="frame", can_focus=False):
            with HorizontalGroup():
                yield Digits(id="mark")
                yield Sheet(id="result")
            yield Sheet(id="offer")
            yield Sheet(id="report")

    def repaint(self) -> None:
        """Write the report in the language of this moment."""
        super().repaint()
        report, language = self._report, self.language
        self.query_one(VerticalScroll).border_title = plain(self.say(self._exam.view.title))
        self.query_one("#mark", Digits).update(language.render(report.mark))
        word = Line(plain(self.say(message("tui.exam_mark")), "$text-muted"))
        self.query_one("#result", Sheet).lines = (word, *result_lines(report, self._exam.attempt.blueprint, language))
        self.query_one("#report", Sheet).lines = report_lines(report, language)
        scheduled = self._exam.view.scheduled
        self.query_one("#offer", Sheet).lines = offer_lines(report, self._notice, language, scheduled=scheduled)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to look at what was lost, and to have it asked again, where anything was."""
        del parameters
        if action == "review":
            return bool(self._report.lost)
        if action == "schedule":
            return bool(self._report.lost) and not self._exam.view.scheduled
        return True

    def action_review(self) -> None:
        """Look at the questions that lost points, one by one."""
        self._review(self._report.lost)

    def action_review_all(self) -> None:
        """Look at all questions, one by one."""
        self._review(self._report.items)

    def action_schedule(self) -> None:
        """Have the questions that lost points asked again."""
        try:
            self._notice = self._exam.schedule_lost().notice
        except StudycardsError as error:
            self.study_app.complain(error)
        self.refresh_bindings()
        self.repaint()

    def action_leave(self) -> None:
        """Return to the exams."""
        self.study_app.go_to_exams()

    def action_scroll_by(self, lines: int) -> None:
        """Move the report."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Move the report by what is seen of it, less two lines to keep the thread."""
        self.action_scroll_by(pages * max(self.query_one(VerticalScroll).size.height - 2, 1))

    def action_scroll_to_edge(self, end: bool) -> None:  # noqa: FBT001 - the parameter of a key
        """Show the beginning or the end of the report."""
        report = self.query_one(VerticalScroll)
        report.scroll_to(y=report.max_scroll_y if end else 0, animate=False)

    def _review(self, items: Sequence[GradedItem]) -> None:
        from studycards.tui.screens.exam_review import ReviewScreen  # noqa: PLC0415 - not before it is asked for

        screen = ReviewScreen(self._exam, [item.place for item in items])
        self.app.call_next(self.app.switch_screen, screen)

    @property
    def _report(self) -> Report:
        report = self._exam.view.report
        assert report is not None
        return report
