"""Check expressions, networks and placeholders of a card with variables: every name must stand for something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from studycards.decks.network_pieces import network_pieces, piece_at
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import is_expression, literal, read_range
from studycards.decks.report import did_you_mean, shortened
from studycards.decks.varied import MOST_CANDIDATES, TARGET
from studycards.decks.varied_kinds import NETWORK_FUNCTIONS
from studycards.engine.errors import ExpressionError, NotationError
from studycards.engine.expressions import check
from studycards.engine.names import groups, members

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<expression>[^{}]*)(?P<end>\}?)")

SHOWN_BEFORE = ("question", "hint", "unit")
SHOWN_AFTER = ("explanation",)
"""The fields whose placeholders are filled in, by whether the learner sees them before the answer."""


def check_number(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """Check a number card: its answer and its wrong answers may ask its networks."""
    names = _check_variables(card, plain, report)
    if isinstance(networks := card.values.get("networks"), NodeMap):
        readable = [network for name, network in networks.values.items() if name in plain.get("networks", {})]
        layers = [layer for network in readable for layer in _check_network(network, names, report)]
        names += [*NETWORK_FUNCTIONS, *networks.values, *layers, *groups(layers)]
    _check_expression(card.values.get("answer"), names, report)
    for wrong in _maps(card.values.get("wrong")):
        _check_expression(wrong.values.get("answer"), names, report)
        _check_placeholders(wrong.values.get("why"), names, report)
    _check_texts(card, names, report)


def check_computed(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """Check a computed card: the layer that it asks for must be one of its network."""
    names = _check_variables(card, plain, report)
    layers = _check_network(card.values["network"], names, report) if "network" in plain else ()
    asked = plain.get("ask", "")
    if isinstance(asked, str):
        _check_layer(card.values.get("ask"), asked, layers, report)
        _check_texts(card, names, report)
    elif isinstance(inverse := card.values["ask"], NodeMap):
        _check_layer(inverse.values.get("for"), asked.get("for", ""), layers, report)
        given = _check_unknown(inverse, asked, plain.get("vars", {}), report)
        _check_texts(card, (*given, TARGET), report, SHOWN_BEFORE)
        _check_texts(card, (*names, TARGET), report, SHOWN_AFTER)


def _check_layer(node: Node | None, asked: str, layers: Collection[str], report: Report) -> None:
    layer = asked.partition(" of ")[2]
    if node and layer and layers and layer not in layers and not members(layer, layers):
        near = did_you_mean(layer, layers)
        report(node, "decks.no_such_layer", layer=layer, near=near, allowed=", ".join(layers))


def _check_unknown(
    inverse: NodeMap, asked: Mapping[str, Any], specs: Mapping[str, Any], report: Report
) -> tuple[str, ...]:
    """Check the variable that is to be found; return the names of those that do not give it away."""
    drawn = [name for name, spec in specs.items() if isinstance(spec, list) or not is_expression(spec)]
    unknown = asked.get("solve")
    if unknown and unknown not in drawn:
        near = did_you_mean(unknown, drawn)
        report(inverse.values["solve"], "decks.solve_unknown", name=shortened(unknown), near=near)
    elif unknown and _count(specs[unknown]) > MOST_CANDIDATES:
        report(inverse.values["solve"], "decks.solve_values", name=unknown, limit=MOST_CANDIDATES)
    given = tuple(name for name in specs if name != unknown)
    _check_expression(inverse.values.get("is"), given, report)
    return given


def _count(spec: str | list[str]) -> int:
    """Return how many values a variable is drawn from."""
    return len(spec) if isinstance(spec, list) else read_range(spec).count


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
        return check_syntax("".join(piece.text for piece in pieces), names)
    except (NotationError, ExpressionError) as error:
        written, offset = piece_at(pieces, error.offset or 0)
        report.at(written, offset, error.key, **error.values)
        return ()


def _check_expression(node: Node | None, names: Collection[str], report: Report) -> None:
    if isinstance(node, Scalar) and node.text.strip() and literal(node.text.strip()) is None:
        _check_text(node, node.text, 0, names, report)


def _check_text(node: Scalar, text: str, start: int, names: Collection[str], report: Report) -> None:
    """Check an expression that begins at the character `start` of a scalar."""
    try:
        check(text, names)
    except ExpressionError as error:
        report.at(node, start + (error.offset or 0), error.key, **error.values)


def _check_texts(
    card: NodeMap,
    names: Collection[str],
    report: Report,
    fields: tuple[str, ...] = (*SHOWN_BEFORE, *SHOWN_AFTER),
) -> None:
    for name in fields:
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
