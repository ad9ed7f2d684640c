"""One line on the terminal while a start takes long: what is done meanwhile, and how far it is."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.locale import Language

PATIENCE_S = 0.5
"""A start that takes no longer says nothing."""

ERASE = "\r\x1b[K"


@dataclass
class WaitingLine:
    """Writes over itself, and is gone at the end; nothing is written where `stream` is no terminal."""

    language: Language
    stream: TextIO
    now_s: Callable[[], float] = time.monotonic
    _began_s: float = field(init=False)
    _shown: bool = False

    def __enter__(self) -> Self:
        self._began_s = self.now_s()
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self.stream.write(ERASE)
            self.stream.flush()

    def loaded(self, done: int, total: int) -> None:
        """Tell how many decks have been read."""
        self._show("shell.loading", number=done, count=total)

    def rescheduled(self, count: int) -> None:
        """Tell how many answers have been scheduled anew: for 200,000 it takes 15 seconds."""
        if count:
            self._show("settings.rescheduling", number=count)

    def _show(self, key: str, **values: int) -> None:
        if not self.stream.isatty() or self.now_s() - self._began_s < PATIENCE_S:
            return
        self._shown = True
        self.stream.write(f"{ERASE}{self.language.text(key, **values)}")
        self.stream.flush()
