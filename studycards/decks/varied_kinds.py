"""What the fields of cards with variables hold: expressions, variables, networks, quantities, tolerances."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from studycards.decks.asking import ASKABLE, QUANTITIES, Ask
from studycards.decks.kinds import Field, Line, ListOf, Record, scalar_text, unexpected
from studycards.decks.network_pieces import network_pieces
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import (
    MOST_VALUES,
    is_expression,
    literal,
    read_range,
    read_tolerance,
)
from studycards.decks.paper_numbers import reported_comma, reported_on_paper, unexpected_number
from studycards.decks.report import did_you_mean, shortened
from studycards.decks.value_names import INPUT
from studycards.decks.varied import TOLD_APART
from studycards.engine.arithmetic import FUNCTIONS
from studycards.locale import message

if TYPE_CHECKING:
    from studycards.decks.kinds import Kind, Reading
    from studycards.decks.nodes import Node
    from studycards.locale import Message

NETWORK_FUNCTIONS = (*QUANTITIES, "channels", "height", "width")
"""What an expression can ask a named network."""

MOST_DECK_VALUES = 1_000_000
"""Values that the ranges of one deck may stand for: a range of ten characters can stand for ten thousand."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,31}")
_MISTAKE = re.compile(r"[a-z]+\.[a-z0-9_]+")
_OWN_MISTAKE = re.compile(r"wrong\[[1-9][0-9]?\]")
_RESERVED = {*FUNCTIONS, *NETWORK_FUNCTIONS, INPUT, TOLD_APART}


@dataclass(frozen=True, slots=True)
class Expression:
    """A number or an expression; what its names stand for is checked once the whole card has been read."""

    expected: Message = field(default_factory=lambda: message("decks.an_expression"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the expression, a number as a plain decimal."""
        text = scalar_text(node, self, reading)
        if text and reported_comma(node, text, reading):
            return None
        return text and (literal(text) or text)


@dataclass(frozen=True, slots=True)
class Number:
    """A number, kept as a decimal."""

    expected: Message = field(default_factory=lambda: message("decks.a_number"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the number as a plain decimal."""
        text = scalar_text(node, self, reading)
        number = literal(text) if text else None
        if text and number is None:
            unexpected_number(node, self.expected, text, reading)
        return number


@dataclass(frozen=True, slots=True)
class Values:
    """What a variable is drawn from, a list of numbers or a range; or the expression that it is computed by."""

    expected: Message = field(default_factory=lambda: message("decks.values"))

    def read(self, node: Node, reading: Reading) -> str | list[Any] | None:
        """Return the list, or the number, range or expression as it is written."""
        if isinstance(node, NodeList):
            return ListOf(Number(), least=1, most=MOST_VALUES).read(node, reading)
        text = scalar_text(node, self, reading)
        return text and read_values(node, text, reading)


def read_values(node: Node, text: str, reading: Reading) -> str | None:
    """Return a number as a plain decimal, a range or an expression as it is written; `text` is what `node` says."""
    if is_expression(text):
        return None if reported_on_paper(node, text, reading) else text
    try:
        reading.values += read_range(text).count
    except ValueError as error:
        reading.report(node, str(error), found=shortened(text))
        return None
    if reading.values > MOST_DECK_VALUES:
        reading.report(node, "decks.too_many_values", limit=MOST_DECK_VALUES)
    return literal(text) or text


@dataclass(frozen=True, slots=True)
class Named:
    """A map of names, to be used in expressions, to one kind."""

    kind: Kind
    least: int = 0
    most: int = 1_000_000

    @property
    def expected(self) -> Message:
        """A map of the kind."""
        return message("decks.a_map_of", kind=self.kind.expected)

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the map."""
        if not isinstance(node, NodeMap):
            unexpected(node, self.expected, reading)
            return None
        if not self.least <= len(node.values) <= self.most:
            key = "decks.too_few_names" if len(node.values) < self.least else "decks.too_many_names"
            reading.report(node, key, count=len(node.values), least=self.least, most=self.most)
        plain = {}
        for name, value in node.values.items():
            self._check(node.keys[name], reading)
            if (content := self.kind.read(value, reading)) is not None:
                plain[name] = content
        return plain

    @staticmethod
    def _check(key: Scalar, reading: Reading) -> None:
        if not _VARIABLE.fullmatch(key.text):
            reading.report(key, "decks.variable_name", found=shortened(key.text))
        elif iskeyword(key.text) or key.text in _RESERVED:
            reading.report(key, "decks.reserved_name", found=key.text)


@dataclass(frozen=True, slots=True)
class Network:
    """A network, in the one-line notation or as a map of its input and its layers, and fields called as in `beside`."""

    beside: tuple[str, ...] = ()
    expected: Message = field(default_factory=lambda: message("decks.a_network"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the network in the one-line notation; its layers are checked once the whole card has been read."""
        return scalar_text(node, self, reading) if isinstance(node, Scalar) else self._joined(node, reading)

    def _joined(self, node: Node, reading: Reading) -> str | None:
        pieces = network_pieces(node, self.beside)
        if pieces is None:
            unexpected(node, self.expected, reading)
            return None
        torn = [piece for piece in pieces if piece.is_torn]
        for piece in torn:
            reading.report(piece.node, "decks.torn_layer")
        return None if torn else "".join(piece.text for piece in pieces)


@dataclass(frozen=True, slots=True)
class ToleranceKind:
    """How far from the answer is still right."""

    expected: Message = field(default_factory=lambda: message("decks.a_tolerance"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the tolerance as it is written."""
        text = scalar_text(node, self, reading)
        if text is None:
            return None
        try:
            read_tolerance(text)
        except ValueError:
            unexpected_number(node, self.expected, text, reading)
            return None
        return text


@dataclass(frozen=True, slots=True)
class Quantity:
    """One of some quantities of the network, or of a layer: `parameters`, `output_shape of conv1`."""

    allowed: tuple[str, ...] = QUANTITIES

    @property
    def expected(self) -> Message:
        """The quantities."""
        return message("decks.a_quantity", allowed=", ".join(self.allowed))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the quantity with its layer; the layer is checked once the whole card has been read."""
        text = scalar_text(node, self, reading)
        if text is None:
            return None
        asked = Ask.of_words(text)
        if asked and asked.quantity in self.allowed:
            return asked.words
        near = did_you_mean(_quantity_in(text, self.allowed), self.allowed)
        reading.report(node, "decks.ask", found=shortened(text), near=near, allowed=", ".join(self.allowed))
        return None


def _quantity_in(text: str, allowed: tuple[str, ...]) -> str:
    """Return what stands where a quantity belongs, as one word: `output_shape` for `output shape`."""
    first, *others = text.partition(" of ")[0].split()
    whole = "_".join([first, *others])
    return first if first in allowed and whole not in allowed else whole


@dataclass(frozen=True, slots=True)
class Asked:
    """What a computed card asks: a quantity, or for which value of a variable a quantity is what it should be."""

    expected: Message = field(default_factory=lambda: message("decks.an_ask", allowed=", ".join(ASKABLE)))

    def read(self, node: Node, reading: Reading) -> str | dict[str, Any] | None:
        """Return the quantity as words, or the fields of the inverse question."""
        if isinstance(node, NodeMap):
            return _INVERSE.read(node, reading)
        if isinstance(node, Scalar):
            return Quantity(ASKABLE).read(node, reading)
        unexpected(node, self.expected, reading)
        return None


_INVERSE = Record(
    {"solve": Field(Line(), required=True), "for": Field(Quantity(), required=True), "is": Field(Expression())}
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """The id of a mistake; the library of mistakes is not known here. `own` allows those of the card, `wrong[1]`."""

    own: bool = False
    expected: Message = field(default_factory=lambda: message("decks.a_mistake"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the id."""
        text = scalar_text(node, self, reading)
        if text is None or _MISTAKE.fullmatch(text) or (self.own and _OWN_MISTAKE.fullmatch(text)):
            return text
        unexpected(node, self.expected, reading)
        return None
