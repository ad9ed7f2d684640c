"""The order of axes that the learner wants, in place of the one that a deck says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studycards.study.settings.model import OF_DECK

if TYPE_CHECKING:
    from studycards.decks.model import Card

_ORDER = re.compile(r"\b(?:N\s*[×x,]\s*)?(?:C\s*[×x,]\s*H\s*[×x,]\s*W|H\s*[×x,]\s*W\s*[×x,]\s*C)\b")
"""An order of axes as the text of a card names it."""


def in_layout(card: Card, layout: str) -> Card:
    """Return `card` with shapes in the order `layout`.

    A card keeps its own order where its words name one, and where it is given a shape to find a variable for.
    """
    own = getattr(card, "layout", layout)
    if layout in (OF_DECK, own) or _gives_a_shape(card) or _names_an_order(card):
        return card
    return replace(card, layout=layout)  # type: ignore[call-arg]  # only cards about a network come here


def _gives_a_shape(card: Any) -> bool:  # noqa: ANN401 - only some cards ask for a variable
    return getattr(getattr(card, "ask", None), "target", None) is not None


def _names_an_order(card: Card) -> bool:
    question = card.question
    return any(_ORDER.search(text) for text in (question.pl, question.en) if text is not None)
