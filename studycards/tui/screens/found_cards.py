"""Cards to look at: found as one types, sorted, and shown one by one; what is done to them belongs to `browse`."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal
from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.browse.order import Order
from studycards.tui.screens.side_page import SidePage
from studycards.tui.widgets.card_frame import CardFrame
from studycards.tui.widgets.card_pane import CardPane
from studycards.tui.widgets.change_line import ChangeLine
from studycards.tui.widgets.search_input import SearchInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from studycards.study.browse.browser import Browser
    from studycards.tui.widgets.card_table import CardTable

A_MOMENT_S = 0.008
"""How long reading may go on before keys have their turn."""


class FoundCardsPage(SidePage):
    """A line to search on, the list of what was found, and beside or below it the card under the cursor."""

    HORIZONTAL_BREAKPOINTS = [*SidePage.HORIZONTAL_BREAKPOINTS, (110, "-two-panes")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._order = Order.FILE
        self._backwards = False

    def parts(self) -> Iterable[Widget]:
        """Lay out the line, the panes, and the line on which is said what was done."""
        frame = CardFrame(self.workspace.browser, str(self.workspace.home / "decks"))
        with Horizontal(id="search-row"):
            yield Static("/", id="search-sign", markup=False)
            yield SearchInput(compact=True, select_on_focus=False)
        with Container(id="panes"):
            yield frame
            yield CardPane(frame.table)
        yield ChangeLine()

    def on_mount(self) -> None:
        """Show the cards at once, and read on in the background what searching needs."""
        self.set_focus(self._table)
        self._list()

    def repaint(self) -> None:
        """Paint all words again."""
        super().repaint()
        self.query_one(SearchInput).placeholder = self.say(message("browse.prompt"))
        self._frame.repaint()
        self._pane.repaint()
        self._paint_frame()
        self._line.repaint()

    def on_resize(self) -> None:
        """Give the keys to what can be seen."""
        self.call_after_refresh(self._look)

    def on_input_changed(self) -> None:
        """Search for what is typed so far."""
        self._search_anew()

    def on_search_input_left(self) -> None:
        """Let the keys move in the list."""
        self.set_focus(self._table)

    def on_card_table_moved(self) -> None:
        """Look at the card under the cursor."""
        self._pane.look(self._table.number)

    async def on_card_table_clicked(self) -> None:
        """Look at the card that was clicked."""
        await self.run_action("look")

    def action_search(self) -> None:
        """Type what to look for."""
        self.set_focus(self.query_one(SearchInput))

    def action_clear(self) -> None:
        """Show all cards again, or leave the line where nothing is typed."""
        if self._text:
            self.query_one(SearchInput).value = ""
        else:
            self.set_focus(self._table)

    def action_look(self) -> None:
        """Show the card under the cursor, in the place of the list where there is no room for both."""
        self.add_class("-open")
        self.refresh_bindings()
        self.call_after_refresh(self._look)

    def action_shut(self) -> None:
        """Show nothing but the list."""
        self.remove_class("-open")
        self.refresh_bindings()
        self.call_after_refresh(self._look)

    def action_look_on(self, lines: int) -> None:
        """Scroll the card while the keys are with the list."""
        self._pane.action_scroll_by(lines)

    def action_sort(self) -> None:
        """Go on to the next order."""
        self._order, self._backwards = self._order.next, False
        self._search_anew()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._backwards = not self._backwards
        self._search_anew()

    async def _load(self) -> None:
        """Read what searching needs, giving way to keys every few milliseconds."""
        reading = self._browser.load()
        try:
            while not self._browser.loaded:
                until_s = perf_counter() + A_MOMENT_S
                for read in reading:
                    if perf_counter() > until_s:
                        self._tell_loaded(read)
                        break
                await asyncio.sleep(0)
        except StudycardsError as error:
            self.study_app.complain(error)
        else:
            self._tell_loaded()
        self._search()

    def _search_anew(self) -> None:
        """List something else; what was done before is said no more."""
        self._line.forget()
        self._search()

    def _search(self) -> None:
        """List what the line asks for."""
        self._frame.search(self._text, self._order, backwards=self._backwards)
        self._paint_frame()
        self.refresh_bindings()

    def _paint_frame(self) -> None:
        """Say around the list what was found."""
        self._frame.paint(self._text, backwards=self._backwards)

    def _look(self) -> None:
        """Show the card where there is room for it, and give the keys to what can be seen."""
        self._pane.look(self._table.number)
        if not self._frame.display:
            self.set_focus(self._pane)
        elif not isinstance(self.focused, SearchInput):
            self.set_focus(self._table)

    def _list(self) -> None:
        """List the cards of the moment, and read what searching needs."""
        self._tell_loaded(0)
        self._search()
        self.run_worker(self._load(), exclusive=True, group="load")

    def _tell_loaded(self, read: int | None = None) -> None:
        """Say how many cards have been read by now; nothing once all are."""
        loading = None if read is None else message("browse.loading", done=read, total=len(self._browser))
        self._line.read_so_far(loading)

    @property
    def _text(self) -> str:
        return self.query_one(SearchInput).value

    @property
    def _is_open(self) -> bool:
        return self.has_class("-open")

    @property
    def _browser(self) -> Browser:
        return self._table.browser

    @property
    def _frame(self) -> CardFrame:
        return self.query_one(CardFrame)

    @property
    def _table(self) -> CardTable:
        return self._frame.table

    @property
    def _pane(self) -> CardPane:
        return self.query_one(CardPane)

    @property
    def _line(self) -> ChangeLine:
        return self.query_one(ChangeLine)
