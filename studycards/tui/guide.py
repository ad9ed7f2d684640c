"""What the help tells: about the thing that has the focus, and the keys that work, by how far around it they reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from studycards.locale import message
from studycards.tui.keys import working_keys

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from studycards.locale import Message
    from studycards.tui.keys import KeyHint

TYPED = {"answer_line", "grid"}
"""The topics of what an answer is typed into."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What can be said about a screen as it is now.

    Args:
        topic: the name of the focused thing; widgets and screens give it as `TOPIC`.
        near: the keys of that thing.
        around: the keys of the screen.
        everywhere: the keys of the program.
    """

    topic: str | None
    near: tuple[KeyHint, ...]
    around: tuple[KeyHint, ...]
    everywhere: tuple[KeyHint, ...]

    @property
    def title(self) -> Message:
        """What the focused thing is called."""
        return self._words("topic") or message("tui.help")

    @property
    def about(self) -> Message | None:
        """What the focused thing is for."""
        return self._words("about_topic")

    @property
    def is_typed(self) -> bool:
        """Whether an answer can be typed here."""
        return self.topic in TYPED

    def _words(self, kind: str) -> Message | None:
        """Return an entry about the topic: `lab.line` has `topic_line` and `about_topic_line` in the catalog `lab`."""
        area, _, name = (self.topic or "").rpartition(".")
        return message(f"{area or 'shell'}.{kind}_{name}") if name else None


def guide_to(screen: Screen[Any]) -> Guide:
    """Return the guide to a screen as it is now."""
    hints = working_keys(screen, hidden=True)
    return Guide(
        _topic(screen.focused or screen),
        near=tuple(hint for hint in hints if not isinstance(hint.namespace, App | Screen)),
        around=tuple(hint for hint in hints if isinstance(hint.namespace, Screen)),
        everywhere=tuple(hint for hint in hints if isinstance(hint.namespace, App)),
    )


def _topic(node: DOMNode) -> str | None:
    """Return the topic of the nearest thing around `node` that has one."""
    topics = (getattr(around, "TOPIC", None) for around in node.ancestors_with_self)
    return next((topic for topic in topics if topic), None)
