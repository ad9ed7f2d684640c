"""From the plain form of a deck (JSON-able, checked, normalised) to the values of the model.

The reader makes the plain form from YAML, the cache keeps it as JSON: both come through here, and nothing here needs
YAML. The plain form has the fields of the deck format, with every text a map of languages, every list a list, every
number and expression a string, and every network in the one-line notation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks import model
from studycards.decks.cloze import groups_of
from studycards.decks.numerals import is_expression, read_range, read_tolerance
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Plain = Mapping[str, Any]


def build_deck(plain: Plain) -> model.Deck:
    """Return the deck whose plain form is `plain`."""
    return model.Deck(
        id=plain["id"],
        title=build_text(plain["title"]),
        description=_optional_text(plain.get("description")),
        tags=tuple(plain.get("tags", ())),
        cards=tuple(build_card(card) for card in plain["cards"]),
    )


def build_text(plain: Plain) -> Text:
    """Return the text whose plain form is `plain`."""
    return Text(**plain)


def build_card(plain: Plain) -> model.Card:
    """Return the card whose plain form is `plain`."""
    return _BUILDERS[plain["type"]](plain, _shared(plain))


def _shared(plain: Plain) -> dict[str, Any]:
    """Return the arguments that every type of card takes."""
    return {
        "id": plain["id"],
        "question": build_text(plain["question"]),
        "level": plain.get("level"),
        "hints": _texts(plain.get("hint", ())),
        "explanation": _optional_text(plain.get("explanation")),
        "source": plain.get("source"),
        "tags": tuple(plain.get("tags", ())),
        "requires": tuple(plain.get("requires", ())),
        "was": tuple(plain.get("was", ())),
    }


def _varied(plain: Plain) -> dict[str, Any]:
    """Return the arguments that every card with variables takes."""
    variables = tuple(_variable(name, spec) for name, spec in plain.get("vars", {}).items())
    fixed = {variable.name: variable.values[0] for variable in variables if len(variable.values) == 1}
    return {
        "variables": variables,
        "require": tuple(plain.get("require", ())),
        "tests": tuple(
            model.VariantTest({**fixed, **test.get("vars", {})}, test["answer"]) for test in plain.get("tests", ())
        ),
    }


def _basic(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.BasicCard(**shared, answer=build_text(plain["answer"]), reverse=plain.get("reverse", False))


def _cloze(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.ClozeCard(
        **shared, groups=groups_of(shared["question"]), reject=_rejects(plain), typed=plain.get("typed", True)
    )


def _choice(plain: Plain, shared: dict[str, Any]) -> model.Card:
    options = tuple(_option(option) for option in plain["options"])
    several_right = sum(option.right for option in options) > 1
    return model.ChoiceCard(
        **shared,
        options=options,
        multiple=plain.get("multiple", several_right),
        shuffle=plain.get("shuffle", True),
    )


def _true_false(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.TrueFalseCard(**shared, answer=plain["answer"])


def _order(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.OrderCard(**shared, items=_texts(plain["items"]))


def _match(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.MatchCard(**shared, pairs=tuple((build_text(one), build_text(other)) for one, other in plain["pairs"]))


def _typed(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.TextCard(
        **shared,
        answer=build_text(plain["answer"]),
        accept=_texts(plain.get("accept", ())),
        reject=_rejects(plain),
        typos=plain.get("typos", True),
        diacritics=plain.get("diacritics") == "required",
    )


def _number(plain: Plain, shared: dict[str, Any]) -> model.Card:
    return model.NumberCard(
        **shared,
        **_varied(plain),
        answer=plain["answer"],
        networks=plain.get("networks", {}),
        tolerance=read_tolerance(plain.get("tolerance", "exact")),
        unit=_optional_text(plain.get("unit")),
        wrong=tuple(model.WrongNumber(wrong["answer"], build_text(wrong["why"])) for wrong in plain.get("wrong", ())),
    )


def _computed(plain: Plain, shared: dict[str, Any]) -> model.Card:
    quantity, _, layer = plain["ask"].partition(" of ")
    return model.ComputedCard(
        **shared,
        **_varied(plain),
        network=plain["network"],
        ask=model.Ask(quantity, layer or None),
        diagnose=tuple(plain.get("diagnose", ())),
    )


_BUILDERS: Mapping[str, Callable[[Plain, dict[str, Any]], model.Card]] = {
    "basic": _basic,
    "cloze": _cloze,
    "choice": _choice,
    "true_false": _true_false,
    "order": _order,
    "match": _match,
    "text": _typed,
    "number": _number,
    "computed": _computed,
}


def _optional_text(plain: Plain | None) -> Text | None:
    return None if plain is None else build_text(plain)


def _texts(plain: Iterable[Plain]) -> tuple[Text, ...]:
    return tuple(Text(**text) for text in plain)


def _option(plain: Plain) -> model.Option:
    right = "right" in plain
    return model.Option(
        text=build_text(plain["right" if right else "wrong"]), right=right, why=_optional_text(plain.get("why"))
    )


def _rejects(plain: Plain) -> tuple[model.Reject, ...]:
    rejects = plain.get("reject", ())
    return tuple(model.Reject(answer=build_text(reject["answer"]), why=build_text(reject["why"])) for reject in rejects)


def _variable(name: str, spec: str | list[str]) -> model.Variable:
    if isinstance(spec, str) and is_expression(spec):
        return model.Variable(name, expression=spec)
    return model.Variable(name, values=tuple(spec) if isinstance(spec, list) else read_range(spec).values())
