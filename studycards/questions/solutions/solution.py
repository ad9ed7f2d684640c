"""Worked solutions and hints of computed questions: the result at a glance, then the lines through the layers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import groupby
from typing import TYPE_CHECKING

from studycards.engine import trace
from studycards.engine.layers import Flatten, Linear, written_shape
from studycards.engine.memory import FLOAT_BYTES
from studycards.locale import Text, message
from studycards.questions.solutions.steps import (
    field_line,
    mac_lines,
    memory_lines,
    parameter_lines,
    shape_lines,
    size_lines,
)
from studycards.questions.variants.layouts import CHANNELS_FIRST, laid_out
from studycards.questions.variants.quantities import SIZES, nodes_up_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from studycards.decks.varied import Ask
    from studycards.engine.network import Network, Node
    from studycards.engine.trace import FieldRow
    from studycards.locale import Message
    from studycards.questions.question import Words
    from studycards.questions.solutions.steps import Line

    LayerLines = Callable[[Network, Node], Iterator[Line]]

MOST_HINTS = 3

MOST_SHORT = 6
"""Lines through the layers in a short solution; of more of them only what they come to, until all are wanted."""

MOST_LINES = 40
"""Lines through the layers in a full solution: those of more are no more read."""

MOST_COUNTS = 24
"""Counts of layers that are listed; of more of them the sums of groups of layers."""

_SHAPES: Mapping[str, LayerLines] = {"output_shape": shape_lines, "output_size": size_lines}

_COUNTS: Mapping[str, LayerLines] = {
    "parameters": parameter_lines,
    "trainable": parameter_lines,
    "weights": partial(parameter_lines, arrays=("weight",)),
    "biases": partial(parameter_lines, arrays=("bias",)),
    "macs": mac_lines,
    "flops": mac_lines,
    "activation_memory": memory_lines,
}

_MULTIPLES = {"flops": (2, "computed.flops"), "activation_memory": (FLOAT_BYTES, "computed.bytes")}
"""What is a multiple of the sum over the layers, and the line that says so."""


@dataclass(frozen=True, slots=True)
class Worked:
    """A solution: the way `at_a_glance`, the `rule`, the `lines` with their layers, and what they come to."""

    lines: Sequence[tuple[str, Line]]
    at_a_glance: tuple[Words, ...] = ()
    rule: tuple[Words, ...] = ()
    end: tuple[Words, ...] = ()

    @property
    def solution(self) -> tuple[Words, ...]:
        """The short solution; a count ends with the total."""
        return replace(self, lines=self._short_lines).whole

    @property
    def _short_lines(self) -> Sequence[tuple[str, Line]]:
        """All lines where they are few; else those that compute something, where the rest is seen at a glance."""
        computed = [(name, line) for name, line in self.lines if line.filled is not None and self.at_a_glance]
        return next((lines for lines in (self.lines, computed) if len(lines) <= MOST_SHORT), ())

    @property
    def full(self) -> tuple[Words, ...]:
        """The solution with all its lines; nothing where the short one is that."""
        return self.whole if len(self.lines) > MOST_SHORT else ()

    @property
    def whole(self) -> tuple[Words, ...]:
        """All lines, the shortest ones first."""
        lines = _labelled((name, line.line) for name, line in self.lines)
        return (*self.at_a_glance, *self.rule, *lines, *self.end)

    @property
    def formula(self) -> tuple[Words, ...]:
        """The bare formula of the first line, where there is one: no number is in it."""
        return self.rule or tuple(line.formula for _, line in self.lines[:1] if line.filled)

    @property
    def hints(self) -> tuple[Words, ...]:
        """The formula and the first lines without their results: never the answer."""
        return (*self.formula, *_labelled((name, line.hint) for name, line in self.lines))[:MOST_HINTS]


def solve(network: Network, ask: Ask) -> tuple[Words, ...]:
    """Return the lines of the worked solution of what `ask` asks of `network`."""
    return work_out(network, ask).whole


def work_out(network: Network, ask: Ask, layout: str = CHANNELS_FIRST) -> Worked:
    """Return the worked solution of what `ask` asks of `network`, the axes of shapes in the order of `layout`."""
    if ask.quantity in _SHAPES:
        return _shape(network, ask, layout)
    return _field(network, ask) if ask.quantity == "receptive_field" else _count(network, ask)


def _shape(network: Network, ask: Ask, layout: str) -> Worked:
    nodes = nodes_up_to(network, ask.of)
    lines = [(node.name, line) for node in nodes for line in _SHAPES[ask.quantity](network, node)]
    shapes = [network.input_shape, *(network.shape_after(name) for name in _trunk(nodes))]
    # Where a size is asked, the question need not name any channels.
    seen = [shape[1:] if ask.quantity in SIZES else laid_out(shape, layout) for shape in shapes]
    changes = [shape for shape, _ in groupby(seen)]
    way = Text.same(" → ".join(map(written_shape, changes if len(changes) > 1 else changes * 2)))
    return Worked(lines if len(lines) <= MOST_LINES else (), at_a_glance=(way,))


def _field(network: Network, ask: Ask) -> Worked:
    """Return the running table of the receptive field, one for each axis where they differ."""
    nodes = nodes_up_to(network, ask.of)
    names = {node.name for node in nodes}
    rows, columns = ([row for row in trace.receptive_fields(network, axis) if row.node in names] for axis in (0, 1))
    dilated = any(row.view.dilation.value > 1 for row in (*rows, *columns))
    rule = (message("computed.field_rule", growth="d(k − 1)" if dilated else "(k − 1)"),)
    if [*map(_growth, rows)] != [*map(_growth, columns)]:
        return Worked(_field_lines(r_H=rows, r_W=columns), rule=rule)
    trunk = {*_trunk(nodes)}
    sides = [1, *(row.field.value for row in rows if row.node in trunk)]
    way = Text.same(" → ".join(str(side) for side, _ in groupby(sides)))
    return Worked(_field_lines(r=rows), (way,), rule)


def _growth(row: FieldRow) -> tuple[object, ...]:
    """Return the numbers by which the lines of a row tell the axes apart."""
    return row.view.kernel.value, row.view.dilation.value, row.field.value, row.jump.value


def _field_lines(**tables: list[FieldRow]) -> list[tuple[str, Line]]:
    """Return the lines of the layers that change the field, by the letters of the tables; none where they are many."""
    changes = [(row, letter) for letter, rows in tables.items() for row in rows if row.field.node == row.node]
    return [(row.node, field_line(row, letter)) for row, letter in changes] if len(changes) <= MOST_LINES else []


def _count(network: Network, ask: Ask) -> Worked:
    asked, of_layer = network.nodes_of(ask.of), _COUNTS[ask.quantity]
    counts = [(node.name, line) for node in asked for line in of_layer(network, node)]
    if len(counts) > MOST_COUNTS:
        subtotals = _subtotals(counts)
        glance = tuple(message("computed.of_layer", layer=name, line=count) for name, count in subtotals)
        return Worked((), glance, end=_end(ask.quantity, [count for _, count in subtotals]))
    end = _end(ask.quantity, [line.result for _, line in counts])
    if ask.quantity == "activation_memory":
        return Worked(counts, end=end)
    flattened = [(node.name, line) for node in _feeding(network, asked) for line in shape_lines(network, node)]
    order = network.names.index
    return Worked(sorted([*flattened, *counts], key=lambda line: order(line[0])), end=end)


def _feeding(network: Network, asked: Sequence[Node]) -> list[Node]:
    """Return the flattenings that give a fully connected layer its number of inputs."""
    sources = {node.inputs[0] for node in asked if isinstance(node.layer, Linear)}
    return [node for node in network.nodes if node.name in sources and isinstance(node.layer, Flatten)]


def _end(quantity: str, counts: list[int]) -> tuple[Message, ...]:
    """Return the lines that add up the layers, where there are several to add, and what follows from the sum."""
    if not sum(counts):
        return (message("computed.no_macs" if quantity in ("macs", "flops") else "computed.no_parameters"),)
    terms: list[object] = list(counts)
    together = reduce(lambda first, second: message("computed.plus", first=first, second=second), terms)
    total = (message("computed.total", sum=together, result=sum(counts)),) if len(counts) > 1 else ()
    if quantity in _MULTIPLES:
        factor, sentence = _MULTIPLES[quantity]
        return (*total, message(sentence, count=sum(counts), result=factor * sum(counts)))
    return total


def _subtotals(counts: list[tuple[str, Line]]) -> list[tuple[str, int]]:
    """Return the sum of each group of layers that the first part of their names makes."""
    groups = groupby(counts, key=lambda count: count[0].partition(".")[0])
    return [(group, sum(line.result for _, line in lines)) for group, lines in groups]


def _trunk(nodes: Sequence[Node]) -> list[str]:
    """Return the nodes through which everything passes: none behind them reaches back past them to a branch."""
    position = {node.name: number for number, node in enumerate(nodes)}
    trunk: list[str] = []
    earliest = len(nodes)
    for number in reversed(range(len(nodes))):
        if earliest >= number:
            trunk.append(nodes[number].name)
        earliest = min(earliest, *(position.get(source, -1) for source in nodes[number].inputs))
    return trunk[::-1]


def _labelled(lines: Iterable[tuple[str, Words]]) -> tuple[Words, ...]:
    """Return the lines, each behind the name of its layer where there are lines of several layers."""
    named = list(lines)
    if len({name for name, _ in named}) == 1:
        return tuple(line for _, line in named)
    return tuple(message("computed.of_layer", layer=name, line=line) for name, line in named)
