"""The builder of networks: layers are added one by one, each behind the last one or behind those that are named."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from studycards.engine.names import INPUT, Names
from studycards.engine.network import Network, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.layers import Layer, Shape


class Graph:
    """A network in the making.

    Names are automatic where none is given: `conv1`, `conv2`, `relu1`. Inside of `with graph.within("layer1")` all
    names begin with `layer1.` and are numbered anew.
    """

    def __init__(self, input_shape: Shape) -> None:
        self.input_shape = input_shape
        self.last = INPUT
        """The name of the node that was added last."""
        self._nodes: list[Node] = []
        self._prefix = ""
        self._names = Names()

    def add(self, layer: Layer, *inputs: str, name: str | None = None, shares: str | None = None) -> str:
        """Add `layer` behind the nodes called `inputs`, or behind the last node, and return its full name.

        `name` is counted from the prefix on; `inputs` and `shares` are full names, as `add` returned them.
        """
        automatic = self._names.next(self._prefix, layer.short)
        full = f"{self._prefix}{name}" if name else automatic
        self._nodes.append(Node(full, layer, inputs or (self.last,), shares))
        self.last = full
        return full

    @contextmanager
    def within(self, group: str) -> Iterator[None]:
        """Put `group` and a dot before the names of what is added inside of the `with` block."""
        outside = self._prefix
        self._prefix = f"{outside}{group}."
        try:
            yield
        finally:
            self._prefix = outside

    def network(self, outputs: tuple[str, ...] = ()) -> Network:
        """Return the network of what was added; `outputs` are full names, left out it is the last node.

        Raises:
            LayerError: a layer cannot stand where it stands.
        """
        return Network(self.input_shape, tuple(self._nodes), outputs)
