"""Check what goes through the network of a card: names of arrays, cells, loss and optimiser, conditions on values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks.build_varied import is_drawn
from studycards.decks.experiment_kinds import TRAINING, training_node
from studycards.decks.expression_checks import check_expression, check_text, maps, scalars
from studycards.decks.network_pieces import is_torn
from studycards.decks.nodes import NodeMap, Scalar
from studycards.decks.report import did_you_mean, shortened
from studycards.decks.value_names import CELL_FUNCTIONS, array_names, identifier, named
from studycards.decks.variable_checks import conditions
from studycards.engine.errors import NotationError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from studycards.decks.network_names import NetworkNames
    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

    Plain = Mapping[str, Any]


def check_experiment(
    card: NodeMap, plain: Plain, names: Collection[str], network: NetworkNames | None, report: Report
) -> None:
    """Check all fields of a card that say what goes through its network; `network` is None where it is unreadable."""
    arrays = given_arrays(card)
    drawn = [name for name, spec in plain.get("data", {}).items() if is_drawn(spec)]
    _check_data(card.values.get("data"), names, network, report)
    _check_shown(card.values.get("show"), arrays, report)
    _check_training(card, names, report)
    for test in maps(card.values.get("tests")):
        _check_example(test, arrays, drawn, report)
        for cell in scalars(test.values.get("data")):
            check_expression(cell, (*names, *CELL_FUNCTIONS), report)
    for condition in conditions(card, report):
        _check_condition(condition, names, network, report, has_data="data" in card.values)


def given_arrays(card: NodeMap) -> tuple[str, ...]:
    """Return the names of the arrays in the data of a card."""
    data = card.values.get("data")
    return tuple(data.values) if isinstance(data, NodeMap) else ()


def given_fields(card: NodeMap) -> tuple[str, ...]:
    """Return the fields of a card, those in its map `network` included, also where they cannot be read."""
    return (*card.values, *training_node(card.values.get("network")).values)


def _check_data(data: Node | None, names: Collection[str], network: NetworkNames | None, report: Report) -> None:
    if not isinstance(data, NodeMap):
        return
    for name, array in data.values.items():
        if network is not None and name not in network.data:
            near = did_you_mean(name, network.full.data)
            report(data.keys[name], "decks.no_such_data", found=shortened(name), near=near)
        is_range = isinstance(array, Scalar) and ".." in array.text
        for cell in () if is_range or isinstance(array, NodeMap) else scalars(array):
            check_expression(cell, (*names, *CELL_FUNCTIONS), report)


def _check_shown(node: Node | None, arrays: Collection[str], report: Report) -> None:
    for shown in scalars(node):
        if (name := shown.text.strip()) not in arrays:
            report(shown, "decks.shown_unknown", found=shortened(name), near=did_you_mean(name, arrays))


def _check_training(card: NodeMap, names: Collection[str], report: Report) -> None:
    """Check loss and optimiser, which stand on the card or beside the layers, but only once."""
    from studycards.engine.objective import check_loss, check_optimizer  # noqa: PLC0415 - few decks have any

    beside = training_node(card.values.get("network"))
    for field in TRAINING:
        if field in beside.values and field in card.values:
            report(card.keys[field], "decks.given_twice", field=field)
    for field, check in (("loss", check_loss), ("optimizer", check_optimizer)):
        for node in (card.values.get(field), beside.values.get(field)):
            if isinstance(node, Scalar) and node.text.strip() and not is_torn(node.text):
                _check_call(node, check, names, report)


def _check_call(
    node: Scalar, check: Callable[[str, Collection[str]], None], names: Collection[str], report: Report
) -> None:
    try:
        check(node.text, names)
    except NotationError as error:
        report.at(node, error.offset or 0, error.key, **error.values)


def _check_example(test: NodeMap, arrays: Collection[str], drawn: Collection[str], report: Report) -> None:
    """Check that an example gives every array that is drawn, and none that the card does not have."""
    data = test.values.get("data")
    keys = data.keys if isinstance(data, NodeMap) else {}
    for name, key in keys.items():
        if name not in arrays:
            report(key, "decks.example_no_array", found=shortened(name), near=did_you_mean(name, arrays))
    if missing := [name for name in drawn if name not in keys]:
        report(test, "decks.example_arrays", names=", ".join(missing))


def _check_condition(
    node: Scalar, names: Collection[str], network: NetworkNames | None, report: Report, *, has_data: bool
) -> None:
    """Check a condition, which may look at values by their names where the card has data."""
    found = {name: place for name, place in array_names(node.text) if name not in names}
    if found and network is None:
        return
    unknown = [name for name in found if network and name not in network.values]
    for name in unknown or [name for name in found if not has_data][:1]:
        assert network is not None
        _report_value(node, found[name], name, network, report)
    if not unknown and (has_data or not found):
        check_text(node, named(node.text, found), 0, (*names, *map(identifier, found)), report)


def _report_value(node: Scalar, place: int, name: str, network: NetworkNames, report: Report) -> None:
    """Report that a condition cannot look at the value called `name`."""
    lead, _, layer = name.partition(" of ")
    if name in network.values:
        report.at(node, place, "decks.condition_no_data", name=name)
    elif lead == "window" and layer in network.layers:
        report.at(node, place, "decks.no_window", name=name)
    else:
        near = did_you_mean(name, network.full.values)
        report.at(node, place, "decks.no_such_value", name=shortened(name), near=near)
