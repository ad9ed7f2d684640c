"""Activation memory: how many values the layers give, and how many of them a backward pass still needs.

The convention, for one image: each value that a layer gives counts once, whether or not a program would compute it in
place; the input of the network does not count. Kept for the backward pass are the outputs that some layer needs again:
those going into convolutions, linear layers, norms, smooth activations and products, and those coming out of relu,
sigmoid, tanh and softmax; each once, however many layers need it. Besides these, max pooling keeps one choice for each
value of its output, and dropout a mask. Sums, concatenations, average pooling and flattening keep nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.node import Node

FLOAT_BYTES = 4
"""Of a float32."""


class Memory(NamedTuple):
    """`elements` come out; `kept` of them are needed by the backward pass, and `choices` besides them."""

    elements: int
    kept: int
    choices: int

    def bytes(self, size: int = FLOAT_BYTES) -> int:
        """Return the bytes of all values."""
        return self.elements * size

    def bytes_kept(self, size: int = FLOAT_BYTES) -> int:
        """Return the bytes of what is kept, a choice at the size of a value."""
        return (self.kept + self.choices) * size


def activation_memory(nodes: Sequence[Node], shapes: Sequence[Shape], positions: Sequence[int]) -> Memory:
    """Return the memory of those nodes of a network that stand at `positions`; `shapes` are those behind each."""
    needed = {source for _, layer, inputs, _ in nodes if "input" in layer.keeps for source in inputs}
    elements = kept = choices = 0
    for position in positions:
        name, layer, _, _ = nodes[position]
        count = math.prod(shapes[position])
        elements += count
        if name in needed or "output" in layer.keeps:
            kept += count
        if "choice" in layer.keeps:
            choices += count
    return Memory(elements, kept, choices)
