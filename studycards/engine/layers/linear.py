"""From a map to a vector, and the fully connected layer."""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.base import Layer
from studycards.engine.layers.options import check_counts, check_flags
from studycards.engine.layers.sight import square, whole_sight
from studycards.engine.layers.writing import written_shape

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape
    from studycards.engine.layers.sight import Sight


class Flatten(Layer):
    """All values of the input in one vector, channel by channel, row by row."""

    __slots__ = ()

    kind: ClassVar[str] = "flatten"
    short: ClassVar[str] = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        """The product of all axes."""
        return (math.prod(shape),)

    def sight(self, shape: Shape) -> tuple[Sight, Sight] | None:
        """The whole map: a vector has one position, and its values stand for all of the map's."""
        return square(whole_sight(shape[1]), whole_sight(shape[2])) if len(shape) == 3 else None


@dataclass(frozen=True, slots=True)
class Linear(Layer):
    """A fully connected layer. Behind a map it is refused: PyTorch would apply it to each row, which nobody means."""

    kind: ClassVar[str] = "linear"
    short: ClassVar[str] = "fc"
    inferred: ClassVar[str] = "in_features"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    out_features: int
    _: KW_ONLY
    bias: bool = True

    def __post_init__(self) -> None:
        check_counts(self, "out_features")
        check_flags(self, "bias")

    def output_shape(self, shape: Shape) -> Shape:
        """One value for each unit."""
        self._in_features(shape)
        return (self.out_features,)

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight`: (out_features, in_features); `bias`: (out_features,)."""
        weight = (self.out_features, self._in_features(shape))
        return {"weight": weight, "bias": (self.out_features,)} if self.bias else {"weight": weight}

    def macs(self, shape: Shape) -> int:
        """One for each weight."""
        return self.out_features * self._in_features(shape)

    def _in_features(self, shape: Shape) -> int:
        if len(shape) != 1:
            raise LayerError(
                "engine.needs_vector",
                "linear needs a vector, but its input has the shape {shape}: flatten it first",
                shape=written_shape(shape),
            )
        return shape[0]
