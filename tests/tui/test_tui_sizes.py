"""Every screen at every size: none crashes, too small a window says so, and what was typed is there afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.study.check import problems_of
from studycards.study.view import Phase
from studycards.tui.bindings import groups
from studycards.tui.places import PLACES
from studycards.tui.screens.problems import ProblemsScreen
from tests.tui.test_tui_exam import EXAM, begin

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from tests.tui.conftest import Face, OpenFace

    Visit = Callable[[Face], Awaitable[object]]

TINY, TOO_SMALL = ((1, 1), (2, 3), (6, 4), (10, 5)), ((20, 8), (39, 11))

LARGE = ((300, 100), (1, 1), (140, 45), (40, 12))

GRIDS = ("channels", "sheet")
"""Cards that scroll to the open cell when the terminal changes."""


def press(*keys: str) -> Visit:
    """Return a visit to what these keys lead to."""

    async def visit(face: Face) -> None:
        await face.press(*keys)

    return visit


def place(name: str) -> Visit:
    """Return a visit to one of the places that can be opened by name."""

    async def visit(face: Face) -> None:
        await face.press("enter")
        face.app.action_open(name)
        await face.frame()

    return visit


def exam(*keys: str) -> Visit:
    """Return a visit to what these keys lead to in an exam."""

    async def visit(face: Face) -> None:
        await begin(face)
        await face.press(*keys)

    return visit


async def faults(face: Face) -> None:
    """Visit the faults of the settings file."""
    face.workspace.preferences.path.write_text('theme = "lihgt"\n', encoding="utf-8")
    await place("settings")(face)
    await face.press("f", "j")


async def problems(face: Face) -> None:
    """Visit the problems of a deck."""
    file = face.workspace.home / "faulty.yaml"
    file.write_text("format: 1\nid: faulty\ntitle: 3\ncards: []\n", encoding="utf-8")
    await face.press("enter")
    face.app.open_page(ProblemsScreen(file, problems_of(file, [])))
    await face.press("j")


VISITS: dict[str, Visit] = {
    "WelcomeScreen": press(),
    "HomeScreen": press("enter", "j"),
    "HelpScreen": press("enter", "ctrl+g", "j"),
    "HistoryScreen": press("enter", "enter", "ctrl+y", "j"),
    "Palette": press("enter", "ctrl+p", "q"),
    "ExamsScreen": press("enter", "e"),
    "ExamScreen": exam("2"),
    "SlotsScreen": exam("ctrl+r", "j"),
    "ReportScreen": exam("ctrl+y", "ctrl+y", "j"),
    "ReviewScreen": exam("ctrl+y", "ctrl+y", "enter"),
    "FaultsScreen": faults,
    "ProblemsScreen": problems,
    **{screen: place(name) for name, (_, screen) in PLACES.items()},
}
"""How to get to each screen, but the one of a session, and do something there."""

ANSWERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "choice": (("ctrl+t", "2"), ("enter", "f")),
    "several": (("1",), ("enter",)),
    "claim": (("p",), ("enter",)),
    "order": (("J",), ("enter",)),
    "match": (("a",), ("b", "enter")),
    "recall": ((), ("space",)),
    "cloze": (tuple("une"), ("enter",)),
    "term": (tuple("max"), ("enter",)),
    "shape": (tuple("16x30"), ("enter", "f")),
    "number": (tuple("3+"), ("4", "enter")),
    "channels": (tuple("0 4;3"), ("enter", *"0 3 3;1 1", "ctrl+s", "ctrl+s", "f")),
    "sheet": (tuple("3 1"), ("ctrl+r", "f")),
}
"""For a card of each kind: keys that begin an answer; keys that hand it in, and open the full solution of some."""


@pytest.fixture(autouse=True)
def exams(decks: Path, values: Path) -> None:
    """Put cards about arrays and an exam beside the deck."""
    assert values.exists()
    (decks.parent / "exams").mkdir()
    (decks.parent / "exams" / "trial.yaml").write_text(EXAM, encoding="utf-8")


def test_every_screen_is_visited() -> None:
    """A new screen is in `PLACES`, or gets a line in `VISITS`."""
    assert {group.screen for group in groups()} <= {*VISITS, "StudyScreen"}


@pytest.mark.parametrize("name", VISITS)
async def test_a_screen_stands_a_storm_of_sizes(name: str, open_face: OpenFace) -> None:
    async with open_face() as face:
        await VISITS[name](face)
        shown = type(face.app.screen).__name__
        await storm(face)

    assert shown == name


async def test_every_kind_of_question_and_the_summary_stand_a_storm_of_sizes(open_face: OpenFace) -> None:
    async with open_face(*ANSWERS) as face:
        session = face.app.screen._session  # type: ignore[attr-defined]  # noqa: SLF001 - which question it is
        asked: set[str] = set()
        while asked != set(ANSWERS):
            assert session.view.phase is Phase.QUESTION
            card = session.view.question.prompt.partition("/")[0]
            asked.add(card)
            begun, done = ANSWERS[card]
            await face.press(*begun)
            await storm(face, still=card not in GRIDS, large=card in GRIDS)
            await face.press(*done)
            if "f" in done:
                await storm(face, still=card not in GRIDS)
            await face.press("enter")
        await face.press("ctrl+l")
        assert session.view.phase is Phase.DONE
        await storm(face)

    assert asked == set(ANSWERS)


@pytest.mark.parametrize("size", [(1, 1), (6, 4), (300, 100)])
async def test_the_program_starts_at_any_size(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        await face.press("enter")


async def storm(face: Face, *, still: bool = True, large: bool = True) -> None:
    """Make the terminal too small, and usual again.

    Args:
        face: what has to stand it.
        still: whether all is as it was then; it is where nothing has to be brought into sight.
        large: whether it gets very large, too, which takes a third of a second.
    """
    before, focused = await face.frame(), face.app.focused
    for width, height in TINY:
        await face.pilot.resize_terminal(width, height)
    small = [await resize(face, size) for size in TOO_SMALL]
    after = await resize(face, (80, 24))
    for width, height in LARGE if large else ():
        await face.pilot.resize_terminal(width, height)
    last = await resize(face, (80, 24))

    assert all("40×12" in frame for frame in small)
    assert not still or after.split("\n") == before.split("\n")
    assert "40×12" not in last
    assert face.app.focused is focused


async def resize(face: Face, size: tuple[int, int]) -> str:
    """Give the terminal another size and return the screen."""
    await face.pilot.resize_terminal(*size)
    return await face.frame()
