"""Study days as words: their dates, their weekdays, how far away they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from studycards.locale import message

if TYPE_CHECKING:
    from studycards.locale import Message

EPOCH = date(1970, 1, 1).toordinal()


def date_of(day: int) -> date:
    """Return the date of a study day."""
    return date.fromordinal(EPOCH + day)


def weekday(day: int) -> int:
    """Return the weekday of a study day, 0 for Monday."""
    return date_of(day).weekday()


def month_words(month: int) -> Message:
    """Name a month, 1 for January, in three letters."""
    return message(f"statistics.month_{month}")


def weekday_words(day: int) -> Message:
    """Name the weekday of a study day in two letters."""
    return message(f"statistics.weekday_{weekday(day)}")


def date_words(day: int, today: int) -> Message:
    """Say the date of a study day; the year only where it is not that of `today`."""
    date_, month = date_of(day), month_words(date_of(day).month)
    if date_.year == date_of(today).year:
        return message("statistics.date", day=date_.day, month=month)
    # A year is no quantity: as text it keeps its four digits together.
    return message("statistics.date_of_year", day=date_.day, month=month, year=str(date_.year))


def distance_words(days: int) -> Message:
    """Say how far ahead a study day is, or how long ago where `days` is negative."""
    if not days:
        return message("statistics.today")
    return message("statistics.in_days", count=days) if days > 0 else message("statistics.days_ago", count=-days)
