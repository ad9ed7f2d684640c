"""From a card to a question: the one door of this package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.decks.model import (
    BasicCard,
    ChoiceCard,
    ClozeCard,
    ComputedCard,
    MatchCard,
    NumberCard,
    OrderCard,
    TextCard,
    TrueFalseCard,
)
from studycards.questions.choice import ask_choice
from studycards.questions.cloze import ask_cloze
from studycards.questions.match import ask_match
from studycards.questions.order import ask_order
from studycards.questions.recall import ask_basic
from studycards.questions.text import ask_text
from studycards.questions.true_false import ask_true_false

if TYPE_CHECKING:
    from studycards.decks.model import Card
    from studycards.questions.question import Question


def ask(card: Card, prompt: str, seed: int) -> Question:
    """Return the question for one prompt of `card`; the same seed gives the same question, byte for byte.

    Raises:
        StudycardsError: no variant of a computed card meets the card's conditions.
    """
    match card:
        case NumberCard():
            from studycards.questions.number import ask_number  # noqa: PLC0415 - the engine, at the first number card

            return ask_number(card, prompt, seed)
        case ComputedCard():
            from studycards.questions.computed import ask_computed  # noqa: PLC0415 - as above

            return ask_computed(card, prompt, seed)
    return replace(
        _ask_recall(card, prompt, seed),
        hints=card.hints,
        explanation=card.explanation,
        source=card.source,
        level=card.level,
    )


def _ask_recall(card: Card, prompt: str, seed: int) -> Question:  # noqa: PLR0911 - one line for each type of card
    """Return the question of a card whose texts stand as they are; what all kinds share is added by `ask`."""
    match card:
        case BasicCard():
            return ask_basic(card, prompt, seed)
        case ClozeCard():
            return ask_cloze(card, prompt, seed)
        case ChoiceCard():
            return ask_choice(card, prompt, seed)
        case TrueFalseCard():
            return ask_true_false(card, prompt, seed)
        case OrderCard():
            return ask_order(card, prompt, seed)
        case MatchCard():
            return ask_match(card, prompt, seed)
        case TextCard():
            return ask_text(card, prompt, seed)
    raise TypeError(f"no kind of question asks a {type(card).__name__}")
