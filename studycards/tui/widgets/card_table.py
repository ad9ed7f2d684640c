"""The list of all cards: only the rows in sight are ever made, so that its length does not matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message as Event
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from studycards.study.browse.order import Order
from studycards.tui.card_rows import Layout, card_row, heading
from studycards.tui.keys import key
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.content import Content
    from textual.geometry import Region

    from studycards.study.browse.browser import Browser

MOST_STRIPS = 1000
"""Painted rows that are kept: some screens full."""


class CardTable(ScrollView, Spoken, can_focus=True):
    """The cards that were found, with a cursor; `chosen` holds the numbers of those that are selected."""

    TOPIC = "cards"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "move(1)", "browse.down", sign="↑↓"),
        key("up,k", "move(-1)", "browse.up", show=False),
        key("pagedown,ctrl+d", "turn(1)", "browse.page_down", show=False),
        key("pageup,ctrl+b", "turn(-1)", "browse.page_up", show=False),
        key("home,g", "move(-1000000000)", "browse.first", show=False),
        key("end,G", "move(1000000000)", "browse.last", show=False),
    ]

    DEFAULT_CSS = "CardTable { overflow-x: hidden; }"

    cursor: reactive[int] = reactive(0, repaint=False, always_update=True)
    """The row that keys mean, from 0."""

    @dataclass
    class Moved(Event):
        """The cursor is on another card, or the card under it has changed."""

    @dataclass
    class Clicked(Event):
        """The row that had the cursor was clicked."""

    def __init__(self, browser: Browser) -> None:
        super().__init__()
        self.browser = browser
        self.found: Sequence[int] = ()
        self.chosen: set[int] = set()
        self.order = Order.FILE
        self.words: tuple[str, ...] = ()
        self._strips: dict[tuple[int, bool], Strip] = {}

    def open(self, browser: Browser) -> None:
        """List the cards of another moment, when their numbers mean other cards; the cursor stays where it can."""
        number = None if self.number is None else browser.number(self.browser.id(self.number))
        self.browser, self.found = browser, () if number is None else (number,)
        self.chosen.clear()
        self.set_reactive(CardTable.cursor, 0)

    @property
    def number(self) -> int | None:
        """The card under the cursor."""
        return self.found[self.cursor] if self.found else None

    @property
    def layout_of_rows(self) -> Layout:
        """The columns of this moment; the last one does not touch the scrollbar."""
        return Layout(max(self.scrollable_content_region.width - 1, 0), self.order, self.browser.today, self.words)

    def show(self, found: Sequence[int], order: Order, words: tuple[str, ...] = ()) -> None:
        """List these cards, found by `words`; the cursor stays on its card where that is among them."""
        number = self.number
        self.found, self.order, self.words = found, order, words
        self.virtual_size = Size(0, len(found))
        self.repaint_rows()
        self.cursor = found.index(number) if number is not None and number in found else 0

    def repaint_rows(self) -> None:
        """Paint all rows anew: what they show has changed."""
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row at a line of the window."""
        place = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if place >= len(self.found):
            return Strip.blank(width, self.rich_style)
        wanted = (self.found[place], place == self.cursor)
        if wanted not in self._strips:
            if len(self._strips) >= MOST_STRIPS:
                self._strips.clear()
            self._strips[wanted] = self._strip(*wanted)
        return self._strips[wanted]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows as they are kept: there are no borders and no padding that Textual would add to each anew."""
        background, filters = self.background_colors[1], self.get_line_filters()
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]

    def validate_cursor(self, cursor: int) -> int:
        """Stay within the list."""
        return max(0, min(cursor, len(self.found) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Paint the two rows that change, and keep the cursor in sight."""
        for place in {before, cursor}:
            self.refresh_line(place)
        self.show_cursor()
        self.post_message(self.Moved())

    def show_cursor(self) -> None:
        """Scroll no further than it takes to see the row with the cursor."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + height > 0:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the cursor move where there is one."""
        del parameters
        return bool(self.found) or action not in {"move", "turn"}

    def notify_style_update(self) -> None:
        """Paint anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Lay the columns out anew, and keep the cursor in sight."""
        self.repaint_rows()
        self.show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click looks at the card."""
        place = self.scroll_offset.y + event.y
        if place == self.cursor:
            self.post_message(self.Clicked())
        elif place < len(self.found):
            self.cursor = place

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.cursor += by

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.cursor += pages * max(self.scrollable_content_region.height - 1, 1)

    def choose(self) -> None:
        """Select the card under the cursor, or no longer, and go to the next."""
        if self.number is not None:
            self.chosen ^= {self.number}
            self.repaint_rows()
            self.cursor += 1

    def choose_all(self) -> None:
        """Select all the cards listed; where they are, none."""
        self.chosen = set() if self.chosen.issuperset(self.found) else self.chosen.union(self.found)
        self.repaint_rows()

    def _strip(self, number: int, current: bool) -> Strip:  # noqa: FBT001 - the key of the rows that are kept
        width = self.scrollable_content_region.width
        chosen = number in self.chosen
        row = card_row(self.browser.row(number), self.layout_of_rows, self.language, current=current, chosen=chosen)
        strips = Visual.to_strips(self, row, width, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(width)


class CardHeading(Spoken):
    """The names of the columns above the list."""

    DEFAULT_CSS = "CardHeading { height: 1; }"

    def __init__(self, table: CardTable) -> None:
        super().__init__()
        self._table = table

    def render(self) -> Content:
        """Lay the names out like the rows."""
        return heading(self._table.layout_of_rows, self.language)
