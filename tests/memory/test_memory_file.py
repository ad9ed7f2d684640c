"""The file of the review log: old and new versions, other people's files, damage, and disks that are full."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from studycards.errors import StudycardsError
from studycards.locale import Language
from studycards.locale.catalogs.memory import ENTRIES
from studycards.memory import Answer, Memory, Moment, Rating
from studycards.memory.schema import APPLICATION_ID, STEPS, migrate
from studycards.memory.store import Store

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Answer(prompt="a", rating=Rating.GOOD)


def clock() -> Moment:
    return Moment(1_767_606_000_000, 60)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "reviews.db"


def connect(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(path, isolation_level=None))


def key_of_refusal(path: Path) -> str:
    with pytest.raises(StudycardsError) as refused:
        Memory.open(path, clock)
    return refused.value.key


def make_old_file(path: Path) -> None:
    """Make a file that has been through the first of the steps below, with a word in it."""
    with connect(path) as connection:
        connection.execute("CREATE TABLE words (word TEXT) STRICT")
        connection.execute("INSERT INTO words VALUES ('kept')")
        connection.execute("PRAGMA user_version = 1")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


WORDS = ["CREATE TABLE words (word TEXT) STRICT"]
LENGTHS = ["ALTER TABLE words ADD COLUMN length INTEGER", "UPDATE words SET length = length(word)"]


def test_an_older_file_goes_through_the_steps_it_has_missed(path: Path) -> None:
    make_old_file(path)

    with connect(path) as connection:
        migrate(connection, path, [WORDS, LENGTHS])

        assert connection.execute("SELECT * FROM words").fetchall() == [("kept", 4)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_steps_are_gone_through_once(path: Path) -> None:
    with connect(path) as connection:
        for _ in range(2):
            migrate(connection, path, [WORDS, LENGTHS])

        assert connection.execute("SELECT count(*) FROM words").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    make_old_file(path)
    before = path.read_bytes()

    with connect(path) as connection, pytest.raises(sqlite3.OperationalError, match="no such table"):
        migrate(connection, path, [WORDS, LENGTHS, ["DROP TABLE missing"]])

    assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)
    with connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = path.read_bytes()

    assert key_of_refusal(path) == "memory.newer"
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with connect(path) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    before = path.read_bytes()

    assert key_of_refusal(path) == "memory.not_ours"
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("format: 1\n" * 200, encoding="utf-8")
    before = path.read_bytes()

    assert key_of_refusal(path) == "memory.damaged"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_log(path: Path) -> None:
    path.touch()

    with Memory.open(path, clock) as memory:
        assert memory.record(GOOD) == memory.last_event()


def test_a_torn_file_is_told_in_one_sentence(path: Path) -> None:
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))

    with pytest.raises(StudycardsError) as refused, Memory.open(path, clock) as memory:
        memory.record(GOOD)

    assert refused.value.key == "memory.damaged"


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert key_of_refusal(tmp_path / "file" / "reviews.db") == "memory.unwritable"


def test_a_folder_in_place_of_the_file_is_told_in_one_sentence(path: Path) -> None:
    path.mkdir()

    assert key_of_refusal(path) == "memory.unwritable"


def test_a_file_that_may_only_be_read_takes_no_answer(path: Path) -> None:
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)

    read_only = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    with closing(read_only), pytest.raises(StudycardsError) as refused:
        Memory(Store(path, read_only), clock, "laptop").record(GOOD)

    assert refused.value.key == "memory.unwritable"
    with Memory.open(path, clock) as memory:
        assert len(list(memory.events())) == 1


def test_what_a_full_disk_did_not_take_does_not_count_and_the_rest_is_safe(path: Path) -> None:
    """The size of the file is bounded here as a full disk would bound it."""
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)
        state = memory.state("a")

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA max_page_count = 1")  # that is: not a page more than there are
    with closing(connection), pytest.raises(StudycardsError) as refused:
        Memory(Store(path, connection), clock, "laptop").record(
            Answer(prompt="a", rating=Rating.AGAIN, typed="long" * 10_000)
        )

    assert refused.value.key == "memory.full"
    with Memory.open(path, clock) as memory:
        assert len(list(memory.events())) == 1
        assert memory.state("a") == state
        memory.record(GOOD)


def test_a_file_that_another_program_keeps_is_told_in_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studycards.memory.log_file.BUSY_SECONDS", 0)
    with Memory.open(path, clock) as memory, connect(path) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StudycardsError) as refused:
            memory.record(GOOD)

        assert refused.value.key == "memory.busy"
        other.execute("ROLLBACK")
        memory.record(GOOD)
        assert len(list(memory.events())) == 1


def test_a_start_beside_a_reader_that_keeps_the_old_journal_does_not_fail(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studycards.memory.log_file.BUSY_SECONDS", 0)
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)

    with connect(path) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM events").fetchall()
        with Memory.open(path, clock) as memory:
            reader.execute("ROLLBACK")
            memory.record(GOOD)
            assert len(list(memory.events())) == 2


def test_the_log_cannot_be_rewritten_even_by_hand(path: Path) -> None:
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)

    with connect(path) as connection:
        for statement in ("UPDATE events SET rating = 4", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)


def test_answers_are_on_the_disk_when_they_are_recorded(path: Path) -> None:
    """Write-ahead log and a flush with every commit."""
    with Memory.open(path, clock) as memory:
        memory.record(GOOD)
        store = Store.open(path)
        modes = [store._rows(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")]  # noqa: SLF001 - no other way to see
        store.close()

    assert modes == [[("wal",)], [(2,)]]


@pytest.mark.parametrize("code", ["pl", "en"])
def test_every_fault_has_a_sentence(path: Path, code: str) -> None:
    values = {"path": path, "name": "rollover_hour", "value": "x", "low": 0.7, "high": 23}
    language = Language("pl" if code == "pl" else "en")

    sentences = [language.text(f"memory.{name}", **values) for name in ENTRIES]

    assert all(sentence.endswith(".") and "{" not in sentence for sentence in sentences)
