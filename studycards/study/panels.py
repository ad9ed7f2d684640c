"""Arrays in the words of one language, as both faces show them: those of a question, and what became of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.locale.text import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.locale import Language, Text
    from studycards.questions.question import Grid, WrittenCells

Index: TypeAlias = tuple[int, ...]


class Look(StrEnum):
    """What a piece of a row is, for a face that has colours."""

    BLANK = "blank"
    TITLE = "title"
    FRAME = "frame"
    CELL = "cell"
    MARKED = "marked"
    RIGHT = "right"
    WRONG = "wrong"
    EMPTY = "empty"
    CURSOR = "cursor"


class Cell(NamedTuple):
    """The text of one cell, and the signs that stand close to it on both sides."""

    text: str
    look: Look = Look.CELL
    left: str = " "
    right: str = " "


@dataclass(frozen=True, slots=True)
class Panel:
    """An array to be laid out: its `cells` in the order of the rows.

    `least` is the width of a column at least; `labels` stand above the matrices of several channels, in place of their
    indices.
    """

    title: str
    shape: tuple[int, ...]
    cells: tuple[Cell, ...]
    least: int = 1
    labels: tuple[str, ...] = ()


def panel_of(grid: Grid, language: Language) -> Panel:
    """Return `grid` in the words of `language`; a marked cell stands between `‹` and `›`."""
    texts = tuple(language.render(text) for text in _flat(grid.cells))
    shape = _shape(grid.cells)
    marked = {index for index in grid.marked if len(index) == len(shape)}
    cells = (
        pointed_at(text) if index in marked else Cell(text) for index, text in zip(indices(shape), texts, strict=True)
    )
    return Panel(unmarked(language.render(grid.title)), shape, tuple(cells))


def pointed_at(text: str) -> Cell:
    """Return a cell that the eye is to find without colours, too."""
    return Cell(text, Look.MARKED, "‹", "›")


def indices(shape: Sequence[int]) -> Iterator[Index]:
    """Yield the indices of an array of this shape, the last axis running fastest."""
    return product(*map(range, shape))


def written_index(index: Index) -> str:
    """Return `[0,2]`, as NumPy would say it."""
    return f"[{','.join(map(str, index))}]"


def _shape(cells: WrittenCells) -> tuple[int, ...]:
    if not isinstance(cells, tuple):
        return ()
    return (len(cells), *(_shape(cells[0]) if cells else ()))


def _flat(cells: WrittenCells) -> Iterator[Text]:
    if isinstance(cells, tuple):
        for part in cells:
            yield from _flat(part)
    else:
        yield cells
