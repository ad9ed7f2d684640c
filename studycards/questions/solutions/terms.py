"""The numbers that stand in the textbook formulas for one layer: what solutions fill in and mistakes get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, MaxPool2d, pair

if TYPE_CHECKING:
    from studycards.engine.layers import Conv2d, ConvTranspose2d, Linear, Shape

Pool = MaxPool2d | AvgPool2d


def rounded_up(dividend: int, divisor: int) -> int:
    """Return ⌈dividend/divisor⌉."""
    return -(-dividend // divisor)


@dataclass(frozen=True, slots=True)
class Window:
    """A window on one axis: axis length `n`, kernel `k`, stride `s`, padding `p` on each side, dilation `d`.

    `even` says whether the padding really is the same on both sides.
    """

    n: int
    k: int
    s: int
    p: int
    d: int
    even: bool = True

    @property
    def span(self) -> int:
        """Cells from the first to the last tap of the kernel: d(k − 1) + 1."""
        return self.d * (self.k - 1) + 1

    @property
    def free(self) -> int:
        """Cells over which the window can move: n + 2p − span."""
        return self.n + 2 * self.p - self.span

    @property
    def positions(self) -> int:
        """How many positions the window takes: ⌊(n + 2p − span)/s⌋ + 1."""
        return self.free // self.s + 1


def windows(layer: Conv2d | Pool, shape: Shape) -> tuple[Window, Window]:
    """Return the windows of `layer` along the height and the width of its input `shape` (C, H, W)."""
    down, across = (
        Window(w.size, w.kernel, w.stride, w.before, w.dilation, w.before == w.after) for w in layer.windows(shape)
    )
    return down, across


@dataclass(frozen=True, slots=True)
class Spread:
    """A transposed convolution on one axis: `n`, `k`, `s`, `p` and `d` as of a window, `extra` output padding."""

    n: int
    k: int
    s: int
    p: int
    d: int
    extra: int

    @property
    def span(self) -> int:
        """Cells from the first to the last tap of the kernel: d(k − 1) + 1."""
        return self.d * (self.k - 1) + 1

    @property
    def size(self) -> int:
        """Cells of the output: (n − 1)s − 2p + span + extra."""
        return (self.n - 1) * self.s - 2 * self.p + self.span + self.extra


def spreads(layer: ConvTranspose2d, shape: Shape) -> tuple[Spread, Spread]:
    """Return what `layer` does along the height and the width of its input `shape` (C, H, W)."""
    axes = zip(layer.windows(shape), pair(layer.output_padding), strict=True)
    down, across = (Spread(w.count, w.kernel, w.stride, w.before, w.dilation, extra) for w, extra in axes)
    return down, across


@dataclass(frozen=True, slots=True)
class ConvTerms:
    """A convolution as its parameters are counted.

    `bias` is 1 with biases and 0 without; `positions` is how often each filter is applied: height times width of
    the output, and `rows` its height. `places` is height times width of the input.
    """

    kh: int
    kw: int
    c_in: int
    c_out: int
    groups: int
    bias: int
    positions: int
    rows: int
    places: int

    @classmethod
    def of(cls, layer: Conv2d, shape: Shape) -> ConvTerms:
        """Return the terms of `layer` for an input `shape` (C, H, W)."""
        kh, kw = pair(layer.kernel_size)
        c_out, height, width = layer.output_shape(shape)
        return cls(kh, kw, shape[0], c_out, layer.groups, int(layer.bias), height * width, height, shape[1] * shape[2])

    @property
    def depth(self) -> int:
        """Input channels that one filter sees."""
        return self.c_in // self.groups

    @property
    def filter_weights(self) -> int:
        """Weights of one filter."""
        return self.kh * self.kw * self.depth

    @property
    def weights(self) -> int:
        """Weights of all filters."""
        return self.filter_weights * self.c_out

    @property
    def biases(self) -> int:
        """One for each filter, or none."""
        return self.bias * self.c_out


@dataclass(frozen=True, slots=True)
class DenseTerms:
    """A fully connected layer as its parameters are counted.

    `bias` is 1 with biases and 0 without; `channels` and `values` are those of the map that became the inputs, by
    flattening or a mean, or the inputs themselves where there was none.
    """

    n_in: int
    n_out: int
    bias: int
    channels: int
    values: int

    @classmethod
    def of(cls, layer: Linear, shape: Shape, before: Shape | None = None) -> DenseTerms:
        """Return the terms of `layer` for an input `shape` (features,) that was made of a map of shape `before`."""
        before = before or shape
        return cls(shape[0], layer.out_features, int(layer.bias), before[0], prod(before))

    @property
    def weights(self) -> int:
        """One for each pair of input and output."""
        return self.n_in * self.n_out

    @property
    def biases(self) -> int:
        """One for each output, or none."""
        return self.bias * self.n_out
