"""The products that a transposed convolution adds up: windows lie on its output, one for each cell of its input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.meetings import meetings
from studycards.engine.trace.operation import Operation, at, of_a_channel
from studycards.engine.trace.terms import total
from studycards.engine.windows import transposed_windows

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index
    from studycards.engine.windows import Size, Windows


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolution(Operation):
    """`conv_transpose2d` of x (N, C, H, W) with weight (C, F/groups, KH, KW) and bias (F,) to y (N, F, OH, OW)."""

    x: Array
    weight: Array
    bias: Array | None = None
    stride: Size = 1
    padding: Size = 0
    output_padding: Size = 0
    groups: int = 1
    dilation: Size = 1

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows of the input cells lie on the output, down the rows and along them."""
        options = (self.stride, self.padding, self.output_padding, self.dilation)
        return transposed_windows(self.x.shape[2:], self.weight.shape[2:], *options)

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, F, OH, OW)."""
        return len(self.x), self.weight.shape[1] * self.groups, *(axis.size for axis in self.axes)

    def y(self, cell: Index) -> Expression:
        """Return what each cell of x whose window covers the cell adds to it, then the bias.

        y[n, f, cell] = sum over c and the windows that cover it of x[n, c, window] * weight[c, f, tap], plus bias[f].
        """
        n, f, *position = cell
        products = [
            at(self.x, "x", n, c, *meeting.window) * at(self.weight, "weight", c, self._within(f), *meeting.tap)
            for c in self._channels(f)
            for meeting in meetings(self.axes, cell=tuple(position))
        ]
        return total(products if self.bias is None else [*products, at(self.bias, "bias", f)])

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return what comes back from the window of the cell, filter by filter: a convolution of dy.

        dx[n, c, window] = sum over f and taps of dy[n, f, cell] * weight[c, f, tap].
        """
        n, c, *window = cell
        return total(
            at(dy, "dy", n, f, *meeting.cell) * at(self.weight, "weight", c, self._within(f), *meeting.tap)
            for f in self._filters(c)
            for meeting in meetings(self.axes, window=tuple(window))
            if not meeting.padding
        )

    def dweight(self, cell: Index, dy: Array) -> Expression:
        """Return what comes back for each cell of x, image by image: in all of their windows the weight was used once.

        dweight[c, f, tap] = sum over n and windows of dy[n, f, cell] * x[n, c, window].
        """
        c, within, *tap = cell
        f = self._filters(c)[within]
        return total(
            at(dy, "dy", n, f, *meeting.cell) * at(self.x, "x", n, c, *meeting.window)
            for n in range(len(self.x))
            for meeting in meetings(self.axes, tap=tuple(tap))
            if not meeting.padding
        )

    def dbias(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy over images and positions."""
        return of_a_channel(dy, "dy", cell[0])

    def _channels(self, f: int) -> range:
        """Return the channels of x that channel `f` of the output is made of."""
        group, per_group = f // self.weight.shape[1], len(self.weight) // self.groups
        return range(group * per_group, (group + 1) * per_group)

    def _filters(self, channel: int) -> range:
        """Return the channels of the output that a channel of x goes into."""
        group = channel // (len(self.weight) // self.groups)
        return range(group * self.weight.shape[1], (group + 1) * self.weight.shape[1])

    def _within(self, f: int) -> int:
        """Return the place of channel `f` of the output in its group."""
        per_group: int = self.weight.shape[1]
        return f % per_group
