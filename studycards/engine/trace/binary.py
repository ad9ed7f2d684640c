"""Binary cross-entropy: the two logarithms, each with the part of the target that it stands for."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.trace.activation import sigmoid
from studycards.engine.trace.loss import Loss
from studycards.engine.trace.operation import at
from studycards.engine.trace.pointwise import ONE
from studycards.engine.trace.terms import Applied, Largest, Number, Step

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index

LEAST_LOGARITHM = Number(-100)
"""PyTorch's stand-in for log 0 = -inf, so that a sure but wrong prediction has a finite loss."""

LEAST_VARIANCE = Number(1e-12)
"""PyTorch's least x * (1 - x), so that a sure prediction has a finite gradient."""

_LARGE = 700
"""The exponential of more is hardly a float any more."""


class _BinaryLoss(Loss):
    """What both share: x and target of one shape, a weight spread over them, a mean over their number."""

    __slots__ = ()

    target: Array
    weight: Array | None

    @abstractmethod
    def slope(self, place: Index) -> Expression:
        """Return the derivative of the loss by x, without its weight."""

    @abstractmethod
    def target_slope(self, place: Index) -> Expression:
        """Return the derivative of the loss by the target, without its weight."""

    @property
    def places(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def divisor(self) -> Number:
        """Return the number of losses."""
        return Number(prod(self.places), "divisor")

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return the slope of the loss, times its weight and its share of dy."""
        return self.share(cell, dy) * self.weighted(self.slope(cell), cell)

    def dtarget(self, cell: Index, dy: Array) -> Expression:
        """Return the slope by the target, times its weight and its share of dy."""
        return self.share(cell, dy) * self.weighted(self.target_slope(cell), cell)

    def weighted(self, part: Expression, place: Index) -> Expression:
        """Return `part` times the weight that is spread there, where there are weights."""
        return part if self.weight is None else _spread(self.weight, "weight", place) * part


@dataclass(frozen=True, slots=True, eq=False)
class BinaryCrossEntropy(_BinaryLoss):
    """`binary_cross_entropy` of probabilities: -weight * (target * log(x) + (1 - target) * log(1 - x))."""

    x: Array
    target: Array
    weight: Array | None = None
    reduction: str = "mean"

    def loss(self, place: Index) -> Expression:
        """Return the two logarithms, each with its part of the target."""
        x, target = at(self.x, "x", *place), at(self.target, "target", *place)
        return self.weighted(-(target * _logarithm(x) + (ONE - target) * _logarithm(ONE - x)), place)

    def slope(self, place: Index) -> Expression:
        """(x - target) / (x * (1 - x))."""
        x, target = at(self.x, "x", *place), at(self.target, "target", *place)
        return (x - target) / Largest((x * (ONE - x), LEAST_VARIANCE))

    def target_slope(self, place: Index) -> Expression:
        """`log(1 - x) - log(x)`."""
        x = at(self.x, "x", *place)
        return _logarithm(ONE - x) - _logarithm(x)


@dataclass(frozen=True, slots=True, eq=False)
class BinaryCrossEntropyWithLogits(_BinaryLoss):
    """`binary_cross_entropy_with_logits`: that of s = sigmoid(x), a positive target counting `pos_weight` times.

    The logarithms are -log(1 + exp(-x)) and -log(1 + exp(x)): no score is too large for them.
    """

    x: Array
    target: Array
    weight: Array | None = None
    reduction: str = "mean"
    pos_weight: Array | None = None

    def loss(self, place: Index) -> Expression:
        """Return -weight * (pos_weight * target * log(s) + (1 - target) * log(1 - s))."""
        x, target = at(self.x, "x", *place), at(self.target, "target", *place)
        logarithms = self._positive(target, place) * _log_sigmoid(x) + (ONE - target) * _log_sigmoid(-x)
        return self.weighted(-logarithms, place)

    def slope(self, place: Index) -> Expression:
        """(1 - target) * s - pos_weight * target * (1 - s); without a pos_weight s - target."""
        x, target = at(self.x, "x", *place), at(self.target, "target", *place)
        s = Step("sigmoid", sigmoid(x), place)
        if self.pos_weight is None:
            return s - target
        return (ONE - target) * s - self._positive(target, place) * (ONE - s)

    def target_slope(self, place: Index) -> Expression:
        """`log(1 - s) - pos_weight * log(s)`."""
        x = at(self.x, "x", *place)
        return _log_sigmoid(-x) - self._positive(ONE, place) * _log_sigmoid(x)

    def _positive(self, target: Number, place: Index) -> Expression:
        return target if self.pos_weight is None else _spread(self.pos_weight, "pos_weight", place) * target


def _spread(array: Array, name: str, place: Index) -> Number:
    """Return the number of an array that is spread over others which stands at a place."""
    last = place[len(place) - array.ndim :]
    return at(array, name, *(i if size > 1 else 0 for i, size in zip(last, array.shape, strict=True)))


def _logarithm(x: Expression) -> Expression:
    return Largest((Applied("log", x), LEAST_LOGARITHM))


def _log_sigmoid(x: Expression) -> Expression:
    """Return log(sigmoid(x)); where exp(-x) is too large for a float it is x itself."""
    return -Applied("log", ONE + Applied("exp", -x)) if x.value > -_LARGE else x
