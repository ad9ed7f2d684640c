"""What is wrong with the settings file, a line for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.locale import message
from studycards.tui.screens.scroll_page import CLOSED_BY_ENTER, ScrollPage
from studycards.tui.setting_faults import each_of
from studycards.tui.text import Line, plain
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from studycards.locale import Message

BLANK = Line(plain(""))


class FaultsScreen(ScrollPage):
    """Names the file, and then what is wrong with it.

    Args:
        of_keys: the faults of the learner's own keys, which the settings screen has found.
    """

    TOPIC = "faults"

    BINDINGS = [CLOSED_BY_ENTER]  # noqa: RUF012 - Textual's own way to declare them

    def __init__(self, of_keys: Sequence[Message]) -> None:
        super().__init__()
        self._of_keys = of_keys

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame", can_focus=False):
            yield Sheet(id="faults")

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.sheet.border_title = plain(self.say(message("settings.faults_title")))
        self.query_one("#faults", Sheet).lines = tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        faults = self.workspace.preferences.faults
        yield Line(plain(str(self.workspace.preferences.path), "bold"))
        for fault in each_of(faults, self._of_keys):
            yield BLANK
            yield Line(plain(self.say(fault)), plain("✗ ", "$error"))
        if faults:
            yield BLANK
            yield Line(plain(self.say(message("settings.faults_about")), "$text-muted"))
