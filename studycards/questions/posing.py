"""From a varied card to the question about it: a variant is drawn, and posed as its kind demands."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING

from studycards.decks.varied import ComputedCard
from studycards.questions.variants.drawn import drawn_variant
from studycards.questions.variants.variant import refusals, shared_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.varied import VariedCard
    from studycards.questions.question import Question
    from studycards.questions.variants.variant import SharedFields, Variant

POSERS = {
    "Variant": "kinds.posing:posed_number",
    "NetworkVariant": "kinds.posing:posed_count",
    "InverseVariant": "kinds.posing:posed_inverse",
    "ValueVariant": "values.posing:posed_value",
    "SheetVariant": "kinds.sheet:posed_sheet",
    "ComparisonVariant": "kinds.comparison:posed_comparison",
}
"""What makes the question about each kind of variant; imported with its first one, since arrays cost 75 ms of NumPy."""


def ask_varied(card: VariedCard, prompt: str, seed: int) -> Question:
    """Return the variant of `card` that `seed` draws.

    Raises:
        StudycardsError: the card has no such variant, or its answer cannot be computed.
    """
    with refusals(card):
        return posed(card, prompt, seed, drawn_variant(card, seed))


def posed(card: VariedCard, prompt: str, seed: int, variant: Variant) -> Question:
    """Return the question about one variant of `card`.

    Raises:
        EngineError: a text of the card or the answer cannot be computed.
    """
    fields = shared_fields(card, prompt, seed, variant)
    poser = f"studycards.questions.{POSERS[type(variant).__name__]}"
    pose: Callable[[VariedCard, Variant, SharedFields], Question] = resolve_name(poser)
    typed = pose(card, variant, fields)
    if isinstance(card, ComputedCard) and card.choices is not None:
        from studycards.questions.kinds.drawn_choice import posed_choice  # noqa: PLC0415 - few computed cards are chosen

        return posed_choice(card, variant, typed, fields)
    return typed
