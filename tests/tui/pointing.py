"""Where a text stands on the screen, and a click on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.tui.conftest import Face


def row_of(frame: str, text: str) -> int:
    """Return the row on which a text stands."""
    return next(row for row, line in enumerate(frame.split("\n")) if text in line)


async def click(face: Face, text: str) -> None:
    """Click on the first place where a text stands."""
    frame = await face.frame()
    row = row_of(frame, text)
    await face.pilot.click(offset=(frame.split("\n")[row].index(text), row))
