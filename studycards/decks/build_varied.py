"""From the plain form to the cards whose numbers are drawn anew for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks import varied
from studycards.decks.asking import Ask
from studycards.decks.numerals import is_expression, read_range, read_tolerance
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.varied import Cells

    Plain = Mapping[str, Any]

EXPERIMENT = ("data", "show", "loss", "optimizer", "batch")
"""The fields of a card that say what goes through its network."""


def build_varied(plain: Plain, shared: dict[str, Any]) -> varied.VariedCard:
    """Return the card with variables whose plain form is `plain`; `shared` is what every type of card takes."""
    variables = tuple(_variable(name, spec) for name, spec in plain.get("vars", {}).items())
    arguments = {
        **shared,
        "variables": variables,
        "require": tuple(plain.get("require", ())),
        "tests": tuple(_test(plain, test, variables) for test in plain.get("tests", ())),
        "humane": varied.Humane(**plain.get("humane", {})),
    }
    return _BUILDERS[plain["type"]](plain, arguments)


def with_training(plain: Plain) -> Plain:
    """Return the plain form of a card with all that its map `network` holds beside it."""
    network = plain.get("network")
    return {**plain, **network} if isinstance(network, dict) else plain


def _number(plain: Plain, arguments: dict[str, Any]) -> varied.NumberCard:
    unit = plain.get("unit")
    return varied.NumberCard(
        **arguments,
        answer=plain["answer"],
        networks=plain.get("networks", {}),
        tolerance=read_tolerance(plain.get("tolerance", "exact")),
        unit=None if unit is None else Text(**unit),
        wrong=_wrong(plain),
    )


def _computed(plain: Plain, arguments: dict[str, Any]) -> varied.ComputedCard:
    return varied.ComputedCard(
        **arguments,
        **_of_network(plain),
        ask=_inverse(plain["ask"]),
        wrong=_wrong(plain),
        choices=plain.get("choices"),
    )


def _wrong(plain: Plain) -> tuple[varied.WrongAnswer, ...]:
    return tuple(varied.WrongAnswer(wrong["answer"], Text(**wrong["why"])) for wrong in plain.get("wrong", ()))


def _steps(plain: Plain, arguments: dict[str, Any]) -> varied.StepsCard:
    steps = tuple(
        varied.StepSpec(_ask(step["ask"]), Text(**step["title"]) if "title" in step else None)
        for step in plain["steps"]
    )
    return varied.StepsCard(**arguments, **_of_network(plain), steps=steps)


def _compare(plain: Plain, arguments: dict[str, Any]) -> varied.CompareCard:
    return varied.CompareCard(
        **arguments,
        networks=plain["networks"],
        compare=_ask(plain["compare"]),
        most=plain.get("most", False),
        tolerance=read_tolerance(plain.get("tolerance", "2 decimals")),
    )


_BUILDERS: Mapping[str, Callable[[Plain, dict[str, Any]], varied.VariedCard]] = {
    "number": _number,
    "computed": _computed,
    "steps": _steps,
    "compare": _compare,
}


def _of_network(plain: Plain) -> dict[str, Any]:
    """Return the arguments of every card about one network."""
    whole = with_training(plain)
    tolerance = whole.get("tolerance")
    return {
        "network": whole["network"],
        "experiment": _experiment(whole) if any(name in whole for name in EXPERIMENT) else None,
        "diagnose": tuple(whole.get("diagnose", ())),
        "alike": tuple(map(tuple, whole.get("alike", ()))),
        "layout": whole.get("layout", "CHW"),
        "tolerance": None if tolerance is None else read_tolerance(tolerance),
    }


def _experiment(plain: Plain) -> varied.Experiment:
    return varied.Experiment(
        data=tuple(_array(name, spec) for name, spec in plain.get("data", {}).items()),
        show=tuple(plain["show"]) if "show" in plain else None,
        loss=plain.get("loss"),
        optimizer=plain.get("optimizer"),
        batch=plain.get("batch", 1),
    )


def _array(name: str, spec: str | list[Any] | dict[str, Any]) -> varied.ArraySpec:
    if isinstance(spec, dict):
        return varied.ArraySpec(name, values=tuple(spec["from"]))
    if isinstance(spec, str) and is_drawn(spec):
        return varied.ArraySpec(name, values=read_range(spec).values())
    return varied.ArraySpec(name, cells=_cells(spec))


def is_drawn(spec: str | list[Any] | dict[str, Any]) -> bool:
    """Tell an array that is drawn cell by cell from one whose cells are given."""
    return isinstance(spec, dict) or (isinstance(spec, str) and ".." in spec)


def _cells(spec: str | list[Any]) -> Cells:
    return spec if isinstance(spec, str) else tuple(map(_cells, spec))


def _test(plain: Plain, test: Plain, variables: tuple[varied.Variable, ...]) -> varied.VariantTest:
    """Return a worked example; variables with a sole value need not be given."""
    fixed = {variable.name: variable.values[0] for variable in variables if len(variable.values) == 1}
    answer = test["answer"]
    if plain["type"] == "steps" and isinstance(answer, list):
        steps = zip(answer, plain["steps"], strict=True)
        typed = " & ".join(_typed(part, step["ask"]) for part, step in steps)
    else:
        typed = _typed(answer, plain.get("ask"))
    data = {name: _cells(cells) for name, cells in test.get("data", {}).items()}
    return varied.VariantTest({**fixed, **test.get("vars", {})}, typed, data)


def _typed(answer: str | list[Any], asked: object) -> str:
    """Return an answer as a learner would type it: `[[1, 2], [3, 4]]`, or `3x4` where a shape was asked."""
    if isinstance(answer, str):
        return answer
    nested = isinstance(answer[0], list) or (isinstance(asked, str) and _ask(asked).is_value)
    return _listed(answer) if nested else "x".join(answer)


def _listed(cells: str | list[Any]) -> str:
    return cells if isinstance(cells, str) else f"[{', '.join(map(_listed, cells))}]"


def _inverse(plain: str | Plain) -> Ask:
    if isinstance(plain, str):
        return _ask(plain)
    quantity, _, layer = plain["for"].partition(" of ")
    return Ask(quantity, layer or None, plain["solve"], plain.get("is"))


def _ask(words: str) -> Ask:
    quantity, _, of = words.partition(" of ")
    return Ask(quantity, of or None)


def _variable(name: str, spec: str | list[str]) -> varied.Variable:
    if isinstance(spec, str) and is_expression(spec):
        return varied.Variable(name, expression=spec)
    return varied.Variable(name, values=tuple(spec) if isinstance(spec, list) else read_range(spec).values())
