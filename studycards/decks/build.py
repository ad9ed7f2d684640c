"""From the plain form of a deck (JSON-able, checked, normalised) to the values of the model.

The reader makes the plain form from YAML, the cache keeps it as JSON: both come through here, and nothing here needs
YAML. The plain form has the fields of the deck format, with every text a map of languages, every list a list, every
number and expression a string, and every network in the one-line notation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks import model
from studycards.decks.cloze import groups_of
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


def _varied(plain: Plain, shared: dict[str, Any]) -> model.Card:
    from studycards.decks.build_varied import build_varied  # noqa: PLC0415 - ten more classes, 10 ms

    return build_varied(plain, shared)


_BUILDERS: Mapping[str, Callable[[Plain, dict[str, Any]], model.Card]] = {
    "basic": _basic,
    "cloze": _cloze,
    "choice": _choice,
    "true_false": _true_false,
    "order": _order,
    "match": _match,
    "text": _typed,
    "number": _varied,
    "computed": _varied,
    "steps": _varied,
    "compare": _varied,
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
