"""Layers that move values about: along the channels, or onto a grid of another size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.groups import check_groups
from studycards.engine.layers.options import (
    LARGEST,
    check_counts,
    check_flags,
    check_sizes,
    check_words,
    exact_option,
)
from studycards.engine.layers.sight import Sight, check_pattern, square
from studycards.engine.resampling import MODES, Axis, nearest_cells, points_between, resized_axes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from studycards.engine.layers.base import Shape
    from studycards.engine.windows import Size


@dataclass(frozen=True, slots=True)
class Upsample(Layer):
    """A map on a finer or coarser grid: of `size`, or `scale_factor` times as large; exactly one of them is given."""

    kind: ClassVar[str] = "upsample"
    short: ClassVar[str] = "upsample"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {"mode": MODES}

    size: Size | None = None
    scale_factor: Fraction | float | None = None
    mode: str = "nearest"
    align_corners: bool | None = None

    def __post_init__(self) -> None:
        check_words(self, "mode")
        if self.align_corners is not None:
            check_flags(self, "align_corners")
        if self.size is not None:
            check_sizes(self, "size")
        if self.scale_factor is not None:
            exact_option(self, "scale_factor")

    def axes(self, shape: Shape) -> tuple[Axis, Axis]:
        """Return how the rows and the columns are resized."""
        _, height, width = as_map(self.kind, shape)
        size, factor = self.size, self.scale_factor
        return resized_axes((height, width), size, factor, self.mode, align_corners=self.align_corners)

    def output_shape(self, shape: Shape) -> Shape:
        """The channels of the input and the new size: `floor(scale_factor * size)` on each axis."""
        down, across = self.axes(shape)
        check_sizes(Upsample((down.count, across.count)), "size")
        return shape[0], down.count, across.count

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """The nearest cell on each axis, or the two that it lies between, also where one of them is padding."""
        down, across = map(self._along, self.axes(shape))
        return square(down, across)

    def _along(self, axis: Axis) -> Sight:
        """Return the pattern of an axis: after as many new cells as the scale has parts it repeats."""
        period, advance = axis.scale.denominator, axis.scale.numerator
        check_pattern(period)
        if self.mode == "nearest":
            return Sight(tuple((cell, cell) for cell in nearest_cells(Axis(axis.size, period, axis.scale))), advance)
        endless = Axis(LARGEST, 2 * period, axis.scale)  # its second round is away from the borders
        points = points_between(endless, align_corners=self.align_corners)[period:]
        return Sight(tuple((low - advance, (high if share else low) - advance) for low, high, share in points), advance)


@dataclass(frozen=True, slots=True)
class ChannelShuffle(Layer):
    """The channels as a table with a row for each group, read column by column (ShuffleNet)."""

    kind: ClassVar[str] = "channel_shuffle"
    short: ClassVar[str] = "shuffle"

    groups: int

    def __post_init__(self) -> None:
        check_counts(self, "groups")

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input, which must be a map."""
        check_groups(self.groups, as_map(self.kind, shape)[0])
        return shape


@dataclass(frozen=True, slots=True)
class Slice(Layer):
    """The channels from number `start` up to, but without, number `stop`, counted from 0."""

    kind: ClassVar[str] = "slice"
    short: ClassVar[str] = "slice"

    start: int
    stop: int

    def __post_init__(self) -> None:
        check_counts(self, "start", "stop")

    def output_shape(self, shape: Shape) -> Shape:
        """`stop - start` channels, or features of a vector."""
        if not self.start < self.stop <= shape[0]:
            raise LayerError(
                "engine.slice_outside",
                "channels {start} to {stop} cannot be cut out of {channels}",
                start=self.start,
                stop=self.stop,
                channels=shape[0],
            )
        return (self.stop - self.start, *shape[1:])
