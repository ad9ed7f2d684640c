"""The arrays of a network, forward and backward, node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape
from studycards.engine.names import INPUT
from studycards.engine.operations import operation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.network import Network
    from studycards.engine.node import Node
    from studycards.engine.operations import Operation

    Revise: TypeAlias = "Callable[[Node, Operation], Operation]"

FIRST_INPUT = ("x", "x0")
"""What operations call the first array that enters them, of one and of several."""

BUFFERS = ("running_mean", "running_var", "mask")
"""What a layer may be given beside what it learns."""


def forward(
    network: Network,
    x: Array,
    parameters: Mapping[str, Array],
    given: Mapping[str, Array],
    revise: Revise | None = None,
) -> dict[str, Array]:
    """Return the value of the input and of every node by name; see `Network.forward`.

    `revise` may put another operation in the place of a node's own: that is how a wrong rule is followed through.
    """
    values = {INPUT: x}
    _check_shape(INPUT, x, (len(x), *network.input_shape))
    for name, value in given.items():
        _check_shape(name, value, (len(x), *network.shape_after(name)))
    operations = _operations(network, parameters, revise)
    for node, (compute, _, arguments, options) in zip(network.nodes, operations, strict=True):
        if node.name in given:
            values[node.name] = given[node.name]
        else:
            values[node.name] = compute(*[values[name] for name in node.inputs], *arguments, **options)
    return values


def backward(
    network: Network,
    dy: Mapping[str, Array],
    values: Mapping[str, Array],
    parameters: Mapping[str, Array],
    given: Mapping[str, Array] | None = None,
    revise: Revise | None = None,
) -> dict[str, Array]:
    """Return the gradients by the names of what they belong to; see `Network.backward`.

    `given` holds gradients of nodes that are taken instead of what reaches them, and as `fc1.input` shares that are
    taken instead of what the node fc1 sends back to its first input. `revise` is that of `forward`.
    """
    batch = len(values[INPUT])
    taken = given or {}
    gradients: dict[str, Array] = {}
    for name, gradient in dy.items():
        _check_shape(f"dy of {name}", gradient, (batch, *network.shape_after(name)))
        _add(gradients, name, gradient)
    nodes = zip(network.nodes, network.shapes, _operations(network, parameters, revise), strict=True)
    for node, shape, operation_ in reversed(list(nodes)):
        if node.name in taken:
            gradients[node.name] = taken[node.name]
        elif node.name not in gradients:  # nothing asked for depends on it
            gradients[node.name] = np.zeros((batch, *shape), values[INPUT].dtype)
        for array, gradient in _sent_back(node, operation_, gradients[node.name], values).items():
            share = taken.get(f"{node.name}.{INPUT}") if array in FIRST_INPUT else None
            _add(gradients, _owner(node, array), gradient if share is None else share)
    gradients.setdefault(INPUT, np.zeros(values[INPUT].shape, values[INPUT].dtype))
    return gradients


def sent_back(
    network: Network,
    name: str,
    gradient: Array,
    values: Mapping[str, Array],
    parameters: Mapping[str, Array],
    revise: Revise | None = None,
) -> dict[str, Array]:
    """Return what the node `name` alone sends back for the `gradient` of its value.

    That is its share in the gradient of its input as `x` (of several inputs `x0`, `x1`, ...), and its own weights' in
    theirs as `weight`, `bias`.
    """
    node, revised = next(
        (node, operation_)
        for node, operation_ in zip(network.nodes, _operations(network, parameters, revise), strict=True)
        if node.name == name
    )
    return dict(_sent_back(node, revised, gradient, values))


def _sent_back(node: Node, computed: Operation, gradient: Array, values: Mapping[str, Array]) -> Mapping[str, Array]:
    inputs = [values[name] for name in node.inputs]
    return computed.backward(gradient, *inputs, *computed.arguments, **computed.options)


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


def _operations(network: Network, parameters: Mapping[str, Array], revise: Revise | None = None) -> list[Operation]:
    """Return what computes each node; what it learns must be there in the right shape."""
    own = [operation(node.layer, _own_arrays(network, node, parameters)) for node in network.nodes]
    return own if revise is None else [revise(*pair) for pair in zip(network.nodes, own, strict=True)]


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
