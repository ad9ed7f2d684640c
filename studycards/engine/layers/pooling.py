"""Pooling: windows that learn nothing and leave the number of channels alone."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.options import check_flags, check_sizes
from studycards.engine.windows import pool_windows

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape
    from studycards.engine.windows import Size, Windows


class _Pool2d(Layer):
    """What max and average pooling share."""

    __slots__ = ()

    short: ClassVar[str] = "pool"

    @abstractmethod
    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the windows lie on an input of `shape`, down its rows and across its columns."""

    def output_shape(self, shape: Shape) -> Shape:
        """As many channels as the input has, one cell for each window."""
        channels, *_ = as_map(self.kind, shape)
        down, across = self.windows(shape)
        return channels, down.count, across.count


@dataclass(frozen=True, slots=True)
class MaxPool2d(_Pool2d):
    """The maximum of each window. Where `stride` is None it is the kernel size: the windows do not overlap."""

    kind: ClassVar[str] = "max_pool2d"

    kernel_size: Size
    stride: Size | None = None
    padding: Size = 0
    dilation: Size = 1
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        check_sizes(self, "kernel_size", "padding", "dilation", *(["stride"] if self.stride is not None else []))
        check_flags(self, "ceil_mode")

    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the windows lie on an input of `shape`, down its rows and across its columns."""
        _, height, width = as_map(self.kind, shape)
        return pool_windows(
            (height, width), self.kernel_size, self.stride, self.padding, self.dilation, ceil_mode=self.ceil_mode
        )


@dataclass(frozen=True, slots=True)
class AvgPool2d(_Pool2d):
    """The mean of each window; padding counts as zeros unless `count_include_pad` is false."""

    kind: ClassVar[str] = "avg_pool2d"

    kernel_size: Size
    stride: Size | None = None
    padding: Size = 0
    ceil_mode: bool = False
    count_include_pad: bool = True

    def __post_init__(self) -> None:
        check_sizes(self, "kernel_size", "padding", *(["stride"] if self.stride is not None else []))
        check_flags(self, "ceil_mode", "count_include_pad")

    def windows(self, shape: Shape) -> tuple[Windows, Windows]:
        """Return where the windows lie on an input of `shape`, down its rows and across its columns."""
        _, height, width = as_map(self.kind, shape)
        return pool_windows((height, width), self.kernel_size, self.stride, self.padding, ceil_mode=self.ceil_mode)


@dataclass(frozen=True, slots=True)
class GlobalAvgPool2d(Layer):
    """The mean of each channel: a vector as long as there are channels."""

    kind: ClassVar[str] = "global_avg_pool2d"
    short: ClassVar[str] = "gap"

    def output_shape(self, shape: Shape) -> Shape:
        """One value for each channel."""
        channels, *_ = as_map(self.kind, shape)
        return (channels,)
