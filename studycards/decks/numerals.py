"""Numbers as authors write them in a deck: literals, ranges of values, tolerances. Exact, never through a float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.decks.varied import Decimals, Exact, Percent, Within

if TYPE_CHECKING:
    from studycards.decks.varied import Tolerance

MOST_VALUES = 10_000
"""Values of one variable at most."""

MOST_DIGITS = 30
"""Digits of one number at most, so that `1e999999999` is refused before it is written out."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_PREFIXED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE](?P<exponent>[-+]?[0-9]+))?")
_RANGE = re.compile(r"(?P<first>\S+?)\s*(?<!\.)\.\.(?!\.)\s*(?P<last>[^\s:]+)(?:\s*:\s*(?P<step>\S+))?")
_PERCENT = re.compile(r"(?P<number>\S+?)\s*%")
_DECIMALS = re.compile(r"(?P<places>[0-9]{1,2}) decimals?")


def literal(text: str) -> str | None:
    """Return a YAML 1.2 number as a plain decimal (`012` is 12, `1e3` 1000, `0x1F` 31), or None for anything else."""
    if len(text) > MOST_DIGITS:
        return None
    if _INTEGER.fullmatch(text):
        return str(int(text))
    if _PREFIXED.fullmatch(text):
        return str(int(text, 0))
    found = _DECIMAL.fullmatch(text)
    if found is None or abs(int(found["exponent"] or 0)) > MOST_DIGITS:
        return None
    return decimal(Fraction(text))


def decimal(value: Fraction) -> str:
    """Return a fraction whose decimal ends as that decimal, with all its digits: `0.1`, `-2.5`, `1000`."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value.numerator * 10**places // value.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def is_expression(spec: str) -> bool:
    """Tell an expression over other variables from a number and from a range."""
    return ".." not in spec and literal(spec) is None


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers at equal distances, not yet written out."""

    first: Fraction
    step: Fraction
    count: int

    def values(self) -> tuple[str, ...]:
        """Return the numbers as decimals."""
        return tuple(decimal(self.first + number * self.step) for number in range(self.count))


def read_range(spec: str) -> Range:
    """Return what a number (`3`) or a range (`28..64`, `8..64:8`, `0.1..0.5:0.1`) stands for.

    Raises:
        ValueError: it is neither, it runs backwards, or it has more than `MOST_VALUES` values.
            Its only argument is the key of the sentence that says so.
    """
    single = literal(spec)
    if single is not None:
        return Range(Fraction(single), Fraction(1), 1)
    found = _RANGE.fullmatch(spec)
    ends = [literal(found[part] or "1") for part in ("first", "last", "step")] if found else [None]
    if None in ends:
        raise ValueError("decks.range_form")
    first, last, step = (Fraction(end) for end in ends if end)
    if step <= 0 or last < first:
        raise ValueError("decks.range_backwards")
    count = (last - first) // step + 1
    if count > MOST_VALUES:
        raise ValueError("decks.range_long")
    return Range(first, step, count)


def read_tolerance(text: str) -> Tolerance:
    """Return the tolerance that `exact`, a distance `0.01`, `1 %` or `2 decimals` stands for.

    Raises:
        ValueError: it is none of these.
    """
    if text == "exact":
        return Exact()
    if found := _DECIMALS.fullmatch(text):
        return Decimals(int(found["places"]))
    percent = _PERCENT.fullmatch(text)
    number = literal(percent["number"] if percent else text)
    if number is None or number.startswith("-"):
        raise ValueError("decks.a_tolerance")
    return Percent(number) if percent else Within(number)
