"""What can be asked of a network: the quantities of computed cards, and the functions that expressions may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.network import Network, resolved_name
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.varied import Ask
    from studycards.engine.layers import Shape
    from studycards.engine.network import Node

    Answer = int | Shape

QUANTITIES = ("output_shape", "parameters")
"""What a computed card can ask; a card of type `number` has the functions below."""


def quantity(network: Network, ask: Ask) -> Answer:
    """Return what `ask` asks of `network`: a shape without the batch axis, or a number of parameters.

    Raises:
        StudycardsError: there is no such quantity.
        LayerError: there is no such layer.
    """
    match ask.quantity:
        case "output_shape":
            return output_shape(network, ask.of)
        case "parameters":
            return parameters(network, ask.of)
    raise StudycardsError("computed.unknown_quantity", name=ask.quantity, known=", ".join(QUANTITIES))


def nodes_up_to(network: Network, name: str | None) -> tuple[Node, ...]:
    """Return the nodes through which the input passes on its way out of the layer `name`, or out of the network.

    Raises:
        LayerError: there is no such layer.
    """
    if name is None:
        return network.nodes
    return network.nodes[: network.names.index(resolved_name(name, network.names)) + 1]


def output_shape(network: object, layer: object = None) -> Shape:
    """Return the shape behind `layer`, or behind the last one: (C, H, W) or (features,)."""
    asked, name = _network(network), _layer(layer)
    return asked.output_shape if name is None else asked.shape_after(name)


def parameters(network: object, layer: object = None) -> int:
    """Return the number of learned parameters of `layer`, or of the whole network."""
    return _network(network).parameters(_layer(layer))


def macs(network: object, layer: object = None) -> int:
    """Return the multiply-adds of `layer`, or of the whole network, for one image."""
    return _network(network).macs(_layer(layer))


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
    "parameters": parameters,
    "macs": macs,
    "output_shape": output_shape,
    "channels": channels,
    "height": height,
    "width": width,
}
"""The functions that an expression of a `number` card may call with its networks and their layers."""


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
