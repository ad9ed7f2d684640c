"""Activations in straight pieces: the piece that holds at a value, and its slope. Exact on fractions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import option
from studycards.engine.trace.pointwise import ONE, ZERO, Pointwise
from studycards.engine.trace.terms import Applied, Largest, Number

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression


@dataclass(frozen=True, slots=True, eq=False)
class ReLU(Pointwise):
    """`relu`: max(0, x); its slope is 1 where x > 0, else 0."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """max(0, x)."""
        return Largest((ZERO, x))

    def slope(self, x: Number) -> Expression:
        """1 where x > 0, else 0."""
        return Applied("is_positive", x)


@dataclass(frozen=True, slots=True, eq=False)
class LeakyReLU(Pointwise):
    """`leaky_relu`: x where it is positive, else negative_slope * x."""

    x: Array
    negative_slope: float | Fraction = 0.01

    def formula(self, x: Number) -> Expression:
        """The one of the two that holds here."""
        return x if x.value > 0 else option(self.negative_slope, "negative_slope") * x

    def slope(self, x: Number) -> Expression:
        """1 where x > 0, else negative_slope."""
        return ONE if x.value > 0 else option(self.negative_slope, "negative_slope")


@dataclass(frozen=True, slots=True, eq=False)
class ReLU6(Pointwise):
    """`relu6`: x, but no less than 0 and no more than 6; at both kinks its slope is 0."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """0, x or 6."""
        return _clipped(x, x, 6)

    def slope(self, x: Number) -> Expression:
        """1 where 0 < x < 6, else 0."""
        return ONE if 0 < x.value < 6 else ZERO


@dataclass(frozen=True, slots=True, eq=False)
class Hardsigmoid(Pointwise):
    """`hardsigmoid`: (x + 3) / 6, but no less than 0 and no more than 1."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """0, (x + 3) / 6 or 1."""
        return _clipped(x, (x + 3) / 6, 1, shift=3)

    def slope(self, x: Number) -> Expression:
        """1/6 where -3 < x < 3, else 0."""
        return ONE / 6 if -3 < x.value < 3 else ZERO


@dataclass(frozen=True, slots=True, eq=False)
class Hardswish(Pointwise):
    """`hardswish`: x * hardsigmoid(x)."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """`x` times 0, (x + 3) / 6 or 1."""
        return x * _clipped(x, (x + 3) / 6, 1, shift=3)

    def slope(self, x: Number) -> Expression:
        """0 up to -3, 1 from 3 on, x / 3 + 1/2 between them."""
        if -3 < x.value < 3:
            return x / 3 + ONE / 2
        return ONE if x.value >= 3 else ZERO


def _clipped(x: Number, between: Expression, most: int, shift: int = 0) -> Expression:
    """Return `between` where 0 < x + shift < 6, else 0 below and `most` above."""
    if x.value + shift <= 0:
        return ZERO
    return between if x.value + shift < 6 else Number(most)
