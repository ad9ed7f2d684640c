"""What is done to prompts beside answering them: suspended, flagged, reset, and all of it taken back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from studycards.memory import Answer, Candidate, Change, ChangeEvent, Counts, Mark, Memory, Moment, Rating
from studycards.memory.schema import APPLICATION_ID, STEPS
from studycards.memory.settings import Rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studycards.memory.derivation import Told

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


def test_a_change_that_was_taken_back_row_by_row_stays_taken_back(path: Path) -> None:
    """So the second version of the tables had it; in this one a retraction of the first row is one of all rows."""
    connection = sqlite3.connect(path)
    for statement in (statement for step in STEPS[:2] for statement in step):
        connection.execute(statement)
    change = (
        "INSERT INTO events (id, at_ms, offset_minutes, device, kind, batch, prompt) VALUES (?, 1, 60, 'x', ?, ?, ?)"
    )
    rows = [("1", "flag", "1", "a"), ("2", "suspend", "2", "a"), ("3", "suspend", "2", "b"), ("4", "suspend", "2", "c")]
    connection.executemany(change, rows)
    taken_back = (
        "INSERT INTO events (id, at_ms, offset_minutes, device, kind, target) VALUES (?, 1, 60, 'x', 'retract', ?)"
    )
    connection.executemany(taken_back, [("5", "2"), ("6", "3"), ("7", "4")])
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()

    with Memory.open(path, lambda: MONDAY) as memory:
        memory.rebuild()
        marks, undone = memory.marks(), memory.undo()

        assert marks == {"a": {Mark.FLAGGED}}
        assert isinstance(undone, ChangeEvent)
        assert (undone.change, undone.prompts) == (Change.FLAG, ("a",))
        assert memory.marks() == {}
        assert not memory.can_undo


MANY = tuple(f"p{number}" for number in range(5_000))


def everything(path: Path) -> list[list[tuple[object, ...]]]:
    """Return all rows of the file."""
    connection = sqlite3.connect(path)
    tables = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("events", "states", "marks")]
    connection.close()
    return tables


LONG_WORK: dict[str, tuple[Callable[[Memory], object], Callable[[Memory, Told], object]]] = {
    "suspend": (lambda _: None, lambda memory, told: memory.suspend(MANY, told)),
    "reset": (lambda _: None, lambda memory, told: memory.reset(MANY, told)),
    "undo of flags": (lambda memory: memory.flag(MANY), lambda memory, told: memory.undo(told)),
    "undo of a reset": (lambda memory: memory.reset(MANY), lambda memory, told: memory.undo(told)),
    "new rules": (lambda _: None, lambda memory, told: memory.change_rules(Rules(0, 0.8), told)),
}
"""What comes before, and the work itself."""


@pytest.fixture
def busy(path: Path) -> Path:
    """Return a log of some answers and marks."""
    with Memory.open(path, lambda: MONDAY) as memory:
        for number in range(40):
            memory.record(Answer(prompt=f"p{number % 7}", rating=Rating(number % 4 + 1)))
        memory.suspend(MANY)
        memory.resume(MANY[::2])
    return path


@pytest.mark.parametrize("name", LONG_WORK)
def test_long_work_tells_how_far_it_is_and_what_it_comes_to_is_what_the_log_says(
    busy: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studycards.memory.derivation.TELL_EVERY", 10)
    before, work = LONG_WORK[name]
    told: list[tuple[int, int]] = []
    with Memory.open(busy, lambda: MONDAY) as memory:
        before(memory)
        work(memory, lambda *progress: told.append(progress))
        kept = everything(busy)
        memory.rebuild()

    (total,) = {total for _, total in told}
    assert [done for done, _ in told] == [*range(0, total, 10), total]
    assert len(told) > 2
    assert everything(busy) == kept


@pytest.mark.parametrize("name", LONG_WORK)
@pytest.mark.parametrize("after", [1, 3])
def test_long_work_that_is_broken_off_leaves_everything_as_it_was(
    busy: Path, name: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studycards.memory.derivation.TELL_EVERY", 10)
    before, work = LONG_WORK[name]
    told: list[int] = []

    def stop(done: int, _total: int) -> None:
        told.append(done)
        if len(told) == after:
            raise KeyboardInterrupt

    with Memory.open(busy, lambda: MONDAY) as memory:
        before(memory)
        kept = everything(busy)
        with pytest.raises(KeyboardInterrupt):
            work(memory, stop)
        left = everything(busy)
        memory.record(Answer(prompt="p1", rating=Rating.GOOD))

    assert left == kept
