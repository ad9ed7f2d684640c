"""The numbers in worked solutions, and the functions of one argument that are applied to them, by their keys."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Value: TypeAlias = int | float | Fraction
"""Counts are integers, cells are what their array holds; a quotient of integers and fractions is a fraction."""


def _exponential(exponent: Value) -> float:
    try:
        return math.exp(exponent)
    except OverflowError:
        return math.inf


def _logarithm(number: Value) -> float:
    return math.log(number) if number else -math.inf


def _root(square: Value) -> Value:
    """Return the square root, exact where it is a fraction."""
    if isinstance(square, float):
        return math.sqrt(square)
    root = Fraction(math.isqrt(square.numerator), math.isqrt(square.denominator))
    return root if root * root == square else math.sqrt(square)


FUNCTIONS: dict[str, Callable[[Value], Value]] = {
    "ceil": math.ceil,
    "erf": math.erf,
    "exp": _exponential,
    "floor": math.floor,
    "log": _logarithm,
    "is_not_negative": lambda value: int(value >= 0),
    "is_positive": lambda value: int(value > 0),
    "root": _root,
    "tanh": math.tanh,
}
"""What `Applied` applies. What asks (`is_positive`) is 1 for yes and 0 for no."""
