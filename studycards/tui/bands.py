"""Matrices in the lines of a sheet: laid out at its width, painted by what each piece is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.style import Style

from studycards.study.grids import panel_rows
from studycards.study.panels import Look, panel_of
from studycards.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.locale import Language
    from studycards.questions.question import Grid
    from studycards.study.grids import Piece
    from studycards.study.panels import Panel

STYLES = {
    Look.BLANK: "",
    Look.TITLE: "$text-muted",
    Look.FRAME: "$text-muted",
    Look.CELL: "",
    Look.MARKED: "bold $accent",
    Look.RIGHT: "$success",
    Look.WRONG: "bold $error",
    Look.EMPTY: "$text-muted",
    Look.CURSOR: "bold $accent",
}


class Band(NamedTuple):
    """Matrices side by side, as many as fit; `indent` blanks stand before them."""

    panels: tuple[Panel, ...]
    language: Language
    indent: int = 0

    def rows(self, width: int) -> list[Content]:
        """Lay the matrices out; what is still too wide is cut, so that it cannot wrap into another row."""
        room = max(width - self.indent, 1)
        rows = panel_rows(self.panels, self.language, room)
        return [
            Content("").join(map(_painted, row)).truncate(room).pad_left(self.indent) if row else Content("")
            for row in rows
        ]

    def row_of_cursor(self, width: int) -> int:
        """Return the row on which the cursor stands."""
        rows = panel_rows(self.panels, self.language, max(width - self.indent, 1))
        return next((number for number, row in enumerate(rows) if _has_cursor(row)), 0)


def grid_band(grids: Iterable[Grid], language: Language, *, indent: int = 0) -> Band:
    """Return arrays as a band."""
    return Band(tuple(panel_of(grid, language) for grid in grids), language, indent)


def _painted(piece: Piece) -> Content:
    text = plain(piece.text, STYLES[piece.look])
    return text if piece.place is None else text.stylize(Style.from_meta({"place": piece.place}))


def _has_cursor(row: Iterable[Piece]) -> bool:
    return any(piece.look is Look.CURSOR for piece in row)
