"""Colours as the terminal gets them: none where NO_COLOR asks for none, the terminal's own in its theme."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from studycards.study.settings.model import THEMES
from tests.conftest import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SGR = re.compile(r"\x1b\[([\d;:]*)m")

COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}
"""What sets a colour; 39 and 49 give the terminal its own again."""

COMMA, CTRL_G, ENTER = ",", "\x07", "\r"


def colours_in(drawn: str) -> set[int]:
    """Return the numbers in the drawing that set a colour."""
    numbers = (int(number) for found in SGR.findall(drawn) for number in re.split(r"[;:]", found) if number)
    return {number for number in numbers if number in COLOURS}


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the program in a theme, with assignments to variables of the environment."""
    started: list[Terminal] = []

    def start_one(theme: str, *environment: str) -> Terminal:
        (tmp_path / "settings.toml").write_text(f'theme = "{theme}"', encoding="utf-8")
        program = [sys.executable, "-m", "studycards", "--home", str(tmp_path), "--lang", "en"]
        started.append(Terminal(["env", *environment, *program]))
        return started[-1]

    yield start_one
    for one in started:
        one.close()


@pytest.mark.parametrize("theme", ["dark", "ansi"])
def test_no_color_means_no_colour_on_any_screen(theme: str, start: Callable[..., Terminal]) -> None:
    """Also while the theme goes round, which must not leave black on black."""
    screen = start(theme, "NO_COLOR=1")
    screen.wait_for("Flashcards and exercises")
    screen.press(ENTER)
    screen.wait_for("All decks")
    for key, title in (("t", "Statistics"), ("b", "Lab"), ("p", "preview"), (COMMA, "order of axes")):
        screen.press(key)
        screen.wait_for(title)
        screen.press("q" if key != COMMA else "")
    for _ in THEMES:
        screen.press("m")
        screen.press(CTRL_G)
        screen.wait_for("Give the setting its default.")
        screen.press("q")
        screen.wait_for("order of axes")

    assert colours_in(screen.everything) == set()


def test_the_theme_of_the_terminal_uses_its_sixteen_colours_only(start: Callable[..., Terminal]) -> None:
    screen = start("ansi")
    screen.wait_for("Flashcards and exercises")
    screen.press(ENTER)
    screen.wait_for("All decks")
    used = colours_in(screen.everything)

    assert used
    assert not used & {38, 48}, "38 and 48 begin a colour of a larger palette"
