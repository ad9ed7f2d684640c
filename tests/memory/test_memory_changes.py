"""What is done to prompts beside answering them: suspended, flagged, reset, and all of it taken back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from studycards.memory import Answer, Candidate, Change, ChangeEvent, Counts, Mark, Memory, Moment, Rating
from studycards.memory.schema import APPLICATION_ID, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MONDAY = Moment(1_767_606_000_000, 60)
"""2026-01-05, 09:40 UTC."""

CARDS = [Candidate(prompt, prompt) for prompt in ("a", "b", "c")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    with Memory.open(path, lambda: MONDAY, "laptop") as memory:
        yield memory


def test_a_suspended_prompt_is_neither_counted_nor_asked_until_it_is_resumed(memory: Memory) -> None:
    memory.record(Answer(prompt="a", rating=Rating.AGAIN))
    memory.suspend(["a", "b"])
    suspended = (memory.counts({"": CARDS})[""], memory.queue(CARDS).prompts)
    memory.resume(["a", "b"])
    resumed = memory.counts({"": CARDS})[""]

    assert suspended == (Counts(new=1), ("c",))
    assert resumed == Counts(learning=1, new=2)


def test_where_everything_is_suspended_no_day_brings_anything(memory: Memory) -> None:
    memory.suspend([card.prompt for card in CARDS])

    assert memory.next_day(CARDS) is None


def test_a_suspended_prerequisite_bars_nothing(memory: Memory) -> None:
    memory.suspend(["a"])

    assert memory.queue([CARDS[0], Candidate("b", "b", ("a",))]).prompts == ("b",)


def test_a_prompt_may_have_both_marks(memory: Memory) -> None:
    memory.flag(["a"])
    memory.suspend(["a", "b"])
    memory.unflag(["b"])

    assert memory.marks() == {"a": {Mark.FLAGGED, Mark.SUSPENDED}, "b": {Mark.SUSPENDED}}


def test_a_reset_prompt_is_new_again_and_its_answers_stay(memory: Memory) -> None:
    event = memory.record(Answer(prompt="a", rating=Rating.EASY))
    memory.reset(["a"])

    assert memory.state("a") is None
    assert list(memory.events()) == [event]


@pytest.mark.parametrize("count", [3, 1_000])
def test_undo_takes_back_all_prompts_of_a_change_and_says_which(path: Path, count: int) -> None:
    prompts = tuple(f"p{number}" for number in range(count))
    with Memory.open(path, lambda: MONDAY, "laptop") as memory:
        memory.record(Answer(prompt="p1", rating=Rating.GOOD))
        state = memory.state("p1")
        memory.flag(["p0"])
        memory.suspend(prompts)
        memory.reset(prompts)

    with Memory.open(path, lambda: MONDAY) as memory:
        newest = memory.last_event()
        undone = [memory.undo(), memory.undo()]

        assert newest == undone[0]
        assert undone == [
            ChangeEvent(moment=MONDAY, device="laptop", change=change, prompts=prompts)
            for change in (Change.RESET, Change.SUSPEND)
        ]
        assert memory.state("p1") == state
        assert memory.marks() == {"p0": {Mark.FLAGGED}}


def test_nothing_to_change_is_no_change(memory: Memory) -> None:
    memory.suspend([])

    assert memory.last_event() is None


def test_marks_follow_a_rename_of_a_prompt_that_was_never_answered(memory: Memory) -> None:
    memory.suspend(["old"])
    memory.rename("old", "new")
    renamed = memory.marks()
    undone = memory.undo()

    assert renamed == {"new": {Mark.SUSPENDED}}
    assert isinstance(undone, ChangeEvent)
    assert undone.prompts == ("new",)
    assert memory.marks() == {}


def test_how_prompts_are_doing_is_told_as_their_states_say(memory: Memory) -> None:
    for prompt, rating in {"a": Rating.AGAIN, "b": Rating.EASY, "c": Rating.GOOD}.items():
        memory.record(Answer(prompt=prompt, rating=rating))
    memory.reset(["c"])
    states = {state.prompt: state for state in memory.states()}

    progress = {one.prompt: one for one in memory.progress()}

    assert progress.keys() == states.keys() == {"a", "b"}
    for prompt, one in progress.items():
        assert all(getattr(one, name) == getattr(states[prompt], name) for name in one._fields)
    assert [one.prompt for one in memory.progress(["b", "c", "x"])] == ["b"]


def test_a_log_of_before_there_were_changes_is_kept_whole(path: Path) -> None:
    """A file as the first version of the tables had it, with an answer, a renamed one, and one that was taken back."""
    connection = sqlite3.connect(path)
    for statement in STEPS[0]:
        connection.execute(statement)
    review = (
        "INSERT INTO events (id, at_ms, offset_minutes, device, kind, prompt, seed, rating, typed, verdict, mistakes,"
    )
    review += " hints, duration_ms) VALUES (?, 1767606000000, 60, 'laptop', 'review', ?, 7, 3, '', '', '[]', 0, 900)"
    connection.executemany(review, [("1", "a"), ("2", "old"), ("3", "b")])
    other = (
        "INSERT INTO events (id, at_ms, offset_minutes, device, kind, target, prompt) VALUES (?, 1, 60, 'x', ?, ?, ?)"
    )
    connection.executemany(other, [("4", "rename", "old", "new"), ("5", "retract", "3", None)])
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()

    with Memory.open(path, lambda: MONDAY) as memory:
        memory.rebuild()
        memory.suspend(["a"])
        events = [(event.id, event.answer.prompt, event.answer.seed) for event in memory.events()]
        states = {state.prompt for state in memory.states()}

    assert events == [("1", "a", 7), ("2", "new", 7)]
    assert states == {"a", "new"}
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM events")
    connection.close()
