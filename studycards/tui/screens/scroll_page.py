"""What every side page has that is one long sheet: the keys that move it."""

from __future__ import annotations

from textual.containers import VerticalScroll

from studycards.tui.keys import key
from studycards.tui.screens.side_page import SidePage

OVERLAP = 2
"""Rows of one page that the next one shows again."""

CLOSED_BY_ENTER = key("enter,q,escape", "close", "close", sign="Enter")
"""The way out of a page on which there is nothing to do but to read."""


class ScrollPage(SidePage):
    """A side page with one scrolling container."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "scroll_by(1)", "statistics.line_down", sign="↑↓"),
        key("up,k", "scroll_by(-1)", "statistics.line_up", show=False),
        key("pagedown,space", "scroll_pages(1)", "statistics.page_down", show=False),
        key("pageup", "scroll_pages(-1)", "statistics.page_up", show=False),
        key("home,g", "scroll_to_top", "statistics.top", show=False),
        key("end,G", "scroll_to_bottom", "statistics.bottom", show=False),
    ]

    def action_scroll_by(self, lines: int) -> None:
        """Move the sheet by lines."""
        self.sheet.scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Move the sheet by as much as can be seen of it."""
        self.sheet.scroll_relative(y=pages * max(self.sheet.size.height - OVERLAP, 1), animate=False)

    def action_scroll_to_top(self) -> None:
        """Show the beginning."""
        self.sheet.scroll_home(animate=False)

    def action_scroll_to_bottom(self) -> None:
        """Show the end."""
        self.sheet.scroll_end(animate=False)

    @property
    def sheet(self) -> VerticalScroll:
        """The container that is moved."""
        return self.query_one(VerticalScroll)
