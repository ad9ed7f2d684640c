"""How cards stand with their learner. The memory knows prompts; a card stands as its prompts do together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.library import card_of
from studycards.memory import Mark, Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from studycards.decks.library import Library
    from studycards.memory import Memory, Progress

FEW = 200
"""Cards whose decks are looked up one by one; for more, all decks are gone through."""

A_SLICE = 1000
"""Prompts that are read at once: some 2 ms."""


class Standing(NamedTuple):
    """How one card stands.

    It is due with the first of its prompts, as hard as the hardest, and new as long as none was answered; then `stage`
    and `due_day` are None. It is suspended when all its prompts are, and flagged when any is.
    """

    stage: Stage | None = None
    due_day: int | None = None
    due_ms: int | None = None
    difficulty: float = 0.0
    lapses: int = 0
    reviews: int = 0
    suspended: bool = False
    flagged: bool = False

    def waits(self, today: int) -> bool:
        """Tell whether the card is due."""
        return self.due_day is not None and self.due_day <= today and not self.suspended

    def has(self, mark: Mark) -> bool:
        """Tell whether the card is suspended, or flagged."""
        return self.suspended if mark is Mark.SUSPENDED else self.flagged


NEW = Standing()
"""How a card stands that was never answered and has no mark."""


class Standings:
    """How all cards of the library stand: `by_card` holds those that are not just new."""

    def __init__(self, library: Library, memory: Memory) -> None:
        self._library = library
        self._memory = memory
        self.by_card: dict[str, Standing] = {}

    def prompts_of(self, cards: Collection[str]) -> list[str]:
        """Return the prompts of cards, in the order of the files."""
        return [prompt for prompt, card in self._pairs(cards) if card in cards]

    def read(self) -> Iterator[None]:
        """Read how all cards stand, a slice at a time."""
        standings: dict[str, Standing] = {}
        for count, progress in enumerate(self._memory.progress(), start=1):
            _add(standings, progress)
            if count % A_SLICE == 0:
                yield
        marks = self._memory.marks()
        _add_marks(standings, marks, self._pairs({card_of(prompt) for prompt in marks}))
        self.by_card = standings

    def read_again(self, cards: Collection[str], memory: Memory) -> None:
        """Take in how these cards stand after a change; `memory` is that of the thread which does so."""
        standings: dict[str, Standing] = {}
        prompts = self.prompts_of(cards)
        for progress in memory.progress(prompts):
            _add(standings, progress)
        _add_marks(standings, memory.marks(prompts), self._pairs(cards))
        others = {card: standing for card, standing in self.by_card.items() if card not in cards}
        # A new dictionary: the list may be looked through at this moment.
        self.by_card = others | standings

    def _pairs(self, cards: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield the prompts and cards of those decks at least that have some of `cards`, in the order of the files."""
        owners = [self._library.deck_of(card) for card in cards] if len(cards) <= FEW else self._library.decks
        decks = {deck.id for deck in owners if deck is not None}
        for deck in self._library.decks:
            if deck.id in decks:
                yield from zip(deck.prompts, deck.card_of_each, strict=True)


def _add_marks(
    standings: dict[str, Standing], marks: Mapping[str, frozenset[Mark]], pairs: Iterator[tuple[str, str]]
) -> None:
    """Mark the cards whose prompts have `marks`; `pairs` has all the prompts of these cards, each with its card."""
    by_card: dict[str, list[frozenset[Mark]]] = {}
    for prompt, of_prompt in marks.items():
        by_card.setdefault(card_of(prompt), []).append(of_prompt)
    prompts = Counter(card for _, card in pairs if card in by_card)
    for card, of_prompts in by_card.items():
        standings[card] = standings.get(card, NEW)._replace(
            suspended=sum(Mark.SUSPENDED in of_prompt for of_prompt in of_prompts) == prompts[card],
            flagged=any(Mark.FLAGGED in of_prompt for of_prompt in of_prompts),
        )


def _add(standings: dict[str, Standing], progress: Progress) -> None:
    """Add what is known of a prompt to what is known of its card."""
    card = card_of(progress.prompt)
    standing = Standing(
        progress.stage, progress.due_day, progress.due_ms, progress.difficulty, progress.lapses, progress.reviews
    )
    before = standings.get(card)
    standings[card] = standing if before is None else _together(before, standing)


def _together(one: Standing, other: Standing) -> Standing:
    """Return how a card stands of which two parts were answered; it is being learned while any of them is."""
    first, second = sorted((one, other), key=lambda standing: (standing.due_day or 0, standing.due_ms or 0))
    return Standing(
        stage=second.stage if first.stage is Stage.REVIEW else first.stage,
        due_day=first.due_day,
        due_ms=first.due_ms,
        difficulty=max(one.difficulty, other.difficulty),
        lapses=one.lapses + other.lapses,
        reviews=one.reviews + other.reviews,
    )
