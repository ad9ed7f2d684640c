"""A network: named layers, each behind the one before it, with every shape and count known from the start."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.layers.base import written_shape
from studycards.engine.layers.options import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studycards.engine.functional._arrays import Array
    from studycards.engine.layers import Layer, Shape

INPUT = "input"
"""The name of what goes into a network, beside the names of its nodes."""


class Node(NamedTuple):
    """One layer of a network, and the name by which questions and errors call it."""

    name: str
    layer: Layer


@dataclass(frozen=True, slots=True)
class Network:
    """Layers one behind the other. `input_shape` is (C, H, W) or (features,), without the batch axis.

    `shapes` holds the shape after each node.

    Raises:
        LayerError: a layer cannot stand where it stands (the error's `node` says which), or two have the same name.
    """

    input_shape: Shape
    nodes: tuple[Node, ...]
    shapes: tuple[Shape, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check_input(self.input_shape)
        check_names(self.names)
        object.__setattr__(self, "shapes", tuple(_shapes(self.input_shape, self.nodes)))

    @classmethod
    def of(cls, input_shape: Shape, layers: Sequence[Layer]) -> Network:
        """Return the network of `layers` with automatic names: `conv1`, `relu1`, `conv2`, ..."""
        names = automatic_names(layers)
        return cls(input_shape, tuple(map(Node, names, layers)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the nodes, in order."""
        return tuple(node.name for node in self.nodes)

    @property
    def output_shape(self) -> Shape:
        """The shape of what comes out of the last layer."""
        return self.shapes[-1] if self.shapes else self.input_shape

    def layer(self, name: str) -> Layer:
        """Return the layer of the node `name`; a sole `relu1` is found as `relu`, too."""
        return self.nodes[self._position(name)].layer

    def shape_before(self, name: str) -> Shape:
        """Return the shape of what goes into the node `name`."""
        position = self._position(name)
        return self.shapes[position - 1] if position else self.input_shape

    def shape_after(self, name: str) -> Shape:
        """Return the shape of what comes out of the node `name`."""
        return self.shapes[self._position(name)]

    def parameter_shapes(self, name: str) -> dict[str, Shape]:
        """Return the shapes of what the node `name` learns: `weight`, then `bias`."""
        return self.layer(name).parameter_shapes(self.shape_before(name))

    def parameters(self, name: str | None = None) -> int:
        """Return how many numbers the node `name`, or the whole network, learns."""
        return sum(layer.parameters(shape) for layer, shape in self._asked(name))

    def macs(self, name: str | None = None) -> int:
        """Return the multiply-adds of the node `name`, or of the whole network, for one input; biases do not count."""
        return sum(layer.macs(shape) for layer, shape in self._asked(name))

    def replace(self, name: str, layer: Layer) -> Network:
        """Return the network with `layer` in the place of the one called `name`; the shapes behind it follow."""
        position = self._position(name)
        node = Node(self.nodes[position].name, layer)
        return Network(self.input_shape, (*self.nodes[:position], node, *self.nodes[position + 1 :]))

    def forward(self, x: Array, parameters: Mapping[str, Array]) -> dict[str, Array]:
        """Return the value of the input and of every node by name, for `x` of shape (N, *input_shape).

        `parameters` are named as in PyTorch: `conv1.weight`. What is not learned comes the same way and may be left
        out: `bn1.running_mean` and `bn1.running_var` (else those of the batch are taken), `dropout1.mask` (else the
        layer changes nothing).
        """
        from studycards.engine import passes  # noqa: PLC0415 - NumPy costs 75 ms, shapes and counts do without

        return passes.forward(self, x, parameters)

    def backward(self, dy: Array, values: Mapping[str, Array], parameters: Mapping[str, Array]) -> dict[str, Array]:
        """Return the gradients of a loss by the names of what they belong to: `conv1`, `conv1.weight`, `input`.

        `dy` is the gradient of what the last node gives, `values` are those of `forward`.
        """
        from studycards.engine import passes  # noqa: PLC0415 - NumPy costs 75 ms, shapes and counts do without

        return passes.backward(self, dy, values, parameters)

    def __str__(self) -> str:
        automatic = automatic_names([node.layer for node in self.nodes])
        layers = (
            str(node.layer) if node.name == name else f"{node.name}: {node.layer}"
            for node, name in zip(self.nodes, automatic, strict=True)
        )
        return " | ".join(["x".join(map(str, self.input_shape)), *layers])

    def _asked(self, name: str | None) -> list[tuple[Layer, Shape]]:
        """Return the layer called `name`, or all of them, each with the shape of what goes into it."""
        if name is not None:
            return [(self.layer(name), self.shape_before(name))]
        inputs = (self.input_shape, *self.shapes)
        return [(node.layer, shape) for node, shape in zip(self.nodes, inputs, strict=False)]

    def _position(self, name: str) -> int:
        return self.names.index(resolved_name(name, self.names))


def automatic_names(layers: Iterable[Layer | type[Layer]]) -> list[str]:
    """Return a name for each layer: what it is and the how manyth of its kind, such as `conv2`."""
    seen: Counter[str] = Counter()
    names = []
    for layer in layers:
        seen[layer.short] += 1
        names.append(f"{layer.short}{seen[layer.short]}")
    return names


def resolved_name(name: str, names: Sequence[str]) -> str:
    """Return the one of `names` that `name` stands for: itself, or `relu1` for `relu` where no `relu2` exists.

    Raises:
        LayerError: there is no such layer.
    """
    if name in names:
        return name
    if f"{name}1" in names and f"{name}2" not in names:
        return f"{name}1"
    raise LayerError.unknown("engine.unknown_node", "the network has no layer '{name}'", name=name, known=names)


def _check_input(shape: Shape) -> None:
    sizes = all(type(axis) is int and axis > 0 for axis in shape)
    if len(shape) not in {1, 3} or not sizes or math.prod(shape) > LARGEST:
        raise LayerError(
            "engine.input_shape",
            "an input has the shape channels×height×width or one number of features, not {shape}",
            shape=written_shape(shape),
        )


def check_names(names: Sequence[str]) -> None:
    """Refuse names of layers that occur twice, or that mean the input."""
    for name, count in Counter((INPUT, *names)).items():
        if count > 1:
            error = LayerError("engine.name_taken", "the name '{name}' is taken: choose another one", name=name)
            error.node = name
            raise error


def _shapes(shape: Shape, nodes: Iterable[Node]) -> Iterable[Shape]:
    for node in nodes:
        try:
            shape = node.layer.output_shape(shape)
        except LayerError as error:
            error.node = node.name
            raise
        yield shape
