"""What the fields about arrays hold: data, a loss and an optimiser, the steps of a sheet, answers with rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studycards.decks.asking import ASKABLE
from studycards.decks.kinds import Field, ListOf, Record, Whole, Words, read_map, scalar_text, unexpected
from studycards.decks.network_pieces import is_torn
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import MOST_VALUES, literal
from studycards.decks.varied_kinds import Expression, Network, Number, Quantity, read_values
from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.kinds import Kind, Reading
    from studycards.decks.nodes import Node
    from studycards.locale import Message

MOST_AXES = 4
"""Axes of an array at most: those of a weight, or of a batch of maps."""

MOST_EXAMPLES = 64
"""Size of the batch axis at most: more is nothing to compute by hand."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Numbers or expressions in nested lists, which are as long as their neighbours; or a sole one."""

    cell: Kind = field(default_factory=Expression)
    expected: Message = field(default_factory=lambda: message("decks.cells"))

    def read(self, node: Node, reading: Reading) -> str | list[Any] | None:
        """Return the lists as they are nested."""
        regular = not isinstance(node, NodeList) or _is_regular(node, reading)
        cells = self._cells(node, reading)
        return cells if regular else None

    def _cells(self, node: Node, reading: Reading) -> Any:  # noqa: ANN401 - JSON
        if not isinstance(node, NodeList):
            return self.cell.read(node, reading)
        cells = [self._cells(item, reading) for item in node.items]
        return None if None in cells else cells


def _is_regular(node: NodeList, reading: Reading) -> bool:
    """Report lists of different lengths, and numbers beside lists, from the outermost axis inwards."""
    level: list[NodeList] = [node]
    for _ in range(MOST_AXES):
        length = len(level[0].items)
        ragged = [row for row in level if len(row.items) != length or not length]
        for row in ragged:
            reading.report(row, "decks.ragged", count=len(row.items), expected=max(length, 1))
        items = [item for row in level for item in row.items]
        level = [item for item in items if isinstance(item, NodeList)]
        if ragged or not level:
            return not ragged
        if len(level) < len(items):
            for cell in [item for item in items if isinstance(item, Scalar)][:1]:
                reading.report(cell, "decks.cell_beside_list")
            return False
    reading.report(level[0], "decks.too_many_axes", limit=MOST_AXES)
    return False


@dataclass(frozen=True, slots=True)
class ArrayKind:
    """What an array is drawn from, cell by cell, or what its cells are."""

    expected: Message = field(default_factory=lambda: message("decks.an_array"))

    def read(self, node: Node, reading: Reading) -> str | list[Any] | dict[str, Any] | None:
        """Return nested lists, the list to draw `from`, or the number, range or expression as it is written."""
        if isinstance(node, NodeMap):
            return _FROM.read(node, reading)
        if isinstance(node, NodeList):
            return Cells().read(node, reading)
        text = scalar_text(node, self, reading)
        return text and read_values(node, text, reading)


_FROM = Record({"from": Field(ListOf(Number(), least=1, most=MOST_VALUES), required=True)})


@dataclass(frozen=True, slots=True)
class Arrays:
    """A map of the names of arrays to one kind; the names are checked once the whole card has been read."""

    kind: Kind

    @property
    def expected(self) -> Message:
        """A map of the kind."""
        return message("decks.a_map_of", kind=self.kind.expected)

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the map."""
        if not isinstance(node, NodeMap):
            unexpected(node, self.expected, reading)
            return None
        plain = {}
        for name, value in node.values.items():
            if (content := self.kind.read(value, reading)) is not None:
                plain[name] = content
        return plain


@dataclass(frozen=True, slots=True)
class Call:
    """A loss or an optimiser, in the notation of layers; it is checked once the whole card has been read."""

    expected: Message

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the call as it is written."""
        text = scalar_text(node, self, reading)
        if text and is_torn(text):
            reading.report(node, "decks.torn_call")
            return None
        return text


TRAINING: Mapping[str, Field] = MappingProxyType(
    {
        "loss": Field(Call(message("decks.a_loss"))),
        "optimizer": Field(Call(message("decks.an_optimizer"))),
        "batch": Field(Whole(1, MOST_EXAMPLES)),
    }
)
"""What may stand beside the layers in the map of a network, or on the card itself."""


@dataclass(frozen=True, slots=True)
class TrainedNetwork:
    """A network, whose map may also say with which loss, optimiser and batch size it is trained."""

    expected: Message = field(default_factory=lambda: message("decks.a_network"))

    def read(self, node: Node, reading: Reading) -> str | dict[str, Any] | None:
        """Return the network in the one-line notation; with anything beside it as a map."""
        network = Network(tuple(TRAINING)).read(node, reading)
        beside = read_map(training_node(node), TRAINING, reading)
        return {"network": network, **beside} if network and beside else network


def training_node(node: Node | None) -> NodeMap:
    """Return what stands beside the layers in the map of a network: nothing where there is no map."""
    if not isinstance(node, NodeMap):
        return NodeMap(0, 0, 0, {}, {})
    values = {name: value for name, value in node.values.items() if name in TRAINING}
    return NodeMap(node.line, node.column, node.width, node.keys, values)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sheet: what is asked, or a map that also gives it a title."""

    expected: Message = field(default_factory=lambda: message("decks.a_step"))

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the fields of the step."""
        if isinstance(node, NodeMap):
            return _STEP.read(node, reading)
        if isinstance(node, NodeList):
            unexpected(node, self.expected, reading)
            return None
        asked = Quantity(ASKABLE).read(node, reading)
        return None if asked is None else {"ask": asked}


_STEP = Record({"ask": Field(Quantity(ASKABLE), required=True), "title": Field(Words())})


@dataclass(frozen=True, slots=True)
class ExampleAnswer:
    """The answer of a worked example: a number, a list (a shape or a vector), rows of cells, or what is typed."""

    cell: Kind = field(default_factory=Number)
    expected: Message = field(default_factory=lambda: message("decks.an_example_answer"))

    def read(self, node: Node, reading: Reading) -> str | list[Any] | None:
        """Return lists as they are nested, a number as a plain decimal, anything else as it is written."""
        if isinstance(node, NodeList):
            return Cells(self.cell).read(node, reading)
        text = scalar_text(node, self, reading)
        return text and (literal(text) or text)


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """The answers to the steps of a sheet: a list of them, or what a learner would type on one line."""

    expected: Message = field(default_factory=lambda: message("decks.a_sheet_answer"))

    def read(self, node: Node, reading: Reading) -> str | list[Any] | None:
        """Return the list of answers, or the line as it is written."""
        if isinstance(node, NodeList):
            return ListOf(ExampleAnswer(Expression()), least=1).read(node, reading)
        return scalar_text(node, self, reading)
