"""The running table of the receptive field: what each layer is, and what field, jump and start become. No NumPy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, Conv2d, MaxPool2d
from studycards.engine.names import INPUT
from studycards.engine.receptive_field import OWN_CELL, ReceptiveField
from studycards.engine.trace.terms import Largest, Number, Step

if TYPE_CHECKING:
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.layers.sight import Sight
    from studycards.engine.network import Network, Node


@dataclass(frozen=True, slots=True)
class View:
    """What a layer looks at along one axis: a kernel with its options."""

    kernel: Number
    stride: Number
    dilation: Number
    padding: Number

    @classmethod
    def of(cls, kernel: int, stride: int, dilation: int, padding: int) -> View:
        """Return the view of a window."""
        options = (kernel, stride, dilation, padding)
        return cls(*map(Number, options, ("kernel", "stride", "dilation", "padding")))


OWN_PLACE = View.of(1, 1, 1, 0)
"""The view of a layer without windows: each cell sees the one in its own place."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A line of the table, along one axis: a node and its `view`, and behind it `field`, `jump` and `start`.

    `field` is how many cells of the input a cell sees, `jump` how many lie between what two neighbours see, and
    `start` the first that cell 0 sees; below 0 it is padding.
    """

    node: str
    view: View
    field: Step
    jump: Step
    start: Step


def receptive_fields(network: Network, axis: int = 0) -> tuple[FieldRow, ...]:
    """Return a row for each node of `network`, along the rows of maps (`axis` 0) or their columns (1).

    A layer whose cells differ in what they see (an upsampling) has plain numbers. None see anything of a vector.

    Raises:
        LayerError: branches meet that see the input at different strides.
    """
    if len(network.input_shape) != 3:
        return ()
    fields = [field for field in network.receptive_fields() if field is not None]
    table = _Table(axis)
    for node, shapes, field in zip(network.nodes, network.entering, fields, strict=True):
        table.add(node, shapes, field)
    return tuple(table.rows.values())[1:]


class _Table:
    """The table in the making, along one axis."""

    def __init__(self, axis: int) -> None:
        self._axis = axis
        zero, one = (Number(value) for value in (0, 1))
        steps = Step("field", one, node=INPUT), Step("jump", one, node=INPUT), Step("start", zero, node=INPUT)
        self.rows = {INPUT: FieldRow(INPUT, OWN_PLACE, *steps)}
        self._fields = {INPUT: ReceptiveField(OWN_CELL, OWN_CELL)}

    def add(self, node: Node, shapes: tuple[Shape, ...], field: ReceptiveField) -> None:
        """Add the row of `node`, whose exact field is known."""
        layer = node.layer
        looks = layer.sights(*shapes) or [(number, None) for number in range(len(shapes))]
        seen = [(node.inputs[number], sight and sight[self._axis]) for number, sight in looks]
        if all(self._is_even(source, sight) for source, sight in seen):
            ways = [_through(node, self.rows[name], _view(layer, shapes[0], sight, self._axis)) for name, sight in seen]
            self.rows[node.name] = ways[0] if len(ways) == 1 else _union(node, ways)
        else:
            self.rows[node.name] = self._given(node, field)
        self._fields[node.name] = field

    def _is_even(self, source: str, sight: Sight | None) -> bool:
        """Whether all cells behind a look at a source see equally much: their windows only move on."""
        return len(self._fields[source][self._axis].spans) == 1 and (sight is None or len(sight.spans) == 1)

    def _given(self, node: Node, field: ReceptiveField) -> FieldRow:
        numbers = {"field": field.size, "jump": field.jump, "start": field.start}
        given = (Step(name, Number(axes[self._axis]), node=node.name) for name, axes in numbers.items())
        return FieldRow(node.name, OWN_PLACE, *given)


def _view(layer: Layer, shape: Shape, sight: Sight | None, axis: int) -> View | None:
    """Return what is looked at; None where each cell only sees the one in its own place."""
    if sight is None:
        return None
    if isinstance(layer, Conv2d | MaxPool2d | AvgPool2d):
        windows = layer.windows(shape)[axis]
        return View.of(windows.kernel, windows.stride, windows.dilation, windows.before)
    first, last = sight.spans[0]
    return View.of(last - first + 1, sight.advance, 1, -first)


def _through(node: Node, before: FieldRow, view: View | None) -> FieldRow:
    """Return the row behind a layer: field + dilation * (kernel - 1) * jump, jump * stride, start - padding * jump."""
    if view is None:
        return FieldRow(node.name, OWN_PLACE, before.field, before.jump, before.start)
    field = before.field + view.dilation * (view.kernel - 1) * before.jump
    return FieldRow(
        node.name,
        view,
        Step("field", field, node=node.name),
        Step("jump", before.jump * view.stride, node=node.name),
        Step("start", before.start - view.padding * before.jump, node=node.name),
    )


def _union(node: Node, ways: list[FieldRow]) -> FieldRow:
    """Return what is seen on several ways together: from the first cell of all to the last."""
    widest = max(ways, key=lambda way: way.field.value)
    if all(way.start.value == widest.start.value for way in ways):
        field = Step("field", Largest(tuple(way.field for way in ways)), node=node.name)
        return FieldRow(node.name, OWN_PLACE, field, widest.jump, widest.start)
    start = Step("start", -Largest(tuple(-way.start for way in ways)), node=node.name)
    end = Step("end", Largest(tuple(way.start + way.field for way in ways)), node=node.name)
    return FieldRow(node.name, OWN_PLACE, Step("field", end - start, node=node.name), widest.jump, start)
