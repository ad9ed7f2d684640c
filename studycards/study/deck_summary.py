"""A deck in one line: what waits there today, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studycards.memory import Counts

if TYPE_CHECKING:
    from pathlib import Path

    from studycards.locale import Text


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """One line of the list of decks: what waits there today. A faulty deck has problems and no title."""

    id: str
    title: Text | None
    path: Path
    cards: int = 0
    counts: Counts = field(default_factory=Counts)
    problems: int = 0
