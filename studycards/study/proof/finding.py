"""What the proof of a card looks at, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.varied import NetworkCard
from studycards.locale import message

if TYPE_CHECKING:
    from studycards.decks.varied import VariedCard
    from studycards.locale import Message
    from studycards.questions.variant import Variant


class Finding(NamedTuple):
    """What is wrong with a card, and the field that has to be mended."""

    field: str
    reason: Message


class Sample(NamedTuple):
    """The variant that a seed draws, and how many draws were rejected before it."""

    seed: int
    variant: Variant
    rejected: int


def example(card: VariedCard, sample: Sample) -> Message:
    """Return how a finding names a variant: by its variables, and by its seed where there are drawn arrays or none."""
    variables = ", ".join(f"{name} = {value}" for name, value in sample.variant.variables.items())
    if not variables:
        return message("study.example_seed", seed=sample.seed)
    if isinstance(card, NetworkCard) and card.experiment is not None:
        return message("study.example_both", variables=variables, seed=sample.seed)
    return message("study.example_variables", variables=variables)
