"""The settings that scheduling depends on: their names in the settings table, their defaults and their ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.memory.model import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Range:
    """What a numeric setting may be; whole numbers only, unless the default is a decimal."""

    default: float
    low: float
    high: float

    def read(self, name: str, value: str | None) -> float:
        """Return the number that `value` stands for, the default where nothing was set.

        Raises:
            StudycardsError: it is no number, or not one between `low` and `high`.
        """
        if value is None:
            return self.default
        try:
            number = type(self.default)(value)
        except ValueError:
            number = None
        if number is None or not self.low <= number <= self.high:
            raise StudycardsError("memory.setting", name=name, value=value, low=self.low, high=self.high)
        return number


RULES = {
    "rollover_hour": Range(4, 0, 23),
    "desired_retention": Range(0.9, 0.7, 0.99),
}
"""The schedule of every prompt depends on these: when one changes, all states are computed anew."""

LIMITS = {
    "new_per_day": Range(Limits().new_per_day, 0, 9999),
    "reviews_per_day": Range(Limits().reviews_per_day, 0, 9999),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What turns a log into a schedule: the local hour at which the study day ends, and the share to be remembered."""

    rollover_hour: int = 4
    desired_retention: float = 0.9

    def written(self) -> tuple[tuple[str, str], ...]:
        """Return the rules as settings."""
        return ("rollover_hour", str(self.rollover_hour)), ("desired_retention", str(self.desired_retention))


def read_rules(settings: Mapping[str, str]) -> Rules:
    """Return the scheduling rules among `settings`."""
    values = {name: allowed.read(name, settings.get(name)) for name, allowed in RULES.items()}
    return Rules(int(values["rollover_hour"]), values["desired_retention"])


def read_limits(settings: Mapping[str, str]) -> Limits:
    """Return the limits of a study day among `settings`."""
    values = {name: int(allowed.read(name, settings.get(name))) for name, allowed in LIMITS.items()}
    return Limits(**values)


def check_setting(name: str, value: str) -> None:
    """Refuse a number that scheduling could not use; settings of other names may hold anything.

    Raises:
        StudycardsError: the setting is one of ours and its value is out of range.
    """
    allowed = RULES.get(name) or LIMITS.get(name)
    if allowed is not None:
        allowed.read(name, value)
