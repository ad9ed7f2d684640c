"""The decks of a run as the use cases take them: found by name, their prompts as the memory wants them, asked."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.memory import Candidate
from studycards.study.settings.model import OF_DECK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from studycards.decks.library import DeckEntry, Library
    from studycards.decks.model import Card
    from studycards.locale import Text
    from studycards.questions import Question


_MAY_BE_RECALLED = frozenset({"basic", "cloze"})
"""The types of cards whose questions may be self-graded."""


class Shelf:
    """The usable decks of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, Sequence[Candidate]] = {}

    def find(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the decks that `names` mean: an id, the beginning of just one, a file or a folder.

        Raises:
            StudycardsError: a name means no deck, several, or one with problems.
        """
        return tuple(dict.fromkeys(deck.id for name in names for deck in self._find(name)))

    def chosen(self, decks: Sequence[str]) -> tuple[DeckEntry, ...]:
        """Return the decks with these ids; all when there are none."""
        return tuple(deck for deck in self._library.decks if not decks or deck.id in decks)

    def candidates(self, decks: Sequence[str]) -> list[Candidate]:
        """Return the prompts of the decks with these ids; of all when there are none."""
        return [candidate for deck in self.chosen(decks) for candidate in self.candidates_of(deck)]

    def candidates_of(self, deck: DeckEntry) -> Sequence[Candidate]:
        """Return the prompts of a deck as the memory wants them, made once: for 10,000 of them it takes 5 ms."""
        if deck.id not in self._made:
            self._made[deck.id] = [
                Candidate(prompt, card, deck.requires.get(card, ()))
                for prompt, card in zip(deck.prompts, deck.card_of_each, strict=True)
            ]
        return self._made[deck.id]

    def cards(self, decks: Sequence[str]) -> Iterator[tuple[str, Card]]:
        """Return the cards of the decks with these ids, of all when there are none; each with the id of its deck."""
        return ((deck.id, card) for deck in self.chosen(decks) for card in self._library.cards(deck))

    def prompts(self, decks: Sequence[str], keep: Callable[[Card], bool] | None) -> list[str]:
        """Return the prompts of the decks with these ids, of all when there are none, where `keep` takes the card."""
        if keep is None:  # no card needs to be read
            return [prompt for deck in self.chosen(decks) for prompt in deck.prompts]
        return [prompt for _, card in self.cards(decks) if keep(card) for prompt in card.prompts]

    def question(self, prompt: str, seed: int, layout: str = OF_DECK) -> Question:
        """Return the question for a prompt, with the axes of shapes in the order `layout`.

        Raises:
            StudycardsError: no deck has the prompt, or its card cannot be asked.
        """
        from studycards.questions import ask  # noqa: PLC0415 - 25 ms, not for a list of decks
        from studycards.study.settings.layout import in_layout  # noqa: PLC0415 - as above

        self._deck_of(prompt)
        return ask(in_layout(self._library.card(prompt), layout), prompt, seed)

    def may_be_recalled(self, prompt: str) -> bool:
        """Whether its question may be self-graded; a card that cannot be read is named once its turn has come."""
        try:
            return self._library.card(prompt).type in _MAY_BE_RECALLED
        except StudycardsError:
            return False

    def title_of(self, prompt: str) -> Text | None:
        """Return the title of the deck that has a prompt."""
        deck = self._library.deck_of(prompt)
        return deck.title if deck else None

    def place(self, prompt: str) -> tuple[Path, int]:
        """Return the file and the line in which the card of a prompt begins.

        Raises:
            StudycardsError: no deck has it, or its deck has changed beyond what the cache knows.
        """
        return self._deck_of(prompt).path, self._library.line(prompt)

    def forget(self, deck: DeckEntry) -> None:
        """Take the prompts of a deck, which has changed, from the library again."""
        self._made.pop(deck.id, None)

    def _deck_of(self, prompt: str) -> DeckEntry:
        deck = self._library.deck_of(prompt)
        if deck is None:
            raise StudycardsError("study.no_such_card", prompt=prompt)
        return deck

    def _find(self, name: str) -> list[DeckEntry]:
        known = {deck.id: deck for deck in self._library.decks}
        if name in known:
            return [known[name]]
        path = Path(name).resolve()
        if path.exists():
            found = [deck for deck in known.values() if deck.path.resolve().is_relative_to(path)]
        else:
            found = [deck for deck in known.values() if deck.id.startswith(name)]
            if len(found) > 1:
                raise StudycardsError("study.ambiguous_deck", name=name, decks=", ".join(deck.id for deck in found))
        if not found:
            raise self._no_deck(name, path)
        return found

    def _no_deck(self, name: str, path: Path) -> StudycardsError:
        """Say why no deck goes by this name."""
        for deck in self._library.faulty:
            if deck.path.stem == name or deck.path.resolve().is_relative_to(path):
                return StudycardsError("study.faulty_deck", path=quote(str(deck.path)))
        from difflib import get_close_matches  # noqa: PLC0415 - 3 ms, needed only when something is wrong

        nearest = get_close_matches(name, [deck.id for deck in self._library.decks], n=1)
        if nearest:
            return StudycardsError("study.unknown_deck_near", name=name, nearest=nearest[0])
        return StudycardsError("study.unknown_deck", name=name)
