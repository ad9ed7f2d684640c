"""Cards whose numbers are drawn anew for each question, and what belongs to them.

Apart from the other cards, since ten more classes cost a start 10 ms that most first questions do not need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.asking import Ask as Ask  # noqa: PLC0414, TC001 - a card comes with what it asks
from studycards.decks.model import Card

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.locale import Text


@dataclass(frozen=True, slots=True)
class Exact:
    """Tolerance of a count: the number itself."""


@dataclass(frozen=True, slots=True)
class Within:
    """Tolerance of a measured number: the distance to the answer is at most `distance` (a decimal literal)."""

    distance: str


@dataclass(frozen=True, slots=True)
class Percent:
    """Tolerance relative to the answer: `percent` (a decimal literal) of its magnitude."""

    percent: str


@dataclass(frozen=True, slots=True)
class Decimals:
    """Tolerance of a rounded number: less than one unit of the last of `places` decimal places from the answer."""

    places: int


Tolerance = Exact | Within | Percent | Decimals

MOST_CANDIDATES = 100
"""Values of a variable that is to be found at most: each of them is tried, also with every mistake."""

TARGET = "target"
"""The name by which the texts of an inverse question show what the quantity should be."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a computed question: drawn from `values`, or derived by `expression` from those before it.

    `values` are decimal literals or integers as text, so that a deck keeps exactly what its author wrote.
    """

    name: str
    values: tuple[str, ...] = ()
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class WrongNumber:
    """A typical wrong number, an expression over the variables, with the sentence that is shown for it."""

    answer: str
    why: Text


@dataclass(frozen=True, slots=True)
class VariantTest:
    """A worked example of the author: for these variables this is the answer, in the notation a learner types."""

    variables: Mapping[str, str]
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariedCard(Card):
    """A card whose numbers are drawn anew for each question: `${expression}` in its texts is filled in."""

    variables: tuple[Variable, ...] = ()
    require: tuple[str, ...] = ()
    tests: tuple[VariantTest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCard(VariedCard):
    """A number to be typed: `answer` is an expression over the variables and the named `networks`."""

    type: ClassVar[str] = "number"

    answer: str
    networks: Mapping[str, str] = field(default_factory=dict)
    tolerance: Tolerance = field(default_factory=Exact)
    unit: Text | None = None
    wrong: tuple[WrongNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedCard(VariedCard):
    """A quantity of a network, computed by the engine. `network` is in the one-line notation of the engine."""

    type: ClassVar[str] = "computed"

    network: str
    ask: Ask
    diagnose: tuple[str, ...] = ()
