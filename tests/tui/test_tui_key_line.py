"""The line of keys: their order, and which of them a short line has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studycards.tui.widgets.key_line import fit

if TYPE_CHECKING:
    from tests.tui.conftest import OpenFace

ENTRIES = [Content(entry) for entry in ("↑↓ choose", "Enter begin", "n anew", "q back", "^Q quit", "^G help")]


def test_keys_stand_in_their_order_and_the_urgent_ones_have_room_first() -> None:
    fitted = [fit(ENTRIES, width, 1, before=(5, 1, 3)).plain for width in (60, 48, 38, 28, 18, 3)]

    assert fitted == [
        "↑↓ choose  Enter begin  n anew  q back  ^Q quit  ^G help",
        "↑↓ choose  Enter begin  n anew  q back  ^G help",
        "Enter begin  n anew  q back  ^G help",
        "Enter begin  q back  ^G help",
        "q back  ^G help",
        "^G help",
    ]


def test_no_line_is_longer_than_there_is_room() -> None:
    two = fit(ENTRIES, 30, 2, before=(5, 1, 3)).plain.split("\n")

    assert two == ["↑↓ choose  Enter begin  n anew", "q back  ^Q quit  ^G help"]


async def test_the_ways_out_end_the_line_on_every_screen(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        last = [keys_of(await face.press(*keys))[-3:] for keys in (("t",), ("q", "p"), ("q", "o"), ("q", "e"))]
        exams = last.pop()

    assert last == [["q wróć", "^Q wyjdź", "^G pomoc"]] * 3
    assert exams == ["q lista talii", "^Q wyjdź", "^G pomoc"]


async def test_the_language_is_named_where_it_may_be_the_wrong_one(open_face: OpenFace) -> None:
    async with open_face() as face:
        welcome = keys_of(await face.frame())
        home = keys_of(await face.press("enter"))
        switched = keys_of(await face.press("l"))

    assert "l English" in welcome
    assert "l English" not in home
    assert switched[0] == "↑↓ choose"


async def test_a_short_line_names_what_is_done_here_before_the_arrows(open_face: OpenFace) -> None:
    async with open_face(size=(40, 12)) as face:
        await face.press("enter")
        browse = keys_of(await face.press("p"))
        searched = keys_of(await face.press("slash", "m", "a", "x", "enter"))
        preview = keys_of(await face.press("enter"))

    assert browse == searched == ["Enter podgląd", "q wróć", "^G pomoc"]
    assert preview == ["↑↓ przewiń", "q do listy", "^G pomoc"]


def keys_of(frame: str) -> list[str]:
    """Return the entries at the bottom of a frame."""
    below = frame.rpartition("╯")[2]
    return [entry for line in below.split("\n") for entry in line.strip().split("  ") if entry]
