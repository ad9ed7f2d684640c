"""Figures drawn with characters: bars, columns, a spark line, a stacked bar, a calendar of shades.

Pure: numbers and a width give rows. Every drawing reads without colour, since its parts differ in shape or shade.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from studycards.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEFT_EIGHTHS = "▏▎▍▌▋▊▉█"
LOWER_EIGHTHS = "▁▂▃▄▅▆▇█"
EIGHTHS = 8

SHADES = "·░▒▓█"
"""From nothing to most."""

DAYS_A_WEEK = 7


class Part(NamedTuple):
    """One part of a stacked bar: its size, the character that fills it and its colour."""

    size: int
    fill: str
    style: str


def bar(value: float, most: float, width: int, style: str = "$accent") -> Content:
    """Return a bar that is `width` cells long where `value` is `most`; a value above 0 is never invisible."""
    eighths = _eighths(value, most, width)
    full, rest = divmod(eighths, EIGHTHS)
    drawn = LEFT_EIGHTHS[-1] * full + (LEFT_EIGHTHS[rest - 1] if rest else "")
    return plain(drawn.ljust(width), style)


def columns(values: Sequence[float], height: int, step: int, style: str = "$accent") -> list[Content]:
    """Return `height` rows with a column of `step` cells for each value, set apart by a gap where `step` leaves one.

    The highest column is that of the highest value. A day without anything has a dot on the ground.
    """
    most = max(values, default=0)
    levels = [_eighths(value, most, height) for value in values]
    return [_row_of_columns(levels, height - 1 - row, step, style) for row in range(height)]


def spark(value: float, most: float) -> str:
    """Return the one character that stands for `value` where the highest is `most`."""
    eighths = _eighths(value, most, 1)
    return LOWER_EIGHTHS[eighths - 1] if eighths else SHADES[0]


def stacked(parts: Sequence[Part], width: int) -> Content:
    """Return a bar of `width` cells whose parts are as long as their shares, to the nearest cell."""
    total = sum(part.size for part in parts)
    if not total:
        return plain(SHADES[0] * width, "$text-muted")
    ends = [round(width * end / total) for end in accumulate((part.size for part in parts), initial=0)]
    pieces = (
        plain(part.fill * (end - start), part.style) for part, (start, end) in zip(parts, pairwise(ends), strict=True)
    )
    return Content("").join(pieces)


def progress(share: float, width: int) -> Content:
    """Return how far something has come: `━━━───`. It is full only at the end, and not empty once it has begun."""
    filled = min(int(share * width), width)
    if share > 0:
        filled = max(filled, 1)
    return plain("━" * filled, "$accent") + plain("─" * (width - filled), "$line")


def flowed(entries: Sequence[Content], width: int, gap: str = "   ") -> list[Content]:
    """Set entries beside each other, as many on a line as fit; none is broken."""
    lines: list[Content] = []
    for entry in entries:
        longer = lines[-1] + gap + entry if lines else entry
        if lines and longer.cell_length <= width:
            lines[-1] = longer
        else:
            lines.append(entry)
    return lines


def steps_of_shade(counts: Sequence[int]) -> tuple[int, ...]:
    """Return from which count on each of the four shades above nothing is used.

    The darkest begins at three quarters of a busy day: one that only a tenth of the days with anything surpass.
    """
    busy = sorted(count for count in counts if count)
    high = busy[len(busy) * 9 // 10] if busy else 0
    return (1, *(max(ceil(high * step / 4), step + 1) for step in (1, 2, 3)))


def shade(count: int, steps: Sequence[int]) -> int:
    """Return the shade of a count, 0 for nothing."""
    return sum(count >= step for step in steps)


def calendar(counts: Mapping[int, int], today: int, weekday: int, weeks: int) -> list[Content]:
    """Return seven rows, Monday first, with two cells for each of the last `weeks` weeks; days to come are blank.

    Args:
        counts: how much there was on each day that had anything.
        today: the number of the present day.
        weekday: its place in the week, 0 for Monday.
        weeks: how many columns there are; the last one is the present week.
    """
    steps = steps_of_shade(list(counts.values()))
    monday = today - weekday - DAYS_A_WEEK * (weeks - 1)
    return [
        Content("").join(
            _day(counts.get(day, 0), steps) if day <= today else plain("  ")
            for day in range(monday + row, monday + row + DAYS_A_WEEK * weeks, DAYS_A_WEEK)
        )
        for row in range(DAYS_A_WEEK)
    ]


def painted_shade(level: int) -> Content:
    """Return the two cells of a day with this shade."""
    return plain(f"{SHADES[0]} ", "$text-muted") if not level else plain(SHADES[level] * 2, "$accent")


def _day(count: int, steps: Sequence[int]) -> Content:
    return painted_shade(shade(count, steps))


def _row_of_columns(levels: Sequence[int], row: int, step: int, style: str) -> Content:
    """Return one row of the columns, the lowest one being 0."""
    thick = max(step - 1, 1)
    cells = (_piece(level, row) * thick for level in levels)
    return Content("").join(
        plain(cell.ljust(step), "$text-muted" if cell.startswith(SHADES[0]) else style) for cell in cells
    )


def _piece(level: int, row: int) -> str:
    if not level:
        return SHADES[0] if row == 0 else " "
    above = min(max(level - row * EIGHTHS, 0), EIGHTHS)
    return LOWER_EIGHTHS[above - 1] if above else " "


def _eighths(value: float, most: float, cells: int) -> int:
    """Return how many eighths of a cell stand for `value`, at least one where it is above 0."""
    if value <= 0 or most <= 0:
        return 0
    return max(round(min(value / most, 1) * cells * EIGHTHS), 1)
