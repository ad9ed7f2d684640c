"""The worked solution of any cell in a network: of a value, or of a gradient, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from studycards.engine import layers
from studycards.engine.layers import (
    Add,
    Concat,
    Crop,
    Dropout,
    DropPath,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    LayerNorm2d,
    LayerScale,
    Multiply,
    Slice,
)
from studycards.engine.names import INPUT, resolved_name
from studycards.engine.trace.adaptive import AverageToVector, MaximumToVector
from studycards.engine.trace.copying import Identity, channel_slice, crop
from studycards.engine.trace.merging import Addition, Concatenation, Multiplication
from studycards.engine.trace.normalization import ChannelNorm
from studycards.engine.trace.operation import at, check_cell, no_gradient
from studycards.engine.trace.operations import OPERATIONS
from studycards.engine.trace.scaling import ChannelScale
from studycards.engine.trace.terms import Step, total

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.layers import Layer
    from studycards.engine.network import Network, Node
    from studycards.engine.trace.operation import Operation
    from studycards.engine.trace.terms import Index


LEARNED = ("weight", "bias")
"""What layers learn: the gradient of one is asked for behind the name of its layer and a dot."""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkTrace:
    """A network with all that went through it: `values` of its `forward`, and of its `backward` the `gradients`.

    `dy` holds the gradients that the backward pass began with, by the names of the nodes that they were given for.
    In the steps arrays have the names of the operation, such as `x` and `weight`; `node` says of which layer they are.
    """

    network: Network
    parameters: Mapping[str, Array]
    values: Mapping[str, Array]
    dy: Mapping[str, Array]
    gradients: Mapping[str, Array]

    @classmethod
    def of(
        cls, network: Network, x: Array, parameters: Mapping[str, Array], dy: Mapping[str, Array] | None = None
    ) -> NetworkTrace:
        """Return the trace of a forward pass of `x`, and of a backward pass where gradients of nodes are given."""
        values = network.forward(x, parameters)
        given = {resolved_name(name, (INPUT, *network.names)): array for name, array in (dy or {}).items()}
        gradients = network.backward(given, values, parameters) if given else {}
        return cls(network, parameters, values, given, gradients)

    @property
    def operations(self) -> Iterator[tuple[Node, Operation]]:
        """The nodes in order, each with the operation that takes its inputs to its value: layer by layer."""
        return ((node, self._operation(node)) for node in self.network.nodes)

    def output(self, name: str, cell: Index) -> Step:
        """Return how a cell of the value of the node `name` comes about.

        Raises:
            LayerError: there is no such node or cell.
        """
        node = self._node(name)
        return replace(self._operation(node).output(cell), node=node.name)

    def gradient(self, name: str, cell: Index) -> Step:
        """Return how the gradient of a cell comes about: of a value such as `conv1` or `input`, or of `conv1.weight`.

        It is the sum of what each layer sends back that used it; of a value also of what was given at the outset.

        Raises:
            LayerError: there is no such value, weight or cell, or there was no backward pass.
        """
        if not self.gradients:
            raise no_gradient(name)
        owner, _, array = name.rpartition(".")
        if name not in self.values and array in LEARNED:
            owner = _owner(self._node(owner))
            name, shares = f"{owner}.{array}", self._back_to_weight(owner, array, cell)
        else:
            name = resolved_name(name, (INPUT, *self.network.names))
            check_cell(cell, self.values[name].shape)
            shares = self._back_to_value(name, cell)
        return Step("gradient", total(shares), cell, name)

    def _back_to_weight(self, owner: str, array: str, cell: Index) -> Iterator[Step]:
        for node in self.network.nodes:
            if owner == _owner(node):
                yield self._back(node, array, cell)

    def _back_to_value(self, name: str, cell: Index) -> Iterator[Step]:
        if name in self.dy:
            yield Step("dy", at(self.dy[name], "dy", *cell), cell, name)
        for node in self.network.nodes:
            for argument, source in _arguments(node):
                if source == name:
                    yield self._back(node, argument, cell)

    def _back(self, node: Node, argument: str, cell: Index) -> Step:
        """Return what the operation of `node` sends back to one of its arguments."""
        return replace(self._operation(node).gradient(argument, cell, self.gradients[node.name]), node=node.name)

    def _node(self, name: str) -> Node:
        return self.network.nodes[self.network.names.index(resolved_name(name, self.network.names))]

    def _operation(self, node: Node) -> Operation:
        inputs = [self.values[name] for name in node.inputs]
        prefix = f"{_owner(node)}."
        own = {name: array for name, array in self.parameters.items() if name.rpartition(".")[0] == _owner(node)}
        return traced(node.layer, inputs, {name.removeprefix(prefix): array for name, array in own.items()})


def traced(layer: Layer, inputs: list[Array], arrays: Mapping[str, Array]) -> Operation:
    """Return the operation that takes the `inputs` of `layer` to its output with its own `arrays`."""
    from studycards.engine.operations import operation  # noqa: PLC0415 - NumPy costs 75 ms, counts do without

    if isinstance(layer, Dropout) and "mask" not in arrays:
        return Identity(inputs[0])
    if type(layer) in _OF_LAYERS:
        return _OF_LAYERS[type(layer)](layer, inputs, arrays)
    computed = operation(layer, arrays)
    return OPERATIONS[computed.forward.__name__](*inputs, *computed.arguments, **computed.options)


_OF_LAYERS: dict[type[Layer], Callable[[Any, list[Array], Mapping[str, Array]], Operation]] = {
    Add: lambda _, inputs, __: Addition(inputs),
    Multiply: lambda _, inputs, __: Multiplication(inputs),
    Concat: lambda _, inputs, __: Concatenation(inputs, 1),
    Crop: lambda _, inputs, __: crop(inputs[0], inputs[1].shape[2:]),
    Slice: lambda layer, inputs, _: channel_slice(inputs[0], layer.start, layer.stop),
    GlobalAvgPool2d: lambda _, inputs, __: AverageToVector(inputs[0]),
    GlobalMaxPool2d: lambda _, inputs, __: MaximumToVector(inputs[0]),
    LayerNorm2d: lambda layer, inputs, arrays: ChannelNorm(inputs[0], arrays["weight"], arrays["bias"], layer.eps),
    LayerScale: lambda _, inputs, arrays: ChannelScale(inputs[0], arrays["weight"]),
    DropPath: lambda _, inputs, __: Identity(inputs[0]),
    layers.Identity: lambda _, inputs, __: Identity(inputs[0]),
}
"""What traces the layers that are no function of `functional`, or take their inputs in their own way."""


def _owner(node: Node) -> str:
    """Return the name of the node whose weights a node uses: its own, or that of the one it shares them with."""
    return node.shares or node.name


def _arguments(node: Node) -> list[tuple[str, str]]:
    """Return what a node's operation calls its inputs, each with the name of the input."""
    if isinstance(node.layer, Add | Multiply | Concat):
        return [(f"x{number}", name) for number, name in enumerate(node.inputs)]
    return [("x", node.inputs[0])]
