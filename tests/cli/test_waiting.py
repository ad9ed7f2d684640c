"""A start that takes long says so on a terminal; broken off, it goes on from there the next time."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

import pytest

from studycards.cli.waiting import WaitingLine
from studycards.decks import reader
from studycards.locale import Language
from studycards.memory import Memory, Moment
from studycards.study import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Program
    from tests.conftest import StartInTerminal


PATIENCE_S = 60
"""A line that has not come by then will not come; only a failing test waits this long."""


class Screen(io.StringIO):
    """A terminal, or a file; it tells when something is written."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal
        self.written = Event()

    def isatty(self) -> bool:
        return self._terminal

    def flush(self) -> None:
        self.written.set()


def test_a_quick_start_says_nothing() -> None:
    screen = Screen(terminal=True)
    with WaitingLine(Language("pl"), screen, patience_s=PATIENCE_S) as line:
        for done in range(4):
            line.loaded(done, 3)

    assert screen.getvalue() == ""


def test_a_slow_start_tells_how_far_it_is_and_leaves_no_trace() -> None:
    """Even while it reads one large deck, and has nothing new to tell."""
    screen = Screen(terminal=True)
    with WaitingLine(Language("pl"), screen, patience_s=0) as line:
        line.loaded(0, 3)
        line.loaded(1, 3)
        assert screen.written.wait(PATIENCE_S)
        line.loaded(2, 3)
        line.rescheduled(2000, 200_000)

    shown = [text for text in screen.getvalue().split("\r\x1b[K") if text]
    assert shown[-2:] == [
        "Wczytuję talie: 2 z 3… (Ctrl+C przerywa)",
        "Przeliczam terminy powtórek: 2000 z 200\N{NO-BREAK SPACE}000… (Ctrl+C przerywa)",
    ]
    assert screen.getvalue().endswith("\r\x1b[K")


def test_what_is_no_terminal_is_not_written_to() -> None:
    screen = Screen(terminal=False)
    with WaitingLine(Language("pl"), screen, patience_s=0) as line:
        line.loaded(0, 3)
        line.rescheduled(2000, 200_000)

    assert screen.getvalue() == ""


LARGE_DECK = "format: 1\nid: large\ntitle: L\nlanguage: en\ncards:\n" + "\n".join(
    f"- {{id: c{number}, question: Q, answer: A}}" for number in range(40_000)
)


def test_ctrl_c_ends_a_long_load_in_order(program: Program, terminal: StartInTerminal) -> None:
    (program.home / "decks").mkdir(parents=True)
    (program.home / "decks" / "large.yaml").write_text(LARGE_DECK, encoding="utf-8")
    screen = terminal([sys.executable, "-m", "studycards", "--home", str(program.home), "--lang", "pl"])
    screen.wait_for("Wczytuję talie: ")
    screen.press("\x03")

    assert screen.ended() == 130
    assert screen.drawn.endswith("\r\x1b[K")
    assert "Traceback" not in screen.everything


def test_ctrl_c_leaves_a_long_scheduling_to_the_next_start(program: Program, terminal: StartInTerminal) -> None:
    program("due")
    log = program.home / "reviews.db"
    rows = ((f"{number}", 1_767_606_000_000 + number * 3_600_000, f"p{number % 99}") for number in range(60_000))
    with closing(sqlite3.connect(log)) as connection, connection:
        connection.executemany(
            "INSERT INTO events (id, at_ms, offset_minutes, device, kind, prompt, seed, rating, typed, verdict,"
            " mistakes, hints, duration_ms) VALUES (?, ?, 60, 'x', 'review', ?, 1, 3, '', '', '[]', 0, 900)",
            rows,
        )
    with Memory.open(log, lambda: Moment(0, 0)) as memory:
        memory.rebuild()
        before = [*memory.states()]
    (program.home / "settings.toml").write_text("desired_retention = 0.8\n", encoding="utf-8")
    command = [sys.executable, "-m", "studycards", "--home", str(program.home), "--lang", "pl"]

    screen = terminal([*command, "due"])
    screen.wait_for("Przeliczam terminy powtórek: ")
    screen.press("\x03")
    code = screen.ended()
    with Memory.open(log, lambda: Moment(0, 0)) as memory:
        after_ctrl_c = [*memory.states()]
    subprocess.run([*command, "due"], check=True, capture_output=True)
    with Memory.open(log, lambda: Moment(0, 0)) as memory:
        after_next_start = [*memory.states()]
        memory.rebuild()
        anew = [*memory.states()]

    assert code == 130
    assert "Traceback" not in screen.everything
    assert after_ctrl_c == before
    assert after_next_start == anew != before


def test_a_load_that_was_broken_off_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builtin, own = tmp_path / "empty", tmp_path / "home" / "decks"
    builtin.mkdir()
    own.mkdir(parents=True)
    for name in ("a", "b", "c"):
        card = f"- {{id: {name}-1, question: Q, answer: A}}"
        text = f"format: 1\nid: {name}\ntitle: {name}\nlanguage: en\ncards:\n{card}\n"
        (own / f"{name}.yaml").write_text(text, encoding="utf-8")

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    read: list[str] = []
    original = reader.read_deck

    def counted(path: Path, source: bytes) -> reader.ReadDeck:
        read.append(path.stem)
        return original(path, source)

    monkeypatch.setattr(reader, "read_deck", counted)
    with pytest.raises(KeyboardInterrupt):
        Workspace.open(tmp_path / "home", lambda: Moment(0, 0), builtin=builtin, loaded=stop)
    with Workspace.open(tmp_path / "home", lambda: Moment(0, 0), builtin=builtin) as workspace:
        assert [deck.id for deck in workspace.decks()] == ["a", "b", "c"]

    assert read == ["a", "b", "c"]
