"""The list of all cards in its frame, which says how many were found; or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from studycards.locale import message
from studycards.study.browse.query import Query
from studycards.study.browse.wording import hits_words, order_words
from studycards.tui.text import plain, prose
from studycards.tui.widgets.card_table import CardHeading, CardTable
from studycards.tui.widgets.sheet import Sheet
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studycards.study.browse.browser import Browser
    from studycards.study.browse.order import Order


class CardFrame(Vertical, Spoken):
    """Puts the number of hits, that of selected cards and the order into the border.

    Args:
        browser: all cards.
        folder: where a learner's own decks belong, told while there are none at all.
    """

    def __init__(self, browser: Browser, folder: str) -> None:
        super().__init__(id="list", classes="frame")
        self.table = CardTable(browser)
        self._folder = folder
        self._titles = ("", "")

    def compose(self) -> ComposeResult:
        """Lay out the names of the columns, the rows, and the words in their place where there are none."""
        yield CardHeading(self.table)
        yield self.table
        yield Sheet(id="nothing")

    def search(self, text: str, order: Order, *, backwards: bool) -> None:
        """List the cards that a text asks for; what stands around them is painted by `paint`."""
        found = self.table.browser.find(text, order, backwards=backwards)
        self.table.show(found, order, Query.parse(text).words)
        self.query_one(CardHeading).refresh()

    def repaint(self) -> None:
        """Paint the rows anew."""
        self.table.repaint_rows()
        self.query_one(CardHeading).refresh()

    def paint(self, text: str, *, backwards: bool) -> None:
        """Say what was found by `text`, and in which order it stands."""
        titles = (self._hits(), self._notes(backwards=backwards))
        # Setting a title paints all rows anew.
        if titles != self._titles:
            self.border_title, self.border_subtitle = map(plain, titles)
            self._titles = titles
        nothing = self._nothing(text)
        self.query_one("#nothing", Sheet).lines = prose(nothing)
        self.table.display = not nothing

    def _hits(self) -> str:
        return self.language.render(hits_words(len(self.table.found), len(self.table.browser)))

    def _notes(self, *, backwards: bool) -> str:
        chosen = len(self.table.chosen)
        order = order_words(self.table.order, backwards=backwards)
        notes = (message("browse.chosen", count=chosen), order) if chosen else (order,)
        return " · ".join(map(self.language.render, notes))

    def _nothing(self, text: str) -> str:
        """Return why the list is empty; nothing while it is not, or not read yet."""
        if not len(self.table.browser):
            return self.language.text("browse.no_cards", folder=self._folder)
        if self.table.found or not self.table.browser.loaded:
            return ""
        return self.language.text("browse.no_hits", text=text)
