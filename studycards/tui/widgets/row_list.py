"""A list of rows with a cursor. Meant for the inside of a scrolling container."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region
from textual.message import Message as Event
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events


class RowList(Spoken, can_focus=True):
    """Rows of one line each; a subclass says what stands in them, and binds keys to `move`."""

    DEFAULT_CSS = "RowList { height: auto; }"

    cursor: reactive[int] = reactive(0, bindings=True)
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

    def lines(self, width: int) -> Iterable[Content]:
        """Return the rows laid out for a width."""
        raise NotImplementedError

    def render(self) -> Content:
        """Lay out the rows for the present width."""
        lines = self.lines(self.content_size.width)
        return Content("\n").join(line.stylize(Style.from_meta({"row": index})) for index, line in enumerate(lines))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows."""
        del container, viewport, width
        return self.count

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the list."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Keep the row with the cursor in sight."""
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
