"""The palette of commands: what it offers, in which order, and what becomes of a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandList
from textual.widgets import OptionList

if TYPE_CHECKING:
    from tests.tui.conftest import Face, OpenFace


async def test_every_key_is_in_the_palette(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        titles = [command.title for command in face.app.get_system_commands(face.app.screen)]

    assert {"powtórka", "quiz", "pomoc", "wyjdź", "Język: angielski", "Motyw: jasny"} <= set(titles)


async def test_the_palette_tells_nothing_twice(open_face: OpenFace) -> None:
    """On the first screen two keys open the settings."""
    async with open_face() as face:
        await face.press("enter")
        commands = [command[:2] for command in face.app.get_system_commands(face.app.screen)]

    assert ("ustawienia", "Otwiera ustawienia.") in commands
    assert len(commands) == len(set(commands))


async def test_a_command_of_the_palette_is_carried_out(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        palette = await face.press("ctrl+p")
        await face.type("angielski")
        # The palette searches in the background; its workers are what is waited for.
        await face.app.workers.wait_for_complete()
        english = await face.press("enter")

    assert "Szukaj polecenia…" in palette
    assert "All decks" in english


async def test_what_is_done_on_the_screen_is_offered_before_languages_and_themes(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        await face.press("ctrl+p")
        names = offered(face)

    assert names[0] == "sprawdź"
    assert names.index("zakończ") < names.index("wyjdź") < names.index("Język: polski") < names.index("Motyw: jasny")


async def test_the_palette_says_in_our_language_that_it_finds_nothing(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        await face.press("ctrl+p")
        await face.type("qqqq")
        await face.app.workers.wait_for_complete()
        frame = await face.frame()

    assert "Nie ma takiego polecenia." in frame


@pytest.mark.parametrize("size", [(40, 12), (80, 20), (80, 24), (140, 40)])
async def test_the_keys_below_the_palette_are_its_own(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        await face.press("enter")
        below = await face.frame()
        palette = await face.press("ctrl+p")
        back = await face.press("escape")

    assert "^G pomoc" in below
    assert palette.rstrip().splitlines()[-1].split() == ["Enter", "wykonaj", "↑↓", "wybór", "Esc", "wróć"]
    assert "^G pomoc" not in palette
    assert back == below


async def test_a_command_that_is_chosen_three_times_at_once_is_carried_out_once(open_face: OpenFace) -> None:
    """A triple click chooses twice more before the palette has gone."""
    quiz = ("number", "term", "recall", "shape")
    async with open_face(*quiz) as face:
        skipped_once = await face.press("ctrl+n")
    async with open_face(*quiz) as face:
        await face.press("ctrl+p")
        choose(face, "pomiń", times=3)
        clicked = await face.frame()

    assert clicked == skipped_once


def offered(face: Face) -> list[str]:
    """Return the names of the commands in the palette."""
    options = face.app.screen.query_one(CommandList).options
    return [str(option.prompt).splitlines()[0] for option in options]


def choose(face: Face, name: str, *, times: int) -> None:
    """Choose a command as the mouse does, all clicks before the first one is dealt with."""
    commands = face.app.screen.query_one(CommandList)
    row = offered(face).index(name)
    for _ in range(times):
        commands.post_message(OptionList.OptionSelected(commands, commands.get_option_at_index(row), row))
