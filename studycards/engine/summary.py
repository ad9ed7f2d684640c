"""The table of a network: a row of plain data for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.names import INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        behind = "" if node.inputs == (before,) else f" of {_listed(node.inputs)}"
        shared = f" sharing {node.shares}" if node.shares else ""
        yield f"{node.layer}{behind}{shared}"


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


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"({', '.join(names)})"
