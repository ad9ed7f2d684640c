"""The products that a cell adds up, set out where their factors stand, and their sums channel by channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace import Number, Product, Sum
from studycards.engine.trace.convolution import Convolution
from studycards.engine.trace.linear import Linear
from studycards.engine.trace.transposed import TransposedConvolution
from studycards.locale import message
from studycards.study.lab.plates import MOST_COLUMNS, MOST_ROWS, Mark, Plate, Spot, reach_of_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.trace import Expression, Operation

Index = tuple[int, ...]

_ANCHORS: Mapping[type[Operation], Mapping[str | None, str]] = {
    Convolution: {None: "weight", "x": "weight", "weight": "dy"},
    TransposedConvolution: {None: "weight", "x": "weight", "weight": "dy"},
    Linear: {None: "x", "x": "dy", "weight": "dy"},
}
"""The array in whose shape the products are set out, by what is watched."""


@dataclass(frozen=True, slots=True)
class Products:
    """The products of a cell by the place of one of their factors; `rest` is what is added besides, such as a bias."""

    terms: Mapping[Index, Expression]
    rest: tuple[Expression, ...]

    @classmethod
    def of(cls, operation: Operation, direction: str | None, expression: Expression) -> Products | None:
        """Return the products in a sum, in its written form; None where it is no sum of several."""
        anchor = _ANCHORS.get(type(operation), {}).get(direction)
        if anchor is None or not isinstance(expression, Sum):
            return None
        terms: dict[Index, Expression] = {}
        rest = []
        for term in expression.terms:
            at = _place(term, anchor)
            if at is None:
                rest.append(term)
            else:
                terms[at] = term
        return cls(terms, tuple(rest)) if len(terms) > 1 else None

    def plate(self, front: Index) -> Plate:
        """Return the products of one channel."""
        here = {index[-2:]: float(term.value) for index, term in self.terms.items() if index[:-2] == front}
        (top, bottom), (left, right) = reach_of_marks(here)
        rows, columns = range(top, bottom + 1), range(left, right + 1)
        spots = tuple(
            tuple(Spot(here.get((i, j)), Mark.USED if (i, j) in here else Mark.NONE) for j in columns[:MOST_COLUMNS])
            for i in rows[:MOST_ROWS]
        )
        return Plate("⊙", message("lab.products"), spots, size=(len(rows), len(columns)))

    def sums(self) -> dict[Index, float]:
        """Return the sum of the products of each channel."""
        found: dict[Index, float] = {}
        for index, term in self.terms.items():
            found[index[:-2]] = found.get(index[:-2], 0.0) + float(term.value)
        return found

    def by_channel(self) -> Sum:
        """Return the sum of these sums, and of what is added besides."""
        return Sum((*map(Number, self.sums().values()), *self.rest))


def _place(term: Expression, anchor: str) -> Index | None:
    factors = term.factors if isinstance(term, Product) else ()
    return next((factor.index for factor in factors if isinstance(factor, Number) and factor.name == anchor), None)
