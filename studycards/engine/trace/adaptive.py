"""Pooling to a given size, down to one cell: parts of the map instead of windows, which may differ in size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at
from studycards.engine.trace.terms import Largest, Number, Step, Wins, total
from studycards.engine.windows import adaptive_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index, Quotient

OutputSize = int | tuple[int | None, int | None]
"""One number for both axes, or (height, width); None keeps the size of the input."""


class _Adaptive(Operation):
    """What both share: x (N, C, H, W), y (N, C, OH, OW), and the part of x that each cell of y is made of."""

    __slots__ = ()

    x: Array
    output_size: OutputSize

    @property
    def spans(self) -> list[list[slice]]:
        """The parts that rows and columns of the map are taken in."""
        counts = self.output_size if isinstance(self.output_size, tuple) else (self.output_size, self.output_size)
        axes = zip(self.x.shape[2:], counts, strict=True)
        return [adaptive_spans(size, size if count is None else count) for size, count in axes]

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, C, OH, OW)."""
        return *self.x.shape[:2], *map(len, self.spans)

    def part(self, cell: Index) -> list[Number]:
        """Return the cells of x that a cell of y is made of, row by row."""
        spans = (axis[i] for axis, i in zip(self.spans, cell[2:], strict=True))
        positions = product(*(range(span.start, span.stop) for span in spans))
        return [at(self.x, "x", *cell[:2], *position) for position in positions]

    def made_of(self, cell: Index) -> Iterator[Index]:
        """Yield the cells of y that a cell of x has a part in: several where the parts overlap."""
        axes = (
            [o for o, span in enumerate(axis) if span.start <= i < span.stop]
            for axis, i in zip(self.spans, cell[2:], strict=True)
        )
        return ((*cell[:2], *window) for window in product(*axes))


@dataclass(frozen=True, slots=True, eq=False)
class AdaptiveAveragePooling(_Adaptive):
    """`adaptive_avg_pool2d`; with `output_size` 1 the global average."""

    x: Array
    output_size: OutputSize = 1

    def y(self, cell: Index) -> Quotient:
        """Return the sum of the part over the number of its cells."""
        return Step("sum", total(self.part(cell)), cell) / self._divisor(cell)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return the share that comes back from each part that the cell belongs to: its dy over its divisor."""
        return total(at(dy, "dy", *made) / self._divisor(made) for made in self.made_of(cell))

    def _divisor(self, cell: Index) -> Number:
        return Number(len(self.part(cell)), "divisor", cell)


@dataclass(frozen=True, slots=True, eq=False)
class AdaptiveMaxPooling(_Adaptive):
    """`adaptive_max_pool2d`; with `output_size` 1 the global maximum."""

    x: Array
    output_size: OutputSize = 1

    def y(self, cell: Index) -> Largest:
        """Return the candidates; of equal ones the first in row-major order wins."""
        return Largest(tuple(self.part(cell)))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy of each part that the cell belongs to, times 1 where the cell won it and 0 where another did."""
        return total(at(dy, "dy", *made) * Wins(cell, self.y(made)) for made in self.made_of(cell))


class _ToVector(_Adaptive):
    """One part, the whole map, and a vector (N, C) instead of maps of one cell."""

    __slots__ = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, C)."""
        return self.x.shape[:2]

    def part(self, cell: Index) -> list[Number]:
        """Return the cells of the map, row by row."""
        return super().part((*cell, 0, 0))

    def made_of(self, cell: Index) -> Iterator[Index]:
        """Yield the place of the map in the vector."""
        yield cell[:2]


class AverageToVector(_ToVector, AdaptiveAveragePooling):
    """The mean of each map as a number of a vector, as the layer gives it."""

    __slots__ = ()


class MaximumToVector(_ToVector, AdaptiveMaxPooling):
    """The largest number of each map as a number of a vector, as the layer gives it."""

    __slots__ = ()
