"""The convolution."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.options import check_counts, check_flags, check_sizes
from studycards.engine.windows import conv_windows, pair

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape
    from studycards.engine.windows import Size, Windows


@dataclass(frozen=True, slots=True)
class Conv2d(Layer):
    """A convolution (cross-correlation) of a map. The options are PyTorch's; the input gives the input channels."""

    kind: ClassVar[str] = "conv2d"
    short: ClassVar[str] = "conv"

    out_channels: int
    kernel_size: Size
    stride: Size = 1
    padding: Size = 0
    dilation: Size = 1
    groups: int = 1
    bias: bool = True

    def __post_init__(self) -> None:
        check_counts(self, "out_channels", "groups")
        check_sizes(self, "kernel_size", "stride", "padding", "dilation")
        check_flags(self, "bias")
        if self.out_channels % self.groups:
            raise LayerError(
                "engine.groups_outputs",
                "groups={groups} does not divide out_channels={channels}: {channels} mod {groups} = {rest}",
                groups=self.groups,
                channels=self.out_channels,
                rest=self.out_channels % self.groups,
            )

    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the kernel lies on an input of `shape`, down its rows and across its columns.

        The number of positions on each axis is `(size + 2*padding - dilation*(kernel - 1) - 1) // stride + 1`.
        """
        _, *size = as_map(self.kind, shape)
        return conv_windows((size[0], size[1]), self.kernel_size, self.stride, self.padding, self.dilation)

    def output_shape(self, shape: Shape) -> Shape:
        """One channel for each filter, one cell for each position of the kernel."""
        self._channels_of_a_filter(shape)
        down, across = self.windows(shape)
        return self.out_channels, down.count, across.count

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight`: (out_channels, C / groups, kernel height, kernel width); `bias`: (out_channels,)."""
        weight = (self.out_channels, self._channels_of_a_filter(shape), *pair(self.kernel_size))
        return {"weight": weight, "bias": (self.out_channels,)} if self.bias else {"weight": weight}

    def macs(self, shape: Shape) -> int:
        """Each cell of the output is the sum of one product for each weight of its filter."""
        of_a_filter = self.parameter_shapes(shape)["weight"][1:]
        return math.prod(self.output_shape(shape)) * math.prod(of_a_filter)

    def _channels_of_a_filter(self, shape: Shape) -> int:
        channels, *_ = as_map(self.kind, shape)
        if channels % self.groups:
            raise LayerError(
                "engine.groups_inputs",
                "groups={groups} does not divide the {channels} input channels: {channels} mod {groups} = {rest}",
                groups=self.groups,
                channels=channels,
                rest=channels % self.groups,
            )
        return channels // self.groups
