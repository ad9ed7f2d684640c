"""The settings as plain values, with what holds where nothing was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studycards.memory.model import Limits
from studycards.memory.settings import Rules

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from studycards.locale.decimals import DecimalMark
    from studycards.locale.language import LanguageCode

AUTO = "auto"
"""The language of the terminal."""

OF_DECK = "deck"
"""Shapes are asked in the order that the deck says."""

KEYS = "keys"
"""The table of the keys, by the ids of the bindings."""

THEMES = ("dark", "light", "high-contrast", "colour-blind", "ansi")
"""The themes, in the order in which the key goes round; the first one is the default."""

LAYOUTS = (OF_DECK, "CHW", "HWC")
"""The orders of the axes of a map."""

DECIMAL_MARKS: dict[str, DecimalMark | None] = {"language": None, "comma": ",", "point": "."}
"""The decimal mark for each choice; None stands for the one of the language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that a learner can choose.

    `timer` says whether a session shows how long its question has been open. `keys` holds the keys of those bindings
    that were given others, by the id of the binding.
    """

    language: str = AUTO
    theme: str = "dark"
    timer: bool = True
    layout: str = OF_DECK
    decimal: str = "language"
    new_per_day: int = Limits().new_per_day
    reviews_per_day: int = Limits().reviews_per_day
    rollover_hour: int = Rules().rollover_hour
    desired_retention: float = Rules().desired_retention
    exam_date: date | None = None
    keys: Mapping[str, str] = field(default_factory=dict)

    def language_code(self, of_terminal: LanguageCode) -> LanguageCode:
        """Return the language to speak, that of the terminal where none was chosen."""
        if self.language == AUTO:
            return of_terminal
        return "pl" if self.language == "pl" else "en"

    @property
    def decimal_mark(self) -> DecimalMark | None:
        """The decimal mark to write instead of the language's own."""
        return DECIMAL_MARKS[self.decimal]
