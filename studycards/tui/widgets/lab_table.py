"""The layers of a network with a cursor. Only the rows in sight are laid out: DenseNet-201 has 707."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message as Event
from textual.reactive import reactive
from textual.style import Style

from studycards.tui.keys import key
from studycards.tui.lab_table_lines import GAP, TableText, row_text
from studycards.tui.text import Line, plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from studycards.study.lab.sketch import Draft

FAR = 1_000_000
"""Further than any table reaches."""

LEAD = 2
"""Cells before a row, for the sign of the cursor."""


class LabTable(Spoken, can_focus=True):
    """Paints the table of a draft; while its text is no network, that of the last one, faded."""

    TOPIC = "lab_table"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "step_in", "lab.step_in"),
        key("down,j", "move(1)", "lab.layer_down", sign="↑↓"),
        key("up,k", "move(-1)", "lab.layer_up", show=False),
        key("pagedown", "move(10)", "lab.layer_page_down", show=False),
        key("pageup", "move(-10)", "lab.layer_page_up", show=False),
        key("home,g", f"move(-{FAR})", "lab.layer_first", show=False),
        key("end,G", f"move({FAR})", "lab.layer_last", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """The layer that keys mean, from 0."""

    @dataclass
    class Moved(Event):
        """The cursor went to another layer."""

    @dataclass
    class Chosen(Event):
        """A layer is to be looked at step by step."""

    @dataclass
    class Left(Event):
        """A key led up to the line of the network."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._text: TableText | None = None
        self._top = 0

    def show(self, draft: Draft) -> None:
        """Paint another draft."""
        self._draft = draft
        self.repaint()

    def repaint(self) -> None:
        """Write the table in the language of this moment."""
        sketch = self._draft.sketch if self._draft else None
        self._text = TableText.of(sketch, self.language) if sketch else None
        self.cursor = self.validate_cursor(self.cursor)
        self.refresh(layout=True)
        self.refresh_bindings()

    @property
    def count(self) -> int:
        """How many layers there are."""
        return len(self._text.rows) - 1 if self._text else 0

    def render(self) -> Content:
        """Lay out the heading and the rows in sight."""
        width, height = self.content_size
        if self._text is None or self._draft is None:
            return Content("\n").join(Line(plain(self.language.text("lab.empty"))).rows(max(width, 1)))
        widths = self._text.widths(width - LEAD)
        faded = self._draft.fault is not None
        lines = [self._line(row_text(self._text.heading, widths), "$text-muted", "")]
        for number in self._in_sight(height - 1):
            current = number == self.cursor + 1
            style = "bold $accent" if current and not faded else "$text-muted" if faded or not number else ""
            line = self._line(row_text(self._text.rows[number], widths), style, "▸" if current else "")
            lines.append(line.stylize(Style.from_meta({"row": number - 1})))
        return Content("\n").join(line.truncate(width) for line in lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows with the heading and the input."""
        del container, viewport, width
        return len(self._text.rows) + 1 if self._text else 1

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the table."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Tell where the cursor went."""
        self.post_message(self.Moved())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing before there is a layer."""
        del action, parameters
        return self.count > 0

    def action_move(self, by: int) -> None:
        """Move the cursor; above the first layer is the line of the network."""
        if by == -1 and self.cursor == 0:
            self.post_message(self.Left())
        self.cursor += by

    def action_step_in(self) -> None:
        """Look at the layer step by step."""
        self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the layer that was clicked; a second click chooses it."""
        row = event.style.meta.get("row")
        if row is None or row < 0:
            return
        if row == self.cursor:
            self.post_message(self.Chosen())
        self.cursor = row

    def _in_sight(self, height: int) -> range:
        """Return the rows that are shown, the one with the cursor among them."""
        assert self._text is not None
        rows, room = len(self._text.rows), max(height, 1)
        row = self.cursor + 1 if self.cursor else 0
        self._top = max(min(self._top, row), self.cursor + 2 - room, 0)
        self._top = min(self._top, max(rows - room, 0))
        return range(self._top, min(self._top + room, rows))

    @staticmethod
    def _line(cells: Sequence[str], style: str, sign: str) -> Content:
        return plain(sign.ljust(LEAD) + (" " * GAP).join(cells), style)
