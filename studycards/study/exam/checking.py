"""Check blueprints: what the reader finds in each file, and that the decks can fill every section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.report import did_you_mean
from studycards.locale import message
from studycards.questions.mistakes.library import MISTAKES
from studycards.study.exam.draw import TooFewCards, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studycards.decks.blueprint import Blueprint, Section
    from studycards.decks.blueprint_reader import ReadBlueprint
    from studycards.decks.model import Card
    from studycards.decks.problems import Problem
    from studycards.locale import Message


class _Finding(NamedTuple):
    """What is wrong, and the path of the field that has to be mended."""

    at: str
    reason: Message


def exam_problems(
    reads: Iterable[ReadBlueprint], decks: Mapping[str, Sequence[Card]], taken: Iterable[str], *, all_cards: bool
) -> Iterator[Problem]:
    """Yield the problems of blueprints, which share one library with `decks`; `taken` are ids of other exams.

    Whether a section can be filled is only known where these are `all_cards` of the decks, as their authors want them.
    """
    ids = set(taken)
    for read in reads:
        yield from read.problems
        if read.blueprint is None:
            continue
        if read.blueprint.id in ids:
            yield read.problem("id", message("exam.id_taken", id=read.blueprint.id))
        ids.add(read.blueprint.id)
        for finding in _findings(read.blueprint, decks, all_cards=all_cards):
            yield read.problem(finding.at, finding.reason)


def _findings(blueprint: Blueprint, decks: Mapping[str, Sequence[Card]], *, all_cards: bool) -> Iterator[_Finding]:
    for place, name in enumerate(blueprint.half, start=1):
        if name not in MISTAKES:
            near = did_you_mean(name, MISTAKES)
            yield _Finding(f"half[{place}]", message("study.unknown_mistake", name=name, near=near))
    places = [
        (f"parts[{part}].sections[{number}]", section)
        for part, sections in enumerate((part.sections for part in blueprint.parts), start=1)
        for number, section in enumerate(sections, start=1)
    ]
    unknown = [finding for at, section in places for finding in _unknown_decks(at, section, decks)]
    yield from unknown
    if unknown or not all_cards:
        return
    try:
        draw(blueprint, decks, seed=0)
    except TooFewCards as short:
        at, section = places[short.section]
        yield _Finding(f"{at}.count", message("exam.section_too_few", count=section.count, found=short.found))


def _unknown_decks(at: str, section: Section, decks: Mapping[str, Sequence[Card]]) -> Iterator[_Finding]:
    for deck in section.decks:
        if deck not in decks:
            yield _Finding(f"{at}.decks", message("exam.unknown_deck", deck=deck, near=did_you_mean(deck, decks)))
