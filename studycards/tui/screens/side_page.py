"""What every screen has that is opened on top of another one and closed again: the list of decks, a question."""

from __future__ import annotations

from studycards.tui.keys import key
from studycards.tui.screens.page import Page


class SidePage(Page):
    """A screen that leads back to where it was opened."""

    BINDINGS = [key("q,escape", "close", "close")]  # noqa: RUF012 - Textual's own way to declare them

    def action_close(self) -> None:
        """Return to the screen below."""
        self.app.call_next(self.app.pop_screen)
