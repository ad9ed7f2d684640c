"""A deck is edited in the learner's own editor, in a real terminal that both programs share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Terminal

CTRL_Q = "\x11"

DECK = """\
format: 1
id: edited
title: Edited
language: en
cards:
- id: one
  question: The first question?
  answer: A
- id: two
  question: The second question?
  answer: A
"""

PROGRAM = """\
import sys
from pathlib import Path
from studycards.cli.clock import system_clock
from studycards.study import Workspace
from studycards.tui.app import StudyApp
with Workspace.open(Path(sys.argv[1]), system_clock, language="en", builtin=Path(sys.argv[2])) as workspace:
    workspace.mark_welcomed()
    StudyApp(workspace).run()
"""

EDITOR = """\
#!{python}
import sys, termios
from pathlib import Path
line, file = sys.argv[1:]
echoes = bool(termios.tcgetattr(0)[3] & termios.ECHO)
with open({log!r}, "a") as log:
    print(line, file, echoes, file=log)
deck = Path(file)
text = deck.read_text()
deck.write_text(
    text.replace("second", "changed") if "second" in text else
    text.replace("- id: two", "- id: three") if "two" in text else
    "format: 1\\n"
)
"""
"""An editor that changes the deck, then the id of a card, and in the end breaks it."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_card_is_edited_at_its_line_and_listed_anew(
    tmp_path: Path, terminal: Callable[[list[str]], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    decks, empty, log = tmp_path / "home" / "decks", tmp_path / "empty", tmp_path / "log"
    for folder in (decks, empty):
        folder.mkdir(parents=True)
    (decks / "edited.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "vim").write_text(EDITOR.format(python=sys.executable, log=str(log)), encoding="utf-8")
    (tmp_path / "vim").chmod(0o755)
    monkeypatch.setenv("VISUAL", str(tmp_path / "vim"))

    screen = terminal([sys.executable, str(tmp_path / "program.py"), str(tmp_path / "home"), str(empty)])
    before = screen.modes
    screen.wait_for("Edited")
    screen.press("p")
    screen.wait_for("The second question?")
    screen.press("je")
    screen.wait_for("The changed question?")
    screen.press("e")
    screen.wait_for("The changed deck has been read.")
    screen.press("Ge")
    screen.wait_for("The deck now has")
    screen.press(CTRL_Q)

    assert screen.ended() == 0
    assert screen.modes == before
    file = decks / "edited.yaml"
    assert log.read_text().splitlines() == [f"+9 {file} True"] * 3
