"""The products that a convolution adds up, forward and backward, each with the cells that it joins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.meetings import meetings
from studycards.engine.trace.operation import Operation, at, of_a_channel
from studycards.engine.trace.terms import total
from studycards.engine.windows import conv_windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index
    from studycards.engine.windows import Padding, Size, Windows


@dataclass(frozen=True, slots=True, eq=False)
class Convolution(Operation):
    """`conv2d` of x (N, C, H, W) with weight (F, C/groups, KH, KW) and bias (F,) to y (N, F, OH, OW).

    Padding that is not zeros repeats cells of x: `reflect`, `replicate` or `circular`, as in torch.nn.Conv2d.
    """

    x: Array
    weight: Array
    bias: Array | None = None
    stride: Size = 1
    padding: Padding = 0
    dilation: Size = 1
    groups: int = 1
    padding_mode: str = "zeros"

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie, down the rows and along them."""
        return conv_windows(self.x.shape[2:], self.weight.shape[2:], self.stride, self.padding, self.dilation)

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, F, OH, OW)."""
        return len(self.x), len(self.weight), *(axis.count for axis in self.axes)

    def y(self, cell: Index) -> Expression:
        """Return the products of the window with the filter, then the bias.

        y[n, f, window] = sum over c and taps of x[n, c, cell] * weight[f, c, tap], plus bias[f].
        """
        n, f, *window = cell
        met = list(meetings(self.axes, window=tuple(window), padding_mode=self.padding_mode))
        products = [
            meeting.seen(self.x, (n, channel)) * at(self.weight, "weight", f, c, *meeting.tap)
            for c, channel in self._channels(f)
            for meeting in met
        ]
        return total(products if self.bias is None else [*products, at(self.bias, "bias", f)])

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return what comes back from each window that saw the cell, filter by filter.

        dx[n, c, cell] = sum over f and the windows that see the cell of dy[n, f, window] * weight[f, c, tap].
        """
        n, channel, *position = cell
        per_group = self.weight.shape[1]
        met = list(meetings(self.axes, cell=tuple(position), padding_mode=self.padding_mode))
        return total(
            at(dy, "dy", n, f, *meeting.window) * at(self.weight, "weight", f, channel % per_group, *meeting.tap)
            for f in self._filters(channel)
            for meeting in met
        )

    def dweight(self, cell: Index, dy: Array) -> Expression:
        """Return what comes back from each window, image by image: in all of them the weight was used once.

        dweight[f, c, tap] = sum over n and windows of dy[n, f, window] * x[n, c, cell].
        """
        f, c, *tap = cell
        channel = dict(self._channels(f))[c]
        met = list(meetings(self.axes, tap=tuple(tap), padding_mode=self.padding_mode))
        return total(
            at(dy, "dy", n, f, *meeting.window) * meeting.seen(self.x, (n, channel))
            for n in range(len(self.x))
            for meeting in met
        )

    def dbias(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy over images and windows: dbias[f] = sum of dy[n, f, window]."""
        return of_a_channel(dy, "dy", cell[0])

    def _channels(self, f: int) -> Iterator[tuple[int, int]]:
        """Yield the channels that filter `f` sees: as it counts them, and as x does."""
        per_group = self.weight.shape[1]
        group = f // (len(self.weight) // self.groups)
        return enumerate(range(group * per_group, (group + 1) * per_group))

    def _filters(self, channel: int) -> range:
        """Return the filters that see a channel of x."""
        group, per_group = channel // self.weight.shape[1], len(self.weight) // self.groups
        return range(group * per_group, (group + 1) * per_group)


class Convolution1d(Convolution):
    """`conv1d` of x (N, C, L) with weight (F, C/groups, K): a convolution of maps with one row, which is left out."""

    __slots__ = ()

    @property
    def axes(self) -> tuple[Windows, ...]:
        """Where the windows lie."""
        margins = self.padding if isinstance(self.padding, str) else (0, self.padding)
        options = ((1, self.stride), margins, (1, self.dilation))
        return conv_windows((1, self.x.shape[2]), (1, self.weight.shape[2]), *options)[1:]
