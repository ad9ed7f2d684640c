"""The memory through its one door: recording, taking back, renaming, counting, settings."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.errors import StudycardsError
from studycards.memory import Answer, Candidate, Counts, Limits, Memory, Moment, Rating, ReviewEvent, Wait
from studycards.memory.history import Renamed, Reviewed, replay
from studycards.memory.settings import Rules
from tests.clock import MONDAY_MS, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.memory import PromptState

PROMPTS = ("a", "b", "card/c1", "card/c2")


@contextmanager
def fresh_memory(clock: Clock) -> Iterator[Memory]:
    """Open an empty log for one example of hypothesis."""
    with TemporaryDirectory() as folder, Memory.open(Path(folder) / "reviews.db", clock) as memory:
        yield memory


def answer(prompt: str, rating: Rating = Rating.GOOD) -> Answer:
    return Answer(prompt=prompt, rating=rating)


def states(memory: Memory) -> list[PromptState | None]:
    return [memory.state(prompt) for prompt in (*PROMPTS, "c", "d")]


def test_an_answer_is_kept_as_it_was_given(path: Path, clock: Clock) -> None:
    given_answer = Answer(
        prompt="conv-01",
        rating=Rating.HARD,
        seed=2**63 - 1,
        typed="3·3·64 + 64 = 640\t„ł”\0",
        verdict="partial",
        score=0.5,
        mistakes=("size.no_pad", "size.no_plus_one"),
        hints=2,
        duration_ms=5_321,
    )
    with Memory.open(path, clock, "laptop") as memory:
        event = memory.record(given_answer)

    with Memory.open(path, clock, "desktop") as memory:
        kept = list(memory.events())

    assert kept == [event]
    assert (event.answer, event.moment, event.device) == (given_answer, clock(), "laptop")


def test_bytes_that_are_no_text_do_not_stop_an_answer_from_being_kept(memory: Memory) -> None:
    memory.record(Answer(prompt="a", rating=Rating.GOOD, typed="x\udc80"))

    event = memory.last_event()
    assert isinstance(event, ReviewEvent)
    assert event.answer.typed == "x?"


def test_machines_are_told_apart_without_being_named(tmp_path: Path, clock: Clock) -> None:
    devices = []
    for name in ("one.db", "other.db"):
        for _ in range(2):
            with Memory.open(tmp_path / name, clock) as memory:
                devices.append(memory.record(answer("a")).device)

    assert devices[0] == devices[1] != devices[2] == devices[3]


@pytest.mark.parametrize("rating", Rating)
def test_a_prompt_waits_as_was_shown(memory: Memory, clock: Clock, rating: Rating) -> None:
    for days in (0, 3, 9, 0):
        clock.pass_time(days=days)
        shown = memory.waits("a")[rating]
        memory.record(answer("a", rating))

        state = memory.state("a")
        assert state is not None
        if state.due_ms is None:
            assert shown == Wait(days=state.due_day - memory.today())
        else:
            assert shown == Wait(minutes=(state.due_ms - clock.at_ms) // 60_000)


def test_undo_gives_back_the_state_before_and_survives_a_restart(path: Path, clock: Clock) -> None:
    before: list[PromptState | None] = []
    with Memory.open(path, clock) as memory:
        for rating in (Rating.GOOD, Rating.AGAIN, Rating.EASY):
            before.append(memory.state("a"))
            memory.record(answer("a", rating))
            clock.pass_time(days=5)

    undone = []
    for expected in reversed(before):
        with Memory.open(path, clock) as memory:
            newest = memory.last_event()
            event = memory.undo()

            assert event == newest
            assert memory.state("a") == expected
            assert isinstance(event, ReviewEvent)
            undone.append(event.answer.rating)

    assert undone == [Rating.EASY, Rating.AGAIN, Rating.GOOD]


def test_with_nothing_recorded_there_is_nothing_to_undo(memory: Memory) -> None:
    assert memory.undo() is None
    assert memory.last_event() is None
    assert list(memory.events()) == []


def test_undo_takes_back_the_newest_answer_even_when_the_clock_went_back(memory: Memory, clock: Clock) -> None:
    memory.record(answer("a"))
    clock.pass_time(days=-30)
    newest = memory.record(answer("b"))

    assert memory.undo() == newest


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("record"), st.sampled_from(PROMPTS), st.sampled_from(Rating)),
        st.tuples(st.just("undo"), st.none(), st.none()),
        st.tuples(
            st.sampled_from(["suspend", "resume", "flag", "unflag", "reset"]), st.sampled_from(PROMPTS), st.none()
        ),
        st.tuples(st.just("rename"), st.sampled_from((*PROMPTS, "c")), st.sampled_from((*PROMPTS, "c", "d"))),
        st.tuples(st.just("pass"), st.sampled_from([-3, 0, 1, 2, 15]), st.none()),
    ),
    max_size=20,
)
Action = tuple[str, str | int | None, Rating | str | None]


@settings(max_examples=60)
@given(ACTIONS)
def test_after_any_history_the_states_are_what_the_log_comes_to(actions: list[Action]) -> None:
    clock = Clock()
    with fresh_memory(clock) as memory:
        for action in actions:
            perform(action, memory, clock)

        kept, marks = states(memory), memory.marks()
        memory.rebuild()
        assert states(memory) == kept
        assert memory.marks() == marks
        answered = {event.answer.prompt for event in memory.events()}
        assert {state.prompt for state in kept if state} == {state.prompt for state in memory.states()} <= answered


@settings(max_examples=60)
@given(ACTIONS, st.sampled_from((*PROMPTS, "c", "d")), st.sampled_from(Rating))
def test_undo_after_any_history_restores_every_state(actions: list[Action], prompt: str, rating: Rating) -> None:
    clock = Clock()
    with fresh_memory(clock) as memory:
        for action in actions:
            perform(action, memory, clock)
        before, marks, events = states(memory), memory.marks(), list(memory.events())

        recorded = memory.record(answer(prompt, rating))
        clock.pass_time(days=40)

        assert memory.undo() == recorded
        assert states(memory) == before
        assert list(memory.events()) == events

        memory.suspend(PROMPTS)
        memory.reset([prompt])
        for _ in range(2):
            memory.undo()

        assert states(memory) == before
        assert memory.marks() == marks


def perform(action: Action, memory: Memory, clock: Clock) -> None:
    match action:
        case ("record", str(prompt), Rating() as rating):
            memory.record(answer(prompt, rating))
        case ("undo", _, _):
            memory.undo()
        case ("rename", str(old), str(new)):
            memory.rename(old, new)
        case ("pass", int(days), _):
            clock.pass_time(days=days)
        case (change, str(changed), _):
            getattr(memory, change)([changed])


def test_history_follows_a_rename(memory: Memory) -> None:
    memory.record(answer("old"))
    before = memory.state("old")
    assert before is not None

    memory.rename("old", "new")
    assert memory.state("new") == replace(before, prompt="new")
    assert memory.state("old") is None

    memory.record(answer("new"))
    assert [event.answer.prompt for event in memory.events()] == ["new", "new"]
    after = memory.state("new")
    assert after is not None
    assert after.reviews == 2


def test_a_rename_may_be_repeated_at_every_start(memory: Memory, path: Path) -> None:
    memory.record(answer("old"))
    memory.rename("old", "new")
    kept, size = memory.state("new"), path.stat().st_size

    for _ in range(3):
        memory.rename("old", "new")
        memory.rename("never-answered", "new")
        memory.rename("never-answered", "other")

    assert memory.state("new") == kept
    assert memory.state("other") is None
    assert path.stat().st_size == size


def test_a_history_is_never_replaced_by_another(memory: Memory) -> None:
    memory.record(answer("old"))
    memory.record(answer("new", Rating.EASY))
    kept = memory.state("old"), memory.state("new")

    memory.rename("old", "new")

    assert (memory.state("old"), memory.state("new")) == kept


def test_where_the_logs_of_two_machines_meet_a_rename_replaces_no_history() -> None:
    """On the one machine `old` was renamed to `new`, on the other `new` had been answered already."""
    answers = [Reviewed(prompt, Rating.GOOD, Moment(MONDAY_MS, 60)) for prompt in ("old", "new")]

    merged = replay([*answers, Renamed(3, "old", "new")], Rules())

    assert merged == replay(answers, Rules())


def test_a_new_card_may_take_the_old_name(memory: Memory) -> None:
    """The deck renamed `old`, and later somebody wrote another card of that name."""
    memory.record(answer("old"))
    memory.rename("old", "new")
    memory.record(answer("old", Rating.AGAIN))
    memory.rename("old", "new")

    new, old = memory.state("new"), memory.state("old")
    assert new is not None
    assert old is not None
    assert (new.reviews, old.reviews) == (1, 1)
    assert [event.answer.prompt for event in memory.events()] == ["new", "old"]


def test_undo_finds_a_prompt_under_its_present_name(memory: Memory) -> None:
    memory.record(answer("one"))
    memory.rename("one", "two")
    memory.rename("two", "three")

    event = memory.undo()

    assert isinstance(event, ReviewEvent)
    assert event.answer.prompt == "three"
    assert memory.state("three") is None


def test_the_counts_of_a_deck_are_those_of_its_queue(memory: Memory, clock: Clock) -> None:
    for prompt, rating in (("a", Rating.GOOD), ("b", Rating.AGAIN), ("card/c1", Rating.GOOD)):
        memory.record(answer(prompt, rating))
    clock.pass_time(days=2)
    deck = [Candidate(prompt, prompt.partition("/")[0]) for prompt in (*PROMPTS, "new")]
    other = [Candidate("other", "other")]

    counts = memory.counts({"deck": deck, "other": other, "empty": []})
    queue = memory.queue(deck)

    assert counts == {"deck": Counts(learning=1, due=2, new=1), "other": Counts(new=1), "empty": Counts()}
    assert [prompt for prompt, _ in queue.learning] == ["b"]
    assert set(queue.prompts) == {"a", "card/c1", "new"}


def test_the_limits_of_the_day_hold_over_all_sessions(path: Path, clock: Clock) -> None:
    deck = [Candidate(f"card-{number}", f"card-{number}") for number in range(9)]
    with Memory.open(path, clock) as memory:
        memory.set_limits(Limits(new_per_day=3, reviews_per_day=5))
        for number in range(2):
            memory.record(answer(f"card-{number}"))

    with Memory.open(path, clock) as memory:
        assert memory.limits == Limits(3, 5)
        assert memory.queue(deck).prompts == ("card-2",)
        clock.pass_time(days=1)
        assert memory.queue(deck).prompts == ("card-2", "card-3", "card-4")


def test_an_answer_that_was_taken_back_does_not_use_up_the_limit(memory: Memory) -> None:
    deck = [Candidate("a", "a")]
    memory.set_limits(Limits(new_per_day=1))
    memory.record(answer("a"))
    assert memory.queue(deck).prompts == ()

    memory.undo()

    assert memory.queue(deck).prompts == ("a",)


def test_the_day_ends_at_the_rollover_hour(memory: Memory, clock: Clock) -> None:
    """Local midnight is past at 00:40 the next night, but not four o'clock."""
    monday = memory.today()
    clock.pass_time(minutes=14 * 60)
    assert memory.today() == monday

    memory.set_setting("rollover_hour", "0")
    assert memory.today() == monday + 1


def test_a_setting_that_scheduling_depends_on_moves_what_was_scheduled(memory: Memory) -> None:
    """At 90 % the interval of FSRS is the stability itself: 8.3 days. At 80 % it is longer, at 97 % shorter."""
    memory.record(answer("a", Rating.EASY))
    waits = {}
    for retention in ("0.97", "0.9", "0.8"):
        memory.set_setting("desired_retention", retention)
        state = memory.state("a")
        assert state is not None
        waits[retention] = state.due_day - state.day
        kept = states(memory)
        memory.rebuild()
        assert states(memory) == kept

    assert waits["0.97"] < waits["0.9"] < waits["0.8"]


def test_settings_of_others_are_kept_as_they_are(path: Path, clock: Clock) -> None:
    with Memory.open(path, clock) as memory:
        assert memory.setting("theme") is None
        memory.set_setting("theme", "dark")
        memory.set_setting("theme", "light")

    with Memory.open(path, clock) as memory:
        assert memory.setting("theme") == "light"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rollover_hour", "24"),
        ("rollover_hour", "4.5"),
        ("desired_retention", "1"),
        ("desired_retention", "nan"),
        ("desired_retention", "dużo"),
        ("new_per_day", "-1"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(memory: Memory, name: str, value: str) -> None:
    with pytest.raises(StudycardsError) as refused:
        memory.set_setting(name, value)

    assert refused.value.key == "memory.setting"
    assert memory.setting(name) is None
