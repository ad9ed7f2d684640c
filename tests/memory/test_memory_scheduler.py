"""The scheduler against py-fsrs itself, called directly with whole days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import fsrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studycards.memory import Moment, Rating, Stage
from studycards.memory.history import Reviewed, replay
from studycards.memory.scheduler import next_state, wait
from studycards.memory.settings import Rules
from studycards.memory.spreading import spread_range

if TYPE_CHECKING:
    from studycards.memory import PromptState

DAY_MS = 86_400_000
NOON_MS = 20_000 * DAY_MS + DAY_MS // 2
"""Noon UTC of study day 20 000."""

RULES = Rules()

HISTORIES = st.lists(
    st.tuples(st.sampled_from(Rating), st.sampled_from([0, 0, 1, 2, 7, 30, 400])), min_size=1, max_size=15
)
"""Ratings, each with the days that pass before it."""


def after(history: list[tuple[Rating, int]], rules: Rules = RULES) -> tuple[PromptState, int]:
    """Return the state after `history` and the study day of its last answer."""
    state, day = None, 20_000
    for rating, gap in history:
        day += gap
        state = next_state(state, "conv-01", rating, Moment(day * DAY_MS + DAY_MS // 2, 0), rules)
    assert state is not None
    return state, day


def after_by_py_fsrs(history: list[tuple[Rating, int]], retention: float = 0.9) -> fsrs.Card:
    ten_minutes = (timedelta(minutes=10),)
    scheduler = fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=ten_minutes,
        relearning_steps=ten_minutes,
        enable_fuzzing=False,
    )
    card, now = fsrs.Card(card_id=1), datetime(2024, 10, 4, tzinfo=UTC)
    for rating, gap in history:
        now += timedelta(days=gap)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), now)
    return card


@given(HISTORIES)
def test_memory_state_and_stage_are_those_of_py_fsrs(history: list[tuple[Rating, int]]) -> None:
    state, _ = after(history)
    card = after_by_py_fsrs(history)

    assert (state.stability, state.difficulty) == (card.stability, card.difficulty)
    assert (state.stage.value, state.step) == (card.state.name.lower(), card.step)


@given(HISTORIES)
def test_a_whole_log_comes_to_what_its_answers_do_one_by_one(history: list[tuple[Rating, int]]) -> None:
    day, answers = 20_000, []
    for rating, gap in history:
        day += gap
        answers.append(Reviewed("conv-01", rating, Moment(day * DAY_MS + DAY_MS // 2, 0)))

    assert replay(answers, RULES) == {"conv-01": after(history)[0]}


@given(HISTORIES, st.sampled_from([0.8, 0.9, 0.95]))
@example([(Rating.GOOD, 0), (Rating.GOOD, 2), (Rating.GOOD, 10)], 0.9)
def test_an_interval_is_that_of_py_fsrs_but_for_the_spreading(
    history: list[tuple[Rating, int]], retention: float
) -> None:
    state, day = after(history, Rules(desired_retention=retention))
    card = after_by_py_fsrs(history, retention)
    assert card.last_review is not None
    interval = card.due - card.last_review

    waits = wait(state, Moment(day * DAY_MS + DAY_MS // 2, 0))
    if state.stage is not Stage.REVIEW:
        assert timedelta(minutes=waits.minutes) == interval
    elif interval.days < 3:
        # Easy alone may be moved: it is always later than Good.
        assert waits.days == interval.days or history[-1][0] is Rating.EASY
    else:
        earliest, latest = spread_range(interval.days)
        assert earliest <= waits.days <= latest or history[-1][0] is Rating.EASY


@given(HISTORIES)
def test_a_better_rating_never_comes_back_sooner_and_easy_is_later_than_good(history: list[tuple[Rating, int]]) -> None:
    state, day = after(history)
    moment = Moment(day * DAY_MS + DAY_MS // 2, 0)

    again, hard, good, easy = (wait(next_state(state, "conv-01", rating, moment, RULES), moment) for rating in Rating)

    assert again.minutes == 10
    assert hard.minutes == 15 or 1 <= hard.days <= good.days
    assert good.days < easy.days


def test_the_first_answer_waits_as_fsrs_6_says() -> None:
    """The published initial stabilities in days; Again waits for the step of ten minutes, Hard half as long again."""
    states = [next_state(None, "conv-01", rating, Moment(NOON_MS, 0), RULES) for rating in Rating]

    assert [state.stability for state in states] == [0.212, 1.2931, 2.3065, 8.2956]
    assert [state.stage for state in states] == [Stage.LEARNING, Stage.LEARNING, Stage.REVIEW, Stage.REVIEW]
    assert [state.due_ms for state in states] == [NOON_MS + 600_000, NOON_MS + 900_000, None, None]
    assert states[2].due_day == 20_002
    assert 20_006 <= states[3].due_day <= 20_010


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    """23:00 and 08:00 are nine hours apart, but a night of sleep: the formula for a whole day applies."""
    evening, morning = Moment(NOON_MS + 11 * 3_600_000, 0), Moment(NOON_MS + 20 * 3_600_000, 0)
    learnt = next_state(None, "conv-01", Rating.GOOD, evening, RULES)

    state = next_state(learnt, "conv-01", Rating.GOOD, morning, RULES)

    assert state.stability == after_by_py_fsrs([(Rating.GOOD, 0), (Rating.GOOD, 1)]).stability


def test_before_and_after_midnight_are_the_same_day() -> None:
    evening, night = Moment(NOON_MS + 11 * 3_600_000, 0), Moment(NOON_MS + 14 * 3_600_000, 0)
    learnt = next_state(None, "conv-01", Rating.GOOD, evening, RULES)

    state = next_state(learnt, "conv-01", Rating.GOOD, night, RULES)

    assert state.stability == after_by_py_fsrs([(Rating.GOOD, 0), (Rating.GOOD, 0)]).stability


@given(HISTORIES, st.integers(1, 5000), st.sampled_from(Rating))
def test_a_clock_that_went_back_counts_as_the_same_day(
    history: list[tuple[Rating, int]], days_back: int, rating: Rating
) -> None:
    before, day = after(history)
    moment = Moment((day - days_back) * DAY_MS + DAY_MS // 2, 0)

    state = next_state(before, "conv-01", rating, moment, RULES)

    assert state.stability == after_by_py_fsrs([*history, (rating, 0)]).stability
    assert state.day == day - days_back
    assert state.due_day >= state.day


def test_a_learning_step_past_the_rollover_is_due_on_the_next_study_day() -> None:
    moment = Moment(NOON_MS + 16 * 3_600_000 - 300_000, 0)  # 03:55

    state = next_state(None, "conv-01", Rating.AGAIN, moment, RULES)

    assert state.day == 20_000
    assert state.due_day == 20_001


@pytest.mark.parametrize("hour", [0, 4, 23])
def test_reviews_and_lapses_are_counted(hour: int) -> None:
    history = [(Rating.AGAIN, 0), (Rating.GOOD, 0), (Rating.AGAIN, 3), (Rating.AGAIN, 0), (Rating.EASY, 1)]

    state, _ = after(history, Rules(rollover_hour=hour))

    assert (state.reviews, state.lapses) == (5, 1)
    assert state.day - state.since_day == 4
