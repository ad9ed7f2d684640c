"""Worked solutions and hints of computed questions, built from the steps through the layers."""

from __future__ import annotations

from functools import reduce
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from studycards.engine.layers import Flatten, Linear, written_shape
from studycards.locale import Text, message
from studycards.questions.quantities import nodes_up_to
from studycards.questions.steps import parameter_steps, shape_steps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.decks.varied import Ask
    from studycards.engine.network import Network, Node
    from studycards.locale import Message
    from studycards.questions.question import Words
    from studycards.questions.steps import Step

MOST_HINTS = 3


def solve(network: Network, ask: Ask) -> tuple[Words, ...]:
    """Return the worked solution of `ask`: for a shape the way at a glance first, for a count the total last."""
    lines = _labelled((node, step.line) for node, step in _steps(network, ask))
    if ask.quantity == "output_shape":
        return (_way(network, ask.of), *lines)
    return (*lines, *_total(network, ask.of)) or (message("computed.no_parameters"),)


def hints(network: Network, ask: Ask) -> tuple[Message, ...]:
    """Return the bare formula of the first step and the first steps without their results: never the answer."""
    steps = _steps(network, ask)
    bare = [step.formula for _, step in steps[:1] if step.filled]
    return (*bare, *_labelled((node, step.hint) for node, step in steps))[:MOST_HINTS]


def _steps(network: Network, ask: Ask) -> list[tuple[Node, Step]]:
    shape = ask.quantity == "output_shape"
    nodes = nodes_up_to(network, ask.of) if shape else _nodes_counted(network, ask.of)
    steps = shape_steps if shape else parameter_steps
    return [(node, step) for node in nodes for step in steps(node.layer, network.shape_before(node.name))]


def _nodes_counted(network: Network, name: str | None) -> tuple[Node, ...]:
    """Return the asked nodes, with a flattening only where it gives a fully connected layer its number of inputs."""
    asked = network.nodes if name is None else nodes_up_to(network, name)[-1:]
    dense = {node for node in asked if isinstance(node.layer, Linear)}
    feeding = {node for node, behind in pairwise(network.nodes) if behind in dense and isinstance(node.layer, Flatten)}
    counted = {node for node in asked if not isinstance(node.layer, Flatten)}
    return tuple(node for node in network.nodes if node in feeding | counted)


def _labelled(lines: Iterable[tuple[Node, Message]]) -> tuple[Message, ...]:
    """Return the lines, each behind the name of its layer where there are lines of several layers."""
    named = [(node.name, line) for node, line in lines]
    if len({name for name, _ in named}) == 1:
        return tuple(line for _, line in named)
    return tuple(message("computed.of_layer", layer=name, line=line) for name, line in named)


def _way(network: Network, name: str | None) -> Text:
    """Return the shapes from the input on, layers that keep the shape passed over: 3×32×32 → 16×32×32 → 16×16×16."""
    shapes = [network.input_shape, *(network.shape_after(node.name) for node in nodes_up_to(network, name))]
    return Text.same(" → ".join(written_shape(shape) for shape, _ in groupby(shapes)))


def _total(network: Network, name: str | None) -> tuple[Message, ...]:
    """Return the line that adds up the layers, where there are several to add."""
    counts = [network.parameters(node.name) for node in network.nodes]
    terms: list[object] = [count for count in counts if count]
    if name is not None or len(terms) < 2:
        return ()
    together = reduce(lambda first, second: message("computed.plus", first=first, second=second), terms)
    return (message("computed.total", sum=together, result=sum(counts)),)
