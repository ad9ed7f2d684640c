"""Formulas of the engine's worked solutions as people write them: with letters, or with the numbers filled in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.trace import Applied, Largest, Number, Product, Quotient, Step, Sum
from studycards.locale import Language, Text
from studycards.locale.language import MINUS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.trace import Expression

LETTERS: Mapping[str, str] = {
    "channels": "C",
    "height": "H",
    "width": "W",
    "features": "n",
    "n": "n",
    "kernel": "k",
    "stride": "s",
    "dilation": "d",
    "padding": "p",
    "padding_before": "p₁",
    "padding_after": "p₂",
    "output_padding": "p_out",
    "scale_factor": "m",
    "kernel_height": "k_h",
    "kernel_width": "k_w",
    "in_channels": "C_in",
    "out_channels": "C_out",
    "in_features": "n_in",
    "out_features": "n_out",
    "groups": "g",
    "field": "r",
    "jump": "j",
    "macs": "MAC",
}
"""What the numbers of a solution are called in formulas."""

_RESULTS = {"field", "jump", "start", "end", "macs", "elements", "parameters"}
"""Steps that have lines of their own: elsewhere only their value stands. All others are written out in their place."""

_ROUNDED = {"floor": "⌊{}⌋", "ceil": "⌈{}⌉"}


def in_letters(expression: Expression, letters: Mapping[str, str] | None = None) -> str:
    """Return the bare formula: `⌊(n + 2p − k)/s⌋ + 1`; `letters` take precedence over the usual ones."""
    known = {**LETTERS, **(letters or {})}
    return _Writer(lambda number, name: known.get(name, str(number)), compact=True).write(expression)


def in_numbers(expression: Expression) -> Text:
    """Return the formula with its numbers: `⌊(32 + 2·2 − 5)/1⌋ + 1`."""
    return Text(pl=_in_numbers(expression, Language("pl")), en=_in_numbers(expression, Language("en")))


def _in_numbers(expression: Expression, language: Language) -> str:
    return _Writer(lambda number, _: language.number(number), compact=False).write(expression)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes expressions. `number` writes a number with its name; `compact` leaves out dots, as in 2p and d(k − 1)."""

    number: Callable[[Fraction | int, str], str]
    compact: bool

    def write(self, part: Expression) -> str:
        """Return `part` as it stands alone."""
        match _inner(part):
            case Number(value=value, name=name) | Step(value=value, name=name):
                assert not isinstance(value, float)
                return self.number(value, name)
            case Sum() as total:
                return self._sum(total)
            case Product(sign=sign) as product:
                return (MINUS if sign < 0 else "") + self._product(product)
            case inner:
                return self._function(inner)

    def _function(self, part: Expression) -> str:
        match part:
            case Quotient():
                return f"{self._factor(part.dividend)}/{self._factor(part.divisor)}"
            case Applied() if part.function in _ROUNDED:
                return _ROUNDED[part.function].format(self.write(part.argument))
            case Largest():
                return f"max({', '.join(map(self.write, part.candidates))})"
        raise TypeError(part)

    def _sum(self, part: Sum) -> str:
        terms = [term for term in _terms(part) if self._is_written(term)]
        if len(terms) == 2 and terms[0] == terms[1]:
            return f"2·{self.write(terms[0])}"
        return "".join(map(self._signed, terms)).removeprefix(" + ")

    def _signed(self, term: Expression) -> str:
        """Return a term with the sign before it."""
        if isinstance(term, Product) and term.sign < 0:
            return f" {MINUS} {self._product(term)}"
        written = self.write(term)
        return f" + ({written})" if written.startswith(MINUS) else f" + {written}"

    def _is_written(self, term: Expression) -> bool:
        """Whether a term is shown: the window that rounding up may have added is, where it is taken off again."""
        is_check = isinstance(term, Product) and isinstance(term.factors[0], Applied) and len(term.factors) == 1
        return not is_check or (not self.compact and term.value != 0)

    def _product(self, part: Expression) -> str:
        """Return the factors without the sign."""
        assert isinstance(part, Product)
        if isinstance(part.factors[0], Applied):
            return self.number(abs(Fraction(part.value)), "")
        written = ""
        for factor in part.factors:
            if not _is_unit(factor):
                written += self._times(written, factor) + self._factor(factor)
        return written

    def _times(self, before: str, factor: Expression) -> str:
        """Return what stands between two factors."""
        close = isinstance(_inner(factor), Sum) or before.isdecimal()
        return "" if not before or (self.compact and close) else "·"

    def _factor(self, part: Expression) -> str:
        """Return `part` as a factor, in parentheses where it needs them."""
        written = self.write(part)
        return f"({written})" if isinstance(_inner(part), Sum | Quotient) or written.startswith(MINUS) else written


def _inner(part: Expression) -> Expression:
    """Return what is written for `part`: of a step without a line of its own its expression."""
    while isinstance(part, Step) and part.name not in _RESULTS:
        part = part.expression
    return part


def _terms(part: Sum, sign: int = 1) -> list[Expression]:
    """Return the terms of a sum and of the sums in it, the sign of these carried inwards: a − (b + 1) is a − b − 1."""
    terms: list[Expression] = []
    for term in part.terms:
        inner, inner_sign = _unsigned(term)
        if isinstance(inner, Sum):
            terms += _terms(inner, sign * inner_sign)
        else:
            terms.append(inner if sign * inner_sign > 0 else -inner)
    return terms


def _unsigned(term: Expression) -> tuple[Expression, int]:
    """Return a term without its sign, and the sign."""
    term = _inner(term)
    if isinstance(term, Product) and term.sign < 0:
        positive = -term
        return _inner(positive.factors[0]) if len(positive.factors) == 1 else positive, -1
    return term, 1


def _is_unit(factor: Expression) -> bool:
    """Whether a factor goes without saying: the dilation of a kernel without gaps."""
    return isinstance(factor, Number) and factor.name == "dilation" and factor.value == 1
