"""Study days: the learner's calendar, with a day that ends at the rollover hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.memory import Moment, study_day

ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)

INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


def moment_in(zone: ZoneInfo, instant: datetime) -> Moment:
    offset = instant.astimezone(zone).utcoffset()
    assert offset is not None
    return Moment(int(instant.timestamp() * 1000), round(offset / timedelta(minutes=1)))


def day_by_calendar(zone: ZoneInfo, instant: datetime, rollover_hour: int) -> int:
    """Read the date off the learner's wall clock; before the rollover hour it is still the day before."""
    wall = instant.astimezone(zone)
    day = wall.date().toordinal() - date(1970, 1, 1).toordinal()
    return day - 1 if wall.hour < rollover_hour else day


@given(ZONES, INSTANTS, st.integers(0, 23))
def test_the_day_is_that_of_the_wall_clock_in_every_zone(zone: ZoneInfo, instant: datetime, hour: int) -> None:
    assert study_day(moment_in(zone, instant), hour) == day_by_calendar(zone, instant, hour)


@given(ZONES, INSTANTS)
def test_from_noon_to_noon_is_one_day_whatever_the_clocks_do_at_night(zone: ZoneInfo, instant: datetime) -> None:
    """A night of 23 or 25 hours, when summer time begins or ends, is still one night."""
    noon = instant.astimezone(zone).replace(hour=12, minute=0, second=0, microsecond=0)
    next_noon = noon + timedelta(days=1)  # wall time: Python adds days on the clock face

    days = [study_day(moment_in(zone, time.astimezone(UTC)), 4) for time in (noon, next_noon)]

    # A zone may drop a whole date by crossing the date line, as Samoa did at the end of 2011.
    expected = (next_noon.astimezone(UTC).astimezone(zone).date() - noon.astimezone(UTC).astimezone(zone).date()).days
    assert days[1] - days[0] == expected


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-03-10T00:10", "2026-03-09"),
        ("2026-03-10T03:59", "2026-03-09"),
        ("2026-03-10T04:00", "2026-03-10"),
        ("2026-03-10T23:59", "2026-03-10"),
    ],
)
def test_a_late_evening_belongs_to_the_day_it_began_on(local: str, expected: str) -> None:
    zone = ZoneInfo("Europe/Warsaw")
    instant = datetime.fromisoformat(local).replace(tzinfo=zone)

    day = study_day(moment_in(zone, instant.astimezone(UTC)), 4)

    assert date(1970, 1, 1) + timedelta(days=day) == date.fromisoformat(expected)


def test_moments_before_1970_have_days_before_zero() -> None:
    assert study_day(Moment(-1, 0), 0) == -1
    assert study_day(Moment(0, 0), 4) == -1


def test_a_journey_moves_the_day_by_what_the_calendars_say() -> None:
    """One and the same instant: it is still the 1st in Honolulu and already the 2nd in Auckland."""
    instant = datetime(2026, 6, 1, 20, tzinfo=UTC)
    honolulu, auckland = (moment_in(ZoneInfo(name), instant) for name in ("Pacific/Honolulu", "Pacific/Auckland"))

    assert study_day(auckland, 4) - study_day(honolulu, 4) == 1
