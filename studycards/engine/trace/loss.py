"""What all losses share: the loss of each prediction, and the sum or the mean that is made of them."""

from __future__ import annotations

from abc import abstractmethod
from itertools import product
from typing import TYPE_CHECKING

from studycards.engine.trace.operation import Operation, at
from studycards.engine.trace.terms import Step, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index


class Loss(Operation):
    """A loss of predictions x, reduced as `reduction` says: `none`, `sum` or `mean`."""

    __slots__ = ()

    x: Array
    reduction: str

    @property
    @abstractmethod
    def places(self) -> tuple[int, ...]:
        """The shape of the losses before they are reduced."""

    @abstractmethod
    def loss(self, place: Index) -> Expression:
        """Return the loss of one prediction."""

    @abstractmethod
    def divisor(self) -> Expression:
        """Return what a mean divides the sum of the losses by."""

    @property
    def shape(self) -> tuple[int, ...]:
        """() where the losses are reduced to one number."""
        return self.places if self.reduction == "none" else ()

    def y(self, cell: Index) -> Expression:
        """Return the loss of one prediction, or the sum or mean of all."""
        if self.reduction == "none":
            return self.loss(cell)
        losses = total(Step("loss", self.loss(place), place) for place in self.all_places())
        return losses if self.reduction == "sum" else Step("losses", losses) / self.divisor()

    def share(self, place: Index, dy: Array) -> Expression:
        """Return the gradient of one of the losses: its own dy, or that of the sum, which a mean divides."""
        if self.reduction == "none":
            return at(dy, "dy", *place)
        return at(dy, "dy") / self.divisor() if self.reduction == "mean" else at(dy, "dy")

    def all_places(self) -> Iterator[Index]:
        """Yield where there is a loss, row by row."""
        return product(*map(range, self.places))
