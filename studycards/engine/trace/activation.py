"""Smooth activations: the formula of a value, and its derivative."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.trace.operation import option
from studycards.engine.trace.pointwise import ONE, Pointwise
from studycards.engine.trace.terms import Applied, Number, Step

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression


@dataclass(frozen=True, slots=True, eq=False)
class Sigmoid(Pointwise):
    """`sigmoid`: 1 / (1 + exp(-x)); its slope is y * (1 - y)."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """1 / (1 + exp(-x))."""
        return sigmoid(x)

    def slope(self, x: Number) -> Expression:
        """`y * (1 - y)`."""
        y = Step("y", self.formula(x), x.index)
        return y * (ONE - y)


@dataclass(frozen=True, slots=True, eq=False)
class Tanh(Pointwise):
    """`tanh`; its slope is 1 - y²."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """The hyperbolic tangent."""
        return Applied("tanh", x)

    def slope(self, x: Number) -> Expression:
        """1 - y²."""
        return ONE - Step("y", self.formula(x), x.index) ** 2


@dataclass(frozen=True, slots=True, eq=False)
class SiLU(Pointwise):
    """`silu`: x * sigmoid(x)."""

    x: Array

    def formula(self, x: Number) -> Expression:
        """`x` times its sigmoid."""
        return x * self._sigmoid(x)

    def slope(self, x: Number) -> Expression:
        """With s = sigmoid(x): s * (1 + x * (1 - s))."""
        s = self._sigmoid(x)
        return s * (ONE + x * (ONE - s))

    def _sigmoid(self, x: Number) -> Step:
        return Step("sigmoid", sigmoid(x), x.index)


@dataclass(frozen=True, slots=True, eq=False)
class ELU(Pointwise):
    """`elu`: x where it is positive, else alpha * (exp(x) - 1)."""

    x: Array
    alpha: float | Fraction = 1.0

    def formula(self, x: Number) -> Expression:
        """The one of the two that holds here."""
        return x if x.value > 0 else option(self.alpha, "alpha") * (Applied("exp", x) - 1)

    def slope(self, x: Number) -> Expression:
        """1 where x > 0, else alpha * exp(x)."""
        return ONE if x.value > 0 else option(self.alpha, "alpha") * Applied("exp", x)


@dataclass(frozen=True, slots=True, eq=False)
class Softplus(Pointwise):
    """`softplus`: log(1 + exp(beta * x)) / beta, and x itself where beta * x > threshold."""

    x: Array
    beta: float | Fraction = 1.0
    threshold: float | Fraction = 20.0

    def formula(self, x: Number) -> Expression:
        """The one of the two that holds here."""
        beta = option(self.beta, "beta")
        return x if self._is_straight(x) else Applied("log", ONE + Applied("exp", beta * x)) / beta

    def slope(self, x: Number) -> Expression:
        """sigmoid(beta * x), and 1 where beta * x > threshold."""
        return ONE if self._is_straight(x) else sigmoid(option(self.beta, "beta") * x)

    def _is_straight(self, x: Number) -> bool:
        return self.beta * x.value > self.threshold


@dataclass(frozen=True, slots=True, eq=False)
class GELU(Pointwise):
    """`gelu`: x times the probability that a standard normal number is below it, exactly or in the tanh form."""

    x: Array
    approximate: str = "none"

    cubic: ClassVar[Number] = Number(0.044715, "cubic")
    scale: ClassVar[Number] = Number(math.sqrt(2 / math.pi), "root_2_over_pi")

    def formula(self, x: Number) -> Expression:
        """`x` times the probability."""
        return x * self._below(x)

    def slope(self, x: Number) -> Expression:
        """The probability P + x * p, with p its slope.

        p = exp(-x²/2) / √(2π), or with t the tangent p = (1 - t²) * √(2/π) * (1 + 3 * 0.044715 * x²) / 2.
        """
        if self.approximate == "none":
            return self._below(x) + x * (Applied("exp", -(x**2) / 2) / math.sqrt(2 * math.pi))
        bend = self.scale * (ONE + Number(3) * self.cubic * x**2)
        return self._below(x) + x * ((ONE - self._tangent(x) ** 2) * bend / 2)

    def _below(self, x: Number) -> Step:
        share = Applied("erf", x / math.sqrt(2)) if self.approximate == "none" else self._tangent(x)
        return Step("probability", (ONE + share) / 2, x.index)

    def _tangent(self, x: Number) -> Step:
        return Step("tangent", Applied("tanh", self.scale * (x + self.cubic * x**3)), x.index)


def sigmoid(x: Expression) -> Expression:
    """Return 1 / (1 + exp(-x))."""
    return ONE / (ONE + Applied("exp", -x))
