"""Layers that change each value by itself, without learning anything; and softmax, which looks at all channels."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer
from studycards.engine.layers.options import check_words, exact_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.layers.base import Shape


class SameShape(Layer):
    """A layer whose output has the shape of its input."""

    __slots__ = ()

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input."""
        return shape

    def sights(self, *_shapes: Shape) -> None:
        """Each cell looks at the cell of its place."""


class ReLU(SameShape):
    """max(0, x)."""

    __slots__ = ()

    kind: ClassVar[str] = "relu"
    short: ClassVar[str] = "relu"
    keeps: ClassVar[tuple[str, ...]] = ("output",)


class ReLU6(SameShape):
    """min(max(0, x), 6)."""

    __slots__ = ()

    kind: ClassVar[str] = "relu6"
    short: ClassVar[str] = "relu"
    keeps: ClassVar[tuple[str, ...]] = ("output",)


@dataclass(frozen=True, slots=True)
class LeakyReLU(SameShape):
    """`x` where it is positive, else `negative_slope * x`."""

    kind: ClassVar[str] = "leaky_relu"
    short: ClassVar[str] = "leaky_relu"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    negative_slope: Fraction | float = Fraction(1, 100)

    def __post_init__(self) -> None:
        exact_option(self, "negative_slope")


@dataclass(frozen=True, slots=True)
class ELU(SameShape):
    """`x` where it is positive, else `alpha * (exp(x) - 1)`."""

    kind: ClassVar[str] = "elu"
    short: ClassVar[str] = "elu"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    alpha: Fraction | float = Fraction(1)

    def __post_init__(self) -> None:
        exact_option(self, "alpha")


@dataclass(frozen=True, slots=True)
class GELU(SameShape):
    """`x` times the normal distribution function of x, or with `approximate=tanh` the formula with tanh for it."""

    kind: ClassVar[str] = "gelu"
    short: ClassVar[str] = "gelu"
    keeps: ClassVar[tuple[str, ...]] = ("input",)
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {"approximate": ("none", "tanh")}

    approximate: str = "none"

    def __post_init__(self) -> None:
        check_words(self, "approximate")


class SiLU(SameShape):
    """x * sigmoid(x), also called swish."""

    __slots__ = ()

    kind: ClassVar[str] = "silu"
    short: ClassVar[str] = "silu"
    keeps: ClassVar[tuple[str, ...]] = ("input",)


class Hardswish(SameShape):
    """x * hardsigmoid(x)."""

    __slots__ = ()

    kind: ClassVar[str] = "hardswish"
    short: ClassVar[str] = "hardswish"
    keeps: ClassVar[tuple[str, ...]] = ("input",)


class Sigmoid(SameShape):
    """1 / (1 + exp(-x))."""

    __slots__ = ()

    kind: ClassVar[str] = "sigmoid"
    short: ClassVar[str] = "sigmoid"
    keeps: ClassVar[tuple[str, ...]] = ("output",)


class Hardsigmoid(SameShape):
    """min(max(0, x + 3), 6) / 6."""

    __slots__ = ()

    kind: ClassVar[str] = "hardsigmoid"
    short: ClassVar[str] = "hardsigmoid"
    keeps: ClassVar[tuple[str, ...]] = ("input",)


class Tanh(SameShape):
    """The hyperbolic tangent."""

    __slots__ = ()

    kind: ClassVar[str] = "tanh"
    short: ClassVar[str] = "tanh"
    keeps: ClassVar[tuple[str, ...]] = ("output",)


@dataclass(frozen=True, slots=True)
class Softplus(SameShape):
    """log(1 + exp(beta * x)) / beta; `x` itself where beta * x is above `threshold`."""

    kind: ClassVar[str] = "softplus"
    short: ClassVar[str] = "softplus"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    beta: Fraction | float = Fraction(1)
    threshold: Fraction | float = Fraction(20)

    def __post_init__(self) -> None:
        exact_option(self, "beta")
        exact_option(self, "threshold")


class Softmax(SameShape):
    """exp(x) divided by its sum over the features of a vector, or over the channels of a map at each position."""

    __slots__ = ()

    kind: ClassVar[str] = "softmax"
    short: ClassVar[str] = "softmax"
    keeps: ClassVar[tuple[str, ...]] = ("output",)


class LogSoftmax(SameShape):
    """The logarithm of softmax."""

    __slots__ = ()

    kind: ClassVar[str] = "log_softmax"
    short: ClassVar[str] = "log_softmax"
    keeps: ClassVar[tuple[str, ...]] = ("output",)
