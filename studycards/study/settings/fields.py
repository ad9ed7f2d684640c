"""The settings by name: what each may be, and how it is read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from studycards.locale import LANGUAGES, Text, message
from studycards.memory.settings import LIMITS, RULES
from studycards.study.settings.model import AUTO, DECIMAL_MARKS, KEYS, LAYOUTS, THEMES

if TYPE_CHECKING:
    from datetime import date

    from studycards.locale import Message
    from studycards.memory.settings import Range


class Refused(Exception):  # noqa: N818 - never reaches a person: the file and line are added first
    """A value that a setting cannot have."""


class Field(Protocol):
    """What one setting may be."""

    def read(self, value: object) -> object:
        """Return the value of a TOML file as the settings have it.

        Raises:
            Refused: the setting cannot have it.
        """
        ...

    @property
    def allowed(self) -> Message | Text:
        """What is allowed, in words."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few names."""

    names: tuple[str, ...]

    def read(self, value: object) -> str:
        """Return one of the names."""
        if not isinstance(value, str) or value not in self.names:
            raise Refused
        return value

    @property
    def allowed(self) -> Text:
        """The names, in quotes as in the file."""
        return Text.same(", ".join(f'"{name}"' for name in self.names))


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    def read(self, value: object) -> bool:
        """Return whether it is on."""
        if not isinstance(value, bool):
            raise Refused
        return value

    @property
    def allowed(self) -> Text:
        """Both values, as in the file."""
        return Text.same("true, false")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a range; whole where its default is, else with two decimal places at most."""

    range: Range
    step: float = 1

    @property
    def whole(self) -> bool:
        """Whether there are no decimals."""
        return isinstance(self.range.default, int)

    def read(self, value: object) -> float:
        """Return the number."""
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            raise Refused
        if not self.range.low <= value <= self.range.high:
            raise Refused
        return value if self.whole else float(value)

    @property
    def allowed(self) -> Message:
        """The range, with decimal points as in the file."""
        name = "settings.allowed_whole" if self.whole else "settings.allowed_number"
        return message(name, low=str(self.range.low), high=str(self.range.high))


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or none."""

    def read(self, value: object) -> date | None:
        """Return the date; it may stand in quotes, and nothing between them means none."""
        from datetime import date, datetime  # noqa: PLC0415 - only where a date is set

        if value in (None, ""):
            return None
        try:
            day = date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            raise Refused from None
        if isinstance(day, datetime) or not isinstance(day, date):
            raise Refused
        return day

    @property
    def allowed(self) -> Message:
        """An example."""
        return message("settings.allowed_day")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a binding, comma-separated."""

    def read(self, value: object) -> str:
        """Return the keys; which ones there are, only the screens know."""
        if not isinstance(value, str) or not value.strip(" ,"):
            raise Refused
        return value

    @property
    def allowed(self) -> Message:
        """An example."""
        return message("settings.allowed_keys")


FIELDS: dict[str, Field] = {
    "language": Choice((AUTO, *LANGUAGES)),
    "theme": Choice(THEMES),
    "timer": Switch(),
    "layout": Choice(LAYOUTS),
    "decimal": Choice(tuple(DECIMAL_MARKS)),
    "new_per_day": Number(LIMITS["new_per_day"], step=5),
    "reviews_per_day": Number(LIMITS["reviews_per_day"], step=10),
    "desired_retention": Number(RULES["desired_retention"], step=0.01),
    "rollover_hour": Number(RULES["rollover_hour"]),
    "exam_date": Day(),
}
"""Every setting but the keys, in the order of the file and of the screen."""


def field_of(name: str) -> Field | None:
    """Return what the setting of a dotted name may be; None where there is no such setting."""
    return Keys() if name.startswith(f"{KEYS}.") else FIELDS.get(name)


def read_value(name: str, value: object) -> object:
    """Return a value of a TOML file as the settings have it.

    Raises:
        Refused: there is no such setting, or it cannot have this value.
    """
    setting = field_of(name)
    if setting is None:
        raise Refused
    return setting.read(value)
