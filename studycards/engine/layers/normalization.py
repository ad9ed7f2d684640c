"""Batch normalisation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.options import exact_option

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape


@dataclass(frozen=True, slots=True)
class BatchNorm2d(Layer):
    """Each channel to mean 0 and variance 1 over batch and positions, then scaled and shifted by what is learned.

    The running mean and variance are statistics, not parameters: they are not learned by gradient.
    """

    kind: ClassVar[str] = "batch_norm2d"
    short: ClassVar[str] = "bn"

    eps: Fraction | float = Fraction(1, 100_000)

    def __post_init__(self) -> None:
        exact_option(self, "eps")

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input, which must be a map."""
        return as_map(self.kind, shape)

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight` (the scale) and `bias` (the shift): one of each for a channel."""
        channels, *_ = as_map(self.kind, shape)
        return {"weight": (channels,), "bias": (channels,)}
