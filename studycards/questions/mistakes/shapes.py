"""Wrong rules for the channels of an output shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, Conv2d, ConvTranspose2d, Flatten, MaxPool2d
from studycards.questions.mistakes.mistake import ShapeMistake
from studycards.questions.solutions.terms import windows

if TYPE_CHECKING:
    from studycards.engine.layers import Layer, Shape


def _channels_in(layer: Layer, shape: Shape) -> Shape | None:
    """Keep the channels of the input instead of counting the filters."""
    return (shape[0], *layer.output_shape(shape)[1:]) if isinstance(layer, Conv2d | ConvTranspose2d) else None


def _flatten_no_channels(layer: Layer, shape: Shape) -> Shape | None:
    """Flatten one channel only: H·W."""
    return (shape[1] * shape[2],) if isinstance(layer, Flatten) and len(shape) == 3 else None


def _pool_channels(layer: Layer, shape: Shape) -> Shape | None:
    """Shrink the channels as the height is shrunk."""
    if not isinstance(layer, MaxPool2d | AvgPool2d):
        return None
    height, _ = windows(layer, shape)
    return (shape[0] // height.s, *layer.output_shape(shape)[1:])


def _pool_ignored(layer: Layer, shape: Shape) -> Shape | None:
    """Let a map come out of a pooling as it went in."""
    return shape if isinstance(layer, MaxPool2d | AvgPool2d) else None


SHAPE_MISTAKES = (
    ShapeMistake("shape.channels_in", _channels_in),
    ShapeMistake("shape.flatten_no_channels", _flatten_no_channels),
    ShapeMistake("shape.pool_channels", _pool_channels),
    ShapeMistake("shape.pool_ignored", _pool_ignored),
)
