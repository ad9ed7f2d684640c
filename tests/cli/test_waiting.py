"""A start that takes long says so on a terminal; broken off, it goes on from there the next time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from studycards.cli.waiting import WaitingLine
from studycards.decks import reader
from studycards.locale import Language
from studycards.memory import Moment
from studycards.study import Workspace

if TYPE_CHECKING:
    from pathlib import Path


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def waited(screen: Screen, *seconds: float) -> str:
    """Return what is written when one of three decks is read at each of these times."""
    times = iter([0.0, *seconds])
    with WaitingLine(Language("pl"), screen, lambda: next(times)) as line:
        for number in range(len(seconds)):
            line.loaded(number + 1, 3)
    return screen.getvalue()


def test_a_quick_start_says_nothing() -> None:
    assert waited(Screen(terminal=True), 0.1, 0.2, 0.4) == ""


def test_a_slow_start_tells_how_far_it_is_and_leaves_no_trace() -> None:
    assert waited(Screen(terminal=True), 0.3, 0.9) == "\r\x1b[KWczytuję talie: 2 z 3… (Ctrl+C przerywa)\r\x1b[K"


def test_what_is_no_terminal_is_not_written_to() -> None:
    assert waited(Screen(terminal=False), 5, 6, 7) == ""


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
