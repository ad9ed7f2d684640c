"""Operations on each value by itself: what it becomes, and the slope there that the gradient is multiplied by."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at, option
from studycards.engine.trace.terms import Number

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index

ONE = Number(1)
ZERO = Number(0)


class Pointwise(Operation):
    """What all of them share: y = formula(x), dx = dy * slope(x)."""

    __slots__ = ()

    x: Array

    @abstractmethod
    def formula(self, x: Number) -> Expression:
        """Return what `x` becomes."""

    @abstractmethod
    def slope(self, x: Number) -> Expression:
        """Return the derivative of `formula` at `x`."""

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return the formula of the cell of x."""
        return self.formula(at(self.x, "x", *cell))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy times the slope at the cell of x."""
        return at(dy, "dy", *cell) * self.slope(at(self.x, "x", *cell))


@dataclass(frozen=True, slots=True, eq=False)
class Dropout(Operation):
    """`dropout`: x times its mask, divided by the share that is kept."""

    x: Array
    mask: Array
    p: float | Fraction = 0.5

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return x * mask / (1 - p)."""
        return self._kept(at(self.x, "x", *cell), cell)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy * mask / (1 - p)."""
        return self._kept(at(dy, "dy", *cell), cell)

    def _kept(self, number: Number, cell: Index) -> Expression:
        if self.p == 1:
            return ZERO
        mask = Number(int(self.mask.item(*cell)), "mask", cell)
        return number * mask / (ONE - option(self.p, "p"))
