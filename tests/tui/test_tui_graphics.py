"""Figures drawn with characters: exact pictures by hand, and what holds of all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language
from studycards.tui.charts import Calendar, DayColumns
from studycards.tui.graphics import (
    Part,
    bar,
    calendar,
    columns,
    flowed,
    progress,
    shade,
    spark,
    stacked,
    steps_of_shade,
)
from studycards.tui.text import plain

PL = Language("pl")

WEDNESDAY = 20_460
"""2026-01-07."""

COUNTS = st.lists(st.integers(0, 500), max_size=40)


def test_a_bar_is_as_long_as_its_share_to_an_eighth_of_a_cell() -> None:
    assert [bar(value, 16, 4).plain for value in (16, 8, 9, 1, 0)] == ["████", "██  ", "██▎ ", "▎   ", "    "]
    assert bar(1, 1_000_000, 4).plain == "▏   ", "what is there can be seen"
    assert bar(0, 0, 4).plain == "    "


@given(st.floats(0, 100), st.floats(0, 100), st.integers(1, 30))
def test_a_longer_bar_is_never_that_of_less(first: float, second: float, width: int) -> None:
    lengths = [
        sum("▏▎▍▌▋▊▉█".index(cell) + 1 for cell in bar(value, 100, width).plain.rstrip()) for value in (first, second)
    ]

    assert (lengths[0] <= lengths[1]) or first > second
    assert all(len(bar(value, 100, width).plain) == width for value in (first, second))


def test_columns_stand_on_the_ground_and_the_highest_fills_the_height() -> None:
    assert [row.plain for row in columns([16, 8, 1, 0, 12], 2, 2)] == [
        "█       ▄ ",
        "█ █ ▁ · █ ",
    ]
    assert [row.plain for row in columns([2, 0, 1], 1, 1)] == ["█·▄"]
    assert [row.plain for row in columns([0, 0], 2, 3)] == ["      ", "·· ·· "]
    assert [row.plain for row in columns([], 2, 2)] == ["", ""]


@given(COUNTS, st.integers(1, 8), st.integers(1, 4))
def test_columns_have_the_size_that_was_asked_for(values: list[int], height: int, step: int) -> None:
    rows = [row.plain for row in columns(values, height, step)]

    assert [len(row) for row in rows] == [len(values) * step] * height
    for place, value in enumerate(values):
        assert (rows[-1][place * step] == "·") == (value == 0)


def test_a_spark_is_one_character() -> None:
    assert [spark(value, 8) for value in range(9)] == list("·▁▂▃▄▅▆▇█")


def test_the_parts_of_a_stacked_bar_have_their_shares() -> None:
    parts = [Part(2, "█", ""), Part(1, "▓", ""), Part(0, "▒", ""), Part(1, "░", "")]

    assert stacked(parts, 8).plain == "████▓▓░░"
    assert stacked([Part(0, "█", "")], 4).plain == "····"


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=5), st.integers(1, 60))
def test_a_stacked_bar_is_full_and_no_part_is_off_by_more_than_a_cell(sizes: list[int], width: int) -> None:
    drawn = stacked([Part(size, "abcde"[place], "") for place, size in enumerate(sizes)], width).plain

    assert len(drawn) == width
    for place, size in enumerate(sizes):
        if sum(sizes):
            assert abs(drawn.count("abcde"[place]) - width * size / sum(sizes)) <= 1


def test_progress_is_full_only_at_the_end_and_begins_with_the_first_step() -> None:
    assert [progress(share, 8).plain for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "────────", "━───────", "━━━━────", "━━━━━━━─", "━━━━━━━━",
    ]  # fmt: skip


def test_the_shades_of_a_busy_learner() -> None:
    """Of ten days with 10 to 100 answers the busy one has 100; the darkest shade begins at three quarters of it."""
    steps = steps_of_shade([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 0, 0])

    assert steps == (1, 25, 50, 75)
    assert [shade(count, steps) for count in (0, 1, 24, 25, 74, 75, 1000)] == [0, 1, 1, 2, 3, 4, 4]
    assert steps_of_shade([]) == steps_of_shade([1, 2]) == (1, 2, 3, 4)


@given(COUNTS)
def test_shades_are_in_order_and_nothing_has_none(counts: list[int]) -> None:
    steps = steps_of_shade(counts)

    assert list(steps) == sorted(set(steps))
    assert all((shade(count, steps) == 0) == (count == 0) for count in counts)


def test_the_calendar_ends_with_today() -> None:
    """Two weeks, of which Wednesday is the last day: Monday of the first has 4 answers, today 1, tomorrow is blank."""
    rows = [row.plain for row in calendar({WEDNESDAY: 1, WEDNESDAY - 9: 4, WEDNESDAY - 20: 9}, WEDNESDAY, 2, 2)]

    assert rows == ["▒▒· ", "· · ", "· ░░", "·   ", "·   ", "·   ", "·   "]


@given(st.dictionaries(st.integers(WEDNESDAY - 120, WEDNESDAY), st.integers(1, 99)), st.integers(1, 30))
def test_a_calendar_shows_each_day_of_its_weeks_with_answers(counts: dict[int, int], weeks: int) -> None:
    drawn = [row.plain for row in calendar(counts, WEDNESDAY, 2, weeks)]
    first = WEDNESDAY - 2 - 7 * (weeks - 1)

    assert {len(row) for row in drawn} == {2 * weeks}
    assert sum(row[::2].count(mark) for row in drawn for mark in "░▒▓█") == sum(day >= first for day in counts)


def test_a_calendar_names_months_and_weekdays_and_explains_its_shades() -> None:
    """From Monday, December 1, to Wednesday, January 7."""
    rows = [row.plain.rstrip() for row in Calendar({WEDNESDAY: 3}, WEDNESDAY, PL).rows(4 + 2 * 6 + 1)]

    narrower = Calendar({WEDNESDAY: 3}, WEDNESDAY, PL).rows(4 + 2 * 6)

    assert narrower[0].plain == "    gru", "no name is cut"
    assert rows[:4] == ["    gru       sty", "pn  · · · · · ·", "wt  · · · · · ·", "śr  · · · · · ▓▓"]
    assert rows[8:] == ["    · brak   ░░ 1", "    ▒▒ 2   ▓▓ 3", "    ██ od 4"]


def test_columns_of_days_have_dates_and_the_highest_number() -> None:
    rows = [row.plain for row in DayColumns([0, 7, 14, 0, 0, 0, 0, 0], WEDNESDAY - 7, PL, 2).rows(20)]

    assert rows == [
        "14     █             "[: 3 + 16],
        "   · █ █ · · · · · ",
        "   31 gru",
    ]


@pytest.mark.parametrize("width", [1, 2, 5, 34, 72, 200])
def test_no_width_breaks_a_chart(width: int) -> None:
    counts = {WEDNESDAY - day: day * 7 % 50 for day in range(300)}
    values = list(counts.values())[:30]

    assert len(Calendar(counts, WEDNESDAY, PL).rows(width)) >= 9
    assert len(DayColumns(values, WEDNESDAY, PL).rows(width)) == 5


def test_entries_flow_to_the_next_line_whole() -> None:
    assert [line.plain for line in flowed(list(map(plain, ("one", "two", "three"))), 9)] == ["one   two", "three"]
    assert flowed([], 9) == []
