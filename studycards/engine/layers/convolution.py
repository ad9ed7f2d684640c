"""The convolution, and the transposed one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.groups import check_groups, check_output_groups
from studycards.engine.layers.options import (
    check_counts,
    check_flags,
    check_margins,
    check_sizes,
    check_words,
)
from studycards.engine.layers.sight import conv_sights, transposed_sight
from studycards.engine.margins import COPYING_MODES, check_margin
from studycards.engine.windows import conv_windows, pair, transposed_windows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.layers.base import Shape
    from studycards.engine.layers.sight import Sight
    from studycards.engine.windows import Padding, Size, Windows


@dataclass(frozen=True, slots=True)
class Conv2d(Layer):
    """A convolution (cross-correlation) of a map. The options are PyTorch's; the input gives the input channels.

    `padding` may be `same` or `valid`, too, or differ from side to side: ((top, bottom), (left, right)).
    """

    kind: ClassVar[str] = "conv2d"
    short: ClassVar[str] = "conv"
    inferred: ClassVar[str] = "in_channels"
    keeps: ClassVar[tuple[str, ...]] = ("input",)
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "padding": ("same", "valid"),
        "padding_mode": ("zeros", *COPYING_MODES),
    }

    out_channels: int
    kernel_size: Size
    stride: Size = 1
    padding: Padding = 0
    dilation: Size = 1
    groups: int = 1
    bias: bool = True
    padding_mode: str = "zeros"

    def __post_init__(self) -> None:
        check_counts(self, "out_channels", "groups")
        check_sizes(self, "kernel_size", "stride", "dilation")
        check_margins(self, "padding")
        check_flags(self, "bias")
        check_words(self, "padding_mode")
        check_output_groups(self.groups, self.out_channels)

    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the kernel lies on an input of `shape`, down its rows and across its columns.

        The number of positions on each axis is `(size + 2*padding - dilation*(kernel - 1) - 1) // stride + 1`.
        """
        _, height, width = as_map(self.kind, shape)
        windows = conv_windows((height, width), self.kernel_size, self.stride, self.padding, self.dilation)
        if self.padding_mode != "zeros":
            for axis in windows:
                check_margin(axis.size, (axis.before, axis.after), self.padding_mode)
        return windows

    def output_shape(self, shape: Shape) -> Shape:
        """One channel for each filter, one cell for each position of the kernel."""
        down, across = self.windows(shape)
        check_groups(self.groups, shape[0])
        return self.out_channels, down.count, across.count

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight`: (out_channels, C / groups, kernel height, kernel width); `bias`: (out_channels,)."""
        weight = (self.out_channels, self._channels_of_a_filter(shape), *pair(self.kernel_size))
        return {"weight": weight, "bias": (self.out_channels,)} if self.bias else {"weight": weight}

    def macs(self, shape: Shape) -> int:
        """Each cell of the output is the sum of one product for each weight of its filter."""
        down, across = self.windows(shape)
        kernel_height, kernel_width = pair(self.kernel_size)
        of_a_filter = self._channels_of_a_filter(shape) * kernel_height * kernel_width
        return self.out_channels * down.count * across.count * of_a_filter

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The windows of the kernel."""
        _, height, width = as_map(self.kind, shape)
        return conv_sights((height, width), self.kernel_size, self.stride, self.padding, self.dilation)

    def _channels_of_a_filter(self, shape: Shape) -> int:
        channels, _, _ = as_map(self.kind, shape)
        check_groups(self.groups, channels)
        return channels // self.groups


@dataclass(frozen=True, slots=True)
class ConvTranspose2d(Layer):
    """A transposed convolution: each input cell spreads the kernel, times its value, over the output."""

    kind: ClassVar[str] = "conv_transpose2d"
    short: ClassVar[str] = "upconv"
    inferred: ClassVar[str] = "in_channels"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    out_channels: int
    kernel_size: Size
    stride: Size = 1
    padding: Size = 0
    output_padding: Size = 0
    groups: int = 1
    bias: bool = True
    dilation: Size = 1

    def __post_init__(self) -> None:
        check_counts(self, "out_channels", "groups")
        check_sizes(self, "kernel_size", "stride", "padding", "output_padding", "dilation")
        check_flags(self, "bias")
        check_output_groups(self.groups, self.out_channels)

    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the kernel lies on the output, once for each input cell: down its rows, across its columns.

        The output has `(size - 1)*stride - 2*padding + dilation*(kernel - 1) + output_padding + 1` cells on an axis.
        """
        _, height, width = as_map(self.kind, shape)
        return transposed_windows(
            (height, width), self.kernel_size, self.stride, self.padding, self.output_padding, self.dilation
        )

    def output_shape(self, shape: Shape) -> Shape:
        """One channel for each filter, and the size that a convolution would turn into that of the input."""
        check_groups(self.groups, as_map(self.kind, shape)[0])
        down, across = self.windows(shape)
        return self.out_channels, down.size, across.size

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight`: (C, out_channels / groups, kernel height, kernel width); `bias`: (out_channels,)."""
        channels, *_ = as_map(self.kind, shape)
        check_groups(self.groups, channels)
        weight = (channels, self.out_channels // self.groups, *pair(self.kernel_size))
        return {"weight": weight, "bias": (self.out_channels,)} if self.bias else {"weight": weight}

    def macs(self, shape: Shape) -> int:
        """Each cell of the input is multiplied by each weight of its channel, those cut off by padding included."""
        _, height, width = as_map(self.kind, shape)
        return height * width * math.prod(self.parameter_shapes(shape)["weight"])

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The input cells whose kernel covers an output cell: fewer than the kernel where it strides."""
        down, across = self.windows(shape)
        return transposed_sight(down), transposed_sight(across)
