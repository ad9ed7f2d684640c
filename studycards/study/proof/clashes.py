"""Mistakes that give the right answer, or the same wrong one: how often, for example when, and what excludes it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from studycards.decks.varied import TOLD_APART, NetworkCard, StepsCard
from studycards.locale import message
from studycards.questions.variants.checking import ambiguities
from studycards.study.proof.finding import Finding, entry_of, example
from studycards.study.proof.mending import mending_conditions
from studycards.study.proof.remedy import MOST_TRIED, remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.locale import Message
    from studycards.questions.variants.checking import Ambiguity
    from studycards.questions.variants.variant import Variant
    from studycards.study.proof.finding import Sample


def clashes(card: VariedCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield the mistakes of `card` that cannot always be told from the answer, or from each other."""
    hits: defaultdict[Ambiguity, list[Sample]] = defaultdict(list)
    for sample in samples:
        for ambiguity in ambiguities(card, sample.variant):
            hits[ambiguity].append(sample)
    proposed: list[str] = []
    for ambiguity, clashing in hits.items():
        reason = _in_step(card, ambiguity.step, _reason(card, ambiguity, clashing, samples, proposed))
        yield Finding(entry_of(card, ambiguity.names[-1]), reason)


def _reason(
    card: VariedCard,
    ambiguity: Ambiguity,
    clashing: Sequence[Sample],
    samples: Sequence[Sample],
    proposed: list[str],
) -> Message:
    """Say what clashes and what mends it; a condition that is not among the `proposed` ones yet joins them."""
    found = "mistake_is_right" if ambiguity.right else "mistakes_coincide"
    names = ", ".join(ambiguity.names)
    if len(clashing) == len(samples):
        always = "mistakes_alike" if not ambiguity.right and isinstance(card, NetworkCard) else found
        return message(f"study.{always}_always", names=names)
    condition = _condition(card, ambiguity, clashing, samples, proposed)
    if condition is not None and condition not in proposed:
        proposed.append(condition)
    return message(
        f"study.{found}",
        names=names,
        count=len(clashing),
        seeds=len(samples),
        example=example(card, clashing[0].variant.variables, clashing[0].seed),
        remedy=_other_remedy(card, ambiguity) if condition is None else message("study.remedy", condition=condition),
    )


def _other_remedy(card: VariedCard, ambiguity: Ambiguity) -> Message:
    """Return what helps where no condition does that goes with those that other mistakes need."""
    if ambiguity.right:
        return message("study.no_remedy_right")
    if isinstance(card, NetworkCard):
        return message("study.no_remedy_alike", names=", ".join(ambiguity.names))
    return message("study.no_remedy")


def _condition(
    card: VariedCard,
    ambiguity: Ambiguity,
    clashing: Sequence[Sample],
    samples: Sequence[Sample],
    proposed: Sequence[str],
) -> str | None:
    """Return a condition that keeps this clash out of fresh draws, too: a `proposed` one, or one that holds with them.

    Where arrays are drawn, a comparison of variables is rarely the reason, so that it comes last.
    """
    spared = [sample.variant.variables for sample in samples if sample not in clashing]
    comparisons = mending_conditions([sample.variant.variables for sample in clashing], spared)
    has_arrays = isinstance(card, NetworkCard) and card.experiment is not None
    candidates = [TOLD_APART, *comparisons] if has_arrays else [*comparisons[: MOST_TRIED - 1], TOLD_APART]
    share = len(clashing) / len(samples)
    has_fault = partial(_happens, card, ambiguity)
    known = remedy(card, proposed, has_fault, share=share)
    with_proposed = replace(card, require=(*card.require, *proposed))
    return known or remedy(with_proposed, candidates, has_fault, share=share)


def _happens(card: VariedCard, ambiguity: Ambiguity, variant: Variant) -> bool:
    """Say whether a clash, or a larger one that includes it, is in a variant."""
    return any(
        (found.step, found.right) == (ambiguity.step, ambiguity.right) and {*ambiguity.names} <= {*found.names}
        for found in ambiguities(card, variant)
    )


def _in_step(card: VariedCard, step: int, reason: Message) -> Message:
    if not isinstance(card, StepsCard):
        return reason
    from studycards.questions.kinds.sheet import step_title  # noqa: PLC0415 - NumPy, which only cards with arrays need

    spec = card.steps[step]
    return message("study.in_step", step=spec.title or step_title(spec.ask), reason=reason)
