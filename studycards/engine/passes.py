"""The arrays of a network, forward and backward: the one place where a layer meets the functions that compute it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from studycards.engine import functional
from studycards.engine.errors import LayerError
from studycards.engine.layers import BatchNorm2d, Conv2d, Dropout, GlobalAvgPool2d, Linear, written_shape
from studycards.engine.network import INPUT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.layers import Layer
    from studycards.engine.network import Network

BUFFERS = ("running_mean", "running_var", "mask")
"""What a layer may be given beside what it learns."""

SEEN_IN_THE_WEIGHT = {"out_channels", "out_features", "kernel_size", "bias"}
"""Options of a layer that a function takes from the shape of its weight instead."""


class _Operation(NamedTuple):
    """A function of x and `arrays` with its options, and the backward that takes dy before the same arguments."""

    forward: Callable[..., Array]
    backward: Callable[..., Gradients]
    arrays: tuple[Array | None, ...] = ()
    options: Mapping[str, Any] = {}


def forward(network: Network, x: Array, parameters: Mapping[str, Array]) -> dict[str, Array]:
    """Return the value of the input and of every node by name; see `Network.forward`."""
    _check_shape(INPUT, x, (len(x), *network.input_shape))
    values = {INPUT: x}
    for node in network.nodes:
        operation = _operation(node.layer, _own_arrays(network, node.name, parameters))
        x = operation.forward(x, *operation.arrays, **operation.options)
        values[node.name] = x
    return values


def backward(
    network: Network, dy: Array, values: Mapping[str, Array], parameters: Mapping[str, Array]
) -> dict[str, Array]:
    """Return the gradients by the names of what they belong to; see `Network.backward`."""
    sources = (INPUT, *network.names)
    gradients = {sources[-1]: dy}
    for node, source in reversed(list(zip(network.nodes, sources, strict=False))):
        operation = _operation(node.layer, _own_arrays(network, node.name, parameters))
        dy = gradients[node.name]
        found = operation.backward(dy, values[source], *operation.arrays, **operation.options)
        gradients |= {source if array == "x" else f"{node.name}.{array}": found[array] for array in found}
    return gradients


def _own_arrays(network: Network, name: str, parameters: Mapping[str, Array]) -> dict[str, Array]:
    """Return the arrays of one node by their short names; what it learns must be there in the right shape."""
    learned = network.parameter_shapes(name)
    for array, shape in learned.items():
        full_name = f"{name}.{array}"
        if full_name not in parameters:
            raise LayerError("engine.array_missing", "{name} is missing: no array was given for it", name=full_name)
        _check_shape(full_name, parameters[full_name], shape)
    return {array: parameters[full] for array in (*learned, *BUFFERS) if (full := f"{name}.{array}") in parameters}


def _check_shape(name: str, array: Array, shape: tuple[int, ...]) -> None:
    if array.shape != shape:
        raise LayerError(
            "engine.array_shape",
            "{name} must have the shape {expected}, not {found}",
            name=name,
            expected=written_shape(shape),
            found=written_shape(array.shape),
        )


def _operation(layer: Layer, arrays: Mapping[str, Array]) -> _Operation:
    """Return what computes `layer`: the function that has its name, unless the two differ in something."""
    match layer:
        case Dropout() if "mask" not in arrays:
            return _Operation(_identity, _identity_backward)
        case GlobalAvgPool2d():
            return _Operation(_global_average, _global_average_backward)
        case BatchNorm2d():
            return _batch_norm(layer, arrays)
    taken = (arrays["weight"], arrays.get("bias")) if "weight" in arrays else tuple(arrays.values())
    options = {option.name: getattr(layer, option.name) for option in fields(layer)}  # type: ignore[arg-type]
    if isinstance(layer, Conv2d | Linear):
        options = {option: value for option, value in options.items() if option not in SEEN_IN_THE_WEIGHT}
    return _Operation(getattr(functional, layer.kind), getattr(functional, f"{layer.kind}_backward"), taken, options)


def _batch_norm(layer: BatchNorm2d, arrays: Mapping[str, Array]) -> _Operation:
    """Return the batch norm by the running statistics where both are given, else by those of the batch."""
    taken = tuple(arrays.get(name) for name in ("running_mean", "running_var", "weight", "bias"))
    options = {"training": taken[0] is None or taken[1] is None, "eps": layer.eps}
    return _Operation(functional.batch_norm, functional.batch_norm_backward, taken, options)


def _global_average(x: Array) -> Array:
    return functional.global_avg_pool2d(x).reshape(x.shape[:2])


def _global_average_backward(dy: Array, x: Array) -> Gradients:
    return functional.global_avg_pool2d_backward(dy.reshape(*dy.shape, 1, 1), x)


def _identity(x: Array) -> Array:
    return x


def _identity_backward(dy: Array, x: Array) -> Gradients:  # noqa: ARG001 - every backward takes what its forward took
    return {"x": dy}
