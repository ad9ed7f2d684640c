"""The Lab: a network is typed, its table follows each key, and any layer can be watched at work cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from studycards.locale import message
from studycards.study.lab.sketch import Draft
from studycards.study.lab.start import EXAMPLE, LabStart
from studycards.tui.keys import key
from studycards.tui.screens.side_page import SidePage
from studycards.tui.text import Line, plain
from studycards.tui.widgets.lab_line import LabLine
from studycards.tui.widgets.lab_table import LabTable
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget
    from textual.widgets import Input


WIDE = 60
"""From this width on the totals are written out."""


class LabScreen(SidePage):
    """Paints what is typed.

    Args:
        start: the network and the numbers of a question; without it the network that was typed last, or an example.
    """

    AUTO_FOCUS = ""

    BINDINGS = [key("e", "edit", "lab.edit")]  # noqa: RUF012 - Textual's own way to declare them

    def __init__(self, start: LabStart | None = None) -> None:
        super().__init__()
        self._start = start
        self._draft = Draft()

    def parts(self) -> Iterable[Widget]:
        """Lay out the line above the table."""
        with Vertical(id="lab", classes="frame"):
            with Horizontal(id="lab-entry"):
                yield Static("›", id="lab-prompt", markup=False)
                yield LabLine()
            yield Sheet(id="lab-fault")
        with Vertical(id="lab-layers", classes="frame"):
            yield LabTable()

    def on_mount(self) -> None:
        """Show the network of the question, the one that was typed last, or the example."""
        start = self._start or LabStart(self.study_app.lab_network or EXAMPLE)
        line = self.query_one(LabLine)
        with self.prevent(LabLine.Changed):
            line.value = start.notation
        line.cursor_position = len(start.notation)
        self._draft = Draft().typed(start.notation)
        self.query_one(LabTable).focus()
        self.repaint()

    def repaint(self) -> None:
        """Paint the words of this moment."""
        super().repaint()
        self.query_one("#lab").border_title = plain(self.say(message("lab.title")))
        self._paint_table()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the table follow what is typed."""
        self._draft = self._draft.typed(event.value)
        if self._draft.fault is None:
            self.study_app.lab_network = event.value
        self._paint_table()

    def on_lab_line_left(self) -> None:
        """Go down to the table."""
        self.query_one(LabTable).focus()

    def on_lab_table_left(self) -> None:
        """Go up to the line."""
        self.action_edit()

    def on_lab_table_moved(self) -> None:
        """Say which layer the cursor is on."""
        self._paint_frame()

    def action_edit(self) -> None:
        """Type on the line."""
        self.query_one(LabLine).focus()

    def _paint_table(self) -> None:
        fault = self._draft.fault
        self.query_one(LabLine).show_fault(fault)
        self.query_one("#lab-fault", Sheet).lines = (Line(plain(self.say(fault.reason))),) if fault else ()
        self.query_one(LabTable).show(self._draft)
        self._paint_frame()

    def _paint_frame(self) -> None:
        """Put the totals into the frame of the table."""
        frame, sketch = self.query_one("#lab-layers"), self._draft.sketch
        frame.border_title = plain(self.say(message("lab.layers")))
        if sketch is None:
            frame.border_subtitle = plain("")
            return
        short = "totals" if self.size.width >= WIDE else "totals_short"
        words = self.say(message(f"lab.{short}", **sketch.totals._asdict()))
        frame.border_subtitle = plain(words)
