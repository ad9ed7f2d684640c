"""Exact, bounded arithmetic: what the operators and functions of an expression do with their values.

Operands hold at most `BITS` bits, so that even an unchecked product costs microseconds; a power is checked beforehand.
"""

from __future__ import annotations

import ast
import math
import operator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.engine.errors import ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable

BITS = 4096
LARGEST_EXPONENT = 64

Value: TypeAlias = Fraction | bool | tuple["Value", ...]
"""What an expression can be: a number, true or false, or several values such as a shape."""


class Function(NamedTuple):
    """A function that an expression may call, with the least and largest number of its arguments."""

    compute: Callable[..., Value]
    least: int
    most: int


def exact(value: object) -> object:
    """Return `value` with every integer in it as a fraction; what is no `Value` (a network, say) comes back as it is.

    Raises:
        ExpressionError: a number needs more than `BITS` bits.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int | Fraction):
        return bounded(Fraction(value))
    if isinstance(value, tuple | list):
        return tuple(exact(item) for item in value)
    return value


def bounded(number: Fraction) -> Fraction:
    """Return `number`, refused where it needs more than `BITS` bits."""
    if _bits(number) > BITS:
        raise _too_large()
    return number


def number(value: object) -> Fraction:
    """Return `value`, refused unless it is a number."""
    if isinstance(value, Fraction):
        return value
    raise ExpressionError("engine.not_a_number", "a number is needed here")


def truth(value: object) -> bool:
    """Return `value`, refused unless it is true or false."""
    if isinstance(value, bool):
        return value
    raise ExpressionError("engine.not_a_condition", "a condition is needed here, such as p < k")


def whole(value: object) -> int:
    """Return `value` as an integer, refused unless it is a whole number."""
    fraction = number(value)
    if fraction.denominator != 1:
        raise ExpressionError("engine.not_whole", "a whole number is needed here, not {value}", value=fraction)
    return fraction.numerator


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return `base ** exponent` for a whole exponent of at most `LARGEST_EXPONENT`, positive or negative."""
    steps = whole(exponent)
    if abs(steps) > LARGEST_EXPONENT:
        raise ExpressionError(
            "engine.exponent_too_large", "an exponent may be at most {limit}", limit=LARGEST_EXPONENT, value=exponent
        )
    if _bits(base) * abs(steps) > BITS:
        raise _too_large()
    return Fraction(base**steps)


def _bits(number: Fraction) -> int:
    return max(number.numerator.bit_length(), number.denominator.bit_length())


def _too_large() -> ExpressionError:
    return ExpressionError("engine.number_too_large", "the numbers get too large: at most {limit} bits", limit=BITS)


def _floor_quotient(left: Fraction, right: Fraction) -> Fraction:
    return Fraction(left // right)


BINARY: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: _floor_quotient,
    ast.Mod: operator.mod,
    ast.Pow: power,
}

EQUALITIES: dict[type[ast.cmpop], Callable[[object, object], bool]] = {ast.Eq: operator.eq, ast.NotEq: operator.ne}

ORDERINGS: dict[type[ast.cmpop], Callable[[Fraction, Fraction], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def binary(kind: ast.operator, left: object, right: object) -> Fraction:
    """Return the sum, difference, product, quotient or power of two numbers."""
    try:
        return bounded(BINARY[type(kind)](number(left), number(right)))
    except ZeroDivisionError:
        raise ExpressionError("engine.division_by_zero", "division by zero") from None


def compare(kind: ast.cmpop, left: object, right: object) -> bool:
    """Return whether the comparison holds; only values of the same kind can be equal."""
    if type(kind) in ORDERINGS:
        return ORDERINGS[type(kind)](number(left), number(right))
    if type(left) is not type(right):
        raise ExpressionError("engine.different_kinds", "values of different kinds cannot be compared")
    return EQUALITIES[type(kind)](left, right)


def _items(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the values that were listed, `min(a, b)`, or those of the one shape that was given, `min(shape)`."""
    first = values[0]
    return first if len(values) == 1 and isinstance(first, tuple) and first else values


def _distinct(*values: Value) -> bool:
    numbers = [number(item) for item in _items(values)]
    return len(set(numbers)) == len(numbers)


def _round(value: Value, places: Value = Fraction(0)) -> Fraction:
    digits = whole(places)
    if not 0 <= digits <= LARGEST_EXPONENT:
        raise ExpressionError(
            "engine.places_out_of_range", "round takes 0 to {limit} decimal places", limit=LARGEST_EXPONENT
        )
    return bounded(round(number(value), digits))


FUNCTIONS: dict[str, Function] = {
    "abs": Function(lambda value: abs(number(value)), 1, 1),
    "ceil": Function(lambda value: Fraction(math.ceil(number(value))), 1, 1),
    "distinct": Function(_distinct, 1, 200),
    "floor": Function(lambda value: Fraction(math.floor(number(value))), 1, 1),
    "gcd": Function(lambda *values: Fraction(math.gcd(*map(whole, _items(values)))), 1, 200),
    "max": Function(lambda *values: max(map(number, _items(values))), 1, 200),
    "min": Function(lambda *values: min(map(number, _items(values))), 1, 200),
    "round": Function(_round, 1, 2),
}
"""Pure functions by name. `round` sends a tie to the even neighbour, as Python does; `distinct`: do all differ?"""
