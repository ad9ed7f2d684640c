"""Check expressions and placeholders: every name must stand for something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import literal
from studycards.decks.paper_numbers import has_comma
from studycards.engine.errors import ExpressionError
from studycards.engine.expressions import check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<expression>[^{}]*)(?P<end>\}?)")

SHOWN_BEFORE = ("question", "hint", "unit")
SHOWN_AFTER = ("explanation",)
"""The fields whose placeholders are filled in, by whether the learner sees them before the answer."""


def check_expression(node: Node | None, names: Collection[str], report: Report) -> None:
    """Check a scalar that is a number or an expression over `names`; a number with a comma was reported before."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if isinstance(node, Scalar) and text and literal(text) is None and not has_comma(text):
        check_text(node, node.text, 0, names, report)


def check_text(node: Scalar, text: str, start: int, names: Collection[str], report: Report) -> None:
    """Check an expression that begins at the character `start` of a scalar."""
    try:
        check(text, names)
    except ExpressionError as error:
        report.at(node, start + (error.offset or 0), error.key, **error.values)


def check_texts(
    card: NodeMap,
    names: Collection[str],
    report: Report,
    fields: tuple[str, ...] = (*SHOWN_BEFORE, *SHOWN_AFTER),
) -> None:
    """Check the placeholders in the texts of a card."""
    for name in fields:
        check_placeholders(card.values.get(name), names, report)


def check_placeholders(node: Node | None, names: Collection[str], report: Report) -> None:
    """Check the placeholders in a text, or in all texts below a node."""
    for text in scalars(node):
        for found in _PLACEHOLDER.finditer(text.text):
            if found["expression"] is None:
                continue
            if found["end"]:
                check_text(text, found["expression"], found.start("expression"), names, report)
            else:
                report.at(text, found.start(), "decks.placeholder_open")


def children(node: Node | None) -> list[Node]:
    """Return the items of a list or the values of a map."""
    if isinstance(node, NodeMap):
        return list(node.values.values())
    return node.items if isinstance(node, NodeList) else []


def maps(node: Node | None) -> list[NodeMap]:
    """Return the maps among the items of a list."""
    return [child for child in children(node) if isinstance(child, NodeMap)]


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Yield the scalars of a node and of all below it."""
    if isinstance(node, Scalar):
        yield node
    for child in children(node):
        yield from scalars(child)
