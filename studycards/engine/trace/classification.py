"""Cross-entropy: each exponential, the sum, the quotient, the logarithm; and back, the probability less the target."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.trace.loss import Loss
from studycards.engine.trace.operation import at, option
from studycards.engine.trace.softmax import logarithm, shares
from studycards.engine.trace.terms import Applied, Number, Step, total

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index

_CLASSES = 1
"""The axis of the classes."""


class _ClassLoss(Loss):
    """What the losses of classes share: x (N, C, ...), and how much each class counts at a place (n, ...)."""

    __slots__ = ()

    target: Array
    weight: Array | None
    ignore_index: int

    @property
    def places(self) -> tuple[int, ...]:
        """The shape of x without the classes."""
        return self.x.shape[:1] + self.x.shape[2:]

    @property
    def is_probable(self) -> bool:
        """Whether the target holds probabilities, not class indices."""
        return bool(self.target.shape == self.x.shape)

    def goal(self, cell: Index) -> Expression:
        """Return the part q of a class in the loss of its place: what the target says, times the class's weight."""
        return self.weighted(self.hit(cell), cell)

    def hit(self, cell: Index) -> Number:
        """Return what the target says of a class: its probability, or 1 or 0."""
        if self.is_probable:
            return at(self.target, "target", *cell)
        place = _place(cell)
        return Number(int(self.counts(place) and self.target.item(*place) == cell[_CLASSES]), "is_target", cell)

    def weighted(self, part: Expression, cell: Index) -> Expression:
        """Return `part` times the weight of the class, where there are weights."""
        return part if self.weight is None else at(self.weight, "weight", cell[_CLASSES]) * part

    def counts(self, place: Index) -> bool:
        """Whether the target at a place counts at all."""
        return self.is_probable or self.target.item(*place) != self.ignore_index

    def divisor(self) -> Expression:
        """Return the weights of the targets added up: their number, where there are no weights."""
        counted = [place for place in self.all_places() if self.counts(place)]
        if self.is_probable or self.weight is None:
            return Number(prod(self.places) if self.is_probable else len(counted), "divisor")
        return Step("divisor", total(at(self.weight, "weight", self.target.item(*place)) for place in counted))

    def classes(self, place: Index) -> list[Index]:
        """Return the cells of x at a place, class by class."""
        return [(place[0], c, *place[1:]) for c in range(self.x.shape[_CLASSES])]


@dataclass(frozen=True, slots=True, eq=False)
class CrossEntropy(_ClassLoss):
    """`cross_entropy` of scores x (N, C, ...) and targets: class indices (N, ...) or probabilities (N, C, ...)."""

    x: Array
    target: Array
    weight: Array | None = None
    ignore_index: int = -100
    reduction: str = "mean"
    label_smoothing: float | Fraction = 0.0

    def goal(self, cell: Index) -> Expression:
        """Return q = weight * ((1 - s) * p + s / C), where s is smoothed away from the target's p."""
        if not self.label_smoothing:
            return self.weighted(self.hit(cell), cell)
        s, classes = option(self.label_smoothing, "label_smoothing"), Number(self.x.shape[_CLASSES], "classes")
        even = int(self.counts(_place(cell)))
        return self.weighted((Number(1) - s) * self.hit(cell) + s * even / classes, cell)

    def loss(self, place: Index) -> Expression:
        """Return -(sum of q * log(softmax(x))) over the classes that have a part in it."""
        goals = {cell: self.goal(cell) for cell in self.classes(place)}
        return total(-(goal * self._logarithm(cell)) for cell, goal in goals.items() if goal.value)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return softmax(x) * sum of q - q, times the share of dy: softmax(x) - p, where q adds up to 1."""
        place = _place(cell)
        p = shares(self.x, _CLASSES, cell, "p")[cell[_CLASSES]]
        goals = total(self.goal(other) for other in self.classes(place))
        whole = self.weight is None and not self.is_probable and self.counts(place)
        return self.share(place, dy) * ((p if whole else p * Step("q", goals, place)) - self.goal(cell))

    def dtarget(self, cell: Index, dy: Array) -> Expression:
        """Return -weight * (1 - s) * log(softmax(x)), times the share of dy: for targets that are probabilities."""
        kept = Number(1) - option(self.label_smoothing, "label_smoothing")
        return self.share(_place(cell), dy) * -self.weighted(kept, cell) * self._logarithm(cell)

    def _logarithm(self, cell: Index) -> Expression:
        p = shares(self.x, _CLASSES, cell, "p")[cell[_CLASSES]]
        return Applied("log", p) if p.value else logarithm(self.x, _CLASSES, cell)


@dataclass(frozen=True, slots=True, eq=False)
class NLL(_ClassLoss):
    """`nll_loss` of logarithms x (N, C, ...) and class indices (N, ...)."""

    x: Array
    target: Array
    weight: Array | None = None
    ignore_index: int = -100
    reduction: str = "mean"

    @property
    def is_probable(self) -> bool:
        """False: the target holds class indices."""
        return False

    def loss(self, place: Index) -> Expression:
        """Return -weight * x of the target's class."""
        goals = {cell: self.goal(cell) for cell in self.classes(place)}
        return total(-(goal * at(self.x, "x", *cell)) for cell, goal in goals.items() if goal.value)

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return -weight at the target's class, else 0, times the share of dy."""
        return self.share(_place(cell), dy) * -self.goal(cell)


def _place(cell: Index) -> Index:
    """Return the place of a cell of x: its example and position, without its class."""
    return cell[:_CLASSES] + cell[_CLASSES + 1 :]
