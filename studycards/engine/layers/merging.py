"""Layers with several inputs, which bring the branches of a network together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.sight import Sight
from studycards.engine.layers.writing import written_shape
from studycards.engine.margins import centre

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape, Sights


class Merge(Layer):
    """A layer of two or more inputs."""

    __slots__ = ()

    least_inputs: ClassVar[int] = 2
    most_inputs: ClassVar[int | None] = None


class Add(Merge):
    """The sum of inputs of one shape, value by value: where a residual connection ends."""

    __slots__ = ()

    kind: ClassVar[str] = "add"
    short: ClassVar[str] = "add"

    def output_shape(self, *shapes: Shape) -> Shape:
        """The shape of each input."""
        for shape in shapes[1:]:
            if shape != shapes[0]:
                raise _unlike(self.kind, shapes[0], shape)
        return shapes[0]


class Multiply(Merge):
    """The product of two inputs, value by value. One may have a single value per channel (squeeze and excitation)."""

    __slots__ = ()

    kind: ClassVar[str] = "multiply"
    short: ClassVar[str] = "multiply"
    most_inputs: ClassVar[int | None] = 2
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    def output_shape(self, *shapes: Shape) -> Shape:
        """The larger of the two shapes: they are equal, or one is channels×1×1."""
        first, second = shapes
        if first == second or second == (first[0], 1, 1):
            return first
        if first == (second[0], 1, 1):
            return second
        raise _unlike(self.kind, first, second)

    def sights(self, *shapes: Shape) -> Sights:
        """All inputs of the shape of the output; a gate of whole channels has no positions."""
        output = self.output_shape(*shapes)
        return [(number, None) for number, shape in enumerate(shapes) if shape == output]


class Concat(Merge):
    """The inputs one behind the other along the channels; maps must have one height and width."""

    __slots__ = ()

    kind: ClassVar[str] = "concat"
    short: ClassVar[str] = "concat"

    def output_shape(self, *shapes: Shape) -> Shape:
        """The sum of the channels, or of the features of vectors."""
        size = shapes[0][1:]
        channels = 0
        for shape in shapes:
            if shape[1:] != size:
                raise _unlike(self.kind, shapes[0], shape)
            channels += shape[0]
        return (channels, *size)


class Crop(Merge):
    """The middle of the first input, as large as the second one (U-Net); an odd cell is cut off at the end."""

    __slots__ = ()

    kind: ClassVar[str] = "crop"
    short: ClassVar[str] = "crop"
    most_inputs: ClassVar[int | None] = 2

    def output_shape(self, *shapes: Shape) -> Shape:
        """The channels of the first input with the height and width of the second one."""
        (channels, height, width), (_, rows, columns) = (as_map(self.kind, shape) for shape in shapes)
        centre((height, width), (rows, columns))
        return channels, rows, columns

    def sights(self, *shapes: Shape) -> Sights:
        """One cell of the first input each, from the cells on that are cut off before."""
        (_, height, width), (_, rows, columns) = shapes
        top, left = centre((height, width), (rows, columns))
        return [(0, (Sight(((top, top),), 1), Sight(((left, left),), 1)))]


def _unlike(kind: str, first: Shape, second: Shape) -> LayerError:
    return LayerError(
        "engine.shapes_unlike",
        "{layer} cannot bring {first} and {second} together",
        layer=kind,
        first=written_shape(first),
        second=written_shape(second),
    )
