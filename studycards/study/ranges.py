"""Numbers in a row, by the first and the last of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def ranges(numbers: Sequence[int], *, least: int = 2) -> str:
    """Return rising numbers as they are read: `2, 5–8, 11`; a row of fewer than `least` is listed one by one."""
    return ", ".join(_runs(numbers, least))


def _runs(numbers: Sequence[int], least: int) -> Iterator[str]:
    for _, run in groupby(enumerate(numbers), lambda place: place[1] - place[0]):
        row = [number for _, number in run]
        if len(row) >= least:
            yield f"{row[0]}–{row[-1]}"
        else:
            yield from map(str, row)
