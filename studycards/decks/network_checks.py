"""Check networks, before the numbers in them are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.experiment_kinds import TRAINING
from studycards.decks.network_names import NetworkNames
from studycards.decks.network_pieces import network_pieces, piece_at
from studycards.decks.nodes import NodeMap
from studycards.engine.errors import ExpressionError, NotationError

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report


def check_network(node: Node, names: Collection[str], report: Report) -> NetworkNames | None:
    """Return the names that a network has, or None where it cannot be read."""
    from studycards.engine.notation import outline  # noqa: PLC0415 - all layers; most decks have no network

    pieces = network_pieces(node, TRAINING)
    if not pieces:
        return None
    try:
        return NetworkNames(outline("".join(piece.text for piece in pieces), names))
    except (NotationError, ExpressionError) as error:
        written, offset = piece_at(pieces, error.offset or 0)
        report.at(written, offset, error.key, **error.values)
        return None


def check_networks(
    node: Node | None, readable: Container[str], names: Collection[str], report: Report
) -> list[NetworkNames]:
    """Return the names of each network in a map, without those that cannot be read."""
    nodes = node.values if isinstance(node, NodeMap) else {}
    networks = [check_network(value, names, report) for name, value in nodes.items() if name in readable]
    return [network for network in networks if network is not None]
