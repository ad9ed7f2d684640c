"""Mistakes that give the right answer, or the same wrong one: how often, for example when, and what excludes it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from studycards.decks.varied import TOLD_APART, NetworkCard, StepsCard
from studycards.locale import message
from studycards.questions.checking import ambiguities
from studycards.study.proof.finding import Finding, example
from studycards.study.proof.mending import mending_condition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.locale import Message
    from studycards.questions.checking import Ambiguity
    from studycards.study.proof.finding import Sample


def clashes(card: VariedCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield the mistakes of `card` that cannot always be told from the answer, or from each other."""
    hits: defaultdict[Ambiguity, list[Sample]] = defaultdict(list)
    for sample in samples:
        for ambiguity in ambiguities(card, sample.variant):
            hits[ambiguity].append(sample)
    field = "diagnose" if isinstance(card, NetworkCard) else "wrong"
    for ambiguity, clashing in hits.items():
        yield Finding(field, _in_step(card, ambiguity.step, _reason(card, ambiguity, clashing, samples)))


def _reason(card: VariedCard, ambiguity: Ambiguity, clashing: Sequence[Sample], samples: Sequence[Sample]) -> Message:
    found = "mistake_is_right" if ambiguity.right else "mistakes_coincide"
    names = ", ".join(ambiguity.names)
    if len(clashing) == len(samples):
        return message(f"study.{found}_always", names=names)
    spared = [sample.variant.variables for sample in samples if sample not in clashing]
    condition = mending_condition([sample.variant.variables for sample in clashing], spared)
    return message(
        f"study.{found}",
        names=names,
        count=len(clashing),
        seeds=len(samples),
        example=example(card, clashing[0]),
        condition=condition or TOLD_APART,
    )


def _in_step(card: VariedCard, step: int, reason: Message) -> Message:
    if not isinstance(card, StepsCard):
        return reason
    from studycards.questions.sheet import step_title  # noqa: PLC0415 - NumPy, which only cards with arrays need

    spec = card.steps[step]
    return message("study.in_step", step=spec.title or step_title(spec.ask), reason=reason)
