"""The line on which an answer is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.widgets import Input

from studycards.tui.keys import key

if TYPE_CHECKING:
    from textual import events

_BREAKS = re.compile(r"[^\S\n]*\n\s*")


class AnswerInput(Input):
    """An input whose Enter is told at the bottom, and which can be closed without fading what was typed."""

    TOPIC = "answer_line"

    BINDINGS = [key("enter", "submit", "check")]  # noqa: RUF012 - Textual's own way to declare them

    final = True
    """Whether Enter hands the answer in; else it is left to the sheet, which goes on to the next step."""

    def open(self, text: str = "", *, final: bool = True) -> None:
        """Take an answer, from scratch unless there is a `text` to go on with."""
        self.final = final
        self.value = text
        self.cursor_position = len(text)
        self.can_focus = True
        self.focus(scroll_visible=False)

    def close(self) -> None:
        """Show the answer as it was typed; it cannot be changed any more."""
        self.can_focus = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the sheet while steps follow."""
        return self.final if action == "submit" else super().check_action(action, parameters)

    def on_paste(self, event: events.Paste) -> None:
        """Put lines into one, a semicolon for each break: Textual would drop all but the first."""
        text = event.text.strip("\r\n")
        if "\n" not in text:
            return
        event.prevent_default()
        event.stop()
        self.replace(_BREAKS.sub(_semicolons, text.replace("\r", "")), *self.selection)


def _semicolons(breaks: re.Match[str]) -> str:
    return f"{';' * breaks[0].count(chr(10))} "
