"""The variant that a seed draws for a card: the first of its draws that meets every condition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.questions.variants.draw import draws
from studycards.questions.variants.varying import tried

if TYPE_CHECKING:
    from studycards.decks.varied import VariedCard
    from studycards.questions.variants.variant import Variant


class Drawn(NamedTuple):
    """The variant that a seed draws, and how many draws were rejected before it."""

    variant: Variant
    rejected: int


def drawn_variant(card: VariedCard, seed: int) -> Variant:
    """Return the variant of `card` that `seed` draws: the first draw that meets every condition.

    Raises:
        EngineError: an expression or a network is impossible.
        StudycardsError: no draw out of 1,000 meets the conditions; a mistake or a quantity has an unknown name.
    """
    return drawn(card, seed).variant


def drawn(card: VariedCard, seed: int) -> Drawn:
    """Return what `drawn_variant` returns, and how many draws it took."""
    for draw in draws(card, seed):
        variant = tried(card, draw, seed)
        if variant is not None:
            return Drawn(variant, draw.attempt)
    from studycards.questions.variants.obstacles import no_variant  # noqa: PLC0415 - only where a card cannot be drawn

    raise no_variant(card, seed)
