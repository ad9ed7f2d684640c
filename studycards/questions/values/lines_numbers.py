"""Numbers as they stand in worked lines: a short decimal or a simple fraction, and rounded where they are neither."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studycards.locale import LANGUAGES, Language, Text
from studycards.locale.language import MINUS

if TYPE_CHECKING:
    from fractions import Fraction

PLACES = 4
"""Decimal places of a number that is rounded, and digits of one that begins with zeros."""

LARGEST_DENOMINATOR = 100
"""Of a number that is written as a fraction: 1/3 says more than 0.3333."""

SMALL = 1e-3
SMALL_PLACES = 6
"""Smaller numbers have up to six places; beyond them they have four digits and a power of ten."""

_CACHED = 4096
"""The numbers of hand-sized questions are few, and writing one takes 4 µs."""


class WrittenNumber(NamedTuple):
    """A number as a language writes it, and whether that is all of it."""

    text: str
    exact: bool


@lru_cache(_CACHED)
def worked_number(value: float | Fraction, language: Language, *, tiny: bool = False) -> WrittenNumber:
    """Return `value` with at most four decimal places, as a simple fraction, or rounded.

    Args:
        value: what is written.
        language: how its mark and its minus look.
        tiny: the number cannot be what rounding left of a zero, however small it is: `ln` of it is a large number.
    """
    number = float(value)
    if math.isinf(number):
        return WrittenNumber("∞" if value > 0 else f"{MINUS}∞", exact=True)
    if value == int(value):
        return WrittenNumber(language.number(int(value)), exact=True)
    from studycards.engine.rationals import fraction_of  # noqa: PLC0415 - NumPy, which numbers to be written come from

    simple: Fraction = fraction_of(number)
    if tiny and not simple:
        return WrittenNumber(_with_power(number, language), exact=False)
    ends = (simple * 10 ** (SMALL_PLACES if abs(number) < SMALL else PLACES)).denominator == 1
    if ends or simple.denominator <= LARGEST_DENOMINATOR:
        return WrittenNumber(language.number(simple), exact=True)
    if abs(number) < SMALL:
        return WrittenNumber(_with_power(number, language), exact=False)
    return WrittenNumber(language.number(simple, digits=_places(abs(number))), exact=False)


def _places(size: float) -> int:
    """Return four decimal places, or as many as four digits take: 0.0068 in a divisor would spoil the quotient."""
    return PLACES + max(0, -math.floor(math.log10(size)) - 1)


def worked_cell(value: float | Fraction) -> Text:
    """Return a cell of an array as each language writes it."""
    pl, en = (worked_number(value, Language(code)).text for code in LANGUAGES)
    return Text(pl=pl, en=en)


def _with_power(value: float, language: Language) -> str:
    """Return `3.2·10^−5`, or `10^−8`."""
    digits, _, exponent = f"{value:.3e}".partition("e")
    power = f"10^{language.number(int(exponent))}"
    return power if float(digits) == 1 else f"{language.number(float(digits))}·{power}"
