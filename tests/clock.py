"""A clock that a test moves by hand, and the Monday at which it starts."""

from __future__ import annotations

from studycards.memory import Moment

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS

MONDAY_MS = 1_767_606_000_000
"""Monday, 2026-01-05, 09:40 UTC."""

MONDAY = 20_458
"""The number of that day: days from 1970-01-01."""


class Clock:
    """Stands still until it is moved; the learner is an hour ahead of UTC."""

    def __init__(self) -> None:
        self.at_ms = MONDAY_MS

    def __call__(self) -> Moment:
        return Moment(self.at_ms, 60)

    def pass_time(self, *, days: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        self.at_ms += int(days * DAY_MS + minutes * 60_000 + seconds * 1000)
