"""Charts of study days that a sheet can lay out at any width: the calendar of shades and columns above dates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from studycards.study.dates import date_of, date_words, month_words, weekday, weekday_words
from studycards.tui.graphics import calendar, columns, flowed, painted_shade, steps_of_shade
from studycards.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.content import Content

    from studycards.locale import Language

WEEKDAY_WIDTH = 4
"""Cells for the name of a weekday and a gap."""

MOST_WEEKS = 53
DAY_WIDTH = 2

WIDEST_STEP = 3
"""Cells from one column to the next."""

LABEL_WIDTH = 8
"""Cells for a date below columns and a gap."""


class Calendar(NamedTuple):
    """How much there was on each day, a week a column, as many weeks as fit up to a year."""

    counts: Mapping[int, int]
    today: int
    language: Language

    def rows(self, width: int) -> list[Content]:
        """Return the months, the seven days of the week, and what the shades mean."""
        weeks = max(min((width - WEEKDAY_WIDTH) // DAY_WIDTH, MOST_WEEKS), 1)
        days = calendar(self.counts, self.today, weekday(self.today), weeks)
        monday = self.today - weekday(self.today)
        named = [
            plain(self.language.render(weekday_words(monday + row)).ljust(WEEKDAY_WIDTH), "$text-muted") + cells
            for row, cells in enumerate(days)
        ]
        months = plain(" " * WEEKDAY_WIDTH + self._months(monday, weeks, width - WEEKDAY_WIDTH), "$text-muted")
        return [months, *named, *(row.pad_left(WEEKDAY_WIDTH) for row in self._legend(width - WEEKDAY_WIDTH))]

    def _months(self, monday: int, weeks: int, width: int) -> str:
        """Name each month above its first whole week, where the name has room."""
        text = ""
        for week in range(weeks):
            first = date_of(monday - 7 * (weeks - 1 - week))
            name = self.language.render(month_words(first.month))
            start = week * DAY_WIDTH
            if first.day <= 7 and start >= len(text) and start + len(name) <= width:
                text = text.ljust(start) + name
        return text

    def _legend(self, width: int) -> list[Content]:
        steps = steps_of_shade(list(self.counts.values()))
        render = self.language.text
        ranges = [
            render("statistics.shade_range", low=low, high=high - 1) if high - 1 > low else self.language.number(low)
            for low, high in pairwise(steps)
        ]
        names = [render("statistics.shade_none"), *ranges, render("statistics.shade_from", low=steps[-1])]
        shades = [
            painted_shade(level) + plain(f"{' ' * (level > 0)}{name}", "$text-muted")
            for level, name in enumerate(names)
        ]
        return flowed(shades, width)


class DayColumns(NamedTuple):
    """A column for each day from `first_day` on, above some of the dates; the highest value stands beside the top."""

    values: Sequence[float]
    first_day: int
    language: Language
    height: int = 4

    def rows(self, width: int) -> list[Content]:
        """Return the columns and the dates below them."""
        top = self.language.number(round(max(self.values, default=0)))
        axis = len(top) + 1
        shown = self.values[: max(width - axis, 1)]
        step = max(min((width - axis) // max(len(shown), 1), WIDEST_STEP), 1)
        labels = [top, *[""] * (self.height - 1)]
        drawn = columns(shown, self.height, step)
        beside = [plain(f"{label:>{axis - 1}} ", "$text-muted") + row for label, row in zip(labels, drawn, strict=True)]
        return [*beside, plain(" " * axis + self._dates(step, len(shown)), "$text-muted")]

    def _dates(self, step: int, days: int) -> str:
        """Return dates, each beginning below its day, as many as have room."""
        every = 7 if 7 * step >= LABEL_WIDTH else 10
        text = ""
        for place in range(0, days, every):
            day = self.first_day + place
            label = self.language.render(date_words(day, day))
            if place * step + len(label) <= days * step:
                text = text.ljust(place * step) + label
        return text
