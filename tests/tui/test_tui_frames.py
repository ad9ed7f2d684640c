"""Golden frames of a session and of the screens around it, at three sizes and in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.golden_frames import LARGE, LOW, USUAL, check

if TYPE_CHECKING:
    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import OpenFace

ANSWERS: dict[str, tuple[str, ...]] = {
    "choice": ("ctrl+t", "1", "enter"),
    "several": ("1", "2", "enter"),
    "claim": ("p", "enter"),
    "order": ("J", "enter"),
    "match": ("a", "b", "enter"),
    "recall": ("space",),
    "cloze": (*"unet", "enter"),
    "term": (*"pooling", "enter"),
    "shape": (*"16x30x28", "enter"),
    "number": (*"3+4", "enter"),
}
"""Keys that answer each kind of question, some rightly, some not."""


@pytest.mark.parametrize("kind", ANSWERS)
async def test_a_question_before_and_after_its_answer(kind: str, open_face: OpenFace) -> None:
    async with open_face(kind) as face:
        before = await face.frame()
        after = await face.press(*ANSWERS[kind])

    check(f"question-{kind}", before, after)


@pytest.mark.parametrize(("size", "language"), [(LOW, "pl"), (LOW, "en"), (USUAL, "en"), (LARGE, "pl")])
@pytest.mark.parametrize("kind", ["choice", "shape"])
async def test_a_question_at_other_sizes(
    kind: str, size: tuple[int, int], language: LanguageCode, open_face: OpenFace
) -> None:
    async with open_face(kind, size=size, language=language) as face:
        before = await face.frame()
        after = await face.press(*ANSWERS[kind])

    check(f"question-{kind}-{size[0]}-{language}", before, after)


VALUES: dict[str, tuple[str, ...]] = {
    "tensor": (*"0 4;3 2*3", "enter"),
    "channels": (*"0 4;3 0 3 3;-1 2", "enter"),
    "sheet": (*"3 1;-1 2", "enter", *"3 1;1 2", "enter", *"5 2", "enter", *"0,1", "ctrl+s", "ctrl+s"),
}
"""Keys that answer questions about arrays, some cells rightly, some not."""


@pytest.mark.usefixtures("values")
@pytest.mark.parametrize("size", [LOW, USUAL, LARGE])
@pytest.mark.parametrize("kind", VALUES)
async def test_a_question_about_arrays(kind: str, size: tuple[int, int], open_face: OpenFace) -> None:
    """In front, half-way, after the answer, and with its full solution."""
    keys = VALUES[kind]
    async with open_face(kind, size=size) as face:
        before = await face.frame()
        halfway = await face.press(*keys[: len(keys) // 2])
        after = await face.press(*keys[len(keys) // 2 :])
        solved = await face.press("f")

    check(f"values-{kind}-{size[0]}", before, halfway, after, solved)


@pytest.mark.parametrize(("size", "language"), [(LOW, "pl"), (LOW, "en"), (USUAL, "pl"), (USUAL, "en"), (LARGE, "pl")])
async def test_welcome_home_and_help(size: tuple[int, int], language: LanguageCode, open_face: OpenFace) -> None:
    async with open_face(size=size, language=language) as face:
        welcome = await face.frame()
        home = await face.press("enter")
        selected = await face.press("j")
        help_screen = await face.press("ctrl+g")

    check(f"home-{size[0]}-{language}", welcome, home, selected, help_screen)


@pytest.mark.parametrize(("size", "language"), [(LOW, "pl"), (USUAL, "pl"), (USUAL, "en"), (LARGE, "pl")])
async def test_summary(size: tuple[int, int], language: LanguageCode, open_face: OpenFace) -> None:
    async with open_face("number", "claim", size=size, language=language) as face:
        for _ in range(2):
            await face.press("ctrl+r", "enter")
        summary = await face.press("ctrl+l")

    check(f"summary-{size[0]}-{language}", summary)
