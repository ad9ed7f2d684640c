"""One card as a learner would meet it, outside of any session: nothing is scheduled, nothing recorded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studycards.decks.cache import DeckCache
from studycards.decks.library import Library, card_of
from studycards.decks.locations import builtin_folder, deck_files
from studycards.engine.errors import nearest_name
from studycards.errors import StudycardsError
from studycards.questions import Unreadable, ask
from studycards.study.seeds import seed_of

if TYPE_CHECKING:
    from studycards.questions import Question, Reading, Verdict

OF_DECK = ":"
"""Between the path of a deck and the id of one of its cards."""

OF_VARIANT = "#"
"""Between the id of a card and the code of one of its variants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A question and, where something was typed, how it was read and graded; an unreadable answer has no verdict."""

    question: Question
    reading: Reading | Unreadable | None = None
    verdict: Verdict | None = None


def preview(name: str, home: Path, *, seed: int, typed: str | None = None) -> Preview:
    """Return the question of the card, or of the one prompt of it, that `name` means; `typed` is an answer to it.

    Args:
        name: an id of the built-in decks or of those in the data folder `home`, or `path/deck.yaml:id` for any other;
            with the code of a variant behind it, `id#4KD7Q`, that one is drawn.
        home: the data folder, which need not exist.
        seed: draws the variant where `name` has no code.
        typed: what a learner would type.

    Raises:
        StudycardsError: there is no such card or code, or the card cannot be asked.
    """
    path, _, named = name.rpartition(OF_DECK)
    prompt, _, code = named.partition(OF_VARIANT)
    own = [folder] if (folder := home / "decks").is_dir() else []
    files = deck_files([Path(path)] if path else [builtin_folder(), *own])
    library = Library.load(files, DeckCache.open(home / "cache.db"))
    try:
        question = _question(library, prompt, seed_of(code) if code else seed)
    finally:
        library.close()
    if typed is None:
        return Preview(question=question)
    reading = question.read(typed)
    verdict = None if isinstance(reading, Unreadable) else question.grade(reading)
    return Preview(question=question, reading=reading, verdict=verdict)


def _question(library: Library, prompt: str, seed: int) -> Question:
    """Return the question of a prompt, by its present or an earlier id; a card stands for its first prompt."""
    prompt = dict(library.renames()).get(prompt, prompt)
    if library.deck_of(prompt) is None:
        raise _no_card(library, card_of(prompt))
    card = library.card(prompt)
    if prompt != card.id and prompt not in card.prompts:
        raise StudycardsError("study.unknown_card_near", name=prompt, nearest=card.prompts[0])
    return ask(card, card.prompts[0] if prompt == card.id else prompt, seed)


def _no_card(library: Library, name: str) -> StudycardsError:
    """Say what was probably meant, or which deck has to be mended before its cards can be found."""
    nearest = nearest_name(name, [card for deck in library.decks for card in deck.cards])
    if nearest is not None:
        return StudycardsError("study.unknown_card_near", name=name, nearest=nearest)
    if library.faulty:
        return StudycardsError("study.faulty_deck", path=str(library.faulty[0].path))
    return StudycardsError("study.unknown_card", name=name)
