"""The plates of a picture: one channel of an array each, with the marks of what is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from studycards.questions.values.lines_cells import cell, place
from studycards.questions.values.solution_grids import framed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace import Operation
    from studycards.questions.question import Words
    from studycards.questions.values.solution_grids import Frame

Index = tuple[int, ...]

MOST_ROWS, MOST_COLUMNS = 50, 70
"""Of a larger channel only the part around what is marked is laid out: more is not seen in 200 columns."""

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Mark(Enum):
    """What a spot is in the picture: one that takes part, the one that decides, the one that is looked at."""

    NONE = 0
    USED = 1
    MAIN = 2
    CHOSEN = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A number on a plate; None where nothing stands. Padding lies around the map."""

    value: float | None
    mark: Mark = Mark.NONE
    padding: bool = False


@dataclass(frozen=True, slots=True)
class Plate:
    """One channel of an array, row by row. `plane` says which one, such as `[1]`, where there are several.

    Of a channel of the given `size` only a part is there if it is a large one: `first` is the row and the column at
    which the part begins.
    """

    letter: str
    words: Words
    spots: tuple[tuple[Spot, ...], ...]
    plane: str = ""
    first: tuple[int, int] = (0, 0)
    size: tuple[int, int] = (0, 0)

    @property
    def marked(self) -> list[tuple[int, int]]:
        """The rows and columns of the spots with a mark."""
        return [(i, j) for i, row in enumerate(self.spots) for j, spot in enumerate(row) if spot.mark is not Mark.NONE]


@dataclass(frozen=True, slots=True)
class Source:
    """An array that goes into a cell, under its name in the trace; of windows also with their padding."""

    name: str
    letter: str
    words: Words
    array: Array
    frame: Frame | None = None

    @classmethod
    def of(cls, name: str, letter: str, words: Words, array: Array, operation: Operation) -> Source:
        """Return a source; `x` of an operation with windows has a frame of padding."""
        return cls(name, letter, words, array, framed(operation) if name == "x" else None)

    def plate(self, front: Index, marks: Mapping[Index, Mark]) -> Plate:
        """Return the channel `front` with the `marks` of its cells."""
        shape = self.frame.shape if self.frame else self.array.shape
        *_, height, width = (1, *shape)
        before = self.frame.before[-2:] if self.frame else (0, 0)
        reach = reach_of_marks([(0, *index)[-2:] for index in marks if index[:-2] == front] or [(0, 0)])
        (top, bottom), (left, right) = reach
        rows = around(top + before[0], bottom + before[0], MOST_ROWS, height)
        columns = around(left + before[1], right + before[1], MOST_COLUMNS, width)
        spots = tuple(
            tuple(self._spot((*front, *((i,) if len(shape) > 1 else ()), j), marks) for j in columns) for i in rows
        )
        plane = plane_label(front, self.array.shape)
        return Plate(self.letter, self.words, spots, plane, (rows.start, columns.start), (height, width))

    def _spot(self, at: Index, marks: Mapping[Index, Mark]) -> Spot:
        index = self.frame.inner(at) if self.frame else at
        mark = marks.get(index, Mark.NONE)
        if self.frame and not self.frame.has(index):
            return Spot(self.frame.around, mark, padding=True)
        return Spot(self.array.item(*index), mark)


def reach_of_marks(places: Collection[Index]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the first and the last row, and the first and the last column of some places."""
    rows, columns = zip(*places, strict=True)
    return (min(rows), max(rows)), (min(columns), max(columns))


def around(first: int, last: int, count: int, of: int) -> range:
    """Return `count` numbers below `of` with those from `first` to `last` in their middle, or the first of these."""
    count = max(min(count, of), 0)
    spare = count - (last - first + 1)
    start = first if spare < 0 else first - spare // 2
    start = max(min(start, of - count), 0)
    return range(start, start + count)


def plane_label(front: Index, shape: Index) -> str:
    """Return the index of a channel as the learner counts it, empty for a sole one."""
    inside = place((*front, *(0,) * (len(shape) - len(front))), shape)
    return cell("", inside[: max(len(inside) - (len(shape) - len(front)), 0)])


def subscript(number: int) -> str:
    """Return a number as it stands behind a letter: ₁."""
    return str(number).translate(_SUBSCRIPTS)


def result_plate(letter: str, words: Words, array: Array, chosen: Index) -> Plate:
    """Return the channel of the cell that is looked at."""
    front = chosen[:-2]
    return Source("", letter, words, array).plate(front, {chosen: Mark.CHOSEN})


def fronts(indices: Collection[Index]) -> list[Index]:
    """Return the channels in which cells lie, each once, in order."""
    return list(dict.fromkeys(index[:-2] for index in indices))
