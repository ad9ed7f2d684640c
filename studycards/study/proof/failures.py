"""Variants that cannot be made: why, for which values, and the condition that keeps them out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.varied import CompareCard, ComputedCard, NetworkCard, NumberCard
from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.questions.posing import posed
from studycards.questions.variants.drawn import drawn
from studycards.questions.variants.obstacles import failing_values
from studycards.questions.variants.variant import refusals
from studycards.study.proof.finding import Finding, Sample, example
from studycards.study.proof.mending import mending_conditions
from studycards.study.proof.remedy import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.questions.variants.draw import Names

POSED = 20
"""Variants whose texts, hints and solution are made, too: they are alike for all, and cost most of the time."""

FIELDS = {"computed.no_variant": "require", "computed.few_choices": "choices"}
"""The fields that errors are about."""

FAILED = 100
"""Variants that fail before no further one is tried: enough to see what they have in common."""


class Failure(NamedTuple):
    """A seed that draws no variant that can be asked, and why."""

    seed: int
    error: StudycardsError


def sampled(card: VariedCard, seeds: int) -> tuple[list[Sample], list[Failure]]:
    """Return the variants of the seeds below `seeds`, and the seeds that have none; one without end ends the search."""
    samples: list[Sample] = []
    failures: list[Failure] = []
    for seed in range(seeds):
        try:
            samples.append(_sample(card, seed))
        except StudycardsError as error:
            failures.append(Failure(seed, error))
            if error.key == "computed.no_variant" or len(failures) == FAILED:
                break
    return samples, failures


def failed(card: VariedCard, samples: Sequence[Sample], failures: Sequence[Failure]) -> Iterator[Finding]:
    """Yield each reason for which variants of `card` cannot be made."""
    by_reason: defaultdict[str, list[Failure]] = defaultdict(list)
    for failure in failures:
        reason = cause(failure.error)
        by_reason[reason.key].append(failure)
    for alike in by_reason.values():
        yield _finding(card, alike, samples)


def cause(error: StudycardsError) -> Message:
    """Return what an error says, without the card where that stands before it anyway."""
    reason = error.values.get("reason") if error.key == "computed.refused" else None
    return reason if isinstance(reason, Message) else Message(error.key, error.values)


def _finding(card: VariedCard, alike: Sequence[Failure], samples: Sequence[Sample]) -> Finding:
    """Return why some variants cannot be made: where a condition mends it, the variables are to blame."""
    first, reason = alike[0], cause(alike[0].error)
    values = failing_values(card, first.seed)
    if reason.key in FIELDS or not (values or samples):
        sentence = message("study.variant_failed", reason=reason, remedy=_other_remedy(reason))
        return Finding(_field_of(card, first.error), sentence)
    condition = _condition(card, [failing_values(card, failure.seed) for failure in alike], samples)
    sentence = message(
        "study.variants_failed",
        count=len(alike),
        seeds=len(alike) + len(samples),
        example=example(card, values, first.seed),
        reason=reason,
        remedy=_other_remedy(reason) if condition is None else message("study.remedy", condition=condition),
    )
    return Finding(_field_of(card, first.error) if condition is None else _of_variables(card), sentence)


def _other_remedy(reason: Message) -> Message | str:
    """Return what mends a card that no condition mends, where the reason does not say it already."""
    return message("study.other_networks") if reason.key.startswith("comparison.") else ""


def _condition(card: VariedCard, faulty: Sequence[Names], samples: Sequence[Sample]) -> str | None:
    """Return the condition on variables that keeps all faulty draws out, if there is one."""
    if not samples or not all(faulty):
        return None
    conditions = mending_conditions(faulty, [sample.variant.variables for sample in samples])
    return remedy(card, conditions, lambda _: False, share=len(faulty) / (len(faulty) + len(samples)))


def _sample(card: VariedCard, seed: int) -> Sample:
    with refusals(card):
        variant, rejected = drawn(card, seed)
        if seed < POSED or _is_chosen(card):
            posed(card, card.id, seed, variant)
    return Sample(seed, variant, rejected)


def _is_chosen(card: VariedCard) -> bool:
    """Say whether options have to be found for each variant, for which mistakes may be too few."""
    return isinstance(card, ComputedCard) and card.choices is not None


def _field_of(card: VariedCard, error: StudycardsError) -> str:
    """Return the field that most likely has to be mended."""
    if error.key in FIELDS:
        return FIELDS[error.key]
    if isinstance(card, NetworkCard) and card.experiment is not None:
        return "data"
    return _of_variables(card)


def _of_variables(card: VariedCard) -> str:
    """Return the field that draws the numbers, or without any the one that holds them."""
    if card.require or card.variables:
        return "require" if card.require else "vars"
    if isinstance(card, NumberCard | CompareCard):
        return "networks" if card.networks else "answer"
    return "network"
