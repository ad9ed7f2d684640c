"""From the plain form to the cards whose numbers are drawn anew for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks import varied
from studycards.decks.numerals import is_expression, read_range, read_tolerance
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    Plain = Mapping[str, Any]


def build_varied(plain: Plain, shared: dict[str, Any]) -> varied.VariedCard:
    """Return the number or computed card whose plain form is `plain`; `shared` is what every type of card takes."""
    variables = tuple(_variable(name, spec) for name, spec in plain.get("vars", {}).items())
    fixed = {variable.name: variable.values[0] for variable in variables if len(variable.values) == 1}
    arguments = {
        **shared,
        "variables": variables,
        "require": tuple(plain.get("require", ())),
        "tests": tuple(
            varied.VariantTest({**fixed, **test.get("vars", {})}, test["answer"]) for test in plain.get("tests", ())
        ),
    }
    return _number(plain, arguments) if plain["type"] == "number" else _computed(plain, arguments)


def _number(plain: Plain, arguments: dict[str, Any]) -> varied.NumberCard:
    unit = plain.get("unit")
    return varied.NumberCard(
        **arguments,
        answer=plain["answer"],
        networks=plain.get("networks", {}),
        tolerance=read_tolerance(plain.get("tolerance", "exact")),
        unit=None if unit is None else Text(**unit),
        wrong=tuple(varied.WrongNumber(wrong["answer"], Text(**wrong["why"])) for wrong in plain.get("wrong", ())),
    )


def _computed(plain: Plain, arguments: dict[str, Any]) -> varied.ComputedCard:
    return varied.ComputedCard(
        **arguments,
        network=plain["network"],
        ask=_ask(plain["ask"]),
        diagnose=tuple(plain.get("diagnose", ())),
    )


def _ask(plain: str | Plain) -> varied.Ask:
    inverse = {"for": plain} if isinstance(plain, str) else plain
    quantity, _, layer = inverse["for"].partition(" of ")
    return varied.Ask(quantity, layer or None, inverse.get("solve"), inverse.get("is"))


def _variable(name: str, spec: str | list[str]) -> varied.Variable:
    if isinstance(spec, str) and is_expression(spec):
        return varied.Variable(name, expression=spec)
    return varied.Variable(name, values=tuple(spec) if isinstance(spec, list) else read_range(spec).values())
