"""How the decks of one library fit together: each id is one card's, each prerequisite exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.report import did_you_mean
from studycards.locale import message
from studycards.study.proof import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studycards.decks.model import Card, Deck


class Links:
    """The ids of all decks that are known, the first deck to name one being its owner."""

    def __init__(self, decks: Iterable[Deck]) -> None:
        self._decks: dict[str, Deck] = {}
        self._cards: dict[str, Deck] = {}
        for deck in decks:
            self._decks.setdefault(deck.id, deck)
            for card in deck.cards:
                self._cards.setdefault(card.id, deck)

    def findings(self, deck: Deck, card: Card) -> Iterator[Finding]:
        """Return what is wrong with the ids that `card` of `deck` claims or needs."""
        if card is deck.cards[0] and self._decks[deck.id] is not deck:
            yield Finding("id", message("study.deck_id_taken", id=deck.id))
        owner = self._cards[card.id]
        if owner is not deck:
            yield Finding("id", message("study.card_id_taken", id=card.id, deck=owner.id))
        for number, needed in enumerate(card.requires, start=1):
            if needed not in self._cards:
                near = did_you_mean(needed, self._cards)
                yield Finding(f"requires[{number}]", message("study.unknown_prerequisite", id=needed, near=near))
