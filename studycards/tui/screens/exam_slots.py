"""All questions of an exam: which are answered, which are flagged, and the way to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll

from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.text import plain
from studycards.tui.widgets.exam_rows import SlotRows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from studycards.study.exam.exam import Exam


class SlotsScreen(Page):
    """The questions with a cursor, above the screen on which the exam is sat.

    Args:
        exam: the exam.
        go: opens the question at a place.
        hand_in: hands in.
    """

    CSS_PATH = "exam.tcss"

    TOPIC = "slots"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "go", "exam_go"),
        key("ctrl+y", "hand_in", "exam_hand_in"),
        key("q,escape,ctrl+r", "close", "exam_close"),
    ]

    def __init__(self, exam: Exam, go: Callable[[int], None], hand_in: Callable[[], None]) -> None:
        super().__init__()
        self._exam = exam
        self._go = go
        self._hand_in = hand_in

    def parts(self) -> Iterable[Widget]:
        """Lay out the list."""
        with Vertical(classes="frame", id="slots"), VerticalScroll(can_focus=False):
            yield SlotRows()

    def on_mount(self) -> None:
        """Put the cursor on the open question."""
        rows = self.query_one(SlotRows)
        rows.slots = self._exam.view.slots
        rows.cursor = self._exam.view.at
        rows.focus()
        self.call_after_refresh(rows.show_cursor)

    def repaint(self) -> None:
        """Paint all words again."""
        super().repaint()
        view = self._exam.view
        frame = self.query_one("#slots")
        frame.border_title = plain(self.say(view.title))
        frame.border_subtitle = plain(self.language.text("study.progress", done=view.answered, total=len(view.slots)))
        self.query_one(SlotRows).refresh()

    async def on_row_list_chosen(self) -> None:
        """Open the question that was clicked."""
        await self.run_action("go")

    def action_go(self) -> None:
        """Open the question at the cursor."""
        place = self.query_one(SlotRows).cursor
        self._leave(lambda: self._go(place))

    def action_hand_in(self) -> None:
        """Hand in."""
        self._leave(self._hand_in)

    def action_close(self) -> None:
        """Return to the open question."""
        self._leave(lambda: None)

    def _leave(self, then: Callable[[], None]) -> None:
        """Return to the screen below, which does the rest."""
        self.app.call_next(self._pop, then)

    async def _pop(self, then: Callable[[], None]) -> None:
        await self.app.pop_screen()
        then()
