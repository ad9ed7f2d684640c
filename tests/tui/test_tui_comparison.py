"""A comparison on the screen: its networks under the question, one line for both halves; and the mistake made twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import OpenFace

DECK = """\
format: 1
id: compared
title: {pl: Porównania, en: Comparisons}
cards:
- id: lighter
  type: compare
  question: {pl: "Która sieć jest lżejsza i ile razy?", en: "Which one is lighter, and how many times?"}
  networks: {wide: "2x9x9 | conv2d(2, 5)", narrow: "2x9x9 | conv2d(2, 3)"}
  compare: parameters
- {id: one, type: computed, question: A?, network: "1x32x32 | conv2d(1, 5, padding=2)", ask: output_size}
- {id: two, type: computed, question: B?, network: "1x32x32 | conv2d(1, 5, padding=2)", ask: output_size}
"""
"""2·2·25 + 2 = 102 against 2·2·9 + 2 = 38 parameters: 2.68 times. Without padding the sizes are 28."""


@pytest.fixture
def compared(decks: Path) -> None:
    (decks / "compared.yaml").write_text(DECK, encoding="utf-8")


@pytest.mark.usefixtures("compared")
async def test_a_comparison_is_answered_on_the_line(open_face: OpenFace) -> None:
    async with open_face("lighter") as face:
        asked = await face.frame()
        half = await face.press("b", "enter")
        right = await face.press(*" 2,68", "enter")

    assert "a) wide: 2x9x9 | conv2d(2, 5)" in asked
    assert "b) narrow: 2x9x9 | conv2d(2, 3)" in asked
    assert "Dopisz, ile razy" in half
    assert "✓ Dobrze" in right


@pytest.mark.usefixtures("compared")
async def test_half_an_answer_right_says_which_half(open_face: OpenFace) -> None:
    async with open_face("lighter", size=(80, 40)) as face:
        answered = await face.press(*"b 0,37", "enter")

    assert "Częściowo dobrze: 50 %" in answered
    assert "Sieć się zgadza" in answered
    assert "Podzielono odwrotnie" in answered
    assert "b 2,68 razy" in answered


@pytest.mark.usefixtures("compared")
async def test_the_summary_names_the_mistake_made_twice(open_face: OpenFace) -> None:
    async with open_face("one", "two", size=(80, 40)) as face:
        summary = await face.press("2", "8", "enter", "enter", "2", "8", "enter", "enter", "ctrl+l")

    assert "Najczęstszy błąd: pominięte wypełnienie (2 razy)" in summary
