"""The first run: what this is, three keys, the language, where the data lives. Shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.locale import message
from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.text import plain, prose
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class WelcomeScreen(Page):
    """One sheet; Enter goes on to the decks."""

    TOPIC = "welcome"

    BINDINGS = [key("enter,space", "go_on", "go_on")]  # noqa: RUF012 - Textual's own way to declare them

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame"):
            yield Sheet(id="welcome")

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.query_one(VerticalScroll).border_title = plain("studycards")
        words = message("tui.welcome", folder=str(self.workspace.home))
        self.query_one("#welcome", Sheet).lines = prose(self.say(words))

    @property
    def quiet_keys(self) -> frozenset[str]:
        """None: whoever does not read this language has to see the key that changes it."""
        return frozenset()

    def action_go_on(self) -> None:
        """Remember that this was read and show the decks."""
        self.workspace.mark_welcomed()
        self.study_app.go_home()
