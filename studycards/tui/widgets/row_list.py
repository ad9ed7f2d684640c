"""A list of rows with a cursor. Meant for the inside of a scrolling container."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message as Event
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content


class RowList(Spoken, can_focus=True):
    """Rows of one line each, made when they are seen; a subclass says what stands in them, and binds keys to `move`."""

    DEFAULT_CSS = "RowList { height: auto; }"

    cursor: reactive[int] = reactive(0, repaint=False, bindings=True)
    """The index of the row that keys mean."""

    @dataclass
    class Moved(Event):
        """The cursor went to another row."""

        cursor: int

    @dataclass
    class Chosen(Event):
        """A row that had the cursor was clicked."""

        cursor: int

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def line(self, index: int, width: int, *, current: bool) -> Content:
        """Return a row laid out for a width; `current` is the one with the cursor."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return the row at a line of the list."""
        width = self.content_size.width
        if y >= self.count:
            return Strip.blank(width, self.rich_style)
        row = self.line(y, width, current=y == self.cursor).stylize(Style.from_meta({"row": y}))
        strips = Visual.to_strips(self, row, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows."""
        del container, viewport, width
        return self.count

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the list."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Paint the two rows that change, and keep the one with the cursor in sight."""
        self.refresh(*(Region(0, row, self.content_size.width, 1) for row in (before, cursor)))
        if self.count:
            self.show_cursor()
            self.post_message(self.Moved(cursor))

    def show_cursor(self) -> None:
        """Scroll the container so that the row with the cursor is in sight."""
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to move only where there is another row."""
        del parameters
        return action != "move" or self.count > 1

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.cursor += by

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click chooses it."""
        index = event.style.meta.get("row")
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.Chosen(index))
        self.cursor = index


class RowWindow(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What a list scrolls in, by the keys of the list; the row with the cursor stays in sight when it gets lower."""

    def on_resize(self) -> None:
        """Scroll no further than it takes."""
        self.query_one(RowList).show_cursor()
