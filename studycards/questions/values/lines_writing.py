"""Lines of arithmetic: `Y[0,0] = 1·2 + (−1)·3 = −1`, as each language writes the numbers in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from studycards.engine.trace import Applied, Largest, Number, Power, Product, Quotient, Sum
from studycards.locale import LANGUAGES, Language, Text
from studycards.locale.language import MINUS
from studycards.questions.values.lines_numbers import worked_number
from studycards.questions.values.lines_simple import simple

if TYPE_CHECKING:
    from studycards.engine.trace import Expression

PADDING_ZERO = "0ₚ"
"""A zero that a window sees beside the map: the letter says that it is padding."""

_POWERS = {2: "²", 3: "³"}

_BETWEEN = {"pl": "; ", "en": ", "}
"""What stands between the arguments of a function: no comma where it is the decimal mark."""

_FUNCTIONS = {"log": "ln", "tanh": "tanh", "erf": "erf", "root": "√"}
"""What is written before its argument. Of other functions only the value is written, such as 1 for "it is positive"."""


def line(label: str, expression: Expression) -> Text:
    """Return `label = expression = value`; `≈` stands where something beside it is rounded."""
    ready = simple(expression)
    pl, en = (" ".join([label, *_stages(ready, Language(code))]) for code in LANGUAGES)
    return Text(pl=pl, en=en)


def open_line(label: str, expression: Expression) -> Text:
    """Return the line without its value: `label = expression = ?`."""
    ready = simple(expression)
    pl, en = (f"{label} {_stages(ready, Language(code))[0]} = ?" for code in LANGUAGES)
    return Text(pl=pl, en=en)


def written(expression: Expression) -> Text:
    """Return the bare expression."""
    ready = simple(expression)
    pl, en = (_Writer(Language(code)).write(ready) for code in LANGUAGES)
    return Text(pl=pl, en=en)


def _stages(expression: Expression, language: Language) -> list[str]:
    """Return how a simple expression comes to its value, each stage behind its sign and none twice.

    Between the formula and the value stand the numbers that exponentials are.
    """
    formula = _Writer(language)
    texts, exact = [formula.write(expression)], [True, formula.exact]
    if formula.has_exponential:
        numbers = _Writer(language, exponentials=False)
        texts.append(numbers.write(expression))
        exact.append(numbers.exact)
    # A sum may leave a trace of rounding where it is zero; a quotient is as small as it looks.
    value = worked_number(expression.value, language, tiny=isinstance(expression, Quotient))
    signs = ["=" if all(both) else "≈" for both in pairwise([*exact, value.exact])]
    texts.append(value.text)
    return [
        f"{sign} {text}" for sign, text, before in zip(signs, texts, [None, *texts[:-1]], strict=True) if text != before
    ]


@dataclass(slots=True)
class _Writer:
    """Writes a simple expression; afterwards it knows whether all numbers were `exact`, and of any exponential."""

    language: Language
    exponentials: bool = True
    exact: bool = field(default=True, init=False)
    has_exponential: bool = field(default=False, init=False)

    def write(self, part: Expression) -> str:
        """Return `part` as it stands alone."""
        match part:
            case Sum(terms=terms):
                return "".join([*map(self.write, terms[:1]), *map(self._signed, terms[1:])]) or "0"
            case Product(factors=factors, sign=sign):
                return (MINUS if sign < 0 else "") + self._product(factors)
            case Number():
                return self._number(part)
        return self._function(part)

    def _function(self, part: Expression) -> str:
        match part:
            case Quotient(dividend=above, divisor=below):
                return f"{self._factor(above)}/{self._divisor(below)}"
            case Power(base=base, exponent=exponent):
                power = exponent.value
                return self._factor(base) + (_POWERS.get(int(power)) or f"^{self._factor(exponent)}")
            case Largest(candidates=candidates):
                return f"max({_BETWEEN[self.language.code].join(map(self.write, candidates))})"
            case Applied(function="exp"):
                return self._exponential(part)
            case Applied(function=function) if function in _FUNCTIONS:
                return self._applied(part)
        return self._number(part)

    def _number(self, part: Expression, *, tiny: bool = False) -> str:
        if isinstance(part, Number) and part.padding and part.value == 0:
            return PADDING_ZERO
        number = worked_number(part.value, self.language, tiny=tiny)
        self.exact &= number.exact
        return number.text

    def _signed(self, term: Expression) -> str:
        """Return a term with the sign before it."""
        if isinstance(term, Product) and term.sign < 0:
            return f" {MINUS} {self._product(term.factors)}"
        text = self.write(term)
        return f" + ({text})" if isinstance(term, Sum) or text.startswith(MINUS) else f" + {text}"

    def _product(self, factors: tuple[Expression, ...]) -> str:
        """Return the factors without a sign; a sole quotient needs no parentheses behind one."""
        if len(factors) == 1 and isinstance(factors[0], Quotient):
            return self.write(factors[0])
        return "·".join(map(self._factor, factors))

    def _factor(self, part: Expression) -> str:
        """Return `part` as a factor, in parentheses where it needs them."""
        text = self.write(part)
        loose = isinstance(part, Sum | Quotient) or text.startswith(MINUS)
        return f"({text})" if loose or (isinstance(part, Number) and _is_composed(text)) else text

    def _divisor(self, part: Expression) -> str:
        text = self._factor(part)
        return f"({text})" if isinstance(part, Product) and not text.startswith("(") else text

    def _exponential(self, part: Applied) -> str:
        """Return the power of e, its exponent as the logarithm that it was made to be: `e^(ln 3)`."""
        self.has_exponential = True
        number = worked_number(part.value, self.language)
        if not self.exponentials:
            return self._number(part)
        if number.exact and not worked_number(part.argument.value, self.language).exact:
            return f"e^(ln {number.text})"
        return f"e^{self._factor(part.argument)}"

    def _applied(self, part: Applied) -> str:
        name, argument = _FUNCTIONS[part.function], self._argument(part)
        return f"{name}{argument}" if name == "√" or argument.startswith("(") else f"{name} {argument}"

    def _argument(self, part: Applied) -> str:
        """Return what a function is applied to; that of a logarithm is not zero, however near it is."""
        if part.function == "log" and isinstance(part.argument, Number):
            text = self._number(part.argument, tiny=True)
            return f"({text})" if _is_composed(text) else text
        return self._factor(part.argument)


def _is_composed(text: str) -> bool:
    """Whether a number is written with an operator: 1/3 or 3.2·10^−5."""
    return "/" in text or "·" in text
