"""Help: the keys of the screen it was asked on, and how answers are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.locale import message
from studycards.tui.keys import key, sign_of
from studycards.tui.screens.side_page import SidePage
from studycards.tui.text import Line, plain, prose
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.widget import Widget

    from studycards.tui.keys import KeyHint

SIGN_WIDTH = 8
"""Cells for a key and the gap behind it."""


class HelpScreen(SidePage):
    """Lists `hints`, the keys that work on the screen below, then the ways to type an answer."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "close", "close"),
        key("down,j", "scroll_by(1)", "scroll_line_down", sign="↑↓"),
        key("up,k", "scroll_by(-1)", "scroll_line_up", show=False),
    ]

    def __init__(self, hints: tuple[KeyHint, ...]) -> None:
        super().__init__()
        self._hints = hints

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame"):
            yield Sheet(id="help")

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.query_one(VerticalScroll).border_title = plain(self.say(message("tui.help")))
        keys = [Line(plain(self.say(hint.about)), self._lead(hint)) for hint in self._hints]
        answers = prose(self.say(message("tui.help_answers")))
        self.query_one("#help", Sheet).lines = (*keys, Line(plain("")), *answers)

    def action_scroll_by(self, lines: int) -> None:
        """Move the sheet."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _lead(self, hint: KeyHint) -> Content:
        return plain(f"{sign_of(hint.sign, self.language):<{SIGN_WIDTH}}", "bold $accent")
