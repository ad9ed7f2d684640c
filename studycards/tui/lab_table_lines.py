"""The table of a network as text: columns that line up, and fewer of them where there is less room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.layers import written_shape
from studycards.engine.names import INPUT
from studycards.engine.summary import written_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.summary import Row
    from studycards.locale import Language
    from studycards.study.lab.sketch import Sketch

COLUMNS = ("name", "call", "shape", "parameters", "macs", "field")
NAME, CALL = 0, 1
WORDS = 3
"""The first columns are words and begin together; the others are numbers and end together."""

GAP = 2
"""Cells between two columns."""

MOST_NAME, LEAST_CALL = 20, 12
"""Cells that a name may take, and that a call needs to be worth its column."""

DROPPED = ("field", "macs", "parameters")
"""Columns that give way on a narrow screen, in this order, after the calls."""


@dataclass(frozen=True, slots=True)
class TableText:
    """The cells of a table in one language; the input is its first row, the layers follow."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, sketch: Sketch, language: Language) -> TableText:
        """Write the numbers of a table as `language` does."""
        heading = tuple(language.text(f"lab.column_{column}") for column in COLUMNS)
        first = (INPUT, "", written_shape(sketch.network.input_shape), "", "", "")
        layers = (_cells(row, call, language) for row, call in zip(sketch.rows, sketch.calls, strict=True))
        return cls(heading, (first, *layers))

    def widths(self, room: int) -> dict[int, int]:
        """Return which columns fit into `room` cells, and the width of each; calls give way first."""
        widths = {column: self._width(column) for column in range(len(COLUMNS))}
        widths[NAME] = min(widths[NAME], MOST_NAME)
        spare = room - sum(widths.values()) - GAP * (len(widths) - 1)
        if widths[CALL] + min(spare, 0) >= min(LEAST_CALL, widths[CALL]):
            widths[CALL] += min(spare, 0)
            return widths
        del widths[CALL]
        for column in map(COLUMNS.index, DROPPED):
            if sum(widths.values()) + GAP * (len(widths) - 1) > room:
                del widths[column]
        return widths

    def _width(self, column: int) -> int:
        return max(len(row[column]) for row in (self.heading, *self.rows))


def row_text(cells: Sequence[str], widths: dict[int, int]) -> list[str]:
    """Return the cells of a row that are shown, each as wide as its column; what is too long loses its middle."""
    return [
        shortened(cells[column], width).ljust(width) if column < WORDS else cells[column].rjust(width)
        for column, width in widths.items()
    ]


def shortened(text: str, width: int) -> str:
    """Return `text` with an ellipsis in the place of what does not fit; of a name in groups the end says most."""
    if len(text) <= width:
        return text
    if "(" in text or "." not in text:
        return f"{text[: max(width - 1, 0)]}…"[:width]
    return f"…{text[len(text) - width + 1 :]}" if width > 1 else "…"[:width]


def _cells(row: Row, call: str, language: Language) -> tuple[str, ...]:
    numbers = (language.number(row.parameters), language.number(row.macs))
    return row.name, call, written_shape(row.shape), *numbers, written_field(row.receptive_field)
