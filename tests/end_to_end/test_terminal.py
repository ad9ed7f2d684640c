"""The program as it is used: in a real terminal, with real keys, ended in every way a program can end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Terminal

CTRL_Q, CTRL_R, CTRL_Z, ENTER = "\x11", "\x12", "\x1a", "\r"

DECK = """\
format: 1
id: three
title: {pl: Trzy karty, en: Three cards}
language: en
cards:
- id: t-recall
  question: What does a convolution compute?
  answer: A sum of products.
- id: t-number
  type: number
  question: What is 3 times 4?
  answer: 12
- id: t-choice
  type: choice
  shuffle: false
  question: Which one is right?
  options: [{right: This one}, {wrong: That one}]
"""


class Program:
    """The program with one deck and a data folder of its own."""

    def __init__(self, folder: Path, terminal: Callable[[list[str]], Terminal]) -> None:
        (folder / "three.yaml").write_text(DECK, encoding="utf-8")
        self._deck = str(folder / "three.yaml")
        self._home = str(folder / "home")
        self._terminal = terminal

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "studycards", "--home", self._home, "--lang", "en", *arguments]

    def review(self) -> Terminal:
        return self._terminal(self.command("review", self._deck))

    def new(self) -> int:
        """Return how many cards of the deck have never been rated."""
        done = subprocess.run(
            self.command("due", self._deck, "--json"), capture_output=True, text=True, check=False, timeout=60
        )
        total: dict[str, int] = json.loads(done.stdout)["total"]
        return total["new"]


@pytest.fixture
def program(tmp_path: Path, terminal: Callable[[list[str]], Terminal]) -> Program:
    return Program(tmp_path, terminal)


def test_kill_9_keeps_every_rated_card_and_changes_nothing_else(program: Program) -> None:
    screen = program.review()
    screen.wait_for("What does a convolution compute?")
    screen.press(ENTER)
    screen.wait_for("A sum of products.")
    screen.press("4")
    screen.wait_for("What is 3 times 4?")
    screen.press("11" + ENTER)
    screen.wait_for("Wrong")
    screen.end(signal.SIGKILL)

    assert program.new() == 2
    program.review().wait_for("What is 3 times 4?")


def test_undo_reaches_back_to_before_a_kill(program: Program) -> None:
    screen = program.review()
    screen.wait_for("What does a convolution compute?")
    screen.press(ENTER)
    screen.wait_for("A sum of products.")
    screen.press("4")
    screen.wait_for("What is 3 times 4?")
    screen.end(signal.SIGKILL)
    screen = program.review()
    screen.wait_for("What is 3 times 4?")
    screen.press(CTRL_Z)
    screen.wait_for("What does a convolution compute?")

    assert program.new() == 3


def test_quitting_leaves_the_terminal_as_it_was(program: Program) -> None:
    screen = program.review()
    before = screen.modes
    screen.wait_for("What does a convolution compute?")
    screen.press(CTRL_Q)

    assert screen.ended() == 0
    assert screen.modes == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_the_terminal_as_it_was_and_tells_by_the_exit_code(
    program: Program, number: signal.Signals, code: int
) -> None:
    screen = program.review()
    before = screen.modes
    screen.wait_for("What does a convolution compute?")

    assert screen.end(number) == code
    assert screen.modes == before


def test_a_redirected_error_stream_gives_plain_lines_and_no_blank_screen(program: Program) -> None:
    command = " ".join([*program.command("quiz", "--seed", "1", "-n", "1"), "2>/dev/null"])
    done = subprocess.run(["bash", "-c", command], input=":q\n", capture_output=True, text=True, check=True, timeout=60)

    assert "[1 of 1]" in done.stdout
