"""Read the cells of a typed tensor: plain numbers at once, anything else as a calculation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.number_tokens import RefusedError
from studycards.questions.numbers import read_number
from studycards.questions.question import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from studycards.locale import Message

MOST_CALCULATED = 2000
"""Characters of all cells that are more than a number. To read one costs 10 to 20 µs; fifty calculations of forty
characters are more than a person types."""

_PLAIN = re.compile(
    r"(?P<sign>[-−+]?)(?P<whole>0?|[1-9][0-9]{0,29})(?:(?P<mark>[.,])(?P<decimals>[0-9]{0,30}))?"
    r"(?:[eE](?P<exponent>[-+]?[0-9]{1,2}))?"
)

_THOUSANDS = re.compile(r"[-−+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""One number with three decimals or with a mark between thousands."""

_UNCLEAR = re.compile(r"[-−+]?0[0-9]")
"""The beginning of a cell that looks like the rest of a number: `000` of `1 000`."""


def read_cells(cells: Sequence[str], width: int, *, bracketed: bool) -> list[Fraction]:
    """Return the numbers in `cells`, which make rows of `width`.

    `bracketed` cells are spelled as in a program: a point can only be a decimal one, and `1:3` is no quotient.

    Raises:
        RefusedError: a cell is no number; the reason says which.
    """
    marks = {*_decimal_marks(cells), *("." if bracketed else "")}
    plain = {cell: _plain(cell, marks) for cell in dict.fromkeys(cells)}
    numbers = {cell: number for cell, number in plain.items() if number is not None}
    calculations = [cell for cell in plain if cell not in numbers]
    if sum(map(len, calculations)) > MOST_CALCULATED:
        raise RefusedError(message("questions.tensor_calculations", limit=MOST_CALCULATED))
    for cell in calculations:
        number = _range_refused() if bracketed and ":" in cell else _calculated(cell, marks)
        if isinstance(number, Unreadable):
            raise RefusedError(_in_cell(number.reason, cells.index(cell), width) if len(cells) > 1 else number.reason)
        numbers[cell] = number
    return [numbers[cell] for cell in cells]


def _decimal_marks(cells: Sequence[str]) -> set[str]:
    """Return the marks that some cell shows to be decimal ones: beside `0,5` nobody means a thousand by `1,125`."""
    numbers = filter(None, map(_PLAIN.fullmatch, set(cells)))
    return {found["mark"] for found in numbers if found["mark"] and not _THOUSANDS.fullmatch(found[0])}


def _plain(cell: str, marks: Collection[str]) -> Fraction | None:
    """Return the number that `cell` says without any doubt, as a print does: `3`, `-0.`, `1,5`, `1.0000e-05`."""
    found = _PLAIN.fullmatch(cell)
    if found is None or not (found["whole"] or found["decimals"]):
        return None
    if found["mark"] not in marks and _THOUSANDS.fullmatch(cell):
        return None
    decimals = found["decimals"] or ""
    power = int(found["exponent"] or 0) - len(decimals)
    digits = int(found["whole"] + decimals)
    number = Fraction(digits * 10**power) if power >= 0 else Fraction(digits, 10**-power)
    return -number if found["sign"] in {"-", "−"} else number


def _calculated(cell: str, marks: Collection[str]) -> Fraction | Unreadable:
    if _UNCLEAR.match(cell):
        return Unreadable(message("questions.number_groups", found=cell))
    found = re.search(r"[.,]", cell)
    reading = read_number(cell, measured=found is not None and found[0] in marks)
    return reading if isinstance(reading, Unreadable) else reading.value


def _range_refused() -> Unreadable:
    return Unreadable(message("questions.number_sign", found=":"))


def _in_cell(reason: Message, place: int, width: int) -> Message:
    """Return `reason` behind the row and the column of the cell, counted from 1 as they were typed."""
    row, column = divmod(place, width)
    return message("questions.tensor_cell", row=row + 1, column=column + 1, why=reason)
