"""Each channel times a learned number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at, cells_of_a_channel
from studycards.engine.trace.terms import total

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


@dataclass(frozen=True, slots=True, eq=False)
class ChannelScale(Operation):
    """x (N, C, H, W) times weight (C,), channel by channel."""

    x: Array
    weight: Array

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return x times the weight of its channel."""
        return at(self.x, "x", *cell) * at(self.weight, "weight", cell[1])

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return dy times the weight of the channel."""
        return at(dy, "dy", *cell) * at(self.weight, "weight", cell[1])

    def dweight(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy * x over images and positions."""
        (channel,) = cell
        places = cells_of_a_channel(self.x.shape, channel)
        return total(at(dy, "dy", *place) * at(self.x, "x", *place) for place in places)
