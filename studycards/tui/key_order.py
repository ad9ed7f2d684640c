"""One key after the other: each has had its effect before the next one is looked at.

Textual hands letters down to the focused widget and bindings up to the app, so of keys that come in one packet, from a
slow line or a busy machine, a letter would overtake the Enter before it: `1` `2` Enter `4` would be the answer 124.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message as Event

if TYPE_CHECKING:
    from textual.timer import Timer

ROUNDS = 2
"""A key goes up to the app, which finds its action; what the action tells then goes the same way."""

PATIENCE_S = 1.0
"""For how long a key is held at most, should what it waits for never come: its way may have been removed."""


class KeyDone(Event, bubble=True):
    """Follows a key from widget to widget up to the app.

    Args:
        rounds: how many more times it has to go this way.
    """

    def __init__(self, rounds: int) -> None:
        super().__init__()
        self.rounds = rounds


class KeysInOrder(App[None]):
    """An app that holds what is typed or pasted until what came before it has been dealt with."""

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._held: deque[events.Event] = deque()
        self._patience: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Hold a key while there is anything on the way that another one has taken."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._held:
            self._held.append(event)
        elif self._is_busy:
            self._held.append(event)
            self._follow(ROUNDS)
            self._patience = self.set_timer(PATIENCE_S, self._let_all_through)
        else:
            await super().on_event(event)

    async def on_key_done(self, event: KeyDone) -> None:
        """Send it round again, or let the next key through."""
        event.stop()
        if event.rounds > 1:
            self._follow(event.rounds - 1)
            return
        if self._held:
            await super().on_event(self._held.popleft())
        if self._held:
            self._follow(ROUNDS)
        elif self._patience is not None:
            self._patience.stop()

    @property
    def _is_busy(self) -> bool:
        """Whether a message waits at the app or at any widget between the focused one and it: mostly none does."""
        way = (self.focused or self.screen).ancestors_with_self
        return any(node.message_queue_size for node in way)

    def _follow(self, rounds: int) -> None:
        """Send word the same way as the key before."""
        (self.focused or self.screen).post_message(KeyDone(rounds))

    async def _let_all_through(self) -> None:
        while self._held:
            await super().on_event(self._held.popleft())
