"""The vocabulary of worked solutions: numbers that know where they stand, joined by sums, products and a few functions.

Expressions are written with operators, as a formula is: `weight * (x - mean) / deviation + bias`. They are data; every
value can be asked for, and it is computed from the numbers in it. No prose: names are keys, faces say them.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from studycards.engine.trace.functions import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.engine.trace.functions import Value

Index: TypeAlias = tuple[int, ...]
"""A cell of an array, the batch axis included: (n, c, i, j)."""


class Expression(ABC):
    """What has a value and shows how it comes about."""

    __slots__ = ()

    @property
    @abstractmethod
    def value(self) -> Value:
        """What it is worth."""

    @property
    @abstractmethod
    def parts(self) -> tuple[Expression, ...]:
        """What it is made of, in the order in which it is read."""

    def __add__(self, other: Expression | Value) -> Sum:
        return Sum((*(self.terms if isinstance(self, Sum) else (self,)), _expression(other)))

    def __sub__(self, other: Expression | Value) -> Sum:
        return self + -_expression(other)

    def __neg__(self) -> Product:
        return Product(self.factors, -self.sign) if isinstance(self, Product) else Product((self,), -1)

    def __mul__(self, other: Expression | Value) -> Product:
        factors, sign = (self.factors, self.sign) if isinstance(self, Product) else ((self,), 1)
        return Product((*factors, _expression(other)), sign)

    def __pow__(self, exponent: Expression | Value) -> Power:
        return Power(self, _expression(exponent))

    def __truediv__(self, other: Expression | Value) -> Quotient:
        return Quotient(self, _expression(other))


@dataclass(frozen=True, slots=True)
class Number(Expression):
    """A number that is given: a cell of an array or an option of a layer, called `name`, or a bare number without one.

    `index` says which cell of the array it is. With `padding` it was seen beside the map: `index` then lies outside
    of the map, or is the cell that the padding repeats.
    """

    value: Value = field()
    name: str = ""
    index: Index = ()
    padding: bool = False

    @property
    def parts(self) -> tuple[Expression, ...]:
        """Nothing: a number is given."""
        return ()


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """The terms added up; 0 where there are none."""

    terms: tuple[Expression, ...]

    @property
    def value(self) -> Value:
        """The sum of the terms."""
        return sum(term.value for term in self.terms)

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The terms."""
        return self.terms


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """The factors multiplied, with a sign: 1 or -1."""

    factors: tuple[Expression, ...]
    sign: int = 1

    @property
    def value(self) -> Value:
        """The product of the factors, with its sign."""
        return self.sign * math.prod(factor.value for factor in self.factors)

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The factors."""
        return self.factors


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """A dividend over a divisor; integers and fractions stay exact."""

    dividend: Expression
    divisor: Expression

    @property
    def value(self) -> Value:
        """The quotient."""
        above, below = self.dividend.value, self.divisor.value
        if isinstance(above, float) or isinstance(below, float):
            return above / below
        return Fraction(above) / below

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The dividend, then the divisor."""
        return self.dividend, self.divisor


@dataclass(frozen=True, slots=True)
class Power(Expression):
    """A base to the power of an exponent."""

    base: Expression
    exponent: Expression

    @property
    def value(self) -> Value:
        """The power."""
        power: Value = self.base.value**self.exponent.value
        return power

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The base, then the exponent."""
        return self.base, self.exponent


@dataclass(frozen=True, slots=True)
class Applied(Expression):
    """A function of one argument. `function` is a key of `functions.FUNCTIONS`."""

    function: str
    argument: Expression

    @property
    def value(self) -> Value:
        """The function's value."""
        return FUNCTIONS[self.function](self.argument.value)

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The argument."""
        return (self.argument,)


@dataclass(frozen=True, slots=True)
class Largest(Expression):
    """The largest of several candidates; of equal ones the first."""

    candidates: tuple[Expression, ...]

    @property
    def winner(self) -> Expression:
        """The candidate that is the largest; NaN always wins, the last one of several, as in PyTorch."""
        missing = [candidate for candidate in self.candidates if math.isnan(candidate.value)]
        return missing[-1] if missing else max(self.candidates, key=lambda candidate: candidate.value)

    @property
    def value(self) -> Value:
        """The value of the winner."""
        return self.winner.value

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The candidates."""
        return self.candidates


@dataclass(frozen=True, slots=True)
class Wins(Expression):
    """1 where the number at `index` is the largest of a contest, else 0: the slope of a maximum."""

    index: Index
    contest: Largest

    @property
    def value(self) -> Value:
        """1 or 0."""
        winner = self.contest.winner
        return int(isinstance(winner, Number) and winner.index == self.index)

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The contest."""
        return (self.contest,)


@dataclass(frozen=True, slots=True)
class Step(Expression):
    """A line of a worked solution: cell `index` of what is called `name` is `expression`.

    Later steps contain the step itself where they use its outcome; `steps` lists all that a step rests upon.
    `node` is the layer of a network to which the line belongs, where several layers take part.
    """

    name: str
    expression: Expression
    index: Index = ()
    node: str = ""
    value: Value = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", self.expression.value)  # once: many later steps may ask for it

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The expression."""
        return (self.expression,)


def _expression(operand: Expression | Value) -> Expression:
    return operand if isinstance(operand, Expression) else Number(operand)


def total(terms: Iterable[Expression]) -> Sum:
    """Return the sum of `terms`."""
    return Sum(tuple(terms))


def multiplied(factors: Iterable[Expression]) -> Expression:
    """Return the product of `factors`; a sole one stays as it is."""
    several = tuple(factors)
    return several[0] if len(several) == 1 else Product(several)
