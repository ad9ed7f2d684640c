"""Cards whose numbers are drawn anew for each question, and what belongs to them.

Apart from the other cards, since ten more classes cost a start 10 ms that most first questions do not need.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

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


Cells: TypeAlias = "str | tuple[Cells, ...]"
"""Expressions over the variables, nested by axes; a sole one stands for every cell."""

TOLD_APART = "told_apart"
"""The condition that each listed mistake leads to a wrong answer of its own."""


@dataclass(frozen=True, slots=True)
class ArraySpec:
    """An array of a computed question: each cell drawn from `values`, or all of them given by `cells`.

    `name` is `input`, what a layer needs (`conv1.weight`, `bn1.running_mean`, `dropout1.mask`), `output of conv1` or
    `gradient of conv1`: a value or a gradient that is not computed but taken as it stands.
    """

    name: str
    values: tuple[str, ...] = ()
    cells: Cells | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """What goes through the network of a card: arrays, the loss at its end and the optimiser of one step.

    `show` names the arrays that are drawn under the question, in this order; None shows all that the card has.
    `loss` and `optimizer` are calls in the notation of layers: `cross_entropy(target=0)`, `sgd(lr=0.1)`.
    With a `batch` of 1 no array has a batch axis for the author or the learner.
    """

    data: tuple[ArraySpec, ...]
    show: tuple[str, ...] | None = None
    loss: str | None = None
    optimizer: str | None = None
    batch: int = 1


@dataclass(frozen=True, slots=True)
class Humane:
    """What can be computed by hand: at most so many digits before the decimal mark, decimal places, and cells."""

    digits: int = 12
    decimals: int = 4
    cells: int = 64


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A typical wrong number or shape, an expression over the variables, with the sentence that is shown for it."""

    answer: str
    why: Text


@dataclass(frozen=True, slots=True)
class VariantTest:
    """A worked example of the author: for these variables and arrays this is the answer, in a learner's notation.

    The answers to the steps of a sheet are separated as a learner separates them.
    """

    variables: Mapping[str, str]
    answer: str
    data: Mapping[str, Cells] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VariedCard(Card):
    """A card whose numbers are drawn anew for each question: `${expression}` in its texts is filled in."""

    variables: tuple[Variable, ...] = ()
    require: tuple[str, ...] = ()
    tests: tuple[VariantTest, ...] = ()
    humane: Humane = field(default_factory=Humane)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCard(VariedCard):
    """A number to be typed: `answer` is an expression over the variables and the named `networks`."""

    type: ClassVar[str] = "number"

    answer: str
    networks: Mapping[str, str] = field(default_factory=dict)
    tolerance: Tolerance = field(default_factory=Exact)
    unit: Text | None = None
    wrong: tuple[WrongAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCard(VariedCard):
    """A card about one network, in the one-line notation of the engine, and what goes through it.

    `diagnose` names the mistakes that the card knows; without any it knows all that are about what it asks.
    Those of one group of `alike` may lead to the same wrong answer; the learner is told that it is one of them.
    `layout` is the order of the axes of a map, as shown and as typed: `CHW` or `HWC`.
    """

    network: str
    experiment: Experiment | None = None
    diagnose: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    layout: str = "CHW"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedCard(NetworkCard):
    """A quantity of a network, computed by the engine.

    Without a `tolerance` counts are exact and values as the question says. With `choices` the answer is chosen from so
    many options: the right one and what listed mistakes give. `wrong` are mistakes of the card's own, known as
    `wrong[1]` and so on.
    """

    type: ClassVar[str] = "computed"

    ask: Ask
    wrong: tuple[WrongAnswer, ...] = ()
    tolerance: Tolerance | None = None
    choices: int | None = None


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One line of a sheet: what is asked, and what it is called there instead of the words of `ask`."""

    ask: Ask
    title: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsCard(NetworkCard):
    """A chain of quantities of one network, on one sheet; an earlier slip is carried forward, not punished twice."""

    type: ClassVar[str] = "steps"

    steps: tuple[StepSpec, ...]
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareCard(VariedCard):
    """Which of several named `networks` has least (or most) of a quantity, and how many times."""

    type: ClassVar[str] = "compare"

    networks: Mapping[str, str]
    compare: Ask
    most: bool = False
    tolerance: Tolerance = field(default_factory=lambda: Decimals(2))
