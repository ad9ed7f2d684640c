"""One layer at work: which array is watched, and which of its cells; every key leads to another stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from studycards.study.lab.flow import FORWARD

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.study.lab.flow import Flow

Index = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A `layer` of a `flow`, the `direction` that is watched, and the `cell` that is looked at there.

    Of several channels that go into the cell the `inner`-th is the one that is shown.
    """

    flow: Flow
    layer: str
    direction: str | None = FORWARD
    cell: Index = ()
    inner: int = 0

    @classmethod
    def of(cls, flow: Flow, layer: str, direction: str | None = FORWARD) -> Stage:
        """Return the stage at the first cell."""
        known = direction if direction in flow.directions(layer) else FORWARD
        return cls(flow, layer, known, (0,) * flow.arrays(layer)[known].ndim)

    @property
    def array(self) -> Array:
        """What is watched."""
        return self.flow.arrays(self.layer)[self.direction]

    @property
    def place(self) -> int:
        """The place of the cell, row by row, from 0."""
        place = 0
        for i, size in zip(self.cell, self.array.shape, strict=True):
            place = place * size + i
        return place

    @property
    def count(self) -> int:
        """How many cells there are."""
        return prod(self.array.shape)

    @property
    def number(self) -> int:
        """The place of the layer in the network, from 0."""
        return self.flow.layers.index(self.layer)

    def moved(self, down: int, right: int) -> Stage:
        """Go to another cell of the same channel; at its edge nothing moves."""
        *outer, columns = self.array.shape
        *front, column = self.cell
        if outer:
            front[-1] = _within(front[-1] + down, outer[-1])
        return replace(self, cell=(*front, _within(column + right, columns)))

    def stepped(self, by: int) -> Stage:
        """Go to the next cell in the order of reading, through all channels."""
        return self.at(self.place + by)

    def at(self, place: int) -> Stage:
        """Go to a cell by its place."""
        place = _within(place, self.count)
        cell = []
        for size in reversed(self.array.shape):
            place, i = divmod(place, size)
            cell.append(i)
        return replace(self, cell=tuple(reversed(cell)))

    def other_plane(self, by: int) -> Stage:
        """Go to the same cell of another channel."""
        planes = list(product(*map(range, self.array.shape[:-2])))
        here = planes.index(self.cell[:-2])
        return replace(self, cell=(*planes[_within(here + by, len(planes))], *self.cell[-2:]), inner=0)

    def other_inner(self, by: int, count: int) -> Stage:
        """Show another of the `count` channels that go into the cell."""
        return replace(self, inner=_within(min(self.inner, count - 1) + by, count))

    def turned(self, by: int = 1) -> Stage:
        """Watch the next array: what comes out, then each gradient that goes back, then the first one again."""
        directions = self.flow.directions(self.layer)
        here = directions.index(self.direction)
        return Stage.of(self.flow, self.layer, directions[(here + by) % len(directions)])

    def other_layer(self, by: int) -> Stage:
        """Watch the layer before or behind this one."""
        return self.at_layer(self.number + by)

    def at_layer(self, number: int) -> Stage:
        """Watch a layer by its place from 0, in the same direction where it has that."""
        layers = self.flow.layers
        there = layers[_within(number, len(layers))]
        return self if there == self.layer else Stage.of(self.flow, there, _alike(self.direction))

    def in_flow(self, flow: Flow) -> Stage:
        """Watch the same cell while other numbers go through the network, or the nearest one of another network."""
        if self.layer not in flow.layers:
            return Stage.of(flow, flow.layers[-1])
        moved = Stage.of(flow, self.layer, self.direction)
        if len(moved.cell) != len(self.cell):
            return moved
        return replace(moved, cell=tuple(map(_within, self.cell, moved.array.shape)), inner=self.inner)


def _alike(direction: str | None) -> str | None:
    """Return what a layer of another kind has in the place of a direction."""
    return direction if direction is None or direction[0] != "x" else "x"


def _within(number: int, count: int) -> int:
    return max(0, min(number, count - 1))
