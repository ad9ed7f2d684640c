"""All that goes through the network of a run, forward and back, computed when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from studycards.engine import passes
from studycards.engine.errors import LayerError
from studycards.engine.names import INPUT
from studycards.engine.passes import Known

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.loss import Loss
    from studycards.engine.network import Network, Node
    from studycards.engine.operations import Operation
    from studycards.engine.passes import Back
    from studycards.engine.run_arrays import Arrays

    Revise: TypeAlias = Callable[[Node, Operation], Operation]


@dataclass(frozen=True, eq=False)
class Passage:
    """What `x` leads to with these `parameters`, `outputs` and `gradients` given: see `studycards.engine.run.Run`.

    `revise` may put another operation in the place of a node's own. `before` has the same input and parameters, and no
    arrays given that this one is not given, too: what both have in common is taken from there. So a wrong rule, or a
    wrong value, costs only what it changes.
    """

    network: Network
    x: Array
    parameters: Arrays
    outputs: Arrays
    gradients: Arrays
    loss: Loss | None
    revise: Revise | None
    before: Passage | None

    @cached_property
    def operations(self) -> dict[str, Operation]:
        """What computes each node, by its name."""
        revise = self.revise
        if revise is None:
            return self.own_operations
        return {node.name: revise(node, self.own_operations[node.name]) for node in self.network.nodes}

    @cached_property
    def own_operations(self) -> dict[str, Operation]:
        """What would compute each node if nothing were revised."""
        return passes.operations(self.network, self.parameters) if self.before is None else self.before.own_operations

    @cached_property
    def values(self) -> dict[str, Array]:
        """The value of the input and of every node by name."""
        known = None if self.before is None else Known(self.before.operations, self.before.values)
        return passes.forward(self.network, self.x, self.operations, self.outputs, known)

    @cached_property
    def all_gradients(self) -> dict[str, Array]:
        """The gradients by the names of what they belong to."""
        return {**self.back.gradients, **self.gradients}

    @cached_property
    def back(self) -> Back:
        """The way back.

        Raises:
            LayerError: there is neither a loss nor a given gradient.
        """
        dy = {} if self.gradients and self.loss is None else {self.network.outputs[0]: self.dy}
        given = {name: array for name, array in self.gradients.items() if name in self.values or _is_share(name)}
        return passes.backward(self.network, dy, self.values, self.operations, given, self._known_back)

    @property
    def _known_back(self) -> Known | None:
        before = self.before
        if before is None or (before.loss is None and not before.gradients):
            return None
        return Known(before.operations, before.values, before.back)

    @cached_property
    def dy(self) -> Array:
        """The gradient of the loss with respect to the predictions."""
        before, predictions = self.before, self.predictions
        if before is not None and before.loss is self.loss and before.predictions is predictions:
            return before.dy
        return self.asked_loss.gradient(predictions)

    @property
    def predictions(self) -> Array:
        """What leaves the network."""
        return self.values[self.network.outputs[0]]

    @property
    def asked_loss(self) -> Loss:
        """The loss, which is needed.

        Raises:
            LayerError: there is none.
        """
        if self.loss is None:
            raise LayerError("engine.loss_needed", "a loss or a given gradient of the output is needed")
        return self.loss


def _is_share(name: str) -> bool:
    return name.endswith(f".{INPUT}")
