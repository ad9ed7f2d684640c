"""Prove a card with variables: its tests hold, every variant has an answer, and its mistakes can be told apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.report import did_you_mean
from studycards.decks.varied import ComputedCard
from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.questions import ask
from studycards.questions.checking import ambiguities, failure
from studycards.questions.draw import draw
from studycards.questions.mistakes import MISTAKES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.varied import VariedCard


class Finding(NamedTuple):
    """What is wrong with a card, and the field that has to be mended."""

    field: str
    reason: Message


def prove(card: VariedCard, seeds: int) -> list[Finding]:
    """Return what is wrong with `card`, its variants being those of the seeds below `seeds`."""
    unknown = list(_unknown_mistakes(card))
    return unknown or [*_failed_tests(card), *_faulty_variants(card, seeds)]


def _unknown_mistakes(card: VariedCard) -> Iterator[Finding]:
    for name in card.diagnose if isinstance(card, ComputedCard) else ():
        if name not in MISTAKES:
            yield Finding("diagnose", message("study.unknown_mistake", name=name, near=did_you_mean(name, MISTAKES)))


def _failed_tests(card: VariedCard) -> Iterator[Finding]:
    for number, test in enumerate(card.tests, start=1):
        try:
            reason = failure(card, test)
        except StudycardsError as error:
            reason = Message(error.key, error.values)
        if reason is not None:
            yield Finding("tests", message("study.test_failed", number=number, reason=reason))


def _faulty_variants(card: VariedCard, seeds: int) -> Iterator[Finding]:
    """Ask the card with each seed; stop at the first variant that cannot be asked, and count what is ambiguous."""
    clashes: defaultdict[tuple[tuple[str, ...], bool], list[int]] = defaultdict(list)
    for seed in range(seeds):
        try:
            ask(card, card.id, seed)
            for ambiguity in ambiguities(card, seed):
                clashes[ambiguity.names, ambiguity.right].append(seed)
        except StudycardsError as error:
            reason = message("study.variant_failed", reason=Message(error.key, error.values))
            yield Finding("require" if card.require else "vars" if card.variables else "network", reason)
            return
    field = "diagnose" if isinstance(card, ComputedCard) else "wrong"
    for (names, right), hits in clashes.items():
        key = "study.mistake_is_right" if right else "study.mistakes_coincide"
        example = ", ".join(f"{name} = {value}" for name, value in draw(card, hits[0]).items())
        yield Finding(field, message(key, names=", ".join(names), count=len(hits), seeds=seeds, example=example))
