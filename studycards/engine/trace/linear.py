"""The products that a fully connected layer adds up, forward and backward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at
from studycards.engine.trace.terms import total

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


@dataclass(frozen=True, slots=True, eq=False)
class Linear(Operation):
    """`linear` of x (N, I) with weight (O, I) and bias (O,) to y (N, O)."""

    x: Array
    weight: Array
    bias: Array | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, O)."""
        return len(self.x), len(self.weight)

    def y(self, cell: Index) -> Expression:
        """Return the products of a row of the weight with x, then the bias: sum over i of weight[o, i] * x[n, i]."""
        n, o = cell
        products = [at(self.weight, "weight", o, i) * at(self.x, "x", n, i) for i in range(self.x.shape[1])]
        return total(products if self.bias is None else [*products, at(self.bias, "bias", o)])

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return the products of a column of the weight with dy: sum over o of weight[o, i] * dy[n, o]."""
        n, i = cell
        return total(at(self.weight, "weight", o, i) * at(dy, "dy", n, o) for o in range(len(self.weight)))

    def dweight(self, cell: Index, dy: Array) -> Expression:
        """Return one product for each image: sum over n of dy[n, o] * x[n, i]."""
        o, i = cell
        return total(at(dy, "dy", n, o) * at(self.x, "x", n, i) for n in range(len(self.x)))

    def dbias(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy over the images."""
        (o,) = cell
        return total(at(dy, "dy", n, o) for n in range(len(self.x)))
