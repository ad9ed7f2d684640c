"""Prove a card with variables: its tests hold, its variants can be asked and computed by hand, its mistakes differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.decks.report import did_you_mean
from studycards.decks.varied import ComputedCard, NetworkCard
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.questions.mistakes import MISTAKES
from studycards.questions.variants.checking import failure
from studycards.study.proof.burden import burdens
from studycards.study.proof.clashes import clashes
from studycards.study.proof.failures import cause, failed, sampled
from studycards.study.proof.finding import Finding
from studycards.study.proof.oversights import oversights
from studycards.study.proof.remedy import MOST_REJECTED
from studycards.study.proof.undecided import undecided
from studycards.study.proof.unused import unused_variables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.varied import VariedCard
    from studycards.questions.question import Words
    from studycards.study.proof.finding import Sample

__all__ = ["Finding", "prove"]


def prove(card: VariedCard, seeds: int) -> list[Finding]:
    """Return what is wrong with `card`, its variants being those of the seeds below `seeds`."""
    known = _without_unknown_mistakes(card)
    proved = [*_failed_tests(known), *_faulty_variants(known, seeds)]
    unknown = [*_unknown_mistakes(card), *_unlisted_mistakes(card)]
    return [*unused_variables(card), *unknown, *(_as_listed(card, finding) for finding in proved)]


def _unknown_mistakes(card: VariedCard) -> Iterator[Finding]:
    for number, name in enumerate(card.diagnose if isinstance(card, NetworkCard) else (), start=1):
        if name not in MISTAKES:
            reason = message("study.unknown_mistake", name=name, near=did_you_mean(name, MISTAKES))
            yield Finding(f"diagnose[{number}]", reason)


def _without_unknown_mistakes(card: VariedCard) -> VariedCard:
    if not isinstance(card, NetworkCard):
        return card
    return replace(card, diagnose=tuple(name for name in card.diagnose if name in MISTAKES))


def _as_listed(card: VariedCard, finding: Finding) -> Finding:
    """Return a finding about the card without unknown mistakes with the path that its entry has with them."""
    if not isinstance(card, NetworkCard) or not finding.field.startswith("diagnose["):
        return finding
    listed = [f"diagnose[{number}]" for number, name in enumerate(card.diagnose, start=1) if name in MISTAKES]
    return finding._replace(field=listed[int(finding.field[len("diagnose[") : -1]) - 1])


def _unlisted_mistakes(card: VariedCard) -> Iterator[Finding]:
    """Yield what is called alike and is not even recognised."""
    if not isinstance(card, NetworkCard):
        return
    own = {f"wrong[{number}]" for number, _ in enumerate(card.wrong, start=1)} if isinstance(card, ComputedCard) else ()
    for number, group in enumerate(card.alike, start=1):
        for name in group:
            if name not in card.diagnose and name not in own:
                yield Finding(f"alike[{number}]", message("study.unlisted_mistake", name=name))


def _failed_tests(card: VariedCard) -> Iterator[Finding]:
    for number, test in enumerate(card.tests, start=1):
        reason: Words | None
        try:
            reason = failure(card, test)
        except StudycardsError as error:
            reason = cause(error)
        if reason is not None:
            yield Finding(f"tests[{number}]", message("study.test_failed", reason=reason))


def _faulty_variants(card: VariedCard, seeds: int) -> Iterator[Finding]:
    """Make the variants, and say what is wrong with them and with those that cannot be made."""
    samples, failures = sampled(card, seeds)
    yield from failed(card, samples, failures)
    if not samples:
        return
    yield from oversights(card, samples)
    yield from _slow_draws(samples)
    yield from clashes(card, samples)
    yield from burdens(card, samples)
    yield from undecided(card, samples)


def _slow_draws(samples: Sequence[Sample]) -> Iterator[Finding]:
    rejected = sum(sample.rejected for sample in samples)
    draws = rejected + len(samples)
    if rejected > MOST_REJECTED * draws:
        most = max(sample.rejected for sample in samples)
        yield Finding("require", message("study.slow_draws", rejected=rejected, draws=draws, most=most + 1))
