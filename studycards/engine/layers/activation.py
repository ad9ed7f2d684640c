"""Layers that change values and leave the shape alone, without learning anything."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer
from studycards.engine.layers.options import exact_option

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape


class _SameShape(Layer):
    """A layer whose output has the shape of its input."""

    __slots__ = ()

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input."""
        return shape


@dataclass(frozen=True, slots=True)
class ReLU(_SameShape):
    """max(0, x)."""

    kind: ClassVar[str] = "relu"
    short: ClassVar[str] = "relu"


@dataclass(frozen=True, slots=True)
class LeakyReLU(_SameShape):
    """`x` where it is positive, else `negative_slope * x`."""

    kind: ClassVar[str] = "leaky_relu"
    short: ClassVar[str] = "leaky_relu"

    negative_slope: Fraction | float = Fraction(1, 100)

    def __post_init__(self) -> None:
        exact_option(self, "negative_slope")


@dataclass(frozen=True, slots=True)
class Sigmoid(_SameShape):
    """1 / (1 + exp(-x))."""

    kind: ClassVar[str] = "sigmoid"
    short: ClassVar[str] = "sigmoid"


@dataclass(frozen=True, slots=True)
class Tanh(_SameShape):
    """The hyperbolic tangent."""

    kind: ClassVar[str] = "tanh"
    short: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class Softmax(_SameShape):
    """exp(x) divided by its sum over the features of a vector, or over the channels of a map at each position."""

    kind: ClassVar[str] = "softmax"
    short: ClassVar[str] = "softmax"


@dataclass(frozen=True, slots=True)
class Dropout(_SameShape):
    """Zeroes each value with probability `p` while training and divides the others by 1 - p; otherwise the identity."""

    kind: ClassVar[str] = "dropout"
    short: ClassVar[str] = "dropout"

    p: Fraction | float = Fraction(1, 2)

    def __post_init__(self) -> None:
        exact_option(self, "p", most=1)
