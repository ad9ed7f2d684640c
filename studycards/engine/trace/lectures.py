"""The two losses of lectures that PyTorch has no name for: half a squared error, and the penalty on large numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.loss import Loss
from studycards.engine.trace.operation import at, option
from studycards.engine.trace.terms import Number, Step

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


class _Summed(Loss):
    """What both share: one loss for each number, added up."""

    __slots__ = ()

    @property
    def places(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def divisor(self) -> Number:
        """Return 1: nothing is divided."""
        return Number(1, "divisor")


@dataclass(frozen=True, slots=True, eq=False)
class HalfSquaredError(_Summed):
    """`half_squared_error`: the sum of d² / 2 with d = x - target."""

    x: Array
    target: Array
    reduction: str = "sum"

    def loss(self, place: Index) -> Expression:
        """d² / 2."""
        return self._difference(place) ** 2 / 2

    def dx(self, cell: Index, dy: Array) -> Expression:
        """The difference, times dy."""
        return at(dy, "dy") * self._difference(cell)

    def _difference(self, place: Index) -> Step:
        return Step("d", at(self.x, "x", *place) - at(self.target, "target", *place), place)


@dataclass(frozen=True, slots=True, eq=False)
class L2Penalty(_Summed):
    """`l2_penalty`: strength times the sum of x²."""

    x: Array
    strength: float | Fraction = 1.0
    reduction: str = "sum"

    def loss(self, place: Index) -> Expression:
        """`strength * x²`."""
        return option(self.strength, "strength") * at(self.x, "x", *place) ** 2

    def dx(self, cell: Index, dy: Array) -> Expression:
        """`2 * strength * x`, times dy."""
        return at(dy, "dy") * 2 * option(self.strength, "strength") * at(self.x, "x", *cell)
