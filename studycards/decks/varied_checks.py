"""Check cards with variables: every name in their expressions, networks and texts must stand for something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks.asking_checks import asked, check_asked, check_follows
from studycards.decks.build_varied import with_training
from studycards.decks.experiment_checks import check_experiment, given_arrays, given_fields
from studycards.decks.expression_checks import (
    SHOWN_AFTER,
    SHOWN_BEFORE,
    check_expression,
    check_placeholders,
    check_texts,
    children,
    maps,
)
from studycards.decks.network_checks import check_network, check_networks
from studycards.decks.nodes import NodeList, NodeMap
from studycards.decks.report import did_you_mean, shortened
from studycards.decks.variable_checks import check_variables, conditions, count_of_values, drawn_variables
from studycards.decks.varied import MOST_CANDIDATES, TARGET
from studycards.decks.varied_kinds import NETWORK_FUNCTIONS
from studycards.engine.names import groups

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from studycards.decks.asking_checks import Asked
    from studycards.decks.report import Report

    Plain = Mapping[str, Any]


def check_number(card: NodeMap, plain: Plain, report: Report) -> None:
    """Check a number card: its answer and its wrong answers may ask its networks."""
    names = _check_names(card, plain, report)
    if isinstance(nodes := card.values.get("networks"), NodeMap):
        networks = check_networks(nodes, plain.get("networks", {}), names, report)
        layers = [layer for network in networks for layer in network.own]
        names += [*NETWORK_FUNCTIONS, *nodes.values, *layers, *groups(layers)]
    check_expression(card.values.get("answer"), names, report)
    _check_wrong(card, names, report)
    check_texts(card, names, report)


def check_compare(card: NodeMap, plain: Plain, report: Report) -> None:
    """Check a comparison: what is compared must be there in each of its networks."""
    names = _check_names(card, plain, report)
    compared = asked(card.values.get("compare"), plain.get("compare"))
    for network in check_networks(card.values.get("networks"), plain.get("networks", {}), names, report):
        for node, ask in compared:
            check_asked(node, ask, network, report)
    check_texts(card, names, report)


def check_computed(card: NodeMap, plain: Plain, report: Report) -> None:
    """Check a computed card: what it asks must be there in its network."""
    node, inverse = card.values.get("ask"), plain.get("ask")
    if not (isinstance(node, NodeMap) and isinstance(inverse, dict)):
        asks = asked(node, inverse)
        names = _check_about_network(card, plain, asks, report)
        if "wrong" in card.keys and any(ask.is_value for _, ask in asks):
            report(card.keys["wrong"], "decks.wrong_value")
        _check_wrong(card, names, report)
        check_texts(card, names, report)
        return
    names = _check_about_network(card, plain, asked(node.values.get("for"), inverse.get("for")), report)
    given = _check_unknown(node, inverse, plain.get("vars", {}), report)
    _check_wrong(card, (*names, TARGET), report)
    check_texts(card, (*given, TARGET), report, SHOWN_BEFORE)
    check_texts(card, (*names, TARGET), report, SHOWN_AFTER)


def check_steps(card: NodeMap, plain: Plain, report: Report) -> None:
    """Check a sheet: what each step asks must be there, and each worked example must answer every step."""
    steps = children(card.values.get("steps"))
    words = [step["ask"] for step in plain.get("steps", ()) if "ask" in step]
    asks: list[Asked] = []
    for step, ask in zip(steps, words, strict=False):
        asks += asked(step.values["ask"] if isinstance(step, NodeMap) else step, ask)
    names = _check_about_network(card, plain, asks, report)
    for test in maps(card.values.get("tests")):
        answers = test.values.get("answer")
        if isinstance(answers, NodeList) and len(answers.items) != len(steps):
            report(answers, "decks.example_steps", count=len(answers.items), steps=len(steps))
    check_texts(card, names, report)
    for step in maps(card.values.get("steps")):
        check_placeholders(step.values.get("title"), names, report)


def _check_wrong(card: NodeMap, names: Collection[str], report: Report) -> None:
    """Check the wrong answers that a card brings with it."""
    for wrong in maps(card.values.get("wrong")):
        check_expression(wrong.values.get("answer"), names, report)
        check_placeholders(wrong.values.get("why"), names, report)


def _check_names(card: NodeMap, plain: Plain, report: Report) -> list[str]:
    """Check variables and conditions on them; return the names of the variables."""
    names = check_variables(card, plain, report)
    for condition in conditions(card, report):
        check_expression(condition, names, report)
    return names


def _check_about_network(card: NodeMap, plain: Plain, asks: list[Asked], report: Report) -> list[str]:
    """Check a network, what goes through it and what is asked of it; return the names of the variables."""
    names = check_variables(card, plain, report)
    network = check_network(card.values["network"], names, report) if "network" in plain else None
    if network is not None:
        for node, ask in asks:
            check_asked(node, ask, network, report)
    check_follows(asks, given_fields(card), given_arrays(card), report)
    check_experiment(card, with_training(plain), names, network, report)
    return names


def _check_unknown(
    inverse: NodeMap, asked: Mapping[str, Any], specs: Mapping[str, Any], report: Report
) -> tuple[str, ...]:
    """Check the variable that is to be found; return the names of those that do not give it away."""
    drawn = drawn_variables(specs)
    unknown = asked.get("solve")
    if unknown and unknown not in drawn:
        near = did_you_mean(unknown, drawn)
        report(inverse.values["solve"], "decks.solve_unknown", name=shortened(unknown), near=near)
    elif unknown and count_of_values(specs[unknown]) > MOST_CANDIDATES:
        report(inverse.values["solve"], "decks.solve_values", name=unknown, limit=MOST_CANDIDATES)
    given = tuple(name for name in specs if name != unknown)
    check_expression(inverse.values.get("is"), given, report)
    return given
