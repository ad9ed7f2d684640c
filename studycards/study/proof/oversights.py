"""What an author overlooked: mistakes that are about nothing here, an answer that is given, arrays that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.varied import NetworkCard
from studycards.locale import message
from studycards.study.proof.finding import Finding, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.study.proof.finding import Sample


def oversights(card: VariedCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield what of `card` serves nothing, or cannot be answered."""
    if not isinstance(card, NetworkCard):
        return
    yield from _idle_mistakes(card, samples)
    if card.experiment is not None:
        yield from _unseen_arrays(card)
        yield from _given_answers(samples[0])


def _idle_mistakes(card: NetworkCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield the listed mistakes that lead to no answer in any variant."""
    at_work = {slip.name for sample in samples for part in sample.variant.parts for slip in part.slips}
    for name in card.diagnose:
        if name not in at_work:
            yield Finding(entry_of(card, name), message("study.idle_mistake", name=name))


def _unseen_arrays(card: NetworkCard) -> Iterator[Finding]:
    """Yield the arrays that are drawn, but not shown: no text of the card can say what they are."""
    assert card.experiment is not None
    shown = card.experiment.show
    unseen = [
        spec.name for spec in card.experiment.data if shown is not None and spec.values and spec.name not in shown
    ]
    if unseen:
        yield Finding("show", message("study.unseen_arrays", count=len(unseen), names=", ".join(unseen)))


def _given_answers(sample: Sample) -> Iterator[Finding]:
    """Yield what is asked although the data say it."""
    from studycards.questions.values.variant import ValueVariant  # noqa: PLC0415 - NumPy, which the card needs anyway

    for part in sample.variant.parts:
        if isinstance(part, ValueVariant) and part.run.is_given(part.ask.quantity, part.ask.of):
            yield Finding("data", message("study.given_answer", name=part.ask.words))
