"""Prove a card with variables: its tests hold, its variants can be asked and computed by hand, its mistakes differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.report import did_you_mean
from studycards.decks.varied import ComputedCard, NetworkCard
from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.questions.checking import failure
from studycards.questions.mistakes import MISTAKES
from studycards.questions.posing import posed
from studycards.questions.variant import refusals
from studycards.questions.varying import drawn
from studycards.study.proof.burden import burdens
from studycards.study.proof.clashes import clashes
from studycards.study.proof.finding import Finding, Sample
from studycards.study.proof.oversights import oversights
from studycards.study.proof.undecided import undecided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.questions.question import Words

__all__ = ["Finding", "prove"]

POSED = 20
"""Variants whose texts, hints and solution are made, too: they are alike for all, and cost most of the time."""

FIELDS = {"computed.no_variant": "require", "computed.few_choices": "choices"}
"""The fields that errors are about."""

MOST_REJECTED = 0.9
"""The part of draws that conditions may reject before a question comes noticeably late."""


def prove(card: VariedCard, seeds: int) -> list[Finding]:
    """Return what is wrong with `card`, its variants being those of the seeds below `seeds`."""
    unknown = list(_unknown_mistakes(card))
    return unknown or [*_failed_tests(card), *_faulty_variants(card, seeds)]


def _unknown_mistakes(card: VariedCard) -> Iterator[Finding]:
    for name in card.diagnose if isinstance(card, NetworkCard) else ():
        if name not in MISTAKES:
            yield Finding("diagnose", message("study.unknown_mistake", name=name, near=did_you_mean(name, MISTAKES)))


def _failed_tests(card: VariedCard) -> Iterator[Finding]:
    for number, test in enumerate(card.tests, start=1):
        reason: Words | None
        try:
            reason = failure(card, test)
        except StudycardsError as error:
            reason = _cause(error)
        if reason is not None:
            yield Finding("tests", message("study.test_failed", number=number, reason=reason))


def _faulty_variants(card: VariedCard, seeds: int) -> Iterator[Finding]:
    """Make the variants, and say what is wrong with them; one that cannot be made is reason enough to stop."""
    try:
        samples = [_sample(card, seed) for seed in range(seeds)]
    except StudycardsError as error:
        yield Finding(_field_of(card, error), message("study.variant_failed", reason=_cause(error)))
        return
    yield from oversights(card, samples)
    yield from _slow_draws(samples)
    yield from clashes(card, samples)
    yield from burdens(card, samples)
    yield from undecided(card, samples)


def _sample(card: VariedCard, seed: int) -> Sample:
    with refusals(card):
        variant, rejected = drawn(card, seed)
        if seed < POSED or _is_chosen(card):
            posed(card, card.id, seed, variant)
    return Sample(seed, variant, rejected)


def _is_chosen(card: VariedCard) -> bool:
    """Say whether options have to be found for each variant, for which mistakes may be too few."""
    return isinstance(card, ComputedCard) and card.choices is not None


def _slow_draws(samples: Sequence[Sample]) -> Iterator[Finding]:
    rejected = sum(sample.rejected for sample in samples)
    draws = rejected + len(samples)
    if rejected > MOST_REJECTED * draws:
        most = max(sample.rejected for sample in samples)
        yield Finding("require", message("study.slow_draws", rejected=rejected, draws=draws, most=most + 1))


def _cause(error: StudycardsError) -> Words:
    """Return what an error says, without the card where that stands before it anyway."""
    reason = error.values.get("reason") if error.key == "computed.refused" else None
    return reason if isinstance(reason, Message) else Message(error.key, error.values)


def _field_of(card: VariedCard, error: StudycardsError) -> str:
    """Return the field that most likely has to be mended."""
    if error.key in FIELDS:
        return FIELDS[error.key]
    if isinstance(card, NetworkCard) and card.experiment is not None:
        return "data"
    return "require" if card.require else "vars" if card.variables else "network"
