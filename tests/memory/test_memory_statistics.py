"""Retention, streak, pace, forecast and maturity: by hand, and by what must hold of any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.memory.figures import DayActivity, DayFigures
from studycards.memory.queue import Scheduled
from studycards.memory.statistics import (
    Forecast,
    Maturity,
    Share,
    Streak,
    current_streak,
    forecast,
    maturity,
    pace_ms,
    retention,
    streak,
)

TODAY = 100

DAYS = st.sets(st.integers(TODAY - 40, TODAY), max_size=30)


def test_retention_is_told_over_a_window_and_apart_for_young_and_mature() -> None:
    days = {
        93: DayFigures(young_asked=10, young_kept=1),
        94: DayFigures(young_asked=4, young_kept=3, mature_asked=5, mature_kept=5),
        100: DayFigures(young_asked=6, young_kept=6),
    }
    lately = retention(days, since_day=94)

    assert (lately.young, lately.mature, lately.all) == (Share(10, 9), Share(5, 5), Share(15, 14))
    assert lately.young.value == 0.9
    assert retention(days).all == Share(25, 15)
    assert retention({}).all.value is None


def test_a_streak_is_not_broken_by_a_day_that_has_only_begun() -> None:
    assert streak({97, 98, 99}, TODAY) == Streak(current=3, longest=3)
    assert streak({97, 98, 99, 100}, TODAY) == Streak(current=4, longest=4)
    assert streak({90, 91, 92, 98}, TODAY) == Streak(current=0, longest=3)
    assert streak(set(), TODAY) == Streak(current=0, longest=0)


@given(DAYS)
def test_a_streak_equals_a_slow_count(days: set[int]) -> None:
    runs = "".join("x" if day in days else " " for day in range(TODAY - 41, TODAY + 1))
    found = streak(days, TODAY)

    assert found.longest == max(map(len, runs.split()), default=0)
    assert found.current == len(runs[:-1].rpartition(" ")[2]) + (TODAY in days)


@given(DAYS)
def test_the_streak_read_newest_first_is_the_same(days: set[int]) -> None:
    latest_first = (DayActivity(day, 1, 1, 1000) for day in sorted(days, reverse=True))

    assert current_streak(latest_first, TODAY) == streak(days, TODAY).current


@given(DAYS)
def test_studying_today_makes_a_streak_one_longer_at_most(days: set[int]) -> None:
    before, after = (streak(some, TODAY).current for some in (days - {TODAY}, days | {TODAY}))

    assert after == before + 1


def test_a_streak_is_read_no_further_than_its_first_day() -> None:
    def days() -> list[DayActivity]:
        return [DayActivity(day, 1, 1, 0) for day in (100, 99, 97, 96)]

    reader = iter(days())

    assert current_streak(reader, TODAY) == 2
    assert [entry.day for entry in reader] == [96]


def test_a_day_that_comes_twice_counts_once() -> None:
    """After a journey west a day may go on; a clock that went forward and back leaves a day of the future."""
    journey = [DayActivity(day, 1, 1, 0) for day in (100, 99, 100, 99, 98)]
    future = [DayActivity(day, 1, 1, 0) for day in (103, 100, 99)]

    assert current_streak(journey, TODAY) == 3
    assert current_streak(future, TODAY) == 2


def test_the_pace_is_that_of_the_median_day_and_counts_prompts_not_answers() -> None:
    """10 s, 12 s and, on a bad evening, 100 s a prompt."""
    days = [DayActivity(100, 9, 3, 30_000), DayActivity(99, 2, 2, 200_000), DayActivity(98, 5, 5, 60_000)]

    assert pace_ms(days) == 12_000
    assert pace_ms([]) is None


@pytest.mark.parametrize(("prompts", "pace"), [(1, 18_200), (5, 11_000), (9, 3_800), (10, 2_000), (50, 2_000)])
def test_a_few_quick_answers_promise_no_quick_day(prompts: int, pace: int) -> None:
    """Each took 2 s; as long as there are fewer than ten, prompts of 20 s make up the number."""
    assert pace_ms([DayActivity(100, prompts, prompts, 2_000 * prompts)]) == pace


def test_only_the_latest_days_make_the_pace() -> None:
    days = [DayActivity(100 - place, 1, 1, 10_000 if place < 14 else 99_000) for place in range(60)]

    assert pace_ms(days) == 10_000


def scheduled(prompt: str, due_day: int, *, day: int = 90, due_ms: int | None = None) -> Scheduled:
    return Scheduled(prompt, due_day, due_ms, day, since_day=80)


def test_what_is_overdue_comes_today() -> None:
    states = [scheduled("a", 95), scheduled("b", 99), scheduled("c", 100), scheduled("d", 102), scheduled("e", 103)]

    assert forecast(states, TODAY, 3) == Forecast((3, 0, 1), overdue=2)
    assert forecast(states, TODAY, 3, suspended={"a", "d"}) == Forecast((2, 0, 0), overdue=1)


@given(st.lists(st.integers(TODAY - 30, TODAY + 60)), st.integers(1, 40))
def test_a_forecast_has_each_prompt_of_its_window_once(due_days: list[int], length: int) -> None:
    found = forecast((scheduled(str(place), day) for place, day in enumerate(due_days)), TODAY, length)

    assert len(found.days) == length
    assert sum(found.days) == sum(day < TODAY + length for day in due_days)
    assert found.overdue == sum(day < TODAY for day in due_days)


def test_maturity_follows_the_interval() -> None:
    schedule = {
        "step": scheduled("step", 100, day=100, due_ms=1),
        "young": scheduled("young", 110, day=90),
        "mature": scheduled("mature", 111, day=90),
        "elsewhere": scheduled("elsewhere", 200),
    }
    prompts = ("new", "step", "young", "mature")

    assert maturity(prompts, schedule) == Maturity(new=1, learning=1, young=1, mature=1)
    assert maturity(prompts, schedule, suspended={"mature", "new"}) == Maturity(learning=1, young=1, suspended=2)
    assert maturity(prompts, schedule).learned == 2


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)))
def test_every_prompt_is_in_one_part_of_its_life(known: set[int], all_prompts: set[int], suspended: set[int]) -> None:
    schedule = {str(number): scheduled(str(number), 90 + 3 * number) for number in known}
    found = maturity(map(str, all_prompts), schedule, set(map(str, suspended)))

    assert found.total == len(all_prompts)
    assert found.suspended == len(all_prompts & suspended)
    assert found.new == len(all_prompts - known - suspended)
