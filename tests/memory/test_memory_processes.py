"""Several processes at the same log, and one that is killed: nothing that was acknowledged is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from studycards.memory import Memory, Moment

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """
import sys
from pathlib import Path
from studycards.memory import Answer, Memory, Moment, Rating

path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with Memory.open(Path(path), lambda: Moment(1_767_606_000_000, 60)) as memory:
    for number in range(first, last):
        event = memory.record(Answer(prompt=f"card-{number % 7}", rating=Rating(number % 4 + 1)))
        print(event.id, flush=True)
"""
"""Record a range of answers and print the id of each as soon as it is acknowledged."""


def start(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", RECORD, str(path), str(first), str(last)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)


def assert_whole(path: Path) -> None:
    """The file is sound, and the states in it are what its log comes to."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with Memory.open(path, lambda: Moment(0, 0)) as memory:
        kept = [memory.state(f"card-{number}") for number in range(7)]
        memory.rebuild()
        assert [memory.state(f"card-{number}") for number in range(7)] == kept


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    acknowledged: list[str] = []
    for answers in (1, 20, 57):
        with start(path, 0, 1_000_000) as process:
            assert process.stdout is not None
            acknowledged += [process.stdout.readline().strip() for _ in range(answers)]
            process.kill()
            acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]

    with Memory.open(path, lambda: Moment(0, 0)) as memory:
        kept = [event.id for event in memory.events()]
    assert set(acknowledged) <= set(kept)
    assert len(kept) <= len(acknowledged) + 3  # a kill may come between the commit and the print
    assert_whole(path)


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    """Both find no file, make it together and write to the same prompts."""
    path = tmp_path / "reviews.db"
    processes = [start(path, first, first + 150) for first in (0, 150)]
    acknowledged = [line.strip() for process in processes for line in process.communicate()[0].splitlines()]

    with Memory.open(path, lambda: Moment(0, 0)) as memory:
        kept = [event.id for event in memory.events()]
        reviews = [state.reviews for number in range(7) if (state := memory.state(f"card-{number}"))]
    assert [process.returncode for process in processes] == [0, 0]
    assert sorted(acknowledged) == sorted(kept)
    assert sum(reviews) == len(kept) == 300
    assert_whole(path)


WORK_LONG = """
import sys, time
from pathlib import Path
from studycards.memory import Memory, Moment, derivation
from studycards.memory.settings import Rules

def told(done, total):
    print(done, flush=True)
    if done == 60:
        time.sleep(600)

derivation.TELL_EVERY = 20
everything = [f"card-{number}" for number in range(100)]
with Memory.open(Path(sys.argv[1]), lambda: Moment(1_767_606_000_000, 60)) as memory:
    match sys.argv[2]:
        case "suspend":
            memory.suspend(everything, told)
        case "undo":
            memory.undo(told)
        case "rules":
            memory.change_rules(Rules(desired_retention=0.8), told)
"""
"""Begin something long, and stay in the middle of it."""


@pytest.mark.parametrize("work", ["suspend", "undo", "rules"])
def test_who_is_killed_in_the_middle_of_long_work_has_lost_nothing_and_done_nothing(tmp_path: Path, work: str) -> None:
    path = tmp_path / "reviews.db"
    start(path, 0, 150).communicate()
    if work == "undo":
        with Memory.open(path, lambda: Moment(0, 0)) as memory:
            memory.reset([f"card-{number}" for number in range(7)])
    kept = dumped(path)

    arguments = [sys.executable, "-c", WORK_LONG, str(path), work]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert [process.stdout.readline().strip() for _ in range(4)] == ["0", "20", "40", "60"]
        process.kill()

    assert dumped(path) == kept
    assert_whole(path)


def test_a_new_name_for_what_was_never_answered_waits_for_nobody(tmp_path: Path) -> None:
    """A start asks for every card that was ever renamed; another program may be writing at that moment."""
    path = tmp_path / "reviews.db"
    with Memory.open(path, lambda: Moment(0, 0)) as memory, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        memory.rename("old", "new")

        assert memory.state("new") is None


def dumped(path: Path) -> list[str]:
    """Return all that is in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


OPEN_AND_COUNT = """
import sys
from pathlib import Path
from studycards.memory import Candidate, Memory, Moment

assert not {"fsrs", "sqlite3"} & set(sys.modules)
with Memory.open(Path(sys.argv[1]), lambda: Moment(0, 0)) as memory:
    memory.counts({"deck": [Candidate("a", "a")]})
assert "fsrs" not in sys.modules
"""


def test_a_start_loads_no_scheduler_and_an_import_no_database(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", OPEN_AND_COUNT, str(tmp_path / "reviews.db")], check=False)

    assert done.returncode == 0
