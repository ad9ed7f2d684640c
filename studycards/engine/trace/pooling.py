"""The candidates of a maximum, the cells of a mean, and what comes back from the windows that a cell was seen by."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from studycards.engine.trace.meetings import meetings
from studycards.engine.trace.operation import Operation, at
from studycards.engine.trace.terms import Largest, Number, Step, Wins, total
from studycards.engine.windows import pool_windows

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.meetings import Meeting
    from studycards.engine.trace.terms import Expression, Index, Quotient
    from studycards.engine.windows import Size, Windows


@dataclass(frozen=True, slots=True, eq=False)
class MaxPooling(Operation):
    """`max_pool2d` of x (N, C, H, W) to y (N, C, OH, OW)."""

    x: Array
    kernel_size: Size
    stride: Size | None = None
    padding: Size = 0
    dilation: Size = 1
    ceil_mode: bool = False

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie, down the rows and along them."""
        options = (self.kernel_size, self.stride, self.padding, self.dilation)
        return pool_windows(self.x.shape[2:], *options, ceil_mode=self.ceil_mode)

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, C, OH, OW)."""
        return *self.x.shape[:2], *(axis.count for axis in self.axes)

    def y(self, cell: Index) -> Largest:
        """Return the candidates, padding as -inf; of equal ones the first in row-major order wins."""
        n, c, *window = cell
        seen = meetings(self.axes, window=tuple(window))
        return Largest(tuple(meeting.seen(self.x, (n, c), -inf) for meeting in seen))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy of each window that saw the cell, times 1 where the cell won it and 0 where another one did."""
        n, c, *position = cell
        windows = [(n, c, *meeting.window) for meeting in meetings(self.axes, cell=tuple(position))]
        return total(at(dy, "dy", *window) * Wins(cell, self.y(window)) for window in windows)


@dataclass(frozen=True, slots=True, eq=False)
class AveragePooling(Operation):
    """`avg_pool2d` of x (N, C, H, W) to y (N, C, OH, OW)."""

    x: Array
    kernel_size: Size
    stride: Size | None = None
    padding: Size = 0
    ceil_mode: bool = False
    count_include_pad: bool = True
    divisor_override: int | None = None

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie, down the rows and along them."""
        size, options = self.x.shape[2:], (self.kernel_size, self.stride, self.padding)
        return pool_windows(size, *options, ceil_mode=self.ceil_mode)

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, C, OH, OW)."""
        return *self.x.shape[:2], *(axis.count for axis in self.axes)

    def y(self, cell: Index) -> Quotient:
        """Return the sum of the cells that count over their number, or over the divisor that was set instead."""
        n, c, *window = cell
        seen = total(meeting.seen(self.x, (n, c)) for meeting in self._counted(tuple(window)))
        return Step("sum", seen, cell) / self._divisor(tuple(window))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return the share that comes back from each window that saw the cell: its dy over its divisor."""
        n, c, *position = cell
        return total(
            at(dy, "dy", n, c, *meeting.window) / self._divisor(meeting.window)
            for meeting in meetings(self.axes, cell=tuple(position))
        )

    def _counted(self, window: Index) -> list[Meeting]:
        """Return where the window meets what it counts: the map, and with `count_include_pad` its padding.

        What hangs over the padding in ceil mode never counts.
        """
        margins = [(axis.before, axis.after) if self.count_include_pad else (0, 0) for axis in self.axes]
        bounds = [(-before, axis.size + after) for axis, (before, after) in zip(self.axes, margins, strict=True)]
        return [
            meeting
            for meeting in meetings(self.axes, window=window)
            if all(first <= i < end for i, (first, end) in zip(meeting.cell, bounds, strict=True))
        ]

    def _divisor(self, window: Index) -> Number:
        counted = len(self._counted(window)) if self.divisor_override is None else self.divisor_override
        return Number(counted, "divisor", window)


class MaxPooling1d(MaxPooling):
    """`max_pool1d` of x (N, C, L): of maps with one row, which is left out."""

    __slots__ = ()

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie."""
        stride = self.kernel_size if self.stride is None else self.stride
        options = ((1, self.kernel_size), (1, stride), (0, self.padding), (1, self.dilation))
        return pool_windows((1, self.x.shape[2]), *options, ceil_mode=self.ceil_mode)[1:]


class AveragePooling1d(AveragePooling):
    """`avg_pool1d` of x (N, C, L): of maps with one row, which is left out."""

    __slots__ = ()

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie."""
        stride = self.kernel_size if self.stride is None else self.stride
        options = ((1, self.kernel_size), (1, stride), (0, self.padding))
        return pool_windows((1, self.x.shape[2]), *options, ceil_mode=self.ceil_mode)[1:]
