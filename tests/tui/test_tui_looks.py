"""How the program looks, colours included: pictures of a few screens, to be looked at after a wanted change.

`STUDYCARDS_WRITE_FRAMES=1 pytest tests/tui/test_tui_looks.py` draws them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Face, OpenFace

LOOKS = Path(__file__).parents[1] / "golden" / "screens"

THEMES = ("dark", "light", "colour-blind")


def check(name: str, face: Face) -> None:
    """Compare what is on the screen with its picture, or draw it when asked to."""
    path = LOOKS / f"{name}.svg"
    drawn = face.app.export_screenshot(title="studycards")
    # The name of a picture follows from its content and says nothing; fonts from elsewhere are not wanted.
    drawn = re.sub(r"terminal-\d+", "terminal", re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL))
    if os.environ.get("STUDYCARDS_WRITE_FRAMES"):
        path.write_text(drawn, encoding="utf-8")

    assert drawn == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", THEMES)
async def test_an_answer_that_is_partly_right(theme: str, open_face: OpenFace) -> None:
    async with open_face("shape", size=(80, 24), theme=theme) as face:
        await face.press(*"16x30x28", "enter")

        check(f"look-answer-{theme}", face)


async def test_a_window_of_the_lab(open_face: OpenFace) -> None:
    async with open_face("number", size=(100, 34)) as face:
        face.app.action_open("lab")
        await face.press("enter", "right", "down")

        check("look-lab", face)
