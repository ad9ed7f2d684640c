"""The lists of an exam: the exams there are, and the questions of the one that is sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from studycards.tui.exam_lines import exam_row, slot_line
from studycards.tui.keys import key
from studycards.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content

    from studycards.study.exam.hall import ExamSummary
    from studycards.study.exam.view import Slot

MOVING = (
    key("down,j", "move(1)", "row_down", sign="↑↓"),
    key("up,k", "move(-1)", "row_up", show=False),
    key("pagedown", "move(10)", "row_page_down", show=False),
    key("pageup", "move(-10)", "row_page_up", show=False),
    key("g,home", "move(-999)", "study_screen.row_first", show=False),
    key("G,end", "move(999)", "study_screen.row_last", show=False),
)
"""The keys of a list; an exam has far fewer questions than the last two go."""


class ExamRows(RowList):
    """The exams with a cursor."""

    TOPIC = "exams"

    BINDINGS = [*MOVING[:2], *MOVING[4:]]  # noqa: RUF012 - Textual's own way to declare them

    exams: reactive[tuple[ExamSummary, ...]] = reactive((), layout=True, bindings=True)
    """What is listed."""

    @property
    def count(self) -> int:
        """How many exams there are."""
        return len(self.exams)

    def line(self, index: int, width: int, *, current: bool) -> Content:
        """Return the line of an exam."""
        return exam_row(self.exams[index], self.language, width, current=current)


class SlotRows(RowList):
    """The questions of an exam with a cursor; digits lead to a number."""

    TOPIC = "slots"

    BINDINGS = [*MOVING]  # noqa: RUF012 - Textual's own way to declare them

    slots: reactive[tuple[Slot, ...]] = reactive((), layout=True, bindings=True)
    """What is listed."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.slots)

    def line(self, index: int, width: int, *, current: bool) -> Content:
        """Return the line of a question."""
        return slot_line(index + 1, self.slots[index], self.language, width, current=current)

    def on_key(self, event: events.Key) -> None:
        """Go to the question with the number that is typed; a further digit makes it longer where there is such one."""
        digit = event.character or ""
        if not digit.isdecimal():
            self._number = 0
            return
        event.stop()
        longer = self._number * 10 + int(digit)
        self._number = longer if longer <= self.count else int(digit)
        if 0 < self._number <= self.count:
            self.cursor = self._number - 1


class Overview(SlotRows, can_focus=False):
    """The same beside the open question: a click leads to another one, keys are for the answer."""

    def on_click(self, event: events.Click) -> None:
        """Choose the question at once."""
        event.prevent_default()
        index = event.style.meta.get("row")
        if index is not None:
            self.post_message(self.Chosen(index))
