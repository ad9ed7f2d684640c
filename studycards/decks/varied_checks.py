"""Check expressions, networks and placeholders of a card with variables: every name must stand for something."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import is_expression, literal
from studycards.decks.report import did_you_mean
from studycards.decks.varied_kinds import NETWORK_FUNCTIONS, network_pieces
from studycards.engine.errors import ExpressionError, NotationError
from studycards.engine.expressions import check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<expression>[^{}]*)(?P<end>\}?)")
_FILLED_FIELDS = ("question", "hint", "explanation", "unit")


def check_number(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """Check a number card: its answer and its wrong answers may ask its networks."""
    names = _check_variables(card, plain, report)
    if isinstance(networks := card.values.get("networks"), NodeMap):
        readable = [network for name, network in networks.values.items() if name in plain.get("networks", {})]
        layers = [layer for network in readable for layer in _check_network(network, names, report)]
        names += [*NETWORK_FUNCTIONS, *networks.values, *layers]
    _check_expression(card.values.get("answer"), names, report)
    for wrong in _maps(card.values.get("wrong")):
        _check_expression(wrong.values.get("answer"), names, report)
        _check_placeholders(wrong.values.get("why"), names, report)
    _check_texts(card, names, report)


def check_computed(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """Check a computed card: the layer that it asks for must be one of its network."""
    names = _check_variables(card, plain, report)
    layers = _check_network(card.values["network"], names, report) if "network" in plain else ()
    layer = plain.get("ask", "").partition(" of ")[2]
    if layer and layers and layer not in layers:
        near = did_you_mean(layer, layers)
        report(card.values["ask"], "decks.no_such_layer", layer=layer, near=near, allowed=", ".join(layers))
    _check_texts(card, names, report)


def _check_variables(card: NodeMap, plain: Mapping[str, Any], report: Report) -> list[str]:
    """Check variables, conditions and examples; return the names of the variables.

    A derived variable may use those before it only, so each is checked against the names so far.
    """
    specs: Mapping[str, Any] = plain.get("vars", {})
    nodes = card.values.get("vars")
    names: list[str] = []
    for name, node in nodes.values.items() if isinstance(nodes, NodeMap) else ():
        if isinstance(spec := specs.get(name), str) and is_expression(spec):
            _check_expression(node, names, report)
        names.append(name)
    require = card.values.get("require")
    for condition in _children(require) if isinstance(require, NodeList) else [require]:
        _check_expression(condition, names, report)
    for test in _maps(card.values.get("tests")):
        _check_example(test, specs, report)
    return names


def _check_example(test: NodeMap, specs: Mapping[str, Any], report: Report) -> None:
    """Check that an example sets every variable that is drawn from several values, and none that is computed."""
    given = test.values.get("vars")
    keys = given.keys if isinstance(given, NodeMap) else {}
    drawn = [name for name, spec in specs.items() if isinstance(spec, list) or not is_expression(spec)]
    for name, key in keys.items():
        if name not in drawn:
            derived = name in specs
            near = "" if derived else did_you_mean(name, drawn)
            report(key, "decks.example_derived" if derived else "decks.example_unknown", name=name, near=near)
    missing = [name for name in drawn if name not in keys and literal(str(specs[name])) is None]
    if missing:
        report(test, "decks.example_missing", names=", ".join(missing))


def _check_network(node: Node, names: Collection[str], report: Report) -> tuple[str, ...]:
    """Return the names of the layers of a network; none where it cannot be read."""
    from studycards.engine.notation import check_syntax  # noqa: PLC0415 - all layers; most decks have no network

    pieces = network_pieces(node)
    if not pieces:
        return ()
    try:
        return check_syntax(" | ".join(text for _, text in pieces), names)
    except (NotationError, ExpressionError) as error:
        piece, offset = _piece_at(pieces, error.offset or 0)
        report.at(piece, offset, error.key, **error.values)
        return ()


def _piece_at(pieces: list[tuple[Node, str]], offset: int) -> tuple[Node, int]:
    """Return the node that wrote a character of the joined notation, and the offset in its own text."""
    ends = accumulate(len(text) + len(" | ") for _, text in pieces)
    index = next((index for index, end in enumerate(ends) if offset < end), len(pieces) - 1)
    piece = pieces[index][0]
    offset -= sum(len(text) + len(" | ") for _, text in pieces[:index])
    if isinstance(piece, NodeMap):
        [(name, call)] = piece.values.items()
        prefix = len(f"{name}: ")
        return (piece.keys[name], offset) if offset < prefix else (call, offset - prefix)
    return piece, offset


def _check_expression(node: Node | None, names: Collection[str], report: Report) -> None:
    if isinstance(node, Scalar) and node.text.strip() and literal(node.text.strip()) is None:
        _check_text(node, node.text, 0, names, report)


def _check_text(node: Scalar, text: str, start: int, names: Collection[str], report: Report) -> None:
    """Check an expression that begins at the character `start` of a scalar."""
    try:
        check(text, names)
    except ExpressionError as error:
        report.at(node, start + (error.offset or 0), error.key, **error.values)


def _check_texts(card: NodeMap, names: Collection[str], report: Report) -> None:
    for name in _FILLED_FIELDS:
        _check_placeholders(card.values.get(name), names, report)


def _check_placeholders(node: Node | None, names: Collection[str], report: Report) -> None:
    for text in _scalars(node):
        for found in _PLACEHOLDER.finditer(text.text):
            if found["expression"] is None:
                continue
            if found["end"]:
                _check_text(text, found["expression"], found.start("expression"), names, report)
            else:
                report.at(text, found.start(), "decks.placeholder_open")


def _children(node: Node | None) -> list[Node]:
    if isinstance(node, NodeMap):
        return list(node.values.values())
    return node.items if isinstance(node, NodeList) else []


def _maps(node: Node | None) -> list[NodeMap]:
    return [child for child in _children(node) if isinstance(child, NodeMap)]


def _scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield the scalars of a text or a list of texts."""
    if isinstance(node, Scalar):
        yield node
    for child in _children(node):
        yield from _scalars(child)
