"""Variants of all built-in cards are for ever: more than 1,000 of them, byte for byte, in both languages.

Each line of the file holds a card, a seed, the answer in Polish and in English, and two digests: of the question with
its arrays, and of the hints and the solution. `python tests/questions/test_builtin_golden.py` writes it anew. Other
digests may be other words, which are a matter of taste; other answers mean that old seeds now ask something else.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.varied import VariedCard
from studycards.locale import LANGUAGES, Language
from studycards.questions import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studycards.questions.question import Question, Words, WrittenCells

GOLDEN = Path(__file__).parents[1] / "golden" / "builtin_variants.jsonl"
LEAST_VARIANTS = 1_000
SEEDS = 6
DIGITS = 12
"""Hexadecimal digits of a digest that are kept."""


def builtin_cards() -> Iterator[VariedCard]:
    for file in deck_files([builtin_folder()]):
        deck = read_deck(file, read_source(file)).deck
        assert deck is not None
        yield from (card for card in deck.cards if isinstance(card, VariedCard))


def line(card: VariedCard, seed: int) -> str:
    """Return one variant as the file holds it."""
    question = ask(card, card.id, seed)
    return json.dumps(
        {
            "card": card.id,
            "seed": seed,
            **{code: Language(code).render(question.answer) for code in LANGUAGES},
            "question": digest(text for code in LANGUAGES for text in shown(question, Language(code))),
            "solution": digest(written((*question.hints, *question.solution))),
        },
        ensure_ascii=False,
    )


def shown(question: Question, language: Language) -> Iterator[str]:
    yield language.render(question.stem)
    for grid in question.grids:
        yield language.render(grid.title)
        yield repr(cells(grid.cells, language))


def cells(nested: WrittenCells, language: Language) -> object:
    return [cells(part, language) for part in nested] if isinstance(nested, tuple) else language.render(nested)


def written(lines: Iterable[Words]) -> list[str]:
    return [Language(code).render(words) for words in lines for code in LANGUAGES]


def digest(texts: Iterable[str]) -> str:
    return sha256("\n".join(texts).encode()).hexdigest()[:DIGITS]


def all_lines() -> list[str]:
    return [line(card, seed) for card in builtin_cards() for seed in range(SEEDS)]


def test_variants_of_the_built_in_cards_never_change() -> None:
    expected = GOLDEN.read_text(encoding="utf-8").splitlines()

    assert len(expected) >= LEAST_VARIANTS
    assert all_lines() == expected


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*all_lines(), ""]), encoding="utf-8")
