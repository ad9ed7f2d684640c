"""The table of a network: a row of plain data for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.receptive_field import receptive_fields

if TYPE_CHECKING:
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
        return receptive_fields(network)
    except LayerError:
        return (None,) * len(network.nodes)
