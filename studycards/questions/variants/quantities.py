"""What can be asked of a network: the quantities of computed cards, and the functions that expressions may call.

Conventions: parameters are learned numbers; multiply-adds are those of convolutions and linear layers for one image,
without biases, and two floating-point operations each; activations are the values that layers give for one image, of
four bytes each (float32).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.asking import QUANTITIES
from studycards.engine.names import INPUT, resolved_name
from studycards.engine.network import Network
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.varied import Ask
    from studycards.engine.layers import Shape
    from studycards.engine.network import Node

    Answer = int | Shape

SIZES = frozenset({"output_size", "receptive_field"})
"""Quantities with a height and a width: one number where these are equal."""


def quantity(network: Network, ask: Ask) -> Answer:
    """Return what `ask` asks of `network`: a count, a shape without the batch axis, or one side of a square size.

    Raises:
        StudycardsError: there is no such quantity, or this network has none.
        LayerError: there is no such layer.
    """
    if ask.quantity not in QUANTITIES:
        raise StudycardsError("computed.unknown_quantity", name=ask.quantity, known=", ".join(QUANTITIES))
    return FUNCTIONS[ask.quantity](network, ask.of)


def nodes_up_to(network: Network, name: str | None) -> tuple[Node, ...]:
    """Return the nodes through which the input passes on its way out of the layer `name`, or out of the network.

    Raises:
        LayerError: there is no such layer.
    """
    if name == INPUT:
        return ()
    on_the_way = {network.outputs[0] if name is None else resolved_name(name, network.names)}
    for node in reversed(network.nodes):
        if node.name in on_the_way:
            on_the_way.update(node.inputs)
    return tuple(node for node in network.nodes if node.name in on_the_way)


def output_shape(network: object, layer: object = None) -> Shape:
    """Return the shape behind `layer`, or behind the last one: (C, H, W) or (features,)."""
    asked, name = _network(network), _layer(layer)
    return asked.output_shape if name is None else asked.shape_after(name)


def output_size(network: object, layer: object = None) -> Answer:
    """Return the side of the map behind `layer`, or behind the last one; (H, W) where it is not square."""
    return side(_map(output_shape(network, layer))[1:])


def parameters(network: object, layer: object = None) -> int:
    """Return the number of learned parameters of `layer`, or of the whole network."""
    return _network(network).parameters(_layer(layer))


def weights(network: object, layer: object = None) -> int:
    """Return the number of weights of `layer`, or of the whole network; of a norm those are the scales."""
    return _network(network).counts(_layer(layer)).weights


def biases(network: object, layer: object = None) -> int:
    """Return the number of biases of `layer`, or of the whole network; of a norm those are the shifts."""
    return _network(network).counts(_layer(layer)).biases


def macs(network: object, layer: object = None) -> int:
    """Return the multiply-adds of `layer`, or of the whole network, for one image."""
    return _network(network).macs(_layer(layer))


def flops(network: object, layer: object = None) -> int:
    """Return the floating-point operations of `layer`, or of the whole network, for one image."""
    return _network(network).counts(_layer(layer)).flops


def receptive_field(network: object, layer: object = None) -> Answer:
    """Return the side of what a cell behind `layer`, or at the end, sees; (height, width) where it is not square."""
    field = _network(network).receptive_field(_layer(layer))
    if field is None:
        raise StudycardsError("computed.map_needed_before")
    return side(field.size)


def activation_memory(network: object, layer: object = None) -> int:
    """Return the bytes of what `layer` gives, or of what all layers give, for one image."""
    return _network(network).activation_memory(_layer(layer)).bytes()


def channels(network: object, layer: object = None) -> int:
    """Return the first size of the output shape."""
    return output_shape(network, layer)[0]


def height(network: object, layer: object = None) -> int:
    """Return the height of the output."""
    return _map(output_shape(network, layer))[1]


def width(network: object, layer: object = None) -> int:
    """Return the width of the output."""
    return _map(output_shape(network, layer))[2]


FUNCTIONS: dict[str, Callable[..., Answer]] = {
    "output_shape": output_shape,
    "output_size": output_size,
    "parameters": parameters,
    "trainable": parameters,
    "weights": weights,
    "biases": biases,
    "macs": macs,
    "flops": flops,
    "receptive_field": receptive_field,
    "activation_memory": activation_memory,
    "channels": channels,
    "height": height,
    "width": width,
}
"""The functions that an expression of a `number` card may call with its networks and their layers."""


def side(size: Shape) -> Answer:
    """Return (height, width) as one number where the two are equal."""
    return size[0] if size[0] == size[1] else size


def _network(value: object) -> Network:
    """Return an argument of an expression, which may be anything, as the network it should be."""
    if not isinstance(value, Network):
        raise StudycardsError("computed.network_needed")
    return value


def _layer(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise StudycardsError("computed.layer_needed")
    return value


def _map(shape: Shape) -> Shape:
    if len(shape) != 3:
        raise StudycardsError("computed.map_needed")
    return shape
