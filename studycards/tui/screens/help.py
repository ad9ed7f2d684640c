"""Help: what the focused thing is, which keys work on it, around it and everywhere, and how answers are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.locale import message
from studycards.tui.keys import sign_of
from studycards.tui.screens.scroll_page import CLOSED_BY_ENTER, ScrollPage
from studycards.tui.text import Line, plain, prose
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content
    from textual.widget import Widget

    from studycards.locale import Message
    from studycards.tui.guide import Guide
    from studycards.tui.keys import KeyHint

SIGN_WIDTH = 8
"""Cells for a key and the gap behind it."""

BLANK = Line(plain(""))


class HelpScreen(ScrollPage):
    """Shows the guide to the screen below."""

    BINDINGS = [CLOSED_BY_ENTER]  # noqa: RUF012 - Textual's own way to declare them

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame", can_focus=False):
            yield Sheet(id="help")

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.sheet.border_title = plain(self.say(message("tui.help")))
        self.query_one("#help", Sheet).lines = tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        guide = self._guide
        yield self._heading(guide.title)
        yield from (*prose(self.say(guide.about)), BLANK) if guide.about else ()
        yield from self._keys(guide.near)
        around = self._keys(guide.around)
        if around and guide.near:
            yield from (BLANK, self._heading(message("shell.help_around")))
        yield from around
        yield from (BLANK, self._heading(message("shell.help_everywhere")), *self._keys(guide.everywhere))
        if guide.is_typed:
            yield from (BLANK, self._heading(message("shell.help_typing")))
            yield from prose(self.say(message("shell.help_answers")))
        yield from (BLANK, *prose(self.say(message("shell.help_caret")), "$text-muted"))

    def _heading(self, words: Message) -> Line:
        return Line(plain(self.say(words), "bold"))

    def _keys(self, hints: Iterable[KeyHint]) -> tuple[Line, ...]:
        return tuple(Line(plain(self.say(hint.about)), self._lead(hint)) for hint in hints)

    def _lead(self, hint: KeyHint) -> Content:
        """Return the key alone: where the line at the bottom shows a pair, the help has a sentence for each."""
        return plain(f"{sign_of(hint.key, self.language):<{SIGN_WIDTH}}", "bold $accent")
