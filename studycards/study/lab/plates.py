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
    """One channel of an array, row by row. `plane` says which one, such as `[1]`, where there are several."""

    letter: str
    words: Words
    spots: tuple[tuple[Spot, ...], ...]
    plane: str = ""

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
        *_, rows, columns = (1, *shape)
        spots = tuple(
            tuple(self._spot((*front, *((i,) if len(shape) > 1 else ()), j), marks) for j in range(columns))
            for i in range(rows)
        )
        return Plate(self.letter, self.words, spots, plane_label(front, self.array.shape))

    def _spot(self, at: Index, marks: Mapping[Index, Mark]) -> Spot:
        index = self.frame.inner(at) if self.frame else at
        mark = marks.get(index, Mark.NONE)
        if self.frame and not self.frame.has(index):
            return Spot(self.frame.around, mark, padding=True)
        return Spot(self.array.item(*index), mark)


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
