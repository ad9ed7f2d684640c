"""The learner's own editor is started at the line of the card, whichever editor that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from studycards.errors import StudycardsError
from studycards.study.editor import editor_command

FILE = Path("/decks/a b.yaml")

COMMANDS = {
    "vim": ["vim", "+12", "/decks/a b.yaml"],
    "/usr/bin/nvim -p": ["/usr/bin/nvim", "-p", "+12", "/decks/a b.yaml"],
    "nano": ["nano", "+12", "/decks/a b.yaml"],
    "emacs -nw": ["emacs", "-nw", "+12", "/decks/a b.yaml"],
    "micro": ["micro", "+12", "/decks/a b.yaml"],
    "hx": ["hx", "+12", "/decks/a b.yaml"],
    "code --wait": ["code", "--wait", "-g", "/decks/a b.yaml:12"],
    "Code.exe": ["Code.exe", "-g", "/decks/a b.yaml:12"],
    "subl -w": ["subl", "-w", "/decks/a b.yaml:12"],
    "'/opt/my editor/ed'": ["/opt/my editor/ed", "/decks/a b.yaml"],
}
"""From the manuals of the editors."""


@pytest.mark.parametrize("editor", COMMANDS)
def test_an_editor_is_told_the_line_in_its_own_way(editor: str) -> None:
    assert list(editor_command(FILE, 12, {"EDITOR": editor})) == COMMANDS[editor]


def test_the_visual_editor_goes_before_the_other() -> None:
    assert editor_command(FILE, 1, {"EDITOR": "nano", "VISUAL": "vim"})[0] == "vim"
    assert editor_command(FILE, 1, {"EDITOR": "nano", "VISUAL": " "})[0] == "nano"


def test_no_name_of_a_file_is_taken_for_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert editor_command(Path("+9.yaml"), 3, {"EDITOR": "vi"}) == ("vi", "+3", str(tmp_path / "+9.yaml"))


@pytest.mark.parametrize(
    ("environment", "key"),
    [({}, "browse.no_editor"), ({"EDITOR": ""}, "browse.no_editor"), ({"EDITOR": "vi '"}, "browse.editor_unreadable")],
)
def test_without_an_editor_the_place_of_the_card_is_told(environment: dict[str, str], key: str) -> None:
    with pytest.raises(StudycardsError) as raised:
        editor_command(FILE, 12, environment)

    assert raised.value.key == key
    assert raised.value.values["place"] == "/decks/a b.yaml:12"
