"""Pooling: windows that learn nothing and leave the number of channels alone."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.options import check_flags, check_sizes
from studycards.engine.layers.sight import adaptive_sight, square, whole_sight, window_sight
from studycards.engine.windows import pair, pool_windows

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape
    from studycards.engine.layers.sight import Sight
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

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The windows."""
        down, across = self.windows(shape)
        return square(window_sight(down), window_sight(across))


@dataclass(frozen=True, slots=True)
class MaxPool2d(_Pool2d):
    """The maximum of each window. Where `stride` is None it is the kernel size: the windows do not overlap."""

    kind: ClassVar[str] = "max_pool2d"
    keeps: ClassVar[tuple[str, ...]] = ("choice",)

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


class _AdaptivePool2d(Layer):
    """What pooling to a given size shares: cell `i` of O sees cells `floor(i*H/O)` to `ceil((i+1)*H/O) - 1` of H."""

    __slots__ = ()

    short: ClassVar[str] = "pool"

    output_size: Size

    def output_shape(self, shape: Shape) -> Shape:
        """As many channels as the input has, and the given height and width."""
        channels, *_ = as_map(self.kind, shape)
        return (channels, *pair(self.output_size))

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The parts of each axis."""
        _, height, width = as_map(self.kind, shape)
        rows, columns = pair(self.output_size)
        return square(adaptive_sight(height, rows), adaptive_sight(width, columns))


@dataclass(frozen=True, slots=True)
class AdaptiveAvgPool2d(_AdaptivePool2d):
    """The means of as many parts of the map as `output_size` says."""

    kind: ClassVar[str] = "adaptive_avg_pool2d"

    output_size: Size

    def __post_init__(self) -> None:
        check_sizes(self, "output_size")


@dataclass(frozen=True, slots=True)
class AdaptiveMaxPool2d(_AdaptivePool2d):
    """The maxima of as many parts of the map as `output_size` says."""

    kind: ClassVar[str] = "adaptive_max_pool2d"
    keeps: ClassVar[tuple[str, ...]] = ("choice",)

    output_size: Size

    def __post_init__(self) -> None:
        check_sizes(self, "output_size")


class _GlobalPool2d(Layer):
    """What pooling of whole maps shares: a vector as long as there are channels."""

    __slots__ = ()

    def output_shape(self, shape: Shape) -> Shape:
        """One value for each channel."""
        channels, *_ = as_map(self.kind, shape)
        return (channels,)

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The whole map."""
        _, height, width = as_map(self.kind, shape)
        return square(whole_sight(height), whole_sight(width))


class GlobalAvgPool2d(_GlobalPool2d):
    """The mean of each channel."""

    __slots__ = ()

    kind: ClassVar[str] = "global_avg_pool2d"
    short: ClassVar[str] = "gap"


class GlobalMaxPool2d(_GlobalPool2d):
    """The maximum of each channel."""

    __slots__ = ()

    kind: ClassVar[str] = "global_max_pool2d"
    short: ClassVar[str] = "gmp"
    keeps: ClassVar[tuple[str, ...]] = ("choice",)
