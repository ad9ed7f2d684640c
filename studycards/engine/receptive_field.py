"""Receptive fields: which cells of the input the cells behind a layer can see, along both axes, in exact integers.

Each axis is a `Sight` of the network's input: the first and last input cell that output cells 0, 1, ... see, and how
far the pattern moves on. A layer is looked through by asking its own sight; branches that meet see the union of what
they see, and must do so at one stride. Padding counts as cells: a field may reach beyond the input.

Only positions count. Where a vector is made of a map (flatten, global pooling) its one position sees the whole map.
Statistics over whole maps (norms) and the gates of squeeze-and-excitation are no windows and leave the field alone.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.layers.sight import Sight, check_pattern
from studycards.engine.names import INPUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.node import Node

OWN_CELL = Sight(((0, 0),), 1)
"""What a cell of the input sees."""


class ReceptiveField(NamedTuple):
    """What the cells behind a layer see: down the rows of the input, and across its columns."""

    rows: Sight
    columns: Sight

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) of what a cell sees: the largest of them where cells differ (behind an upsampling)."""
        height, width = (max(last - first + 1 for first, last in axis.spans) for axis in self)
        return height, width

    @property
    def jump(self) -> tuple[int | Fraction, int | Fraction]:
        """How many input cells lie between what two neighbouring cells see; less than 1 behind an upsampling."""
        down, across = map(_jump, self)
        return down, across

    @property
    def start(self) -> tuple[int, int]:
        """The first (row, column) of the input that cell (0, 0) sees; below 0 it is padding."""
        return self.rows.spans[0][0], self.columns.spans[0][0]

    def of_cell(self, row: int, column: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the first and last row, and the first and last column, of the input that one cell sees.

        The last comes before the first where it sees none: a cell that an up-convolution with gaps leaves out.
        """
        return _span(self.rows, row), _span(self.columns, column)


OWN_FIELD = ReceptiveField(OWN_CELL, OWN_CELL)
"""That of the input: each cell sees itself."""


def receptive_fields(
    input_shape: Shape, nodes: Sequence[Node], entering: Iterable[tuple[Shape, ...]]
) -> tuple[ReceptiveField | None, ...]:
    """Return what each of the `nodes` of a network sees; None for all of a vector, which has no positions.

    `entering` are the shapes of what goes into each node.

    Raises:
        LayerError: branches meet that see the input at different strides.
    """
    if len(input_shape) != 3:
        return (None,) * len(nodes)
    fields = {INPUT: OWN_FIELD}
    for (name, layer, inputs, _), shapes in zip(nodes, entering, strict=True):
        sights = layer.sights(*shapes)
        if sights is not None:
            seen = [_through(fields[inputs[number]], sight) for number, sight in sights]
        else:
            seen = [fields[source] for source in inputs]
        fields[name] = seen[0] if len(seen) == 1 else _union(name, seen)
    del fields[INPUT]
    return tuple(fields.values())


def _through(field: ReceptiveField, sight: tuple[Sight, Sight] | None) -> ReceptiveField:
    """Return the field behind a layer whose cells have `sight` of cells that have `field`."""
    if sight is None:
        return field
    down = _composed(field.rows, sight[0])
    if field.rows is field.columns and sight[0] is sight[1]:
        return ReceptiveField(down, down)
    return ReceptiveField(down, _composed(field.columns, sight[1]))


def _composed(seen: Sight, sight: Sight) -> Sight:
    """Return what is seen of the input by cells that have `sight` of cells that see `seen` of it.

    One window that moves on by s: `first + a*jump` to `last + b*jump`, and the new jump is `s*jump`.
    """
    if len(seen.spans) == len(sight.spans) == 1:
        (first, last), (a, b), jump = seen.spans[0], sight.spans[0], seen.advance
        return Sight(((first + a * jump, last + b * jump),), sight.advance * jump)
    repeats = len(seen.spans) // gcd(len(seen.spans), sight.advance)
    check_pattern(repeats * len(sight.spans))
    looked_at = (_span(sight, cell) for cell in range(repeats * len(sight.spans)))
    spans = tuple((_span(seen, first)[0], _span(seen, last)[1]) for first, last in looked_at)
    return Sight(spans, seen.advance * sight.advance * repeats // len(seen.spans))


def _span(sight: Sight, cell: int) -> tuple[int, int]:
    """Return the first and last cell that one output cell looks at."""
    rounds, place = divmod(cell, len(sight.spans))
    first, last = sight.spans[place]
    return first + rounds * sight.advance, last + rounds * sight.advance


def _union(name: str, fields: list[ReceptiveField]) -> ReceptiveField:
    """Return what is seen through all branches that meet in the node `name`."""
    united = fields[0]
    for field in fields[1:]:
        rows = _together(name, united.rows, field.rows)
        if united.rows is united.columns and field.rows is field.columns:
            united = ReceptiveField(rows, rows)
        else:
            united = ReceptiveField(rows, _together(name, united.columns, field.columns))
    return united


def _together(name: str, one: Sight, other: Sight) -> Sight:
    """Return the first and last cells of what is seen on both axes, cell by cell."""
    if one.advance * len(other.spans) != other.advance * len(one.spans):
        raise _different_strides(name, _jump(one), _jump(other))
    if len(one.spans) == len(other.spans) == 1:
        (first, last), (a, b) = one.spans[0], other.spans[0]
        return Sight(((min(first, a), max(last, b)),), one.advance)
    cells = lcm(len(one.spans), len(other.spans))
    pairs = zip(_first_spans(one, cells), _first_spans(other, cells), strict=True)
    spans = tuple((min(first, a), max(last, b)) for (first, last), (a, b) in pairs)
    return Sight(spans, one.advance * cells // len(one.spans))


def _first_spans(sight: Sight, cells: int) -> list[tuple[int, int]]:
    """Return what the first output cells look at."""
    check_pattern(cells)
    return [_span(sight, cell) for cell in range(cells)]


def _jump(axis: Sight) -> int | Fraction:
    jump, rest = divmod(axis.advance, len(axis.spans))
    return Fraction(axis.advance, len(axis.spans)) if rest else jump


def _different_strides(name: str, first: int | Fraction, second: int | Fraction) -> LayerError:
    error = LayerError(
        "engine.branch_strides",
        "the branches that meet in {layer} see the input at different strides, {first} and {second}:"
        " together they have no receptive field",
        layer=name,
        first=first,
        second=second,
    )
    error.node = name
    return error
