"""The list of settings: a cursor that passes over headings, values that are typed in place, keys that are caught."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message as Event
from textual.reactive import reactive
from textual.widget import Widget

from studycards.locale import message
from studycards.study.settings.entry import CHARACTERS, is_typed
from studycards.tui.keys import key
from studycards.tui.setting_rows import row_line
from studycards.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content

    from studycards.tui.setting_rows import Row

UNCAUGHT = {"enter", "escape"}
"""Keys that end the wait for a key without one."""


class SettingList(RowList):
    """The settings with a cursor."""

    TOPIC = "settings"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "move(1)", "settings.down", sign="↑↓"),
        key("up,k", "move(-1)", "settings.up", show=False),
        key("right,space,plus", "step(1)", "settings.next", sign="←→"),
        key("left,minus", "step(-1)", "settings.previous", show=False),
        key("enter", "edit", "settings.edit"),
        key("backspace,delete", "clear", "settings.default"),
        key("right_square_bracket", "section(1)", "settings.section", sign="[ ]"),
        key("left_square_bracket", "section(-1)", "settings.section_back", show=False),
        key("pagedown", "move(10)", "settings.page_down", show=False),
        key("pageup", "move(-10)", "settings.page_up", show=False),
        key("home,g", "move(-1000000)", "settings.first", show=False),
        key("end,G", "move(1000000)", "settings.last", show=False),
    ]

    rows: reactive[tuple[Row, ...]] = reactive((), layout=True, bindings=True)
    """What is listed."""

    entry: reactive[str | None] = reactive(None, bindings=True)
    """What is being typed into the row with the cursor; None where nothing is."""

    catching: reactive[bool] = reactive(default=False, bindings=True)
    """Whether the next key becomes that of the row with the cursor."""

    @dataclass
    class Stepped(Event):
        """The next value of a setting is wanted, or the one before."""

        name: str
        by: int

    @dataclass
    class Typed(Event):
        """A value was typed for a setting; empty for none."""

        name: str
        text: str

    @dataclass
    class Caught(Event):
        """A key was pressed for a binding; None gives it its own again."""

        binding: str
        key: str | None

    def __init__(self) -> None:
        super().__init__()
        # The first row is a heading.
        self.set_reactive(SettingList.cursor, 1)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def row(self) -> Row | None:
        """The row with the cursor; none before there are any."""
        return self.rows[self.cursor] if self.rows else None

    def line(self, index: int, width: int, *, current: bool) -> Content:
        """Return one row: a heading, a setting or a command of the program."""
        entry = self._entry_words if current else None
        return row_line(self.rows[index], self.language, width, current=current, entry=entry)

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the list, and pass over headings the way the cursor goes."""
        cursor = super().validate_cursor(cursor)
        ahead = [index for index, row in enumerate(self.rows) if row.name and index >= cursor]
        behind = [index for index, row in enumerate(self.rows) if row.name and index <= cursor]
        backwards = cursor < self.cursor or not ahead
        return behind[-1] if behind and backwards else next(iter(ahead), cursor)

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Give up what was begun on the row before."""
        self.entry, self.catching = None, False
        super().watch_cursor(before, cursor)

    def show_cursor(self) -> None:
        """Show the row with the cursor, and the heading right above it."""
        above = int(self.cursor > 0 and not self.rows[self.cursor - 1].name)
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, self.cursor - above, 1, 1 + above), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer steps where there are values in a row, one after the other."""
        del parameters
        if action == "step":
            return self.row is not None and self.row.binding is None and self.entry is None
        return True

    def on_key(self, event: events.Key) -> None:
        """Catch a key for a binding, or take what is typed into a number or a date."""
        if self.catching:
            self._catch(event.key)
        elif not self._takes(event):
            return
        event.stop()
        event.prevent_default()

    def action_move(self, by: int) -> None:
        """Move the cursor, and keep what was typed."""
        self._hand_in()
        super().action_move(by)

    def action_step(self, by: int) -> None:
        """Ask for the next value, or the one before."""
        if self.row is not None:
            self.post_message(self.Stepped(self.row.name, by))

    def action_edit(self) -> None:
        """Keep what was typed; else begin to type, wait for a key, or take the next value."""
        if self.row is None:
            return
        if self.entry is not None:
            self._hand_in()
        elif self.row.binding is not None:
            self.catching = True
        elif is_typed(self.row.name):
            self.entry = ""
        else:
            self.action_step(1)

    def action_clear(self) -> None:
        """Give the row its default."""
        if self.row is None:
            return
        if self.row.binding is not None:
            self.post_message(self.Caught(self.row.binding, None))
        else:
            self.post_message(self.Typed(self.row.name, ""))

    def action_section(self, by: int) -> None:
        """Go to the next section, or to the one before."""
        rows = self.rows
        heads = [index for index in range(len(rows)) if rows[index].name and (not index or not rows[index - 1].name)]
        others = [head for head in heads if (head > self.cursor if by > 0 else head < self.cursor)]
        if others:
            self.cursor = others[0] if by > 0 else others[-1]

    def watch_entry(self) -> None:
        """Paint what is typed."""
        self.refresh()

    def watch_catching(self) -> None:
        """Paint that a key is waited for; what the row is about has changed."""
        self.refresh()
        if self.rows:
            self.post_message(self.Moved(self.cursor))

    @property
    def _entry_words(self) -> str | None:
        return self.language.render(message("settings.press_key")) if self.catching else self.entry

    def _takes(self, event: events.Key) -> bool:
        """Take a character of a number or date, or a key that mends or gives up what is typed."""
        if self.row is None or self.row.binding is not None or not is_typed(self.row.name):
            return False
        character = event.character or ""
        if character and character in CHARACTERS and (self.entry is not None or character.isdigit()):
            self.entry = (self.entry or "") + character
        elif self.entry is not None and event.key == "backspace":
            self.entry = self.entry[:-1]
        elif self.entry is not None and event.key == "escape":
            self.entry = None
        else:
            return False
        return True

    def _hand_in(self) -> None:
        """Tell what was typed; nothing typed is nothing told."""
        entry, self.entry = self.entry, None
        if entry and self.row is not None:
            self.post_message(self.Typed(self.row.name, entry))

    def _catch(self, key: str) -> None:
        """Tell the key that was pressed, unless it ends the wait without one."""
        self.catching = False
        if key not in UNCAUGHT and self.row is not None and self.row.binding is not None:
            self.post_message(self.Caught(self.row.binding, key))
