"""The arrays beside worked lines: values on the way, and the window that a cell was computed from."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from studycards.engine.trace import Number
from studycards.engine.trace.convolution import Convolution
from studycards.engine.trace.pooling import AveragePooling, MaxPooling
from studycards.locale import Text, message
from studycards.locale.language import MINUS
from studycards.questions.question import Grid
from studycards.questions.values.lines_cells import place, seen_order, stored_order
from studycards.questions.values.lines_numbers import worked_cell
from studycards.questions.values.lines_simple import parts_of
from studycards.questions.values.lines_writing import PADDING_ZERO

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace import Operation, Step
    from studycards.questions.question import Words, WrittenCells
    from studycards.questions.values.lines_cells import Index
    from studycards.questions.values.solution_uses import Use

_SHOWN = ((Convolution, None), (MaxPooling, None), (AveragePooling, None), (Convolution, "weight"), (MaxPooling, "x"))
"""Operations and what is asked of them, for which it matters where in x the numbers are."""


def array_grid(title: Words, array: Array, layout: str) -> Grid:
    """Return an array as the learner sees it."""
    return Grid(title, _cells(lambda index: worked_cell(array.item(*index)), array.shape, layout))


def window_grid(use: Use, step: Step, label: str, layout: str) -> Grid | None:
    """Return x with its padding, the cells marked that `step` looks at; None where its place says nothing."""
    frame = framed(use.operation)
    if frame is None or not any(isinstance(use.operation, kind) and use.argument == back for kind, back in _SHOWN):
        return None
    title = "worked.window" if use.argument is None else "worked.used_cells"
    seen = {part.index for part in parts_of(step.expression) if isinstance(part, Number) and part.name == "x"}
    marked = frozenset(place(frame.moved(index), frame.shape, layout) for index in seen)
    return Grid(message(title, cell=label), _cells(frame.cell, frame.shape, layout), marked)


class Frame:
    """The input of windows with the padding around it; `around` is what counts there as its value."""

    def __init__(self, operation: Convolution | MaxPooling | AveragePooling) -> None:
        self.x = operation.x
        repeats = isinstance(operation, Convolution) and operation.padding_mode != "zeros"
        sizes = [(0, axis.size) if repeats else (axis.before, axis.padded) for axis in operation.axes]
        self.before = (0, 0, *(before for before, _ in sizes))
        self.shape = (*self.x.shape[:2], *(padded for _, padded in sizes))
        self.around = -inf if isinstance(operation, MaxPooling) else 0.0

    def moved(self, index: Index) -> Index:
        """Return the place of a cell of x in the frame."""
        return tuple(i + before for i, before in zip(index, self.before, strict=True))

    def inner(self, place: Index) -> Index:
        """Return the index in x of a place of the frame; that of padding lies outside."""
        return tuple(i - before for i, before in zip(place, self.before, strict=True))

    def has(self, index: Index) -> bool:
        """Whether x has a cell of this index."""
        return all(0 <= i < size for i, size in zip(index, self.x.shape, strict=True))

    def cell(self, place: Index) -> Text:
        """Return what stands at a place of the frame."""
        index = self.inner(place)
        if self.has(index):
            return worked_cell(self.x.item(*index))
        return Text.same(PADDING_ZERO if self.around == 0 else f"{MINUS}∞")


def framed(operation: Operation) -> Frame | None:
    """Return the input of windows over maps with its padding; None of an operation without such windows."""
    if isinstance(operation, Convolution | MaxPooling | AveragePooling) and operation.x.ndim == 4:
        return Frame(operation)
    return None


def _cells(cell: Callable[[Index], Text], shape: Index, layout: str) -> WrittenCells:
    """Return the cells of an array of `shape`, without leading axes of size 1."""
    cells = _nested(cell, seen_order(shape, layout), layout, ())
    while isinstance(cells, tuple) and len(cells) == 1:
        cells = cells[0]
    return cells


def _nested(cell: Callable[[Index], Text], sizes: Index, layout: str, index: Index) -> WrittenCells:
    if not sizes:
        return cell(stored_order(index, layout))
    return tuple([_nested(cell, sizes[1:], layout, (*index, i)) for i in range(sizes[0])])
