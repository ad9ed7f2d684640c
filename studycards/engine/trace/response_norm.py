"""Local response normalization: each value over a power of what the channels around it add up to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at, option
from studycards.engine.trace.terms import Number, Step, total

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


@dataclass(frozen=True, slots=True, eq=False)
class LocalResponseNorm(Operation):
    """`local_response_norm` of x (N, C, ...): x / s ** beta, s = k + alpha / size * sum of x² over `size` channels."""

    x: Array
    size: int
    alpha: float | Fraction = 1e-4
    beta: float | Fraction = 0.75
    k: float | Fraction = 1.0

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return x / s ** beta."""
        return at(self.x, "x", *cell) / self._s(cell) ** option(self.beta, "beta")

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy / s ** beta - 2 * alpha / size * beta * x * sum of dy * x / s ** (beta + 1).

        The sum goes over the channels that looked at this one.
        """
        beta = option(self.beta, "beta")
        lookers = [other for other in self._channels(cell) if cell in self._seen(other)]
        pulls = (at(dy, "dy", *other) * at(self.x, "x", *other) / self._s(other) ** (beta + 1) for other in lookers)
        share = Number(2) * option(self.alpha, "alpha") * beta * at(self.x, "x", *cell) / Number(self.size, "size")
        return at(dy, "dy", *cell) / self._s(cell) ** beta - share * Step("pull", total(pulls), cell)

    def _s(self, cell: Index) -> Step:
        squares = total(at(self.x, "x", *seen) ** 2 for seen in self._seen(cell))
        mean = option(self.alpha, "alpha") * squares / Number(self.size, "size")
        return Step("s", option(self.k, "k") + mean, cell)

    def _seen(self, cell: Index) -> list[Index]:
        """Return the cells of the channels around a cell: an even size looks one channel further back."""
        first = cell[1] - self.size // 2
        return [other for other in self._channels(cell) if first <= other[1] < first + self.size]

    def _channels(self, cell: Index) -> list[Index]:
        """Return the cells of all channels at the position of a cell."""
        n, _, *position = cell
        return [(n, c, *position) for c in range(self.x.shape[1])]
