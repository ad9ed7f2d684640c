"""What may stand where in a network: names, inputs, shapes and shared weights are checked as nodes are joined."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.layers.options import LARGEST
from studycards.engine.layers.writing import written_shape
from studycards.engine.names import INPUT, name_taken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.node import Node

    Wired = tuple[tuple[Node, ...], tuple[tuple[Shape, ...], ...], tuple[Shape, ...]]


def wired(input_shape: Shape, nodes: Iterable[Node]) -> Wired:
    """Return the nodes with all their inputs named, the shapes that go into each, and the shape behind each.

    Raises:
        LayerError: a node cannot stand where it stands; its `node` says which.
    """
    _check_input(input_shape)
    shapes: dict[str, Shape] = {INPUT: input_shape}
    joined: list[Node] = []
    entering: list[tuple[Shape, ...]] = []
    last = INPUT
    for given in nodes:
        node = given if given.inputs else given._replace(inputs=(last,))
        name, layer, inputs, shares = node
        try:
            if name in shapes:
                raise name_taken(name)
            before = (shapes[inputs[0]],) if len(inputs) == 1 else tuple([shapes[source] for source in inputs])
            if len(before) != layer.most_inputs:  # equal for almost all layers
                layer.check_inputs(len(before))
            shape = layer.output_shape(*before)
            if shape is not before[0] and max(shape) > LARGEST:
                raise _too_large(shape)
            joined.append(node)
            entering.append(before)
            if shares is not None:
                _check_shared(joined, entering)
        except KeyError as missing:  # of `shapes`: layers look nothing up
            raise _unknown_input(node, missing.args[0], shapes) from None
        except LayerError as error:
            error.node = name
            raise
        shapes[name] = shape
        last = name
    return tuple(joined), tuple(entering), tuple(shapes.values())[1:]


def check_outputs(outputs: Iterable[str], names: Collection[str]) -> None:
    """Refuse an output that is none of `names`."""
    for name in outputs:
        if name not in names:
            raise LayerError.unknown("engine.unknown_node", "the network has no layer '{name}'", name=name, known=names)


def _check_input(shape: Shape) -> None:
    sizes = all(type(axis) is int and axis > 0 for axis in shape)
    if len(shape) not in {1, 3} or not sizes:
        raise LayerError(
            "engine.input_shape",
            "an input has the shape channels×height×width or one number of features, not {shape}",
            shape=written_shape(shape),
        )
    if math.prod(shape) > LARGEST:
        raise LayerError(
            "engine.input_too_large",
            "an input of {shape} has {count} values, and at most {limit} may go in",
            shape=written_shape(shape),
            count=math.prod(shape),
            limit=LARGEST,
        )


def _check_shared(nodes: Sequence[Node], entering: Sequence[tuple[Shape, ...]]) -> None:
    """Refuse the last one of `nodes` to use weights again that are not there yet, or do not fit."""
    learned = {
        node.name: node.layer.parameter_shapes(shapes[0])
        for node, shapes in zip(nodes[:-1], entering, strict=False)
        if node.shares is None
    }
    node = nodes[-1]
    if learned.get(node.shares or "") != node.layer.parameter_shapes(entering[-1][0]):
        raise LayerError(
            "engine.unshareable",
            "{name} cannot use the weights of '{shared}': an earlier layer must have weights of the same shapes",
            name=node.name,
            shared=node.shares,
        )


def _unknown_input(node: Node, source: str, known: Iterable[str]) -> LayerError:
    error = LayerError.unknown(
        "engine.unknown_input",
        "no layer before {layer} is called '{name}'",
        name=source,
        known=known,
        layer=node.name,
    )
    error.node = node.name
    return error


def _too_large(shape: Shape) -> LayerError:
    return LayerError(
        "engine.map_too_large", "a map of {shape} is too large to think about", shape=written_shape(shape)
    )
