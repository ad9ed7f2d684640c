"""Softmax and its logarithm: each exponential, their sum, the quotient, the logarithm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at
from studycards.engine.trace.terms import Applied, Number, Step, total

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index

_LARGE = 300
"""Scores beyond it are shifted, so that the largest becomes 0: the exponential of 710 is no float any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Softmax(Operation):
    """`softmax` of x along axis `dim`: the scores of (N, classes), or the channels of (N, C, H, W)."""

    x: Array
    dim: int = 1

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return exp(x) over the sum of exp(x) along the axis."""
        return shares(self.x, self.dim, cell)[cell[self.dim]].expression

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return y * (dy - sum of dy * y), the sum along the axis."""
        ys = shares(self.x, self.dim, cell)
        pull = Step("pull", total(at(dy, "dy", *y.index) * y for y in ys), _line_index(cell, self.dim))
        return ys[cell[self.dim]] * (at(dy, "dy", *cell) - pull)


@dataclass(frozen=True, slots=True, eq=False)
class LogSoftmax(Operation):
    """`log_softmax` of x along axis `dim`."""

    x: Array
    dim: int = 1

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return x minus the logarithm of the sum of exp(x) along the axis."""
        return logarithm(self.x, self.dim, cell)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy - softmax(x) * sum of dy, the sum along the axis."""
        line = _line(self.x, self.dim, cell)
        share = shares(self.x, self.dim, cell, "p")[cell[self.dim]]
        sum_dy = Step("sum_dy", total(at(dy, "dy", *place) for place in line), _line_index(cell, self.dim))
        return at(dy, "dy", *cell) - share * sum_dy


def shares(x: Array, dim: int, cell: Index, name: str = "y") -> list[Step]:
    """Return the softmax along axis `dim` through `cell`: a step called `name` for each score."""
    powers = _exponentials(x, dim, cell)
    together = _sum(powers, dim, cell)
    return [Step(name, power / together, power.index) for power in powers]


def logarithm(x: Array, dim: int, cell: Index) -> Expression:
    """Return the logarithm of the softmax at `cell`: the score minus the logarithm of the sum."""
    powers = _exponentials(x, dim, cell)
    return _score(x, dim, cell) - Applied("log", _sum(powers, dim, cell))


def _exponentials(x: Array, dim: int, cell: Index) -> list[Step]:
    line = _line(x, dim, cell)
    return [Step("exp", Applied("exp", _score(x, dim, place)), place) for place in line]


def _sum(powers: list[Step], dim: int, cell: Index) -> Step:
    return Step("sum", total(powers), _line_index(cell, dim))


def _line_index(cell: Index, dim: int) -> Index:
    """Return what the cells along axis `dim` through `cell` have in common."""
    return cell[:dim] + cell[dim:][1:]


def _score(x: Array, dim: int, cell: Index) -> Expression:
    """Return the score at `cell`, minus the largest of its line where that is too large for an exponential."""
    score = at(x, "x", *cell)
    largest = max(x.item(*place) for place in _line(x, dim, cell))
    return score - Number(largest, "largest") if abs(largest) > _LARGE else score


def _line(x: Array, dim: int, cell: Index) -> list[Index]:
    """Return the cells along axis `dim` through `cell`."""
    axis = dim % x.ndim
    return [(*cell[:axis], i, *cell[axis + 1 :]) for i in range(x.shape[axis])]
