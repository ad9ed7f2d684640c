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
    from collections.abc import Callable, Iterator

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


def binary(kind: ast.operator, left: object, right: object) -> Value:
    """Return the sum, difference, product, quotient or power of two numbers; of a tuple and a number cell by cell."""
    if isinstance(left, tuple) and isinstance(right, Fraction):
        return tuple([binary(kind, cell, right) for cell in left])
    if isinstance(right, tuple) and isinstance(left, Fraction):
        return tuple([binary(kind, left, cell) for cell in right])
    try:
        return bounded(BINARY[type(kind)](number(left), number(right)))
    except ZeroDivisionError:
        raise ExpressionError("engine.division_by_zero", "division by zero") from None


def compare(kind: ast.cmpop, left: object, right: object) -> Value:
    """Return whether the comparison holds, of a tuple and a number for each cell.

    Otherwise only values of the same kind can be equal.
    """
    if isinstance(left, tuple) and isinstance(right, Fraction):
        return tuple([compare(kind, cell, right) for cell in left])
    if isinstance(right, tuple) and isinstance(left, Fraction):
        return tuple([compare(kind, left, cell) for cell in right])
    if type(kind) in ORDERINGS:
        return ORDERINGS[type(kind)](number(left), number(right))
    if type(left) is not type(right):
        raise ExpressionError("engine.different_kinds", "values of different kinds cannot be compared")
    return EQUALITIES[type(kind)](left, right)


def cells(value: Value) -> Iterator[Fraction | bool]:
    """Yield the numbers or truth values of a tuple, however nested."""
    if isinstance(value, tuple):
        for part in value:
            yield from cells(part)
    else:
        yield value


def _numbers(values: tuple[Value, ...]) -> list[Fraction]:
    """Return the numbers that were listed, `min(a, b)`, or those of what was given, `min(shape)`."""
    found = [number(cell) for cell in cells(values)]
    if not found:
        raise ExpressionError("engine.not_a_number", "a number is needed here")
    return found


def _truths(values: tuple[Value, ...]) -> list[bool]:
    return [truth(cell) for cell in cells(values)]


def _distinct(*values: Value) -> bool:
    """Return whether all differ, in each group of numbers that stand together."""
    group = values[0] if len(values) == 1 and isinstance(values[0], tuple) else values
    if any(isinstance(part, tuple) for part in group):
        return all(_distinct(part) for part in group)
    numbers = [number(item) for item in group]
    return len(set(numbers)) == len(numbers)


def _unique_max(*values: Value) -> bool:
    """Return whether the largest number is there once, in each group of numbers that stand together."""
    group = values[0] if len(values) == 1 and isinstance(values[0], tuple) else values
    if any(isinstance(part, tuple) for part in group):
        return all(_unique_max(part) for part in group)
    numbers = _numbers(tuple(group))
    return numbers.count(max(numbers)) == 1


def _at(value: Value, *indices: Value) -> Value:
    """Return the part of a tuple at the indices, one for each axis, counted from 0."""
    for index in map(whole, indices):
        if not isinstance(value, tuple) or not 0 <= index < len(value):
            raise ExpressionError("engine.no_such_part", "there is no cell {index} here", index=index)
        value = value[index]
    return value


def _sum(*values: Value) -> Fraction:
    """Return the sum of all numbers, or how many conditions hold: `sum(x < 0)`."""
    return bounded(sum((Fraction(cell) for cell in cells(values)), Fraction(0)))


def _round(value: Value, places: Value = Fraction(0)) -> Fraction:
    digits = whole(places)
    if not 0 <= digits <= LARGEST_EXPONENT:
        raise ExpressionError(
            "engine.places_out_of_range", "round takes 0 to {limit} decimal places", limit=LARGEST_EXPONENT
        )
    return bounded(round(number(value), digits))


FUNCTIONS: dict[str, Function] = {
    "abs": Function(lambda value: abs(number(value)), 1, 1),
    "all": Function(lambda *values: all(_truths(values)), 1, 200),
    "any": Function(lambda *values: any(_truths(values)), 1, 200),
    "at": Function(_at, 2, 5),
    "ceil": Function(lambda value: Fraction(math.ceil(number(value))), 1, 1),
    "distinct": Function(_distinct, 1, 200),
    "floor": Function(lambda value: Fraction(math.floor(number(value))), 1, 1),
    "gcd": Function(lambda *values: Fraction(math.gcd(*map(whole, _numbers(values)))), 1, 200),
    "max": Function(lambda *values: max(_numbers(values)), 1, 200),
    "min": Function(lambda *values: min(_numbers(values)), 1, 200),
    "round": Function(_round, 1, 2),
    "sum": Function(_sum, 1, 200),
    "unique_max": Function(_unique_max, 1, 200),
}
"""Pure functions by name. `round` sends a tie to the even neighbour, as Python does; `distinct`: do all differ,
in each group that stands together? `unique_max`: is the largest there once? `at(x, 0, 1)` is a cell. `all`, `any`,
`min`, `max` and `sum` take every cell of a tensor."""
