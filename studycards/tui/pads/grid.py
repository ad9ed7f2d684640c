"""Filling in a tensor cell by cell, in a matrix of the shape that is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Self

from studycards.locale import message
from studycards.questions import Unreadable
from studycards.study.panels import Cell, Look, Panel, indices, written_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studycards.locale import Language, Message
    from studycards.questions.question import Tensor, TensorReading

EMPTY = "_"
"""What stands on a line for a cell that is not filled in yet."""

_HOLE = re.compile(r"(?<![^\s;|,[])_(?![^\s;|,\]])")
"""An empty cell on a line."""

LEAST_WIDTH = 3
"""Characters of a column at least, so that it keeps its width while it is filled in."""

MOST_NAMED = 4
"""Empty cells that a complaint names."""

_TYPED = frozenset("0123456789/*+-().,^%eE·×⋅∙⨯−–:÷½¼¾⅓⅔")
"""What a number or a calculation is made of."""


class GridCommand(StrEnum):
    """What a key can ask of a grid."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    NEXT_MATRIX = "next_matrix"
    PREVIOUS_MATRIX = "previous_matrix"
    ERASE = "erase"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPad:
    """A tensor in the making: its `cells` as they were typed, in the order of the rows.

    `cursor` is the place of one cell. What is typed there replaces what it held as long as it is `fresh`: just reached.
    """

    shape: tuple[int, ...]
    cells: tuple[str, ...]
    cursor: int = 0
    fresh: bool = True

    @property
    def columns(self) -> int:
        """Cells in a row."""
        return self.shape[-1]

    @property
    def size(self) -> int:
        """Cells in one matrix: all that a channel holds."""
        return prod(self.shape[-2:])

    @property
    def matrices(self) -> int:
        """Matrices in the tensor."""
        return len(self.cells) // self.size

    @property
    def is_at_end(self) -> bool:
        """Whether the cursor is in the last cell."""
        return self.cursor == len(self.cells) - 1

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, self.cells))

    @property
    def typed(self) -> str:
        """The tensor on one line, as it would be typed; empty before anything was."""
        if not self.filled:
            return ""
        plain, barred = self._line(" ".join), self._line(lambda cells: f"| {' | '.join(cells)} |")
        return plain if self.lacks or _read(plain, self.shape) == _read(barred, self.shape) else barred

    @property
    def lacks(self) -> Message | None:
        """Say which cells are empty, once others are not."""
        empty = [index for index, cell in zip(indices(self.shape), self.cells, strict=True) if not cell]
        if not empty or not self.filled:
            return None
        named = ", ".join(map(written_index, empty[:MOST_NAMED])) + (", …" if len(empty) > MOST_NAMED else "")
        return message("tui.empty_cells", count=len(empty), cells=named)

    def command(self, command: GridCommand) -> Self | None:
        """Carry out a command; None where it leads out of the grid."""
        if command is GridCommand.ERASE:
            return self._put(self.cells[self.cursor][:-1])
        if command is GridCommand.CLEAR:
            return self._put("")
        cursor = self._target(command)
        return self.at(cursor) if cursor is not None else None

    def at(self, place: int) -> Self:
        """Go to a cell."""
        return replace(self, cursor=place, fresh=True)

    def press(self, character: str) -> Self | None:
        """Write into the cell; a blank and a semicolon go on as they do on a line. None where it means nothing."""
        if character in _TYPED:
            return self._put(("" if self.fresh else self.cells[self.cursor]) + character)
        if character == " ":
            return self if self.fresh else self.command(GridCommand.NEXT) or self
        if character == ";":
            return self.at(min(self.cursor + self.columns - self.cursor % self.columns, len(self.cells) - 1))
        return None

    def pasted(self, text: str, language: Language) -> Self | Message:
        """Fill the grid with a whole tensor, or the cell with one number; say why where it does not fit."""
        reading, other = (_read(_HOLE.sub(digit, text), self.shape) for digit in "01")
        if isinstance(reading, Unreadable):
            return reading.reason
        if isinstance(other, Unreadable):
            return other.reason
        # What depends on the digit in the holes is a hole itself.
        pairs = zip(_numbers(reading.value), _numbers(other.value), strict=True)
        cells = tuple(_written(number, language) if number == as_well else "" for number, as_well in pairs)
        if not reading.shape:
            return self._put(cells[0])
        if _sizes(reading.shape) != _sizes(self.shape):
            return message("tui.other_shape", found=_times(reading.shape), expected=_times(self.shape))
        return replace(self, cells=cells, cursor=len(cells) - 1, fresh=True)

    def panel(self, language: Language, *, open_: bool = True) -> Panel:
        """Return the grid as it is shown; the cursor can be seen while it is open."""
        cells = (self._shown(place, at_cursor=open_ and place == self.cursor) for place in range(len(self.cells)))
        title = message("tui.grid_filled", filled=self.filled, of=len(self.cells))
        outer = indices(self.shape[:-2])
        labels = (f"{written_index(index)} {self._filled_in(number)}/{self.size}" for number, index in enumerate(outer))
        return Panel(language.render(title), self.shape, tuple(cells), LEAST_WIDTH, tuple(labels))

    def _shown(self, place: int, *, at_cursor: bool) -> Cell:
        text = self.cells[place]
        if at_cursor:
            return Cell(text or "·" * self.fresh, Look.CURSOR, "▸", " " if self.fresh else "▏")
        return Cell(text) if text else Cell("·", Look.EMPTY)

    def _filled_in(self, matrix: int) -> int:
        return sum(map(bool, self.cells[matrix * self.size : (matrix + 1) * self.size]))

    def _put(self, text: str) -> Self:
        cells = (*self.cells[: self.cursor], text, *self.cells[self.cursor + 1 :])
        return replace(self, cells=cells, fresh=False)

    def _target(self, command: GridCommand) -> int | None:
        """Return the cell to which a command leads."""
        place, columns = self.cursor, self.columns
        row, last_in_row = place - place % columns, place - place % columns + columns - 1
        match command:
            case GridCommand.LEFT:
                return max(place - 1, row)
            case GridCommand.RIGHT:
                return min(place + 1, last_in_row)
            case GridCommand.FIRST:
                return row
            case GridCommand.LAST:
                return last_in_row
        by = {
            GridCommand.UP: -columns,
            GridCommand.DOWN: columns,
            GridCommand.NEXT: 1,
            GridCommand.BACK: -1,
            GridCommand.NEXT_MATRIX: self.size - place % self.size,
            GridCommand.PREVIOUS_MATRIX: -self.size - place % self.size,
        }[command]
        return place + by if 0 <= place + by < len(self.cells) else None

    def _line(self, row: Callable[[list[str]], str]) -> str:
        """Join the rows: `;` between two, one more for each axis that ends there."""
        cells = [cell or EMPTY for cell in self.cells]
        parts = [row(cells[first : first + self.columns]) for first in range(0, len(cells), self.columns)]
        for depth, size in enumerate(reversed(self.shape[:-1]), start=1):
            between = "; " if depth == 1 else f" {';' * depth} "
            parts = [between.join(parts[first : first + size]) for first in range(0, len(parts), size)]
        return parts[0]


def grid_pad(shape: tuple[int, ...]) -> GridPad:
    """Return the empty grid of a tensor with at least one axis."""
    return GridPad(shape=shape, cells=("",) * prod(shape))


def _read(text: str, shape: tuple[int, ...]) -> TensorReading | Unreadable:
    from studycards.questions.reading.tensors import read_tensor  # noqa: PLC0415 - 6 ms that no other question needs

    return read_tensor(text, shape)


def _sizes(shape: tuple[int, ...]) -> list[int]:
    """Return the sizes that tell shapes apart: a row may be pasted as a column."""
    return [size for size in shape if size > 1]


def _times(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape))


def _numbers(value: Tensor) -> Iterator[Fraction]:
    if isinstance(value, tuple):
        for part in value:
            yield from _numbers(part)
    else:
        yield value


def _written(number: Fraction, language: Language) -> str:
    """Return a number so that it can be edited: a decimal where that is exact, else a fraction."""
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    if Fraction(decimal) != number:
        return str(number)
    return f"{decimal:f}".replace(".", language.decimal_mark)
