"""Every screen brings the styles that it needs: it looks the same whatever was opened before it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.css.stylesheet import Stylesheet

import studycards.tui
from studycards.tui.app import StudyApp
from studycards.tui.themes import THEMES
from tests.tui.test_tui_walk import SCENES, home

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.css.model import RuleSet
    from textual.screen import Screen

    from tests.tui.conftest import OpenFace

__all__ = ["home"]

FOLDER = Path(studycards.tui.__file__).parent

SHEETS = sorted(FOLDER.rglob("*.tcss"))


def brought(owner: type[StudyApp | Screen[Any]]) -> set[Path]:
    """Return the style sheets that a class names beside itself."""
    named = owner.CSS_PATH or []
    names: Iterable[object] = named if isinstance(named, list) else [named]
    beside = FOLDER if owner is StudyApp else FOLDER / "screens"
    return {beside / str(name) for name in names}


def styling(screen: Screen[Any]) -> set[Path]:
    """Return the style sheets of ours with a rule for something on the screen."""
    nodes = [node.css_path_nodes for node in screen.walk_children()]
    return {
        path
        for path in SHEETS
        if any(list(Stylesheet._check_rule(rule, node)) for rule in rules(path) for node in nodes)  # noqa: SLF001
    }


@cache
def rules(path: Path) -> Sequence[RuleSet]:
    """Return what a style sheet of ours says; which colours there are is no matter here."""
    sheet = Stylesheet(variables={**THEMES[0].to_color_system().generate(), **THEMES[0].variables})
    sheet.read(path)
    return sheet.rules


@pytest.mark.parametrize("name", SCENES)
async def test_a_screen_names_every_sheet_that_styles_it(name: str, open_face: OpenFace, home: Path) -> None:
    async with SCENES[name].open(open_face, home) as face:
        screen = face.app.screen
        missing = styling(screen) - brought(StudyApp) - brought(type(screen))

    assert missing == set()
