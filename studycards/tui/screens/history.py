"""The history of one card: why it comes now, and each answer it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.tui.history_lines import history_lines
from studycards.tui.screens.scroll_page import ScrollPage
from studycards.tui.text import plain
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from studycards.study.card_history import CardHistory


class HistoryScreen(ScrollPage):
    """The history of a prompt, the newest answer first.

    Args:
        prompt: its id.
        spoil: whether the answers that were typed may be shown: not while the question is open.
    """

    TOPIC = "history"

    def __init__(self, prompt: str, *, spoil: bool = True) -> None:
        super().__init__()
        self._prompt = prompt
        self._spoil = spoil
        self._history: CardHistory | None = None

    def parts(self) -> Iterable[Widget]:
        """Lay out one scrolling sheet."""
        with VerticalScroll(classes="frame", can_focus=False):
            yield Sheet(id="history")

    def on_mount(self) -> None:
        """Read the history once: while it is shown, nothing is answered."""
        try:
            history = self.workspace.statistics.history(self._prompt)
            self._history = history if self._spoil else history.without_what_was_typed()
        except StudycardsError as error:
            self.study_app.complain(error)

    def repaint(self) -> None:
        """Write the sheet in the language of this moment."""
        super().repaint()
        self.sheet.border_title = plain(self.say(message("statistics.history")))
        if self._history is not None:
            self.query_one("#history", Sheet).lines = history_lines(self._history, self.language)
