"""Parameters and multiply-adds: the product for each layer, and the sum over the layers. No NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.names import members, resolved_name
from studycards.engine.trace.sizes import volume
from studycards.engine.trace.terms import Number, Step, multiplied, total

if TYPE_CHECKING:
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.network import Network, Node
    from studycards.engine.trace.terms import Expression

_NAMES = {
    "conv2d": ("out_channels", "in_channels", "kernel_height", "kernel_width"),
    "conv_transpose2d": ("in_channels", "out_channels", "kernel_height", "kernel_width"),
    "linear": ("out_features", "in_features"),
}
"""What the sizes of a weight are called; of a convolution the second one is shared out among the groups."""


def layer_parameters(layer: Layer, shape: Shape, node: str = "") -> Step:
    """Return the numbers that `layer` learns behind an input of `shape`: a product for each array, added up."""
    arrays = layer.parameter_shapes(shape)
    products = [Step(array, _entries(layer, array, sizes), node=node) for array, sizes in arrays.items()]
    return Step("parameters", total(products), node=node)


def layer_macs(layer: Layer, shape: Shape, node: str = "") -> Step:
    """Return the multiply-adds of `layer` behind an input of `shape`: its weights times the places of their use.

    A convolution is applied at each position of its output, a transposed one at each of its input, a linear layer
    once. Biases do not count.
    """
    formula = _uses(layer, shape) if layer.macs(shape) else Number(0)
    return Step("macs", formula, node=node)


def parameters(network: Network, name: str | None = None) -> Step:
    """Return the learned numbers of a node or group, or of the whole network: the sum over its layers.

    Layers without any are left out, and so are those that use the weights of another one.
    """
    nodes = [node for node in _asked(network, name) if node.shares is None]
    counts = (layer_parameters(node.layer, network.shape_before(node.name), node.name) for node in nodes)
    return Step("parameters", total(count for count in counts if count.value))


def macs(network: Network, name: str | None = None) -> Step:
    """Return the multiply-adds of a node or group, or of the whole network, for one input: the sum over its layers."""
    counts = (layer_macs(node.layer, network.shape_before(node.name), node.name) for node in _asked(network, name))
    return Step("macs", total(count for count in counts if count.value))


def flops(network: Network, name: str | None = None) -> Step:
    """Return twice the multiply-adds: a multiplication and an addition each."""
    return Step("flops", Number(2) * macs(network, name))


def activation_elements(network: Network, name: str | None = None) -> Step:
    """Return how many values a node or group, or the whole network, gives for one image: the sum over its layers."""
    shapes = {node.name: network.shape_after(node.name) for node in _asked(network, name)}
    return Step("elements", total(Step("elements", volume(shape), node=node) for node, shape in shapes.items()))


def _asked(network: Network, name: str | None) -> tuple[Node, ...]:
    if name is None:
        return network.nodes
    group = set(members(name, network.names)) or {resolved_name(name, network.names)}
    return tuple(node for node in network.nodes if node.name in group)


def _uses(layer: Layer, shape: Shape) -> Expression:
    weight = _factors(layer, layer.parameter_shapes(shape)["weight"])
    places = shape if layer.kind == "conv_transpose2d" else layer.output_shape(shape)
    return multiplied([*weight, *map(Number, places[1:], ("height", "width"))])


def _entries(layer: Layer, array: str, sizes: Shape) -> Expression:
    """Return how many numbers an array holds."""
    if array == "weight" and layer.kind in _NAMES:
        return multiplied(_factors(layer, sizes))
    return Number(sizes[0], "channels") if len(sizes) == 1 else volume(sizes)


def _factors(layer: Layer, sizes: Shape) -> list[Expression]:
    """Return the sizes of a weight as a textbook multiplies them: the kernel, then the channels in, then those out."""
    out, shared, *kernel = map(Number, sizes, _NAMES[layer.kind])
    return [*kernel, _of_all_groups(shared, getattr(layer, "groups", 1)), out]


def _of_all_groups(size: Number, groups: int) -> Expression:
    """Return the channels of one group: all of them over the number of groups, where there are several."""
    if groups == 1:
        return size
    return Number(size.value * groups, size.name) / Number(groups, "groups")
