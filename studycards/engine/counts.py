"""What is counted of layers: learned numbers by kind, running statistics, and multiply-adds for one image."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.engine.layers import Shape
    from studycards.engine.node import Node


class Counts(NamedTuple):
    """The counts of some layers; weights that several layers share count once.

    `macs` are the multiply-adds of convolutions and linear layers for one image, without biases.
    """

    weights: int
    biases: int
    buffers: int
    macs: int

    @property
    def trainable(self) -> int:
        """What is learned: weights and biases; scale and shift of a norm are one of each."""
        return self.weights + self.biases

    @property
    def total(self) -> int:
        """What is learned and the buffers: running means and variances, as Keras counts."""
        return self.trainable + self.buffers

    @property
    def flops(self) -> int:
        """A multiply-add is two operations, one multiplication and one addition."""
        return 2 * self.macs


def counts(placed: Iterable[tuple[Node, Shape]]) -> Counts:
    """Return the counts of nodes, each with the shape that goes into it."""
    weights = biases = buffers = macs = 0
    for (_, layer, _, shares), shape in placed:
        macs += layer.macs(shape)
        if shares is None:
            for name, learned in layer.parameter_shapes(shape).items():
                if name == "bias":
                    biases += math.prod(learned)
                else:
                    weights += math.prod(learned)
            for carried in layer.buffer_shapes(shape).values():
                buffers += math.prod(carried)
    return Counts(weights, biases, buffers, macs)
