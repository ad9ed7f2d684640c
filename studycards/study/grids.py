"""Lay arrays out as matrices in brackets, for both faces: columns in line, channels and whole arrays side by side.

What comes out are rows of pieces. Joined they are lines of text; each piece says what it is, so that a face with
colours can paint it, and which cell it belongs to, so that a click can find it.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.locale.decimals import split_at_mark
from studycards.study.panels import Look, panel_of, written_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.locale import Language
    from studycards.questions.question import Grid
    from studycards.study.panels import Cell, Panel


class Piece(NamedTuple):
    """A part of a row; `place` is that of its cell in the order of the rows of the array."""

    text: str
    look: Look = Look.BLANK
    place: int | None = None


Row: TypeAlias = tuple[Piece, ...]

GAP = 3
"""Blanks between two matrices side by side."""

_SOLE, _FIRST, _MIDDLE, _LAST = ("[", "]"), ("⎡", "⎤"), ("⎢", "⎥"), ("⎣", "⎦")


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of one column: as wide as the longest texts before and from the decimal mark on."""

    cells: tuple[Cell, ...]
    least: int

    @property
    def heads(self) -> int:
        return max([self.least - self.tails, *(len(split_at_mark(cell.text)[0]) for cell in self.cells)])

    @property
    def tails(self) -> int:
        return max((len(split_at_mark(cell.text)[1]) for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return self.heads + self.tails + 2


def grid_lines(grids: Iterable[Grid], language: Language, width: int) -> list[str]:
    """Return `grids` as lines of text, side by side where they fit into `width`, else one below the other."""
    return lines_of(panel_rows([panel_of(grid, language) for grid in grids], language, width))


def lines_of(rows: Iterable[Row]) -> list[str]:
    """Return rows as text without blanks at their ends."""
    return ["".join(piece.text for piece in row).rstrip() for row in rows]


def panel_rows(panels: Iterable[Panel], language: Language, width: int) -> tuple[Row, ...]:
    """Lay `panels` out from left to right, going on below where `width` is used up."""
    return _flowed([_panel(panel, language, width) for panel in panels], width)


def width_of(row: Row) -> int:
    """Return how many characters a row takes."""
    return sum(len(piece.text) for piece in row)


def _panel(panel: Panel, language: Language, width: int) -> tuple[Row, ...]:
    """Return the title with the matrices of an array below it; a single number stands behind its title."""
    if not panel.shape:
        lead = f"{panel.title} =" if panel.title else ""
        return ((Piece(lead, Look.TITLE), *_cell(panel.cells[0], 0, _Column(panel.cells, 1))),)
    titles = textwrap.wrap(panel.title, max(width, 1))
    return (*((Piece(line, Look.TITLE),) for line in titles), *_matrices(panel, language, width))


def _matrices(panel: Panel, language: Language, width: int) -> tuple[Row, ...]:
    """Return the matrices of an array: samples below each other, the channels of one side by side, each numbered."""
    *outer, columns = panel.shape
    rows = outer.pop() if outer else 1
    size = rows * columns
    blocks = []
    for number, index in enumerate(product(*map(range, outer))):
        label = panel.labels[number] if panel.labels else written_index(index)
        head = ((Piece(label, Look.FRAME),),) if index else ()
        start = number * size
        cells = panel.cells[start : start + size]
        by_column = [_Column(cells[column::columns], panel.least) for column in range(columns)]
        blocks.append((*head, *_matrix(by_column, start, language, width)))
    channels = outer[-1] if outer and outer[-1] > 1 else max(len(blocks), 1)
    if len(blocks) > channels:
        across = max(map(_width, blocks))
        blocks = [_widened(block, across) for block in blocks]
    samples = (blocks[first : first + channels] for first in range(0, len(blocks), channels))
    return _stacked(_flowed(sample, width) for sample in samples)


def _widened(block: tuple[Row, ...], width: int) -> tuple[Row, ...]:
    """Return a block as wide as others, so that the channels of all samples stand below each other."""
    first, *others = block
    return ((*first, Piece(" " * (width - width_of(first)))), *others)


def _matrix(columns: Sequence[_Column], start: int, language: Language, width: int) -> tuple[Row, ...]:
    """Return one matrix; one that is wider than `width` part by part, saying which columns each part holds."""
    parts = _parts(columns, width)
    if len(parts) == 1:
        return _bracketed(columns, 0, start, len(columns))
    return _stacked(
        (
            (
                Piece(
                    language.text("study.columns", count=len(part), first=first, last=first + len(part) - 1), Look.FRAME
                ),
            ),
            *_bracketed(part, first, start, len(columns)),
        )
        for first, part in parts
    )


def _parts(columns: Sequence[_Column], width: int) -> list[tuple[int, Sequence[_Column]]]:
    """Cut columns into runs that fit between two brackets, at least one each, with the number of the first."""
    runs = [0]
    used = 2
    for number, column in enumerate(columns):
        if used + column.width > width and number > runs[-1]:
            runs.append(number)
            used = 2
        used += column.width
    return [(first, columns[first:last]) for first, last in zip(runs, [*runs[1:], len(columns)], strict=True)]


def _bracketed(columns: Sequence[_Column], first: int, start: int, across: int) -> tuple[Row, ...]:
    """Return some columns in brackets, of a matrix whose cells begin at `start` and whose rows are `across` long."""
    rows = len(columns[0].cells) if columns else 1
    return tuple(
        (
            Piece(opening, Look.FRAME),
            *(
                piece
                for number, column in enumerate(columns, first)
                for piece in _cell(column.cells[row], start + row * across + number, column)
            ),
            Piece(closing, Look.FRAME),
        )
        for row, (opening, closing) in enumerate(_brackets(rows))
    )


def _brackets(rows: int) -> list[tuple[str, str]]:
    return [_SOLE] if rows == 1 else [_FIRST, *[_MIDDLE] * (rows - 2), _LAST]


def _cell(cell: Cell, place: int, column: _Column) -> Row:
    """Return a cell with its signs close to it, padded so that the decimal marks of the column are in line."""
    head, _ = split_at_mark(cell.text)
    before = max(column.heads - len(head), 0)
    behind = max(column.width - 2 - before - len(cell.text), 0)
    return (
        Piece(" " * before + cell.left, Look.BLANK if cell.left == " " else cell.look, place),
        Piece(cell.text, cell.look, place),
        Piece(cell.right, Look.BLANK if cell.right == " " else cell.look, place),
        Piece(" " * behind, Look.BLANK, place),
    )


def _flowed(blocks: Sequence[tuple[Row, ...]], width: int) -> tuple[Row, ...]:
    """Set blocks side by side as long as they fit, then go on below."""
    bands: list[list[tuple[Row, ...]]] = []
    room = 0
    for block in blocks:
        needed = GAP + _width(block)
        if needed > room:
            bands.append([block])
            room = width - _width(block)
        else:
            bands[-1].append(block)
            room -= needed
    return _stacked(map(_beside, bands))


def _beside(blocks: Sequence[tuple[Row, ...]]) -> tuple[Row, ...]:
    """Join blocks from left to right, their first rows in line."""
    height = max(map(len, blocks))
    return tuple(
        tuple(
            piece
            for number, block in enumerate(blocks)
            for piece in _padded(block, row, last=number == len(blocks) - 1)
        )
        for row in range(height)
    )


def _padded(block: tuple[Row, ...], row: int, *, last: bool) -> Row:
    pieces = block[row] if row < len(block) else ()
    return pieces if last else (*pieces, Piece(" " * (_width(block) - width_of(pieces) + GAP)))


def _stacked(blocks: Iterable[tuple[Row, ...]]) -> tuple[Row, ...]:
    """Set blocks below each other, an empty row between two."""
    rows: list[Row] = []
    for block in blocks:
        rows += [(), *block] if rows else block
    return tuple(rows)


def _width(block: Sequence[Row]) -> int:
    return max(map(width_of, block), default=0)
