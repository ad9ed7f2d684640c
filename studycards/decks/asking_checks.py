"""Check what cards ask of their networks: the layer or array must be there, and what it follows from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.asking import Ask
from studycards.decks.network_names import LEARNED
from studycards.decks.report import did_you_mean
from studycards.decks.value_names import INPUT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studycards.decks.network_names import NetworkNames
    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

    Asked = tuple[Node, Ask]

SHOWN_NAMES = 6
"""Names that a sentence lists at most."""


def asked(node: Node | None, words: str | None) -> list[Asked]:
    """Return what the `words` of a node ask, where both could be read."""
    ask = Ask.of_words(words) if words else None
    return [(node, ask)] if node and ask else []


def check_asked(node: Node, ask: Ask, network: NetworkNames, report: Report) -> None:
    """Report a layer or an array that the network does not have."""
    match ask.quantity:
        case "loss":
            if ask.of is not None:
                report(node, "decks.loss_of")
        case "gradient":
            if ask.of not in network.gradients:
                _no_array(node, ask, network, network.full.gradients, report)
        case "update":
            if ask.of not in network.parameters:
                _no_array(node, ask, network, network.full.parameters, report)
        case _:
            if ask.of is not None and ask.of not in network.layers:
                _no_layer(node, ask.of, network, report)


def _no_array(node: Node, ask: Ask, network: NetworkNames, known: Sequence[str], report: Report) -> None:
    """Report that what stands behind `of` is none of the `known` arrays, or that nothing stands there."""
    if ask.of is None:
        report(node, "decks.ask_of", found=ask.quantity, names=", ".join(known[:SHOWN_NAMES]))
        return
    owner, _, array = ask.of.rpartition(".")
    if owner in network.layers or ask.of in network.layers:
        own = [name for name in known if name.startswith(f"{owner or ask.of}.")]
        report(node, "decks.no_such_array", found=ask.words, allowed=", ".join((own or known)[:SHOWN_NAMES]))
    else:
        _no_layer(node, owner if array in (*LEARNED, INPUT) else ask.of, network, report)


def _no_layer(node: Node, layer: str, network: NetworkNames, report: Report) -> None:
    near = did_you_mean(layer, network.full.layers)
    report(node, "decks.no_such_layer", layer=layer, near=near, allowed=", ".join(network.own))


def check_follows(asks: Iterable[Asked], fields: Collection[str], data: Collection[str], report: Report) -> None:
    """Report the first question that a field is missing for; `data` are the names of the arrays that are given."""
    values = [(node, ask) for node, ask in asks if ask.is_value]
    if values and "data" not in fields:
        report(values[0][0], "decks.no_data")
    started = "loss" in fields or any(name.startswith("gradient of ") for name in data)
    for needed, (quantities, missing) in {
        "decks.no_loss": (("loss",), "loss" not in fields),
        "decks.no_gradient": (("gradient", "update"), not started),
        "decks.no_optimizer": (("update",), "optimizer" not in fields),
    }.items():
        for node in [node for node, ask in values if missing and ask.quantity in quantities][:1]:
            report(node, needed)
