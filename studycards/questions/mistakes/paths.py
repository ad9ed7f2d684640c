"""Which layers have a part in a value or in a gradient: those where a wrong rule can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.names import INPUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.asking import Ask
    from studycards.engine.network import Network
    from studycards.engine.run import Run


class WayBack(NamedTuple):
    """What each node on the way sends back towards what is asked, and whether the gradient comes from the loss.

    `sent` holds the arrays by the names of the nodes: `x` for a gradient of what enters, `weight`, `bias`.
    """

    sent: Mapping[str, frozenset[str]]
    from_loss: bool


def way_there(run: Run, ask: Ask) -> frozenset[str]:
    """Return the names of the nodes that compute what `ask` asks, from the input or from given values on."""
    network = run.network
    name = network.outputs[0] if ask.of is None or ask.quantity == "loss" else run.named(ask.of)
    wanted = {name} - run.outputs.keys()
    for node in reversed(network.nodes):
        if node.name in wanted:
            wanted |= set(node.inputs) - run.outputs.keys()
    return frozenset(wanted - {INPUT})


def way_back(run: Run, ask: Ask) -> WayBack:
    """Return what sends the gradient that `ask` asks, from the loss or from given gradients on."""
    network = run.network
    name = network.outputs[0] if ask.of is None else run.named(ask.of)
    if name in run.gradients:
        return WayBack({}, from_loss=False)
    sent = _owners(network, name)
    reached = (set(sent) or {name}) - run.gradients.keys()
    for node in network.nodes:
        if reached.intersection(node.inputs) and f"{node.name}.{INPUT}" not in run.gradients:
            sent[node.name] = sent.get(node.name, frozenset()) | {"x"}
            reached |= {node.name} - run.gradients.keys()
    return WayBack(sent, run.loss is not None and network.outputs[0] in reached)


def _owners(network: Network, name: str) -> dict[str, frozenset[str]]:
    """Return what is sent by the nodes that use `conv1.weight`, or take `conv1.input`; nothing for a value."""
    if name in (INPUT, *network.names):
        return {}
    owner, _, array = name.rpartition(".")
    sent = frozenset({"x" if array == INPUT else array})
    return {
        node.name: sent for node in network.nodes if node.name == owner or (array != INPUT and node.shares == owner)
    }
