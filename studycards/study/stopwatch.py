"""How long an answer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.memory import Clock


class Stopwatch:
    """Runs from the moment at which a question is shown until it is answered."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.start()

    def start(self) -> None:
        """Begin to count."""
        self._from_ms = self._clock().at_ms
        self._until_ms: int | None = None

    def stop(self) -> None:
        """Count no further."""
        self._until_ms = self._clock().at_ms

    @property
    def ms(self) -> int:
        """What was counted so far, in milliseconds; nothing where the clock was put back."""
        until_ms = self._clock().at_ms if self._until_ms is None else self._until_ms
        return max(0, until_ms - self._from_ms)
