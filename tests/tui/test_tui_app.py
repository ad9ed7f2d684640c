"""The app around the screens: keys and their help, language, themes, sizes, colour, the way out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import OpenFace


async def test_the_line_of_keys_shows_only_what_works(open_face: OpenFace) -> None:
    """A question without hints offers none, a first question has no undo, an answered one cannot be skipped."""
    async with open_face("claim") as face:
        asked = await face.frame()
        answered = await face.press("p", "enter")

    assert "^N pomiń" in asked
    assert "^T podpowiedź" not in asked
    assert "^Z cofnij" not in asked
    assert "^N pomiń" not in answered


async def test_help_lists_the_keys_of_the_screen_and_returns_to_it(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        await face.type("12")
        opened = await face.press("ctrl+g")
        back = await face.press("enter")

    assert "^R      Pokazuje odpowiedź" in opened
    assert "›  12" in back


async def test_the_welcome_is_shown_once(open_face: OpenFace) -> None:
    async with open_face() as face:
        welcome = await face.frame()
        await face.press("enter")
    async with open_face() as face:
        second = await face.frame()

    assert "Fiszki i zadania" in welcome
    assert "Wszystkie talie" in second


async def test_the_language_is_switched_by_one_key_and_remembered(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        english = await face.press("l")
        polish = await face.press("l")
        stored = face.workspace.preferences.current.language

    assert "All decks" in english
    assert "Wszystkie talie" in polish
    assert stored == "pl"


async def test_the_theme_is_switched_by_one_key_and_remembered(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter", "m")
        light = face.app.theme
        stored = face.workspace.preferences.current.theme
    async with open_face() as face:
        next_start = face.app.theme

    assert light == next_start == "studycards-light"
    assert stored == "light"


async def test_a_faulty_deck_stands_first_and_shows_what_is_wrong_in_which_line(
    open_face: OpenFace, decks: Path
) -> None:
    (decks / "a faulty one.yaml").write_text(
        "format: 1\nid: faulty\ntitle: Zła\nlanguage: pl\n"
        'cards:\n- id: one\n  queston: "Ile to [/b] 3?"\n  answer: trzy\n',
        encoding="utf-8",
    )
    async with open_face() as face:
        await face.press("enter")
        frame = await face.press("down")
        problems = await face.press("enter")
        back = await face.press("escape")

    assert "▸ a faulty one.yaml" in frame
    assert "✗ 2 błędy" in frame
    assert "Enter błędy" in frame
    assert "Enter powtórka" not in frame
    assert "✗ Wiersz 7, znak 3, one, queston" in problems
    assert 'queston: "Ile to [/b] 3?"' in problems
    assert "studycards check 'home/decks/a faulty one.yaml'" in " ".join(problems.replace("│", "").split())
    assert back == frame


async def test_a_deck_whose_id_is_taken_says_so(open_face: OpenFace, decks: Path) -> None:
    """Nothing is wrong in its file alone."""
    (decks / "same.yaml").write_text((decks / "demo.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    async with open_face() as face:
        await face.press("enter")
        problems = await face.press("down", "enter")

    words = " ".join(problems.replace("│", "").split())
    assert "✗ Wiersz" in words
    assert "„demo”" in words
    assert problems.rstrip().splitlines()[-1].split()[:4] == ["↑↓", "przewiń", "Enter", "wróć"]


@pytest.mark.usefixtures("values")
async def test_keys_typed_ahead_mean_the_row_that_the_cursor_has_reached(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        for name in ("G", "enter"):
            face.app.simulate_key(name)
        frame = await face.frame()

    assert "0 z 3" in frame, "the second deck has three cards, both together have 13"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_cursor_stays_in_sight_when_the_sentence_above_the_list_grows(
    open_face: OpenFace, decks: Path, size: tuple[int, int]
) -> None:
    for number in range(20):
        name = f"{number:02} a file whose name is so long that the sentence about it takes two lines or more.yaml"
        (decks / name).write_text("cards: 3\n", encoding="utf-8")
    async with open_face(size=size) as face:
        await face.press("enter")
        last = await face.press("G", "up")
        await face.pilot.resize_terminal(size[0], size[1] + 10)
        await face.press("g", "G", "up")
        await face.pilot.resize_terminal(*size)
        resized = await face.frame()

    assert "▸ 19 a" in last
    assert "▸ 19 a" in resized


async def test_without_decks_the_screen_says_what_to_do(open_face: OpenFace, decks: Path) -> None:
    (decks / "demo.yaml").unlink()
    async with open_face() as face:
        frame = await face.press("enter")

    assert "Włóż plik YAML do folderu home/decks" in frame
    assert "quiz" not in frame


async def test_a_long_title_is_cut_with_an_ellipsis(open_face: OpenFace, decks: Path) -> None:
    text = (decks / "demo.yaml").read_text(encoding="utf-8")
    long = "Bardzo długi tytuł talii o [wszystkim] i o niczym, którego nikt nie zmieści w osiemdziesięciu znakach"
    (decks / "demo.yaml").write_text(text.replace("Sploty i rozmiary", f'"{long}"'), encoding="utf-8")
    async with open_face() as face:
        frame = await face.press("enter")

    assert max(map(len, frame.split("\n"))) <= 80
    assert "Bardzo długi tytuł talii o [" in frame
    assert "…" in frame


async def test_the_content_column_is_at_most_100_cells_wide(open_face: OpenFace) -> None:
    async with open_face(size=(140, 45)) as face:
        column = face.app.screen.query_one("#column")

        assert column.size.width <= 100
        assert column.region.x == (140 - column.region.width) // 2


async def test_no_color_is_honoured(open_face: OpenFace, monkeypatch: pytest.MonkeyPatch) -> None:
    """No colour reaches the terminal; the highlighted rating is still told apart, by reverse video."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_face("number", colour=False) as face:
        await face.press("1", "2", "enter")
        strips = face.app.screen._compositor.render_strips()  # noqa: SLF001 - no public way to read the screen
        styles = [segment.style for strip in strips for segment in strip if segment.style]

    colours = {colour for style in styles for colour in (style.color, style.bgcolor)}
    assert all(colour is None or colour.is_default for colour in colours)
    assert any(style.reverse for style in styles)


async def test_ctrl_q_leaves_from_everywhere_with_status_0(open_face: OpenFace) -> None:
    for cards in ((), ("term",), ("claim",)):
        async with open_face(*cards) as face:
            face.app.simulate_key("ctrl+q")
            await face.pilot.pause()

        assert face.app.return_code == 0


async def test_a_sentence_beside_the_screen_takes_the_place_of_the_one_before(open_face: OpenFace) -> None:
    async with open_face("choice") as face:
        await face.press("ctrl+c", "ctrl+c", "ctrl+c")
        told = len(face.app._notifications)  # noqa: SLF001 - Pilot shows none, and there is no public way to count

    assert told == 1


async def test_sigterm_leaves_in_order(open_face: OpenFace) -> None:
    """The exit code is that of a process ended by the signal."""
    async with open_face("term") as face:
        await face.frame()
        os.kill(os.getpid(), signal.SIGTERM)
        await face.pilot.pause()

    assert face.app.return_code == 128 + signal.SIGTERM


def test_importing_the_face_loads_nothing_heavy() -> None:
    """Textual is loaded when the app runs; numpy, yaml, fsrs and the Markdown widget are not even then."""
    script = (
        "import sys, studycards.tui\n"
        "assert 'textual' not in sys.modules\n"
        "import studycards.tui.app, studycards.tui.screens.home, studycards.tui.screens.study\n"
        "heavy = {'numpy', 'yaml', 'fsrs', 'markdown_it', 'textual.widgets._markdown'}\n"
        "print(*sorted(heavy & set(sys.modules)))\n"
    )

    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()

    assert loaded == []
