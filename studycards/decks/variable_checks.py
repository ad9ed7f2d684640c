"""Check variables, and the worked examples that set them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from studycards.decks.expression_checks import check_expression, children, maps
from studycards.decks.network_pieces import is_torn
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import is_expression, literal, read_range
from studycards.decks.report import did_you_mean
from studycards.decks.varied import TOLD_APART

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.report import Report


def check_variables(card: NodeMap, plain: Mapping[str, Any], report: Report) -> list[str]:
    """Check the variables and the examples; return the names of the variables.

    A derived variable may use those before it only, so each is checked against the names so far.
    """
    specs: Mapping[str, Any] = plain.get("vars", {})
    nodes = card.values.get("vars")
    names: list[str] = []
    for name, node in nodes.values.items() if isinstance(nodes, NodeMap) else ():
        if isinstance(spec := specs.get(name), str) and is_expression(spec):
            check_expression(node, names, report)
        names.append(name)
    for test in maps(card.values.get("tests")):
        _check_example(test, specs, report)
    return names


def conditions(card: NodeMap, report: Report) -> list[Scalar]:
    """Return the conditions of a card that are expressions; what a comma of YAML has torn apart is reported instead."""
    require = card.values.get("require")
    nodes = children(require) if isinstance(require, NodeList) else [require]
    written = [node for node in nodes if isinstance(node, Scalar) and node.text.strip() not in ("", TOLD_APART)]
    torn = [(first, last) for first, last in pairwise(written) if is_torn(first.text) and is_torn(last.text, ")", "(")]
    for first, _ in torn:
        report(first, "decks.torn_call")
    parts = [node for pair in torn for node in pair]
    return [node for node in written if node not in parts]


def drawn_variables(specs: Mapping[str, Any]) -> list[str]:
    """Return the names of the variables that do not follow from others."""
    return [name for name, spec in specs.items() if isinstance(spec, list) or not is_expression(spec)]


def count_of_values(spec: str | list[str]) -> int:
    """Return how many values a variable is drawn from."""
    return len(spec) if isinstance(spec, list) else read_range(spec).count


def _check_example(test: NodeMap, specs: Mapping[str, Any], report: Report) -> None:
    """Check that an example sets every variable that is drawn from several values, and none that is computed."""
    given = test.values.get("vars")
    keys = given.keys if isinstance(given, NodeMap) else {}
    drawn = drawn_variables(specs)
    for name, key in keys.items():
        if name not in drawn:
            derived = name in specs
            near = "" if derived else did_you_mean(name, drawn)
            report(key, "decks.example_derived" if derived else "decks.example_unknown", name=name, near=near)
    missing = [name for name in drawn if name not in keys and literal(str(specs[name])) is None]
    if missing:
        report(test, "decks.example_missing", names=", ".join(missing))
