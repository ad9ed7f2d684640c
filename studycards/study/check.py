"""Check decks and exams: what the reader finds in each file, how the files fit together, that all can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.blueprint_reader import read_blueprint
from studycards.decks.locations import builtin_folder, deck_files, exam_files, read_source
from studycards.decks.problems import Problem
from studycards.decks.reader import read_deck
from studycards.decks.varied import NetworkCard, VariedCard
from studycards.study.exam.checking import exam_problems
from studycards.study.links import Links
from studycards.study.proof import prove

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studycards.decks.blueprint_reader import ReadBlueprint
    from studycards.decks.model import Deck
    from studycards.decks.reader import ReadDeck
    from studycards.study.proof import Finding


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at, and what it found, in the order of the files."""

    files: int
    cards: int
    variants: int
    problems: tuple[Problem, ...]


def check_decks(paths: Iterable[Path], *, seeds: int) -> CheckReport:
    """Check decks and blueprints of exams, those in folders, too; each card with variables is asked with `seeds` seeds.

    The ids of the built-in decks and exams count as taken, since they share one library with what is checked.

    Raises:
        StudycardsError: a path does not exist.
    """
    paths = tuple(paths)
    files = deck_files(paths)
    reads = [read_deck(file, read_source(file)) for file in files]
    decks = [read.deck for read in reads if read.deck is not None]
    library = [*_builtin_besides(files), *decks]
    links = Links(library)
    exams = [read_blueprint(file, read_source(file)) for file in exam_files(paths)]
    return CheckReport(
        files=len(files) + len(exams),
        cards=sum(len(deck.cards) for deck in decks),
        variants=sum(_seeds(card, seeds) for deck in decks for card in deck.cards if isinstance(card, VariedCard)),
        problems=(
            *(problem for read in reads for problem in _problems(read, links, seeds)),
            *exam_problems(exams, {deck.id: deck.cards for deck in library}, _builtin_exams_besides(exams)),
        ),
    )


def _builtin_besides(files: Iterable[Path]) -> list[Deck]:
    checked = {file.resolve() for file in files}
    others = [file for file in deck_files([builtin_folder()]) if file.resolve() not in checked]
    return [deck for file in others if (deck := read_deck(file, read_source(file)).deck) is not None]


def _builtin_exams_besides(reads: Iterable[ReadBlueprint]) -> set[str]:
    """Return the ids of the built-in exams that are not checked themselves."""
    checked = {read.path.resolve() for read in reads}
    others = [file for file in exam_files([builtin_folder()]) if file.resolve() not in checked]
    blueprints = (read_blueprint(file, read_source(file)).blueprint for file in others)
    return {blueprint.id for blueprint in blueprints if blueprint is not None}


def _problems(read: ReadDeck, links: Links, seeds: int) -> Iterator[Problem]:
    yield from read.problems
    if read.deck is None:
        return
    for card in read.deck.cards:
        findings = list(links.findings(read.deck, card))
        if isinstance(card, VariedCard) and not findings:
            findings += prove(card, _seeds(card, seeds))
        yield from (_problem(read, card.id, finding) for finding in findings)


def _seeds(card: VariedCard, seeds: int) -> int:
    """Return how many seeds are worth trying: a card of which nothing is drawn has one variant."""
    arrays = card.experiment.data if isinstance(card, NetworkCard) and card.experiment else ()
    return seeds if card.variables or any(array.values for array in arrays) else 1


def _problem(read: ReadDeck, card: str, finding: Finding) -> Problem:
    """Put a finding where its field is in the file."""
    place = read.places.get((card, finding.field)) or read.places[card, "id"]
    line = read.lines[place.line - 1]
    return Problem(place, card, finding.field, finding.reason, line, len(finding.field))
