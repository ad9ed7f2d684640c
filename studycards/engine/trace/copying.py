"""Operations that move numbers around, or weigh a few of them: each cell of y is a weighted sum of cells of x.

The gradient of a cell of x is found by looking through all cells of y for those that it went into.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.resampling import nearest_cells, points_between, resized_axes
from studycards.engine.trace.meetings import repeated
from studycards.engine.trace.operation import Operation, at, option
from studycards.engine.trace.terms import Number, total
from studycards.engine.windows import pair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.engine.functional._arrays import Array
    from studycards.engine.resampling import Factor
    from studycards.engine.trace.terms import Expression, Index
    from studycards.engine.windows import Size


class Source(NamedTuple):
    """A cell of x, and the weight with which it goes into a cell of y."""

    cell: Index
    weight: Fraction = Fraction(1)


class _Copying(Operation):
    """What all of them share: where the cells of y come from."""

    __slots__ = ()

    x: Array

    @abstractmethod
    def sources(self, cell: Index) -> Sequence[Source]:
        """Return the cells of x that a cell of y is made of."""

    def y(self, cell: Index) -> Expression:
        """Return the cells of x, each times its weight where that is not 1."""
        terms = [_weighted(at(self.x, "x", *source.cell), source.weight) for source in self.sources(cell)]
        return terms[0] if len(terms) == 1 else total(terms)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy of each cell of y that the cell went into, times its weight."""
        return total(
            _weighted(at(dy, "dy", *made), source.weight)
            for made in product(*map(range, self.shape))
            for source in self.sources(made)
            if source.cell == cell
        )


@dataclass(frozen=True, slots=True, eq=False)
class Identity(_Copying):
    """What changes nothing: dropout outside of training."""

    x: Array

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def sources(self, cell: Index) -> list[Source]:
        """The same cell."""
        return [Source(cell)]


@dataclass(frozen=True, slots=True, eq=False)
class Reshaping(_Copying):
    """The numbers of x in another `shape`, in the same order: channels, then rows, then columns."""

    x: Array
    shape: tuple[int, ...] = field()

    def sources(self, cell: Index) -> list[Source]:
        """The cell of x with the same place in the row of all numbers."""
        place = 0
        for i, size in zip(cell, self.shape, strict=True):
            place = place * size + i
        inner = []
        for size in reversed(self.x.shape):
            place, i = divmod(place, size)
            inner.append(i)
        return [Source(tuple(reversed(inner)))]


def flatten(x: Array) -> Reshaping:
    """Return what traces `flatten`: x (N, ...) as (N, features)."""
    return Reshaping(x, (len(x), prod(x.shape[1:])))


@dataclass(frozen=True, slots=True, eq=False)
class Cut(_Copying):
    """A part of x of another `shape`; its first cell is `first` in x."""

    x: Array
    shape: tuple[int, ...] = field()
    first: Index

    def sources(self, cell: Index) -> list[Source]:
        """The cell as far from `first`."""
        return [Source(tuple(i + start for i, start in zip(cell, self.first, strict=True)))]


def crop(x: Array, size: Size) -> Cut:
    """Return what traces `crop`: the centre of x (N, C, H, W), an odd row or column more cut off at the end."""
    first = ((whole - part) // 2 for whole, part in zip(x.shape[2:], pair(size), strict=True))
    return Cut(x, (*x.shape[:2], *pair(size)), (0, 0, *first))


def channel_slice(x: Array, start: int, stop: int) -> Cut:
    """Return what traces a slice of channels."""
    return Cut(x, (len(x), stop - start, *x.shape[2:]), (0, start, *(0 for _ in x.shape[2:])))


@dataclass(frozen=True, slots=True, eq=False)
class Padding(_Copying):
    """`pad`: cells added at the ends of the last axes, or cut off; `pad` gives both ends, the last axis first."""

    x: Array
    pad: Sequence[int]
    mode: str = "constant"
    value: float | Fraction | None = None

    @property
    def margins(self) -> list[tuple[int, int]]:
        """The cells before and after each axis."""
        given = list(zip(self.pad[::2], self.pad[1::2], strict=True))
        return [(0, 0)] * (self.x.ndim - len(given)) + given[::-1]

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x with what is added."""
        return tuple(size + sum(margin) for size, margin in zip(self.x.shape, self.margins, strict=True))

    def sources(self, cell: Index) -> list[Source]:
        """The cell itself, the one that the padding repeats, or none."""
        axes = zip(cell, self.margins, self.x.shape, strict=True)
        inner = tuple(repeated(i - before, size, self.mode) for i, (before, _), size in axes)
        inside = all(0 <= i < size for i, size in zip(inner, self.x.shape, strict=True))
        return [Source(inner)] if inside else []

    def y(self, cell: Index) -> Expression:
        """Return the cell of x, or the value of the padding."""
        return _Copying.y(self, cell) if self.sources(cell) else option(self.value or 0, "value")


@dataclass(frozen=True, slots=True, eq=False)
class ChannelShuffle(_Copying):
    """`channel_shuffle`: the first channel of each group, then the second of each group, ..."""

    x: Array
    groups: int

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def sources(self, cell: Index) -> list[Source]:
        """The channel that was dealt to this place."""
        n, channel, *position = cell
        within, group = divmod(channel, self.groups)
        return [Source((n, group * (self.x.shape[1] // self.groups) + within, *position))]


@dataclass(frozen=True, slots=True, eq=False)
class Interpolation(_Copying):
    """`interpolate` of x (N, C, H, W): `nearest` copies a cell, `bilinear` weighs four."""

    x: Array
    size: Size | None = None
    scale_factor: Factor | tuple[Factor, Factor] | None = None
    mode: str = "nearest"
    align_corners: bool | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, C, OH, OW)."""
        return *self.x.shape[:2], *map(len, self._along())

    def sources(self, cell: Index) -> list[Source]:
        """The cells around the place, with the product of their shares down and across; those without are left out."""
        n, c, row, column = cell
        rows, columns = self._along()
        corners = product(rows[row], columns[column])
        return [Source((n, c, i, j), down * across) for (i, down), (j, across) in corners if down * across]

    def _along(self) -> Iterator[list[list[tuple[int, Fraction]]]]:
        """Yield for rows and columns the old cells of each new one, with their shares."""
        size = self.x.shape[2:]
        axes = resized_axes(size, self.size, self.scale_factor, self.mode, align_corners=self.align_corners)
        for axis in axes:
            if self.mode == "nearest":
                yield [[(i, Fraction(1))] for i in nearest_cells(axis)]
            else:
                points = points_between(axis, align_corners=self.align_corners)
                yield [[(low, 1 - share), (high, share)] for low, high, share in points]


def _weighted(number: Number, weight: Fraction) -> Expression:
    return number if weight == 1 else Number(weight, "share") * number
