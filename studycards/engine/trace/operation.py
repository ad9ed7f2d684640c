"""What the trace of every operation offers: the worked solution of any cell of its output and of its gradients."""

from __future__ import annotations

from abc import ABC, abstractmethod
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.trace.terms import Number, Step, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


class Operation(ABC):
    """An operation of `functional` with the arguments of its call under their names: arrays, then options.

    `y` is the formula of one cell of the output; `dx`, `dweight`, ... stand beside it, one for each array that has a
    gradient. They are deliberately naive: one term for each product, which NumPy's results are tested against.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """The shape of the output."""

    @abstractmethod
    def y(self, cell: Index) -> Expression:
        """Return the formula of a cell of the output."""

    def output(self, cell: Index) -> Step:
        """Return how a cell of the output comes about.

        Raises:
            LayerError: there is no such cell.
        """
        check_cell(cell, self.shape)
        return Step("y", self.y(cell), cell)

    def gradient(self, argument: str, cell: Index, dy: Array) -> Step:
        """Return how the gradient of a cell of the array `argument` comes about; `dy` is the gradient of the output.

        Raises:
            LayerError: there is no such cell, or the argument has no gradient.
        """
        array, formula = getattr(self, argument, None), getattr(self, f"d{argument}", None)
        if array is None or formula is None:
            raise no_gradient(argument)
        check_cell(cell, array.shape)
        return Step(f"d{argument}", formula(cell, dy), cell)


def at(array: Array, name: str, *index: int) -> Number:
    """Return a cell of an array, called `name`, as a number that knows where it stands."""
    return Number(array.item(*index), name, index)


def cells_of_a_channel(shape: tuple[int, ...], channel: int) -> Iterator[Index]:
    """Yield the cells of a channel of an array of shape (N, C, ...), image by image, row by row."""
    N, _, *size = shape
    return product(range(N), (channel,), *map(range, size))


def of_a_channel(array: Array, name: str, channel: int) -> Expression:
    """Return the sum of a channel of an array (N, C, ...) over images and positions."""
    return total(at(array, name, *place) for place in cells_of_a_channel(array.shape, channel))


def option(value: float | Fraction, name: str) -> Number:
    """Return an option as the number it was written as: exact beside fractions, a float beside floats."""
    return Number(Fraction(str(value)), name)


def check_cell(cell: Index, shape: tuple[int, ...]) -> None:
    """Refuse a cell that an array of `shape` does not have: as an index Python would count it from the end."""
    if len(cell) != len(shape) or not all(0 <= i < size for i, size in zip(cell, shape, strict=True)):
        raise LayerError("engine.no_cell", "an array of shape {shape} has no cell {cell}", cell=cell, shape=shape)


def no_gradient(argument: str) -> LayerError:
    """Return the error for something that has no gradient."""
    return LayerError("engine.no_gradient", "there is no gradient of '{argument}' here", argument=argument)
