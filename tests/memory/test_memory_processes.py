"""Several processes at the same log, and one that is killed: nothing that was acknowledged is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

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
