"""One line on the terminal while a start takes long: what is done meanwhile, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from studycards.locale import Language

PATIENCE_S = 0.5
"""A start that takes no longer says nothing."""

ERASE = "\r\x1b[K"


@dataclass
class WaitingLine:
    """Writes over itself, and is gone at the end; nothing is written where `stream` is no terminal.

    It comes by itself once patience is over, since a single large deck says nothing before it has been read.
    """

    language: Language
    stream: TextIO
    patience_s: float = PATIENCE_S
    _lock: Lock = field(default_factory=Lock, init=False)
    _timer: Timer | None = field(default=None, init=False)
    _words: str = field(default="", init=False)
    _shown: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        if self.stream.isatty():
            self._timer = Timer(self.patience_s, self._appear)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._shown:
            self._write("")

    def loaded(self, done: int, total: int) -> None:
        """Tell how many decks have been read."""
        self._show("shell.loading", number=done, count=total)

    def rescheduled(self, done: int, total: int) -> None:
        """Tell how many answers have been scheduled anew: for 200,000 it takes four seconds."""
        self._show("shell.rescheduling", number=done, count=total)

    def _show(self, key: str, **values: int) -> None:
        if self._timer is not None:
            with self._lock:
                self._words = self.language.text(key, **values)
                if self._shown:
                    self._write(self._words)

    def _appear(self) -> None:
        """Write what was told last, and from now on all that is told."""
        with self._lock:
            self._shown = True
            self._write(self._words)

    def _write(self, words: str) -> None:
        self.stream.write(f"{ERASE}{words}")
        self.stream.flush()
