"""Traced expressions made ready to be written: steps written out, and nothing that goes without saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace import Applied, Largest, Number, Power, Product, Quotient, Step, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.trace import Expression

LINES = frozenset(
    {
        *("p", "y", "pull", "sum_dy", "sigmoid", "probability", "tangent", "s"),
        *("mean", "variance", "deviation", "n", "dn", "mean_dn", "mean_dn_n"),
        *("g", "mean_g", "mean_g2"),
    }
)
"""Steps that have lines of their own: elsewhere only their value stands. All others are written out in their place."""

UNITS = {"dy", "is_target", "divisor"}
"""What goes without saying where it is 1: the gradient of the loss itself, the target's class, a batch of one."""


def has_line(step: Step) -> bool:
    """Whether `step` has a line of its own: a named one, or the sum of the exponentials of a softmax."""
    return step.name in LINES or (step.name == "sum" and isinstance(next(iter(step.expression.parts), None), Step))


def simple(part: Expression) -> Expression:
    """Return `part` as it is written: sums of one term and products of one factor are what is in them."""
    match part:
        case Number():  # most of them
            return part
        case Step():
            return Number(part.value, part.name) if has_line(part) else simple(part.expression)
        case Sum(terms=terms):
            written = tuple(map(simple, terms))
            return written[0] if len(written) == 1 else Sum(written)
        case Product():
            return _product(part)
    return _simple_function(part)


def _simple_function(part: Expression) -> Expression:
    match part:
        case Quotient(dividend=above, divisor=below):
            return simple(above) if _is_unit(simple(below)) else Quotient(simple(above), simple(below))
        case Power(base=base, exponent=exponent):
            return Power(simple(base), exponent)
        case Applied(function=function, argument=argument):
            return Applied(function, simple(argument))
        case Largest(candidates=candidates):
            return Largest(tuple(map(simple, candidates)))
    return part


def _product(part: Product) -> Expression:
    sign, factors = part.sign, []
    for factor in map(simple, part.factors):
        if isinstance(factor, Product):
            sign *= factor.sign
            factors += [inner for inner in factor.factors if not _is_unit(inner)]
        elif not _is_unit(factor):
            factors.append(factor)
    if len(factors) > 1 or sign < 0:
        return Product(tuple(factors) or (Number(1),), sign)
    return factors[0] if factors else Number(1)


def _is_unit(part: Expression) -> bool:
    return isinstance(part, Number) and part.value == 1 and part.name in UNITS and (part.name != "dy" or not part.index)


def parts_of(part: Expression) -> Iterator[Expression]:
    """Yield what `part` is made of down to its numbers, steps that are written out entered."""
    yield part
    if not isinstance(part, Step) or not has_line(part):
        for inner in part.parts:
            yield from parts_of(inner)
