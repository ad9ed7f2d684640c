"""The node of a network: a layer, its name, and where it takes its values from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from studycards.engine.layers import Layer


class Node(NamedTuple):
    """One layer of a network, and the name by which questions and errors call it.

    `inputs` are the names of the nodes that it takes its values from, or `input`; left out, it is the node before:
    the network fills it in. `shares` is the node whose weights this one uses again.
    """

    name: str
    layer: Layer
    inputs: tuple[str, ...] = ()
    shares: str | None = None
