"""Losses of numbers: a formula of the difference d = x - target, and its slope."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.trace.loss import Loss
from studycards.engine.trace.operation import at, option
from studycards.engine.trace.terms import Number, Step, total

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


class _DifferenceLoss(Loss):
    """What they share: x, target and weight of one shape; a mean divides by the sum of the weights, or the number."""

    __slots__ = ()

    target: Array
    weight: Array | None

    @abstractmethod
    def formula(self, d: Step) -> Expression:
        """Return the loss of a difference."""

    @abstractmethod
    def slope(self, d: Step) -> Expression:
        """Return the derivative of `formula`."""

    @property
    def places(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def loss(self, place: Index) -> Expression:
        """Return the formula of the difference, times its weight."""
        return self._weighted(self.formula(self._difference(place)), place)

    def divisor(self) -> Expression:
        """Return the weights added up, or the number of losses."""
        if self.weight is None:
            return Number(prod(self.places), "divisor")
        return Step("divisor", total(at(self.weight, "weight", *place) for place in self.all_places()))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return the slope of the loss, times its weight and its share of dy."""
        return self.share(cell, dy) * self._weighted(self.slope(self._difference(cell)), cell)

    def dtarget(self, cell: Index, dy: Array) -> Expression:
        """Return the opposite of dx."""
        return -Step("dx", self.dx(cell, dy), cell)

    def _difference(self, place: Index) -> Step:
        return Step("d", at(self.x, "x", *place) - at(self.target, "target", *place), place)

    def _weighted(self, part: Expression, place: Index) -> Expression:
        return part if self.weight is None else at(self.weight, "weight", *place) * part


@dataclass(frozen=True, slots=True, eq=False)
class MSE(_DifferenceLoss):
    """`mse_loss`: d²."""

    x: Array
    target: Array
    reduction: str = "mean"
    weight: Array | None = None

    def formula(self, d: Step) -> Expression:
        """d²."""
        return d**2

    def slope(self, d: Step) -> Expression:
        """`2 * d`."""
        return Number(2) * d


@dataclass(frozen=True, slots=True, eq=False)
class L1(_DifferenceLoss):
    """`l1_loss`: |d|."""

    x: Array
    target: Array
    reduction: str = "mean"
    weight: Array | None = None

    def formula(self, d: Step) -> Expression:
        """|d|."""
        return _size(d)

    def slope(self, d: Step) -> Expression:
        """The sign of d, 0 at 0."""
        return _sign(d)


@dataclass(frozen=True, slots=True, eq=False)
class SmoothL1(_DifferenceLoss):
    """`smooth_l1_loss`: d² / (2 * beta) where |d| < beta, else |d| - beta / 2."""

    x: Array
    target: Array
    reduction: str = "mean"
    beta: float | Fraction = 1.0
    weight: Array | None = field(default=None, init=False)

    def formula(self, d: Step) -> Expression:
        """The one of the two that holds here."""
        beta = option(self.beta, "beta")
        return d**2 / (Number(2) * beta) if -self.beta < d.value < self.beta else _size(d) - beta / 2

    def slope(self, d: Step) -> Expression:
        """`d / beta` where |d| < beta, else the sign of d."""
        return d / option(self.beta, "beta") if -self.beta < d.value < self.beta else _sign(d)


@dataclass(frozen=True, slots=True, eq=False)
class Huber(_DifferenceLoss):
    """`huber_loss`: d² / 2 where |d| <= delta, else delta * (|d| - delta / 2)."""

    x: Array
    target: Array
    reduction: str = "mean"
    delta: float | Fraction = 1.0
    weight: Array | None = None

    def divisor(self) -> Expression:
        """Return the number of losses; here weights do not count in a mean."""
        return Number(prod(self.places), "divisor")

    def formula(self, d: Step) -> Expression:
        """The one of the two that holds here."""
        delta = option(self.delta, "delta")
        return d**2 / 2 if -self.delta <= d.value <= self.delta else delta * (_size(d) - delta / 2)

    def slope(self, d: Step) -> Expression:
        """`d` where |d| <= delta, else delta with the sign of d."""
        return d if -self.delta <= d.value <= self.delta else option(self.delta, "delta") * _sign(d)


def _size(d: Step) -> Expression:
    return d if d.value >= 0 else -d


def _sign(d: Step) -> Number:
    return Number((d.value > 0) - (d.value < 0), "sign", d.index)
