"""What goes through a network, forward and backward, with the operation behind every array of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from studycards.questions.values.solution_uses import Way

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.run import Run
    from studycards.engine.trace import Step
    from studycards.questions.values.solution_uses import Use

Index = tuple[int, ...]

FORWARD = None
"""The direction to what a layer gives; the others are the arrays that it sends a gradient back to."""


@dataclass(frozen=True)
class Flow:
    """A complete run. `layout` is the order in which the axes of maps are named.

    `drawn` holds the names of arrays that a question leaves open, and that were drawn in their place.
    """

    run: Run
    layout: str = "CHW"
    drawn: frozenset[str] = frozenset()
    _arrays: dict[str, dict[str | None, Array]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def uses(self) -> dict[str, Use]:
        """What gives the value of each layer."""
        return Way(self.run).operations

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers, in order."""
        return self.run.network.names

    def directions(self, layer: str) -> tuple[str | None, ...]:
        """Return what can be watched of a layer: forward, and back to `x` (or `x0`, `x1`, ...), `weight`, `bias`."""
        return tuple(self.arrays(layer))

    def arrays(self, layer: str) -> dict[str | None, Array]:
        """Return what a layer gives in each direction: its output, then the gradients that it sends back."""
        if layer not in self._arrays:
            run, operation = self.run, self.uses[layer].operation
            back = run.sent_back(layer)
            found: dict[str | None, Array] = {FORWARD: run.values[layer]}
            found.update((name, array) for name, array in back.items() if _is_traced(operation, name))
            self._arrays[layer] = found
        return self._arrays[layer]

    def gradient(self, layer: str) -> Array:
        """Return the gradient that reaches the output of a layer."""
        return self.run.all_gradients[layer]

    def step(self, layer: str, direction: str | None, cell: Index) -> Step:
        """Return how a cell comes about."""
        operation = self.uses[layer].operation
        if direction is FORWARD:
            return operation.output(cell)
        return operation.gradient(direction, cell, self.gradient(layer))

    def is_given(self, layer: str, direction: str | None) -> bool:
        """Whether the question gives this array, instead of the layer."""
        return direction is FORWARD and layer in self.run.outputs


def _is_traced(operation: object, name: str) -> bool:
    return hasattr(operation, f"d{name}") or hasattr(operation, "inputs")
