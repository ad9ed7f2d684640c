"""The arrays of a network, forward and backward, node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape
from studycards.engine.names import INPUT
from studycards.engine.operations import operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.network import Network
    from studycards.engine.node import Node
    from studycards.engine.operations import Operation

FIRST_INPUT = ("x", "x0")
"""What operations call the first array that enters them, of one and of several."""

BUFFERS = ("running_mean", "running_var", "mask")
"""What a layer may be given beside what it learns."""


class Back(NamedTuple):
    """A way back: the gradients by the names of what they belong to, and what each node sent to its inputs and weights.

    A node sends its share in the gradient of its input as `x` (of several inputs `x0`, `x1`, ...), and its own weights'
    in theirs as `weight`, `bias`.
    """

    gradients: dict[str, Array]
    sent: dict[str, Mapping[str, Array]]


class Known(NamedTuple):
    """Another pass through the same network, with no values given but those that this one is given, too.

    What both have in common is taken from it: equal arrays are the same object in both, so that a node has nothing to
    compute that does the same with the same arrays.
    """

    operations: Mapping[str, Operation]
    values: Mapping[str, Array]
    back: Back | None = None

    def value(self, node: Node, computed: Operation, inputs: list[Array]) -> Array | None:
        """Return what a node gives; None where it computes something else, or of something else."""
        own = self.operations[node.name]
        same = computed.forward is own.forward and _same_options(computed, own) and self._entered(node, inputs)
        return self.values[node.name] if same else None

    def sent_back(
        self, node: Node, computed: Operation, gradient: Array, inputs: list[Array]
    ) -> Mapping[str, Array] | None:
        """Return what a node sends back; None where it computes something else, or of something else."""
        if self.back is None or gradient is not self.back.gradients[node.name]:
            return None
        own = self.operations[node.name]
        same = computed.backward is own.backward and _same_options(computed, own) and self._entered(node, inputs)
        return self.back.sent[node.name] if same else None

    def _entered(self, node: Node, inputs: list[Array]) -> bool:
        return all(array is self.values[name] for name, array in zip(node.inputs, inputs, strict=True))


def operations(network: Network, parameters: Mapping[str, Array]) -> dict[str, Operation]:
    """Return what computes each node, by its name; what it learns must be there in the right shape."""
    return {node.name: operation(node.layer, _own_arrays(network, node, parameters)) for node in network.nodes}


def forward(
    network: Network,
    x: Array,
    operations: Mapping[str, Operation],
    given: Mapping[str, Array],
    known: Known | None = None,
) -> dict[str, Array]:
    """Return the value of the input and of every node by name; see `Network.forward`."""
    values = {INPUT: x}
    _check_shape(INPUT, x, (len(x), *network.input_shape))
    for name, value in given.items():
        _check_shape(name, value, (len(x), *network.shape_after(name)))
    for node in network.nodes:
        computed, inputs = operations[node.name], [values[name] for name in node.inputs]
        found = given.get(node.name) if known is None or node.name in given else known.value(node, computed, inputs)
        if found is None:
            found = computed.forward(*inputs, *computed.arguments, **computed.options)
        values[node.name] = found if known is None else _one_of(found, known.values[node.name])
    return values


def backward(
    network: Network,
    dy: Mapping[str, Array],
    values: Mapping[str, Array],
    operations: Mapping[str, Operation],
    given: Mapping[str, Array] | None = None,
    known: Known | None = None,
) -> Back:
    """Return the gradients of the loss, and what each node sends back; see `Network.backward`.

    `given` holds gradients of nodes that are taken instead of what reaches them, and as `fc1.input` shares that are
    taken instead of what the node fc1 sends back to its first input.
    """
    batch = len(values[INPUT])
    taken = given or {}
    gradients: dict[str, Array] = {}
    sent: dict[str, Mapping[str, Array]] = {}
    for name, gradient in dy.items():
        _check_shape(f"dy of {name}", gradient, (batch, *network.shape_after(name)))
        _add(gradients, name, gradient)
    for node, shape in zip(reversed(network.nodes), reversed(network.shapes), strict=True):
        if node.name in taken:
            gradients[node.name] = taken[node.name]
        elif node.name not in gradients:  # nothing asked for depends on it
            gradients[node.name] = np.zeros((batch, *shape), values[INPUT].dtype)
        if known is not None and known.back is not None:
            gradients[node.name] = _one_of(gradients[node.name], known.back.gradients[node.name])
        sent[node.name] = _sent_back(node, operations[node.name], gradients[node.name], values, known)
        for array, gradient in sent[node.name].items():
            share = taken.get(f"{node.name}.{INPUT}") if array in FIRST_INPUT else None
            _add(gradients, _owner(node, array), gradient if share is None else share)
    gradients.setdefault(INPUT, np.zeros(values[INPUT].shape, values[INPUT].dtype))
    return Back(gradients, sent)


def _sent_back(
    node: Node, computed: Operation, gradient: Array, values: Mapping[str, Array], known: Known | None
) -> Mapping[str, Array]:
    inputs = [values[name] for name in node.inputs]
    sent = None if known is None else known.sent_back(node, computed, gradient, inputs)
    return computed.backward(gradient, *inputs, *computed.arguments, **computed.options) if sent is None else sent


def _same_options(one: Operation, other: Operation) -> bool:
    return one.arguments is other.arguments and one.options is other.options


def _one_of(array: Array, other: Array) -> Array:
    """Return `other` where both are equal."""
    return other if array is not other and np.array_equal(array, other) else array


def _owner(node: Node, array: str) -> str:
    """Return the full name of what an operation calls `array`: an input of `node`, or what it learns."""
    if array == "x":
        return node.inputs[0]
    if array[0] == "x":
        return node.inputs[int(array[1:])]
    return f"{node.shares or node.name}.{array}"


def _add(gradients: dict[str, Array], name: str, gradient: Array) -> None:
    """Add a gradient to those that came on other ways: a value used twice collects from both."""
    gradients[name] = gradients[name] + gradient if name in gradients else gradient


def _own_arrays(network: Network, node: Node, parameters: Mapping[str, Array]) -> dict[str, Array]:
    """Return the arrays of one node by their short names."""
    owner = node.shares or node.name
    learned = network.parameter_shapes(owner)
    for array, shape in learned.items():
        full_name = f"{owner}.{array}"
        if full_name not in parameters:
            raise LayerError("engine.array_missing", "{name} is missing: no array was given for it", name=full_name)
        _check_shape(full_name, parameters[full_name], shape)
    return {array: parameters[full] for array in (*learned, *BUFFERS) if (full := f"{owner}.{array}") in parameters}


def _check_shape(name: str, array: Array, shape: tuple[int, ...]) -> None:
    if array.shape != shape:
        raise LayerError(
            "engine.array_shape",
            "{name} must have the shape {expected}, not {found}",
            name=name,
            expected=written_shape(shape),
            found=written_shape(array.shape),
        )
