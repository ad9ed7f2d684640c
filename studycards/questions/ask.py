"""From a card to a question: the one door of this package."""

from __future__ import annotations

from dataclasses import replace
from pkgutil import resolve_name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.model import Card
    from studycards.questions.question import Question

ASKERS = {
    "basic": "kinds.recall:ask_basic",
    "cloze": "kinds.cloze:ask_cloze",
    "choice": "kinds.choice:ask_choice",
    "true_false": "kinds.true_false:ask_true_false",
    "order": "kinds.order:ask_order",
    "match": "kinds.match:ask_match",
    "text": "kinds.text:ask_text",
    "number": "posing:ask_varied",
    "computed": "posing:ask_varied",
    "steps": "posing:ask_varied",
    "compare": "posing:ask_varied",
}
"""What asks each type of card. A kind is imported with its first card: all of them would cost a start 20 ms."""

_VARIED = {"number", "computed", "steps", "compare"}
"""Types whose texts hold variables, so that they fill in by themselves what other questions take over as it stands."""


def ask(card: Card, prompt: str, seed: int) -> Question:
    """Return the question for one prompt of `card`; the same seed gives the same question, byte for byte.

    Raises:
        StudycardsError: no variant of a computed card meets the card's conditions.
    """
    asker: Callable[[Card, str, int], Question] = resolve_name(f"studycards.questions.{ASKERS[card.type]}")
    question = asker(card, prompt, seed)
    if card.type in _VARIED:
        return question
    return replace(question, hints=card.hints, explanation=card.explanation, source=card.source, level=card.level)
