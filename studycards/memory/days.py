"""Study days: which day of the learner's calendar a moment belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.memory.model import Moment

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS


def study_day(moment: Moment, rollover_hour: int) -> int:
    """Return the study day of `moment`: days from 1970-01-01 to the date on the learner's calendar.

    The day begins at `rollover_hour` on the learner's own clock. The offset comes with the moment, so a journey
    or a change to summer time moves the day by what the calendar says and by nothing else.
    """
    local_ms = moment.at_ms + moment.offset_minutes * MINUTE_MS
    return (local_ms - rollover_hour * HOUR_MS) // DAY_MS
