"""Choosing a value by keys: the next one, the one that was typed, and the words for it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.study.settings.fields import FIELDS, Choice, Day, Number, Refused, Switch

if TYPE_CHECKING:
    from studycards.locale import Message
    from studycards.study.settings.fields import Field

LAST_DAY = 31
"""A number beyond it is a year."""

CHARACTERS = "0123456789.,-/%"
"""What a number or a date is typed with."""


def is_typed(name: str) -> bool:
    """Whether the setting is typed, and not chosen from a few values."""
    return not isinstance(FIELDS[name], Choice | Switch)


def stepped(name: str, value: object, by: int, today: date) -> object:
    """Return the value that is `by` steps from `value`: names go round, numbers stop at the ends of their range."""
    field = FIELDS[name]
    match field:
        case Choice(names):
            return names[(names.index(str(value)) + by) % len(names)]
        case Switch():
            return value if by % 2 == 0 else not value
        case Number():
            return _stepped_number(field, value, by)
        case _:
            return (value if isinstance(value, date) else today) + timedelta(days=by)


def typed_value(name: str, text: str) -> object:
    """Return what was typed as a value of the setting; nothing but spaces is no date.

    Raises:
        StudycardsError: it is none.
    """
    field = FIELDS[name]
    try:
        return field.read(_read(field, text.strip()))
    except (Refused, ValueError, ZeroDivisionError):
        raise StudycardsError("settings.bad_entry", found=text, allowed=_allowed(field)) from None


def value_words(name: str, value: object) -> Message | Text:
    """Return a value as the learner reads it."""
    match FIELDS[name]:
        case Choice():
            return message(f"settings.value_{name}_{str(value).replace('-', '_')}")
        case Switch():
            return message(f"settings.value_{name}_{'on' if value else 'off'}")
        case Day():
            return message("settings.value_no_day") if value is None else Text.same(str(value))
        case Number(whole=False) if isinstance(value, float):
            return message("settings.percent", number=Fraction(str(value)) * 100)
    return (
        message("settings.value_hour", hour=value)
        if name == "rollover_hour"
        else message("settings.value", number=value)
    )


def _stepped_number(field: Number, value: object, by: int) -> float:
    assert isinstance(value, int | float)
    number = round(value + by * field.step, 2)
    within = max(field.range.low, min(number, field.range.high))
    return int(within) if field.whole else float(within)


def _read(field: Field, text: str) -> object:
    """Return a typed number or date as a file would give it; a share may be typed in percent.

    Raises:
        ValueError: it is neither.
    """
    if isinstance(field, Day):
        return _read_day(text)
    number = Fraction(text.rstrip("% ").replace(",", "."))
    if isinstance(field, Number) and not field.whole:
        return float(number / 100 if number > 1 else number)
    return int(number) if number.denominator == 1 else float(number)


def _read_day(text: str) -> date | None:
    """Read `2027-01-31`, `31.1.2027`, `31/1/2027` or `31.1.27`.

    Raises:
        ValueError: it is no date.
    """
    if not text:
        return None
    parts = [int(part) for part in text.replace("/", ".").replace("-", ".").split(".")]
    year, month, day = parts if parts[0] > LAST_DAY else reversed(parts)
    return date(year + 2000 if year < 100 else year, month, day)


def _allowed(field: Field) -> Message:
    if isinstance(field, Day):
        return message("settings.entry_day")
    assert isinstance(field, Number)
    if field.whole:
        return message("settings.allowed_whole", low=field.range.low, high=field.range.high)
    low, high = (round(end * 100) for end in (field.range.low, field.range.high))
    return message("settings.entry_percent", low=low, high=high)
