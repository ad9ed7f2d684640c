"""What is normalized: the mean, the variance, the values scaled and shifted; and all of them on the way back.

The norms differ only in which cells share their statistics, and which share a scale and a shift.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.trace.operation import Operation, at, option
from studycards.engine.trace.terms import Applied, Step, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.terms import Expression, Index, Number


class _Group(NamedTuple):
    """The cells that share their statistics: what each becomes, and the deviation that all were divided by."""

    normalized: dict[Index, Step]
    deviation: Step


class _Normalization(Operation):
    """What all norms share: y = weight * (x - mean) / sqrt(variance + eps) + bias."""

    __slots__ = ()

    x: Array
    weight: Array | None
    bias: Array | None
    eps: float | Fraction

    @abstractmethod
    def group(self, cell: Index) -> Index:
        """Return what the cells have in common that share their mean and variance with `cell`."""

    @abstractmethod
    def scale(self, cell: Index) -> Index:
        """Return the place in `weight` and `bias` of what `cell` is scaled and shifted by."""

    @property
    def is_fixed(self) -> bool:
        """Whether the statistics are given, so that x does not move them."""
        return False

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of x."""
        return self.x.shape

    def y(self, cell: Index) -> Expression:
        """Return the normalized value, scaled and shifted."""
        y: Expression = self._normalize(cell).normalized[cell]
        if self.weight is not None:
            y = at(self.weight, "weight", *self.scale(cell)) * y
        return y if self.bias is None else y + at(self.bias, "bias", *self.scale(cell))

    def dx(self, cell: Index, dy: Array) -> Expression:
        """Return (dn - mean(dn) - n * mean(dn * n)) / deviation, with n the normalized values and dn their gradient.

        The two means are there because x moves the mean and the variance of its group, too; where those are given,
        it is dn / deviation.
        """
        normalized, deviation = self._normalize(cell)
        if self.is_fixed:
            return self._dnormalized(cell, dy) / deviation
        back = {place: self._dnormalized(place, dy) for place in normalized}
        size, group = len(normalized), self.group(cell)
        mean = Step("mean_dn", total(back.values()) / size, group)
        pull = Step("mean_dn_n", total(back[place] * n for place, n in normalized.items()) / size, group)
        return (back[cell] - mean - normalized[cell] * pull) / deviation

    def dweight(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy times the normalized value, over all that the weight has scaled."""
        normalized: dict[Index, Step] = {}
        for place in self._scaled(cell):
            if place not in normalized:
                normalized |= self._normalize(place).normalized
        return total(at(dy, "dy", *place) * normalized[place] for place in self._scaled(cell))

    def dbias(self, cell: Index, dy: Array) -> Expression:
        """Return the sum of dy over all that the bias has shifted."""
        return total(at(dy, "dy", *place) for place in self._scaled(cell))

    def _normalize(self, cell: Index) -> _Group:
        """Return the cells that share their statistics with `cell`, normalized by the mean and variance of them."""
        group = self.group(cell)
        cells = {place: at(self.x, "x", *place) for place in _cells(self.shape) if self.group(place) == group}
        mean, variance = self.moments(cells, group)
        deviation = Step("deviation", Applied("root", variance + option(self.eps, "eps")), group)
        return _Group({place: Step("n", (x - mean) / deviation, place) for place, x in cells.items()}, deviation)

    def moments(self, cells: Mapping[Index, Number], group: Index) -> tuple[Expression, Expression]:
        """Return the mean and the biased variance of the cells of a group."""
        mean = Step("mean", total(cells.values()) / len(cells), group)
        squares = total((x - mean) ** 2 for x in cells.values())
        return mean, Step("variance", squares / len(cells), group)

    def _dnormalized(self, cell: Index, dy: Array) -> Expression:
        back = at(dy, "dy", *cell)
        return back if self.weight is None else Step("dn", back * at(self.weight, "weight", *self.scale(cell)), cell)

    def _scaled(self, by: Index) -> Iterator[Index]:
        """Yield the cells that are scaled and shifted by what stands at `by`."""
        return (place for place in _cells(self.shape) if self.scale(place) == by)


@dataclass(frozen=True, slots=True, eq=False)
class BatchNorm(_Normalization):
    """`batch_norm` of x (N, C, ...): each channel over the whole batch, or by the running statistics (C,)."""

    x: Array
    running_mean: Array | None
    running_var: Array | None
    weight: Array | None = None
    bias: Array | None = None
    training: bool = False
    eps: float | Fraction = 1e-5

    def group(self, cell: Index) -> Index:
        """The channel."""
        return cell[1:2]

    def scale(self, cell: Index) -> Index:
        """The channel."""
        return cell[1:2]

    @property
    def is_fixed(self) -> bool:
        """Whether the running statistics are used: when not training."""
        return not self.training

    def moments(self, cells: Mapping[Index, Number], group: Index) -> tuple[Expression, Expression]:
        """Return the mean and variance of the batch in training, else the running ones."""
        if self.training or self.running_mean is None or self.running_var is None:
            return _Normalization.moments(self, cells, group)
        return at(self.running_mean, "running_mean", *group), at(self.running_var, "running_var", *group)


@dataclass(frozen=True, slots=True, eq=False)
class LayerNorm(_Normalization):
    """`layer_norm` of x: each example over its last axes, which have the shape `normalized_shape`."""

    x: Array
    normalized_shape: int | tuple[int, ...]
    weight: Array | None = None
    bias: Array | None = None
    eps: float | Fraction = 1e-5

    def group(self, cell: Index) -> Index:
        """What stands before the normalized axes."""
        return cell[: self._first]

    def scale(self, cell: Index) -> Index:
        """The place within the normalized axes."""
        return cell[self._first :]

    @property
    def _first(self) -> int:
        """The first of the normalized axes."""
        shape = self.normalized_shape
        return self.x.ndim - (1 if isinstance(shape, int) else len(shape))


@dataclass(frozen=True, slots=True, eq=False)
class GroupNorm(_Normalization):
    """`group_norm` of x (N, C, ...): each example over `num_groups` groups of channels."""

    x: Array
    num_groups: int
    weight: Array | None = None
    bias: Array | None = None
    eps: float | Fraction = 1e-5

    def group(self, cell: Index) -> Index:
        """The example and the group of channels."""
        n, channel, *_ = cell
        return n, channel // (self.x.shape[1] // self.num_groups)

    def scale(self, cell: Index) -> Index:
        """The channel."""
        return cell[1:2]


@dataclass(frozen=True, slots=True, eq=False)
class ChannelNorm(_Normalization):
    """The layer norm of x (N, C, H, W) over the channels at each position."""

    x: Array
    weight: Array | None = None
    bias: Array | None = None
    eps: float | Fraction = 1e-5

    def group(self, cell: Index) -> Index:
        """The example and the position."""
        return cell[:1] + cell[2:]

    def scale(self, cell: Index) -> Index:
        """The channel."""
        return cell[1:2]


def instance_norm(
    x: Array,
    running_mean: Array | None = None,
    running_var: Array | None = None,
    weight: Array | None = None,
    bias: Array | None = None,
    *,
    use_input_stats: bool = True,
    eps: float | Fraction = 1e-5,
) -> Operation:
    """Return what traces `instance_norm`: groups of one channel, or a batch norm by the running statistics."""
    if use_input_stats:
        return GroupNorm(x, x.shape[1], weight, bias, eps)
    return BatchNorm(x, running_mean, running_var, weight, bias, eps=eps)


def _cells(shape: tuple[int, ...]) -> Iterator[Index]:
    return product(*map(range, shape))
