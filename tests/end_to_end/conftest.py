"""What the tests of the installed program share: the program with one deck and a data folder of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import StartInTerminal, Terminal

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

    def __init__(self, folder: Path, terminal: StartInTerminal) -> None:
        (folder / "three.yaml").write_text(DECK, encoding="utf-8")
        self.home = folder / "home"
        self.deck = str(folder / "three.yaml")
        self._terminal = terminal

    def command(self, *arguments: str, start: tuple[str, str] = ("-m", "studycards")) -> list[str]:
        return [sys.executable, *start, "--home", str(self.home), "--lang", "en", *arguments]

    def review(
        self, *options: str, start: tuple[str, str] = ("-m", "studycards"), controlling: bool = True
    ) -> Terminal:
        """Open a review; `start` are the arguments with which Python runs the program."""
        return self._terminal(self.command("review", self.deck, *options, start=start), controlling=controlling)

    def new(self, deck: str | None = None) -> int:
        """Return how many cards of the deck, the file beside the data folder or one inside, have never been rated."""
        done = subprocess.run(
            self.command("due", deck or self.deck, "--json"), capture_output=True, text=True, check=False, timeout=120
        )
        total: dict[str, int] = json.loads(done.stdout)["total"]
        return total["new"]


@pytest.fixture
def program(tmp_path: Path, terminal: StartInTerminal) -> Program:
    return Program(tmp_path, terminal)
