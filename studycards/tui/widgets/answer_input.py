"""The line on which an answer is typed."""

from __future__ import annotations

from textual.widgets import Input

from studycards.tui.keys import key


class AnswerInput(Input):
    """An input whose Enter is told at the bottom, and which can be closed without fading what was typed."""

    BINDINGS = [key("enter", "submit", "check")]  # noqa: RUF012 - Textual's own way to declare them

    def open(self) -> None:
        """Take an answer from scratch."""
        self.value = ""
        self.can_focus = True
        self.focus()

    def close(self) -> None:
        """Show the answer as it was typed; it cannot be changed any more."""
        self.can_focus = False
