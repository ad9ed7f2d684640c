"""Functions whose values are no fractions, for cells of arrays and for typed answers: `ln(3)`, `exp(2)`, `sqrt(2)`."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.errors import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _real(function: Callable[[float], float]) -> Callable[[Fraction], Fraction]:
    """Return a function of floats as one of exact numbers."""

    def computed(argument: Fraction) -> Fraction:
        try:
            return Fraction(function(float(argument)))
        except (ValueError, OverflowError):
            raise ExpressionError("values.no_value", "the function has no value at {value}", value=argument) from None

    return computed


REAL_FUNCTIONS: Mapping[str, Callable[[Fraction], Fraction]] = {
    "ln": _real(math.log),
    "exp": _real(math.exp),
    "sqrt": _real(math.sqrt),
}
"""What may be called besides the functions of every expression."""
