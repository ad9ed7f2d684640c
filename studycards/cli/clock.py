"""The system's clock: the only place where the program asks what time it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from studycards.memory import Moment


def system_clock() -> Moment:
    """Return the present moment with the offset of the local time zone."""
    now = datetime.now(UTC)
    offset = now.astimezone().utcoffset() or timedelta()
    return Moment(int(now.timestamp() * 1000), int(offset.total_seconds()) // 60)
