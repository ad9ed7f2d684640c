"""The line on which the network of the Lab is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.segment import Segment
from textual.message import Message as Event
from textual.strip import Strip
from textual.widgets import Input

from studycards.tui.keys import key

if TYPE_CHECKING:
    from rich.text import Text
    from textual import events

    from studycards.study.lab.sketch import Fault

_KIND = re.compile(r"(?<![\w.])[A-Za-z]\w*(?=\s*(?:\(|\||,|\)|$))")
_BREAKS = re.compile(r"\s*\n\s*")


class _Marks(Highlighter):
    """Shows the layers in bold, and underlines what is wrong: without colours, so that every terminal shows it."""

    fault: Fault | None = None

    def highlight(self, text: Text) -> None:
        """Mark up the line."""
        for kind in _KIND.finditer(text.plain):
            text.stylize("bold", *kind.span())
        if self.fault is not None and self.fault.start is not None:
            text.stylize("bold underline", self.fault.start, self.fault.end)


class LabLine(Input):
    """An input of one line that leads down to the table below it."""

    TOPIC = "lab_line"

    BINDINGS = [key("enter,down,tab,escape", "leave", "lab.to_layers")]  # noqa: RUF012 - Textual's own way

    @dataclass
    class Left(Event):
        """A key led to what is below the line."""

    def __init__(self) -> None:
        self._marks = _Marks()
        super().__init__(highlighter=self._marks, compact=True, select_on_focus=False)

    def show_fault(self, fault: Fault | None) -> None:
        """Underline what is wrong with the text, or nothing."""
        self._marks.fault = fault
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Show by `…` that there is more of the network than the line has room for."""
        strip, width = super().render_line(y), self.scrollable_content_region.width
        if y or self.scroll_offset.x + width >= cell_len(self.value):
            return strip
        return Strip.join([strip.crop(0, width - 1), Strip([Segment("…", self.rich_style)]), strip.crop(width)])

    def action_leave(self) -> None:
        """Go down to the table."""
        self.post_message(self.Left())

    def on_paste(self, event: events.Paste) -> None:
        """Put the lines of a network into one: Textual would drop all but the first."""
        text = event.text.strip()
        if "\n" not in text:
            return
        event.prevent_default()
        event.stop()
        self.replace(_BREAKS.sub(" ", text.replace("\r", "")), *self.selection)
