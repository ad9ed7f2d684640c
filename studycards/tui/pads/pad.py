"""What every pad has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from studycards.locale import Message, Text
    from studycards.questions.question import ReadValue

    Words = Message | Text

LETTERS = "abcdefghi"


class Command(StrEnum):
    """What a key can ask of a pad, whatever key it is bound to."""

    UP = "up"
    DOWN = "down"
    TICK = "tick"
    HOLD = "hold"
    EARLIER = "earlier"
    LATER = "later"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a pad: its label is the key that means it, its box shows whether it is chosen.

    `partner` is what a left half was matched with.
    """

    label: str
    words: Words
    box: str = ""
    chosen: bool = False
    partner: Words | None = None


@dataclass(frozen=True, slots=True)
class Pad(ABC):
    """An answer in the making. `cursor` is the row that commands mean; -1 before one was chosen."""

    cursor: int = 0

    @property
    @abstractmethod
    def commands(self) -> frozenset[Command]:
        """The commands that do something here."""

    @property
    @abstractmethod
    def rows(self) -> tuple[Row, ...]:
        """What is shown, from top to bottom."""

    @property
    def offers(self) -> tuple[Row, ...]:
        """What is shown below the rows to pick from."""
        return ()

    @property
    @abstractmethod
    def typed(self) -> str:
        """The answer as it would be typed; empty before anything was chosen."""

    def marks(self, cells: tuple[bool, ...]) -> tuple[bool | None, ...]:
        """Return for each row whether it was right, from the cells of a verdict; None where nothing is to be said."""
        return cells

    @property
    @abstractmethod
    def guide(self) -> Message:
        """Say in a few words how to answer."""

    @abstractmethod
    def holding(self, value: ReadValue) -> Self:
        """Return the pad with an answer that was read before."""

    @abstractmethod
    def command(self, command: Command) -> Self:
        """Carry out a command."""

    @abstractmethod
    def press(self, character: str) -> Self | None:
        """Carry out what a digit or a letter means here; None where it means nothing."""

    def _moved(self, by: int) -> Self:
        """Move the cursor, stopping at both ends."""
        return replace(self, cursor=min(max(self.cursor + by, 0), len(self.rows) - 1))


def index_of(character: str, labels: str, count: int) -> int | None:
    """Return which of the first `count` labels `character` is."""
    index = labels[:count].find(character) if character else -1
    return None if index < 0 else index
