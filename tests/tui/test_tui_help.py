"""Help: about what has the focus, its keys first, then those around it; how answers are typed only where some are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from studycards.locale import LANGUAGES, Language
from studycards.locale.catalogs.shell import ENTRIES
from tests.tui.golden_frames import check
from tests.tui.test_tui_sizes import VISITS, exams
from tests.tui.test_tui_words import fields

if TYPE_CHECKING:
    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import OpenFace

__all__ = ["exams"]

LOW, USUAL, LARGE = (40, 12), (80, 24), (140, 45)


@pytest.mark.parametrize(("size", "language"), [(LOW, "pl"), (LOW, "en"), (USUAL, "pl"), (USUAL, "en"), (LARGE, "pl")])
async def test_help_while_an_answer_is_typed(
    size: tuple[int, int], language: LanguageCode, open_face: OpenFace
) -> None:
    async with open_face("number", size=size, language=language) as face:
        await face.type("12")
        opened = await face.press("ctrl+g")
        last = await face.press("G")
        back = await face.press("q")

    check(f"help-{size[0]}-{language}", opened, last)
    assert "›  12" in back


@pytest.mark.parametrize("card", ["recall", "choice", "channels"])
async def test_help_about_a_card_a_choice_and_a_grid(card: str, open_face: OpenFace) -> None:
    async with open_face(card, size=(80, 60)) as face:
        opened = await face.press("ctrl+g")

    check(f"help-{card}", opened)


@pytest.mark.parametrize("name", [name for name in VISITS if name not in {"HelpScreen", "Palette"}])
async def test_help_says_what_has_the_focus(name: str, open_face: OpenFace) -> None:
    """Each screen and each thing that can have the focus goes by a name of its own."""
    async with open_face() as face:
        await VISITS[name](face)
        frame = await face.press("ctrl+g")
    titles = {Language("pl").text(f"shell.{key}") for key in ENTRIES if key.startswith("topic_")}

    assert frame.split("\n")[2].strip("│ ") in titles


async def test_a_line_of_help_is_scrolled_to_by_the_keys_of_lists(open_face: OpenFace) -> None:
    async with open_face("number", size=LOW) as face:
        first = await face.press("ctrl+g")
        lower = await face.press("j", "j")
        again = await face.press("k", "up")
        page = await face.press("pagedown")
        end = await face.press("G")
        beginning = await face.press("g")

    assert first == again == beginning
    assert len({first, lower, page, end}) == 4


@pytest.mark.parametrize("name", ENTRIES)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    polish, english = (fields(forms) for forms in ENTRIES[name])

    assert polish == english


def test_every_topic_is_explained_in_a_sentence_or_two() -> None:
    topics = [key for key in ENTRIES if key.startswith("topic_")]

    for code in LANGUAGES:
        for topic in topics:
            about = Language(code).text(f"shell.about_{topic}")
            assert re.fullmatch(r"[^\n]{20,260}\.", about), about


async def test_help_names_each_key_alone(open_face: OpenFace) -> None:
    """The line at the bottom shows the arrows as a pair; here the one up has a sentence of its own."""
    async with open_face(size=LARGE) as face:
        await face.press("enter")
        frame = await face.press("ctrl+g")

    assert "↓       Następna talia" in frame
    assert "↑       Poprzednia talia" in frame
    assert "↑↓      " not in frame
