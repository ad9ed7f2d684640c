"""Check decks and exams: what the reader finds in each file, how the files fit together, that all can be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.blueprint_reader import read_blueprint
from studycards.decks.locations import builtin_folder, deck_files, exam_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.salvage import salvage
from studycards.decks.text_checks import text_problems
from studycards.decks.varied import NetworkCard, VariedCard
from studycards.study.exam.checking import exam_problems
from studycards.study.links import Links
from studycards.study.proof import prove

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studycards.decks.blueprint_reader import ReadBlueprint
    from studycards.decks.model import Card, Deck
    from studycards.decks.problems import Problem
    from studycards.decks.reader import ReadDeck
    from studycards.decks.salvage import Salvage


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at, and what it found, in the order of the files."""

    files: int
    cards: int
    variants: int
    problems: tuple[Problem, ...]


def check_decks(paths: Iterable[Path], *, seeds: int) -> CheckReport:
    """Check decks and blueprints of exams, those in folders, too; each card with variables is asked with `seeds` seeds.

    A problem hides no other one: what is left of a faulty deck is checked like the rest.
    The ids of the built-in decks and exams count as taken, since they share one library with what is checked.

    Raises:
        StudycardsError: a path does not exist.
    """
    paths = tuple(paths)
    files = deck_files(paths)
    checks = [_DeckCheck(read, salvage(read), seeds) for read in (read_deck(file, read_source(file)) for file in files)]
    decks = [check.rest.deck for check in checks if check.rest.deck is not None]
    library = [*_builtin_besides(files), *decks]
    links = Links(library)
    exams = [read_blueprint(file, read_source(file)) for file in exam_files(paths)]
    return CheckReport(
        files=len(files) + len(exams),
        cards=sum(len(deck.cards) for deck in decks),
        variants=sum(check.seeds_of(card) for check in checks for card in check.cards if isinstance(card, VariedCard)),
        problems=(
            *(problem for check in checks for problem in check.problems(links)),
            *exam_problems(
                exams,
                {deck.id: deck.cards for deck in library},
                _builtin_exams_besides(exams),
                all_cards=all(check.read.deck is not None for check in checks),
            ),
        ),
    )


def problems_of(file: Path, library: Iterable[Path]) -> tuple[Problem, ...]:
    """Return why a deck cannot be used: what the reader finds in its file, else what clashes with a library.

    Raises:
        StudycardsError: the file cannot be read.
    """
    if problems := read_deck(file, read_source(file)).problems:
        return problems
    others = [path for path in library if path != file and not path.is_relative_to(builtin_folder())]
    return tuple(problem for problem in check_decks([*others, file], seeds=0).problems if problem.place.path == file)


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


@dataclass(frozen=True, slots=True)
class _DeckCheck:
    """The check of one file: what the reader found, and the rest that is still to be proved, with so many `seeds`."""

    read: ReadDeck
    rest: Salvage
    seeds: int

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the file as far as they can be used."""
        return () if self.rest.deck is None else self.rest.deck.cards

    def problems(self, links: Links) -> Iterator[Problem]:
        """Yield all problems, in the order of the file."""
        found = [*self.read.problems, *text_problems(self.read), *self._found_later(links)]
        yield from sorted(found, key=lambda problem: (problem.place.line, problem.place.column))

    def seeds_of(self, card: VariedCard) -> int:
        """Return how many seeds are worth trying: a card of which nothing is drawn has one variant."""
        if card.id in self.rest.undrawn:
            return 0
        arrays = card.experiment.data if isinstance(card, NetworkCard) and card.experiment else ()
        return self.seeds if card.variables or any(array.values for array in arrays) else 1

    def _found_later(self, links: Links) -> Iterator[Problem]:
        for card in self.cards:
            assert self.rest.deck is not None
            findings = list(links.findings(self.rest.deck, card))
            if isinstance(card, VariedCard):
                findings += prove(card, self.seeds_of(card))
            for finding in findings:
                at = self.rest.entries.get((card.id, finding.field), finding.field)
                yield self.read.problem(card.id, at, finding.reason)
