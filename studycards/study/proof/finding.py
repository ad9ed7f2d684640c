"""What the proof of a card looks at, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.varied import NetworkCard
from studycards.locale import message

if TYPE_CHECKING:
    from studycards.decks.varied import VariedCard
    from studycards.locale import Message
    from studycards.questions.variants.draw import Names
    from studycards.questions.variants.variant import Variant


class Finding(NamedTuple):
    """What is wrong with a card, and the field, or the entry of one, that has to be mended: `diagnose`, `tests[2]`."""

    field: str
    reason: Message


class Sample(NamedTuple):
    """The variant that a seed draws, and how many draws were rejected before it."""

    seed: int
    variant: Variant
    rejected: int


def example(card: VariedCard, values: Names, seed: int) -> Message:
    """Return how a finding names a variant: by its variables, and by its seed where there are drawn arrays or none."""
    variables = ", ".join(f"{name} = {value}" for name, value in values.items())
    if not variables:
        return message("study.example_seed", seed=seed)
    if isinstance(card, NetworkCard) and card.experiment is not None:
        return message("study.example_both", variables=variables, seed=seed)
    return message("study.example_variables", variables=variables)


def entry_of(card: VariedCard, mistake: str) -> str:
    """Return the path of a mistake that is listed on `card`; those of its own have that path for a name."""
    if not isinstance(card, NetworkCard) or mistake not in card.diagnose:
        return mistake
    return f"diagnose[{card.diagnose.index(mistake) + 1}]"
