"""Read the cells of a typed tensor: plain numbers at once, anything else as a calculation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.question import Unreadable
from studycards.questions.reading.number_tokens import RefusedError
from studycards.questions.reading.numbers import read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.locale import Message

MOST_CALCULATED = 2000
"""Characters of all cells that are more than a number. To read one costs 10 to 20 µs; fifty calculations of forty
characters are more than a person types."""

_PLAIN = re.compile(
    r"(?P<sign>[-−+]?)(?P<whole>0?|[1-9][0-9]{0,29})(?:(?P<mark>[.,])(?P<decimals>[0-9]{0,30}))?"
    r"(?:[eE](?P<exponent>[-+]?[0-9]{1,2}))?"
)

_UNCLEAR = re.compile(r"[-−+]?0[0-9]")
"""The beginning of a cell that looks like the rest of a number: `000` of `1 000`."""


def read_cells(cells: Sequence[str], width: int, *, bracketed: bool) -> list[Fraction]:
    """Return the numbers in `cells`, which make rows of `width`.

    Cells are measured numbers: `1,125` and `7.333` have three decimal places, nobody computes thousands by hand.
    `bracketed` cells are spelled as in a program, where `1:3` is no quotient.

    Raises:
        RefusedError: a cell is no number; the reason says which.
    """
    plain = {cell: _plain(cell) for cell in dict.fromkeys(cells)}
    numbers = {cell: number for cell, number in plain.items() if number is not None}
    calculations = [cell for cell in plain if cell not in numbers]
    if sum(map(len, calculations)) > MOST_CALCULATED:
        raise RefusedError(message("questions.tensor_calculations", limit=MOST_CALCULATED))
    for cell in calculations:
        number = _range_refused() if bracketed and ":" in cell else _calculated(cell)
        if isinstance(number, Unreadable):
            raise RefusedError(in_cell(number.reason, cells.index(cell), width) if len(cells) > 1 else number.reason)
        numbers[cell] = number
    return [numbers[cell] for cell in cells]


def _plain(cell: str) -> Fraction | None:
    """Return the number that `cell` says without any doubt, as a print does: `3`, `-0.`, `1,5`, `1.0000e-05`."""
    found = _PLAIN.fullmatch(cell)
    if found is None or not (found["whole"] or found["decimals"]):
        return None
    decimals = found["decimals"] or ""
    power = int(found["exponent"] or 0) - len(decimals)
    digits = int(found["whole"] + decimals)
    number = Fraction(digits * 10**power) if power >= 0 else Fraction(digits, 10**-power)
    return -number if found["sign"] in {"-", "−"} else number


def _calculated(cell: str) -> Fraction | Unreadable:
    if _UNCLEAR.match(cell):
        return Unreadable(message("questions.number_groups", found=cell))
    reading = read_number(cell, measured=True)
    return reading if isinstance(reading, Unreadable) else reading.value


def _range_refused() -> Unreadable:
    return Unreadable(message("questions.number_sign", found=":"))


def in_cell(reason: Message, place: int, width: int) -> Message:
    """Return `reason` behind the row and the column of the cell, counted from 1 as they were typed."""
    row, column = divmod(place, width)
    return message("questions.tensor_cell", row=row + 1, column=column + 1, why=reason)
