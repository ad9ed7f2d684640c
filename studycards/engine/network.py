"""A network: named layers in a directed acyclic graph, with every shape and count known from the start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studycards.engine.counts import counts
from studycards.engine.memory import activation_memory
from studycards.engine.names import INPUT, automatic_names, check_names, members, resolved_name
from studycards.engine.node import Node
from studycards.engine.receptive_field import OWN_FIELD, receptive_fields
from studycards.engine.wiring import check_outputs, wired

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.counts import Counts
    from studycards.engine.functional._arrays import Array
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.memory import Memory
    from studycards.engine.receptive_field import ReceptiveField

__all__ = ["INPUT", "Network", "Node", "automatic_names", "check_names", "resolved_name"]


@dataclass(frozen=True, slots=True)
class Network:
    """Layers in an order in which each comes behind its inputs.

    `input_shape` is (C, H, W) or (features,), without the batch axis. `outputs` are the names of the nodes whose
    values leave the network, the main one first; left out, it is the last node. `shapes` holds the shape after each
    node. Dots in names make groups: wherever a name is asked for, `layer1` stands for all of `layer1.0.conv1`, ...

    Raises:
        LayerError: a layer cannot stand where it stands (the error's `node` says which), an input is not there yet,
            or two layers have the same name.
    """

    input_shape: Shape
    nodes: tuple[Node, ...]
    outputs: tuple[str, ...] = ()
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The names of the nodes, in order."""
    shapes: tuple[Shape, ...] = field(init=False, repr=False, compare=False)
    entering: tuple[tuple[Shape, ...], ...] = field(init=False, repr=False, compare=False)
    """The shapes of what goes into each node, one for each of its inputs."""

    def __post_init__(self) -> None:
        nodes, entering, shapes = wired(self.input_shape, self.nodes)
        names = tuple([node.name for node in nodes])
        outputs = self.outputs or (names[-1] if names else INPUT,)
        check_outputs(outputs, (INPUT, *names))
        known = {"nodes": nodes, "outputs": outputs, "names": names, "shapes": shapes, "entering": entering}
        for attribute, value in known.items():
            object.__setattr__(self, attribute, value)

    @classmethod
    def of(cls, input_shape: Shape, layers: Sequence[Layer]) -> Network:
        """Return the network of `layers` one behind the other with automatic names: `conv1`, `relu1`, `conv2`, ..."""
        names = automatic_names(layers)
        return cls(input_shape, tuple(map(Node, names, layers)))

    @property
    def output_shape(self) -> Shape:
        """The shape of what comes out of the network, at its main output."""
        return self.shape_after(self.outputs[0]) if self.nodes else self.input_shape

    def layer(self, name: str) -> Layer:
        """Return the layer of the node `name`; a sole `relu1` is found as `relu`, too."""
        return self.nodes[self._position(name)].layer

    def nodes_of(self, name: str | None = None) -> tuple[Node, ...]:
        """Return the node called `name`, those of the group, or all."""
        return tuple([self.nodes[position] for position in self._asked(name)])

    def shape_before(self, name: str) -> Shape:
        """Return the shape of what goes into the node `name`, at its first input, or into the first of a group."""
        return self.entering[self._asked(name)[0]][0]

    def shape_after(self, name: str) -> Shape:
        """Return the shape of what comes out of the node `name`, of the last one of a group, or of the `input`."""
        if name == INPUT:
            return self.input_shape
        return self.shapes[self._position(name)]

    def parameter_shapes(self, name: str) -> dict[str, Shape]:
        """Return the shapes of what the node `name` learns: `weight`, then `bias`; none where it uses another's."""
        position = self._position(name)
        node = self.nodes[position]
        return {} if node.shares else node.layer.parameter_shapes(self.entering[position][0])

    def parameters(self, name: str | None = None) -> int:
        """Return how many numbers the node or group `name`, or the whole network, learns; shared ones count once."""
        nodes, entering = self.nodes, self.entering
        asked = [position for position in self._asked(name) if nodes[position].shares is None]
        return sum([nodes[position].layer.parameters(entering[position][0]) for position in asked])

    def macs(self, name: str | None = None) -> int:
        """Return the multiply-adds of the node or group `name`, or of the whole network, for one input.

        Those of convolutions and linear layers; biases do not count.
        """
        nodes, entering = self.nodes, self.entering
        return sum([nodes[position].layer.macs(entering[position][0]) for position in self._asked(name)])

    def counts(self, name: str | None = None) -> Counts:
        """Return weights, biases, buffers, MACs and FLOPs of the node or group `name`, or of the whole network."""
        return counts((self.nodes[position], self.entering[position][0]) for position in self._asked(name))

    def receptive_field(self, name: str | None = None) -> ReceptiveField | None:
        """Return what a cell behind the node `name`, or at the main output, sees of the input; None of a vector.

        A cell of the `input` sees itself.

        Raises:
            LayerError: branches on the way there see the input at different strides.
        """
        if name == INPUT:
            return OWN_FIELD if len(self.input_shape) == 3 else None
        return self.receptive_fields()[self._position(self.outputs[0] if name is None else name)]

    def receptive_fields(self) -> tuple[ReceptiveField | None, ...]:
        """Return what a cell behind each node sees of the input; None for all of a vector.

        Raises:
            LayerError: branches meet that see the input at different strides.
        """
        return receptive_fields(self.input_shape, self.nodes, self.entering)

    def activation_memory(self, name: str | None = None) -> Memory:
        """Return how much the node or group `name`, or the whole network, gives for one image, and keeps."""
        return activation_memory(self.nodes, self.shapes, self._asked(name))

    def replace(self, name: str, layer: Layer) -> Network:
        """Return the network with `layer` in the place of the one called `name`; the shapes behind it follow."""
        position = self._position(name)
        node = self.nodes[position]._replace(layer=layer)
        nodes = (*self.nodes[:position], node, *self.nodes[position + 1 :])
        return Network(self.input_shape, nodes, self.outputs)

    def forward(
        self, x: Array, parameters: Mapping[str, Array], given: Mapping[str, Array] | None = None
    ) -> dict[str, Array]:
        """Return the value of the input and of every node by name, for `x` of shape (N, *input_shape).

        `parameters` are named as in PyTorch: `conv1.weight`. What is not learned comes the same way and may be left
        out: `bn1.running_mean` and `bn1.running_var` (else those of the batch are taken), `dropout1.mask` (else the
        layer changes nothing). `given` holds values of nodes: they are taken instead of what the node would compute,
        and all behind them follows.
        """
        from studycards.engine import passes  # noqa: PLC0415 - NumPy costs 75 ms, shapes and counts do without

        values = {resolved_name(name, self.names): value for name, value in (given or {}).items()}
        return passes.forward(self, x, passes.operations(self, parameters), values)

    def backward(
        self, dy: Array | Mapping[str, Array], values: Mapping[str, Array], parameters: Mapping[str, Array]
    ) -> dict[str, Array]:
        """Return the gradients of a loss by the names of what they belong to: `conv1`, `conv1.weight`, `input`.

        `dy` is the gradient of the main output, or holds those of several nodes by name; `values` are those of
        `forward`. What is used several times, a value or a weight, has the sum of its gradients.
        """
        from studycards.engine import passes  # noqa: PLC0415 - NumPy costs 75 ms, shapes and counts do without

        named = dy if isinstance(dy, Mapping) else {self.outputs[0]: dy}
        known = (INPUT, *self.names)
        given = {resolved_name(name, known): gradient for name, gradient in named.items()}
        return passes.backward(self, given, values, passes.operations(self, parameters)).gradients

    def __str__(self) -> str:
        from studycards.engine.writing import written_network  # noqa: PLC0415 - counting does without

        return written_network(self.input_shape, self.nodes, self.outputs)

    def _asked(self, name: str | None) -> Sequence[int]:
        """Return the positions of the node or group called `name`, or of all nodes."""
        if name is None:
            return range(len(self.nodes))
        names = self.names
        if name not in names and (group := set(members(name, names))):
            return [position for position, node in enumerate(self.nodes) if node.name in group]
        return [self._position(name)]

    def _position(self, name: str) -> int:
        return self.names.index(resolved_name(name, self.names))
