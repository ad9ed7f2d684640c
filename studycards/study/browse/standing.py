"""How cards stand with their learner. The memory knows prompts; a card stands as its prompts do together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.library import card_of
from studycards.memory import Mark, Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from studycards.decks.library import Library
    from studycards.memory import Memory, PromptState

FEW = 200
"""Cards whose states are asked for one by one, 0.1 ms each; for more, all states are read."""

A_SLICE = 500
"""States that are read at once: some 2 ms."""


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


def joined(states: Sequence[PromptState], marks: Sequence[frozenset[Mark]], prompts: int) -> Standing:
    """Return how a card with so many prompts stands, of which some have states and some have marks."""
    first = min(states, key=lambda state: (state.due_day, state.due_ms or 0), default=None)
    return Standing(
        stage=_stage(states),
        due_day=first.due_day if first else None,
        due_ms=first.due_ms if first else None,
        difficulty=max((state.difficulty for state in states), default=0.0),
        lapses=sum(state.lapses for state in states),
        reviews=sum(state.reviews for state in states),
        suspended=bool(marks) and sum(Mark.SUSPENDED in of_prompt for of_prompt in marks) == prompts,
        flagged=any(Mark.FLAGGED in of_prompt for of_prompt in marks),
    )


def _stage(states: Sequence[PromptState]) -> Stage | None:
    """Return the stage of a card: it is being learned while any of its prompts is."""
    learning = [state.stage for state in states if state.stage is not Stage.REVIEW]
    return learning[0] if learning else Stage.REVIEW if states else None


class Standings:
    """How all cards of the library stand: `by_card` holds those that are not just new."""

    def __init__(self, library: Library, memory: Memory) -> None:
        self._library = library
        self._memory = memory
        self.by_card: dict[str, Standing] = {}

    def prompts_of(self, cards: Collection[str]) -> list[str]:
        """Return the prompts of cards, in the order of the files."""
        owners = [self._library.deck_of(card) for card in cards] if len(cards) <= FEW else self._library.decks
        decks = {deck.id: deck for deck in owners if deck is not None}
        pairs = (pair for deck in decks.values() for pair in zip(deck.prompts, deck.card_of_each, strict=True))
        return [prompt for prompt, card in pairs if card in cards]

    def read(self) -> Iterator[None]:
        """Read how all cards stand, a slice at a time."""
        states: dict[str, list[PromptState]] = {}
        for count, state in enumerate(self._memory.states(), start=1):
            states.setdefault(card_of(state.prompt), []).append(state)
            if count % A_SLICE == 0:
                yield
        marks = self._marks()
        prompts = Counter(card for deck in self._library.decks for card in deck.card_of_each if card in marks)
        self.by_card.clear()
        for count, card in enumerate(states.keys() | marks.keys(), start=1):
            self._keep(card, joined(states.get(card, ()), marks.get(card, ()), prompts[card]))
            if count % A_SLICE == 0:
                yield

    def read_again(self, cards: Collection[str]) -> None:
        """Take in how these cards stand after a change."""
        if len(cards) > FEW:
            for _ in self.read():
                pass
            return
        marks = self._marks()
        for card in cards:
            prompts = self.prompts_of({card})
            states = [state for prompt in prompts if (state := self._memory.state(prompt)) is not None]
            self._keep(card, joined(states, marks.get(card, ()), len(prompts)))

    def _marks(self) -> dict[str, list[frozenset[Mark]]]:
        """Return the marks of the prompts of each card that has any."""
        marks: dict[str, list[frozenset[Mark]]] = {}
        for prompt, of_prompt in self._memory.marks().items():
            marks.setdefault(card_of(prompt), []).append(of_prompt)
        return marks

    def _keep(self, card: str, standing: Standing) -> None:
        if standing == NEW:
            self.by_card.pop(card, None)
        else:
            self.by_card[card] = standing
