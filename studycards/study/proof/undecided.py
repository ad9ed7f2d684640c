"""Gradients that depend on a convention: equal largest cells under max pooling, a value at the kink of a ReLU."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from studycards.decks.varied import NetworkCard
from studycards.locale import message
from studycards.study.proof.finding import Finding
from studycards.study.proof.remedy import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.locale import Message
    from studycards.questions.values.kinks import Kink
    from studycards.study.proof.finding import Sample

ABOUT_ZERO = "bwd.relu_zero_is_one"
"""The mistake that a card lists which is about the convention for a ReLU at 0: it needs such values."""


def undecided(card: VariedCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield the layers that leave an asked gradient of `card` undecided, and the condition that mends it."""
    if not isinstance(card, NetworkCard) or card.experiment is None:
        return
    from studycards.questions.values.kinks import kinks  # noqa: PLC0415 - NumPy, which such a card needs anyway

    hits: defaultdict[Kink, list[int]] = defaultdict(list)
    for sample in samples:
        for kink in kinks(sample.variant):
            if kink.is_tie or ABOUT_ZERO not in card.diagnose:
                hits[kink].append(sample.seed)
    for kink, seeds in hits.items():
        reason = message(
            "study.equal_largest" if kink.is_tie else "study.at_the_kink",
            layer=kink.layer,
            count=len(seeds),
            seeds=len(samples),
            seed=seeds[0],
            remedy=_remedy(card, kink),
        )
        yield Finding("require" if card.require else "data", reason)


def _remedy(card: VariedCard, kink: Kink) -> Message:
    """Return the condition that mends it, or else the advice to use other numbers."""
    from studycards.questions.values.kinks import kinks  # noqa: PLC0415 - as above

    found = remedy(card, [kink.condition], lambda variant: kink in kinks(variant))
    return message("study.other_numbers") if found is None else message("study.add", condition=found)
