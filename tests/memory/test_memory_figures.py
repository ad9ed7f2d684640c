"""The log in figures: by hand, against a slow second count, and against the scheduler."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.memory import Answer, Moment, Rating, Stage
from studycards.memory.figures import DayActivity, DayFigures, activity, by_day, is_learned, merged
from studycards.memory.history import Reviewed, states_after_each
from studycards.memory.model import Answered
from studycards.memory.settings import Rules
from tests.clock import DAY_MS, HOUR_MS, MONDAY, MONDAY_MS

if TYPE_CHECKING:
    from studycards.memory import Memory
    from tests.clock import Clock

ROLLOVER = 4

AGAIN, HARD, GOOD = Rating.AGAIN, Rating.HARD, Rating.GOOD


def answer(memory: Memory, prompt: str, rating: Rating, seconds: int) -> None:
    memory.record(Answer(prompt=prompt, rating=rating, duration_ms=seconds * 1000))


def nobody(share: float) -> None:
    """Take no notice of the progress."""
    assert 0 <= share <= 1


def of_one_letter(prompt: str) -> str:
    return prompt[0]


def test_the_figures_of_three_days(memory: Memory, clock: Clock) -> None:
    """On Monday both prompts are new; a day later `a` is still known, 22 days later forgotten, then learned again."""
    answer(memory, "a", GOOD, 10)
    answer(memory, "b", AGAIN, 20)
    answer(memory, "b", GOOD, 5)
    clock.at_ms += DAY_MS
    answer(memory, "a", HARD, 8)
    answer(memory, "b", AGAIN, 9)
    clock.at_ms += 22 * DAY_MS
    answer(memory, "a", AGAIN, 30)
    answer(memory, "a", GOOD, 4)

    assert memory.insight.figures(of_one_letter, nobody) == {
        "a": {
            MONDAY: DayFigures(answers=1, duration_ms=10_000, prompts=1, introduced=1),
            MONDAY + 1: DayFigures(answers=1, duration_ms=8000, prompts=1, young_asked=1, young_kept=1),
            MONDAY + 23: DayFigures(answers=2, duration_ms=34_000, prompts=1, mature_asked=1),
        },
        "b": {
            MONDAY: DayFigures(answers=2, duration_ms=25_000, prompts=1, introduced=1),
            MONDAY + 1: DayFigures(answers=1, duration_ms=9000, prompts=1, young_asked=1),
        },
    }
    assert list(memory.insight.activity()) == [
        DayActivity(MONDAY + 23, answers=2, prompts=1, duration_ms=34_000),
        DayActivity(MONDAY + 1, answers=2, prompts=2, duration_ms=17_000),
        DayActivity(MONDAY, answers=3, prompts=2, duration_ms=35_000),
    ]


def test_what_was_taken_back_counts_nowhere(memory: Memory) -> None:
    answer(memory, "a", GOOD, 10)
    answer(memory, "b", GOOD, 10)
    memory.undo()

    assert list(memory.insight.figures(of_one_letter, nobody)) == ["a"]
    assert [day.answers for day in memory.insight.activity()] == [1]


def test_the_figures_follow_a_renamed_prompt(memory: Memory, clock: Clock) -> None:
    answer(memory, "old", GOOD, 10)
    memory.rename("old", "new")
    clock.at_ms += DAY_MS
    answer(memory, "new", GOOD, 10)
    figures = memory.insight.figures(of_one_letter, nobody)

    assert list(figures) == ["n"]
    assert figures["n"][MONDAY + 1].young_kept == 1
    assert figures["n"][MONDAY + 1].introduced == 0


def test_behind_a_reset_a_prompt_is_new_and_its_earlier_answers_still_count(memory: Memory, clock: Clock) -> None:
    answer(memory, "a", GOOD, 10)
    clock.at_ms += DAY_MS
    memory.reset(["a"])
    answer(memory, "a", AGAIN, 10)

    assert memory.insight.figures(of_one_letter, nobody)["a"] == {
        MONDAY: DayFigures(answers=1, duration_ms=10_000, prompts=1, introduced=1),
        MONDAY + 1: DayFigures(answers=1, duration_ms=10_000, prompts=1, introduced=1),
    }
    assert [day.answers for day in memory.insight.activity()] == [1, 1]


def test_days_are_study_days_of_the_place_where_the_answer_was_given() -> None:
    """03:59 in Warsaw is still Monday, 04:00 is Tuesday; at that instant it is 22:00 on Monday in New York."""
    at_ms = MONDAY_MS - 9 * HOUR_MS - 40 * 60_000 + DAY_MS + 3 * HOUR_MS
    late = Answered("a", Moment(at_ms - 60_000, 60), GOOD, 0)
    early = Answered("b", Moment(at_ms, 60), GOOD, 0)
    abroad = Answered("c", Moment(at_ms, -300), GOOD, 0)
    figures = by_day([late, early, abroad], ROLLOVER, of_one_letter)

    assert {group: list(days) for group, days in figures.items()} == {
        "a": [MONDAY], "b": [MONDAY + 1], "c": [MONDAY],
    }  # fmt: skip


def test_progress_goes_from_the_beginning_towards_the_end(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studycards.memory.insight.TELL_EVERY", 2)
    for _ in range(5):
        answer(memory, "a", GOOD, 1)
    told: list[float] = []
    memory.insight.figures(of_one_letter, told.append)

    assert told == [1 / 5, 3 / 5, 5 / 5]


def test_what_the_listener_raises_ends_the_reading_and_leaves_the_log_usable(memory: Memory) -> None:
    class Enough(Exception):  # noqa: N818 - what a face would raise
        pass

    def listener(_: float) -> None:
        raise Enough

    answer(memory, "a", GOOD, 1)
    with pytest.raises(Enough):
        memory.insight.figures(of_one_letter, listener)
    answer(memory, "a", GOOD, 1)

    assert sum(day.answers for day in memory.insight.activity()) == 2


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 40)), min_size=1, max_size=12))
def test_past_its_learning_steps_is_what_the_scheduler_calls_review(past: list[tuple[Rating, int]]) -> None:
    day, learned = 0, False
    entries, expected = [], []
    for rating, wait in past:
        day += wait
        learned = is_learned(rating, before=learned)
        expected.append(learned)
        entries.append(Reviewed("a", rating, Moment(MONDAY_MS + day * DAY_MS, 60)))
    stages = [state.stage for state in states_after_each(entries, Rules())]

    assert [stage is Stage.REVIEW for stage in stages] == expected


ANSWERS = st.lists(
    st.builds(
        Answered,
        st.sampled_from(["a1", "a2", "b1", "gone"]),
        st.builds(Moment, st.integers(MONDAY_MS, MONDAY_MS + 60 * DAY_MS), st.sampled_from([-720, -300, 0, 60, 840])),
        st.sampled_from(Rating),
        st.integers(0, 600_000),
    ),
    max_size=60,
).map(lambda answers: sorted(answers, key=lambda answer: answer.moment.at_ms))


@settings(max_examples=60)
@given(ANSWERS)
def test_the_figures_equal_a_slow_count(answers: list[Answered]) -> None:
    whole = merged(by_day(answers, ROLLOVER, of_one_letter).values())

    assert sum(day.answers for day in whole.values()) == len(answers)
    assert sum(day.duration_ms for day in whole.values()) == sum(answer.duration_ms for answer in answers)
    assert sum(day.introduced for day in whole.values()) == len({answer.prompt for answer in answers})
    assert list(whole) == sorted(whole)
    assert whole == slow_count(answers)


def slow_count(answers: list[Answered]) -> dict[int, DayFigures]:
    """Count the same by going back through the whole past at each answer."""
    figures: dict[int, DayFigures] = {}
    for place, (prompt, moment, rating, duration_ms) in enumerate(answers):
        day = slow_day(moment)
        past = [(slow_day(earlier.moment), earlier.rating) for earlier in answers[:place] if earlier.prompt == prompt]
        figure = figures.setdefault(day, DayFigures())
        figure.answers += 1
        figure.duration_ms += duration_ms
        if past and past[-1][0] == day:
            continue
        figure.prompts += 1
        if not past:
            figure.introduced += 1
            continue
        turning = [given for _, given in past if given is not HARD]
        if turning and turning[-1] is not AGAIN:
            kind = "mature" if day - past[-1][0] >= 21 else "young"
            setattr(figure, f"{kind}_asked", getattr(figure, f"{kind}_asked") + 1)
            setattr(figure, f"{kind}_kept", getattr(figure, f"{kind}_kept") + (rating is not AGAIN))
    return dict(sorted(figures.items()))


def slow_day(moment: Moment) -> int:
    """Count whole days since 1970 on a clock that is four hours late."""
    hours = (moment.at_ms + moment.offset_minutes * 60_000) / HOUR_MS - ROLLOVER
    return int(hours // 24)


@settings(max_examples=40)
@given(ANSWERS)
def test_activity_newest_first_says_the_same_of_each_day(answers: list[Answered]) -> None:
    """Of one place: a journey can bring a day twice, an evening there after a morning here."""
    here = [answer._replace(moment=Moment(answer.moment.at_ms, 60)) for answer in answers]
    figures = merged(by_day(here, ROLLOVER, of_one_letter).values())

    assert list(activity(reversed(here), ROLLOVER)) == [
        DayActivity(day, figures[day].answers, figures[day].prompts, figures[day].duration_ms)
        for day in sorted(figures, reverse=True)
    ]
