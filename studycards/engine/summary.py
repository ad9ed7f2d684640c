"""The table of a network: a row of plain data for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape
from studycards.engine.names import INPUT
from studycards.engine.writing import written_node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.layers import Layer, Shape
    from studycards.engine.network import Network
    from studycards.engine.receptive_field import ReceptiveField


class Row(NamedTuple):
    """A node: where its values come from, their shape behind it, and its counts for one image."""

    name: str
    layer: Layer
    inputs: tuple[str, ...]
    shape: Shape
    parameters: int
    macs: int
    receptive_field: ReceptiveField | None


class Totals(NamedTuple):
    """What a whole network comes to for one image; the memory of its activations in bytes."""

    parameters: int
    macs: int
    flops: int
    activation_memory: int


def totals(network: Network) -> Totals:
    """Return what the network comes to."""
    memory = network.activation_memory().bytes()
    return Totals(network.parameters(), network.macs(), network.counts().flops, memory)


def calls(network: Network) -> Iterator[str]:
    """Yield each layer in the notation, with what it stands behind unless that is the one before it."""
    for before, node in zip((INPUT, *network.names), network.nodes, strict=False):
        yield written_node(node, in_line=node.inputs == (before,))


def summary(network: Network) -> tuple[Row, ...]:
    """Return a row for each node of `network`, in order.

    Where branches meet that see the input at different strides, no row has a receptive field.
    """
    nodes = zip(network.nodes, network.entering, network.shapes, _fields(network), strict=True)
    return tuple(
        Row(
            node.name,
            node.layer,
            node.inputs,
            shape,
            node.layer.parameters(before[0]) if node.shares is None else 0,
            node.layer.macs(before[0]),
            field,
        )
        for node, before, shape, field in nodes
    )


def _fields(network: Network) -> tuple[ReceptiveField | None, ...]:
    try:
        return network.receptive_fields()
    except LayerError:
        return (None,) * len(network.nodes)


def written_field(field: ReceptiveField | None) -> str:
    """Return the side of a square field, else height×width; a dash where there is none."""
    return "–" if field is None else written_shape(tuple(dict.fromkeys(field.size)))
