"""The line on which is typed what to look for."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message as Event
from textual.widgets import Input

from studycards.tui.keys import key


class SearchInput(Input):
    """An input whose Enter and ↓ lead to the list below it."""

    TOPIC = "search"

    BINDINGS = [key("enter,down,tab", "leave", "browse.to_list")]  # noqa: RUF012 - Textual's own way to declare them

    @dataclass
    class Left(Event):
        """The list is to have the keys."""

    def action_leave(self) -> None:
        """Go on to the list."""
        self.post_message(self.Left())
