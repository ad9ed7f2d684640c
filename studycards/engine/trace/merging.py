"""Several arrays brought together, and what the gradient of each is made of. They are called `x0`, `x1`, ..."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at, check_cell, no_gradient
from studycards.engine.trace.terms import Step, multiplied, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index, Number


class _Merging(Operation):
    """What they share: the arrays that are brought together, and a gradient for each of them."""

    __slots__ = ()

    inputs: Sequence[Array]

    @abstractmethod
    def dinput(self, number: int, cell: Index, dy: Array) -> Expression:
        """Return the formula of the gradient of a cell of one of the inputs."""

    def gradient(self, argument: str, cell: Index, dy: Array) -> Step:
        """Return how the gradient of a cell of the input `x0`, `x1`, ... comes about.

        Raises:
            LayerError: there is no such input or no such cell.
        """
        names = [f"x{number}" for number in range(len(self.inputs))]
        if argument not in names:
            raise no_gradient(argument)
        number = names.index(argument)
        check_cell(cell, self.inputs[number].shape)
        return Step(f"d{argument}", self.dinput(number, cell, dy), cell)

    def seen(self, number: int, *place: int) -> Number:
        """Return a cell of one of the inputs."""
        return at(self.inputs[number], f"x{number}", *place)


class _Broadcast(_Merging):
    """What addition and multiplication share: inputs of one shape, or broadcast, as (N, C, 1, 1) over (N, C, H, W)."""

    __slots__ = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """The largest of the shapes, axis by axis."""
        axes = max(array.ndim for array in self.inputs)
        shapes = ((1,) * (axes - array.ndim) + array.shape for array in self.inputs)
        return tuple(map(max, *shapes))

    def meeting(self, cell: Index) -> list[Number]:
        """Return the numbers that meet in a cell of y, one of each input."""
        return [self.seen(number, *self.place(number, cell)) for number in range(len(self.inputs))]

    def place(self, number: int, cell: Index) -> Index:
        """Return the cell of one of the inputs that goes into a cell of y."""
        shape = self.inputs[number].shape
        return tuple(i if size > 1 else 0 for i, size in zip(cell[len(cell) - len(shape) :], shape, strict=True))

    def uses(self, number: int, cell: Index) -> Iterator[Index]:
        """Yield the cells of y that a cell of one of the inputs went into."""
        return (made for made in product(*map(range, self.shape)) if self.place(number, made) == cell)


@dataclass(frozen=True, slots=True, eq=False)
class Addition(_Broadcast):
    """`add`: the sum of the inputs."""

    inputs: Sequence[Array]

    def y(self, cell: Index) -> Expression:
        """Return the sum of the numbers that meet."""
        return total(self.meeting(cell))

    def dinput(self, number: int, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy over the cells that the cell went into."""
        return total(at(dy, "dy", *made) for made in self.uses(number, cell))


@dataclass(frozen=True, slots=True, eq=False)
class Multiplication(_Broadcast):
    """`multiply`: the product of the inputs."""

    inputs: Sequence[Array]

    def y(self, cell: Index) -> Expression:
        """Return the product of the numbers that meet."""
        return multiplied(self.meeting(cell))

    def dinput(self, number: int, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy times the other numbers over the cells that the cell went into."""
        return total(multiplied([at(dy, "dy", *made), *self._others(number, made)]) for made in self.uses(number, cell))

    def _others(self, number: int, made: Index) -> list[Number]:
        return [seen for other, seen in enumerate(self.meeting(made)) if other != number]


@dataclass(frozen=True, slots=True, eq=False)
class Concatenation(_Merging):
    """`concat`: the inputs one behind the other along axis `dim`."""

    inputs: Sequence[Array]
    dim: int = 0

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of each, their lengths along the axis added up."""
        sizes = list(self.inputs[0].shape)
        sizes[self.dim] = sum(self._lengths)
        return tuple(sizes)

    def y(self, cell: Index) -> Number:
        """Return the cell of the input that stands there."""
        position, number = cell[self.dim], 0
        while position >= self._lengths[number]:
            position -= self._lengths[number]
            number += 1
        return self.seen(number, *self._moved(cell, position - cell[self.dim]))

    def dinput(self, number: int, cell: Index, dy: Array) -> Number:
        """Return the cell of dy that the cell went to."""
        return at(dy, "dy", *self._moved(cell, sum(self._lengths[:number])))

    @property
    def _lengths(self) -> list[int]:
        return [array.shape[self.dim] for array in self.inputs]

    def _moved(self, cell: Index, by: int) -> Index:
        """Return the place of `cell` moved along the axis."""
        axis = self.dim % len(cell)
        return (*cell[:axis], cell[axis] + by, *cell[axis + 1 :])
