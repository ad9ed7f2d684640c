"""The arrays of a network, forward and backward, node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape
from studycards.engine.names import INPUT
from studycards.engine.operations import operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.network import Network, Node
    from studycards.engine.operations import Operation

BUFFERS = ("running_mean", "running_var", "mask")
"""What a layer may be given beside what it learns."""


def forward(
    network: Network, x: Array, parameters: Mapping[str, Array], given: Mapping[str, Array]
) -> dict[str, Array]:
    """Return the value of the input and of every node by name; see `Network.forward`."""
    values = {INPUT: x}
    _check_shape(INPUT, x, (len(x), *network.input_shape))
    for name, value in given.items():
        _check_shape(name, value, (len(x), *network.shape_after(name)))
    operations = _operations(network, parameters)
    for node, (compute, _, arguments, options) in zip(network.nodes, operations, strict=True):
        if node.name in given:
            values[node.name] = given[node.name]
        else:
            values[node.name] = compute(*[values[name] for name in node.inputs], *arguments, **options)
    return values


def backward(
    network: Network, dy: Mapping[str, Array], values: Mapping[str, Array], parameters: Mapping[str, Array]
) -> dict[str, Array]:
    """Return the gradients by the names of what they belong to; see `Network.backward`."""
    batch = len(values[INPUT])
    gradients: dict[str, Array] = {}
    for name, gradient in dy.items():
        _check_shape(f"dy of {name}", gradient, (batch, *_shape(network, name)))
        _add(gradients, name, gradient)
    nodes = zip(network.nodes, network.shapes, _operations(network, parameters), strict=True)
    for node, shape, (_, compute, arguments, options) in reversed(list(nodes)):
        if node.name not in gradients:  # nothing asked for depends on it
            gradients[node.name] = np.zeros((batch, *shape), values[INPUT].dtype)
        found = compute(gradients[node.name], *[values[name] for name in node.inputs], *arguments, **options)
        for array, gradient in found.items():
            _add(gradients, _owner(node, array), gradient)
    gradients.setdefault(INPUT, np.zeros(values[INPUT].shape, values[INPUT].dtype))
    return gradients


def _shape(network: Network, name: str) -> tuple[int, ...]:
    return network.input_shape if name == INPUT else network.shape_after(name)


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


def _operations(network: Network, parameters: Mapping[str, Array]) -> list[Operation]:
    """Return what computes each node; what it learns must be there in the right shape."""
    return [operation(node.layer, _own_arrays(network, node, parameters)) for node in network.nodes]


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
