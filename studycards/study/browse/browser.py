"""The list of all cards as a face shows it: read bit by bit, searched, sorted, and changed many cards at once."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from studycards.decks.library import card_of
from studycards.decks.listing import folded
from studycards.locale import message
from studycards.memory import Change, ChangeEvent, Mark
from studycards.study.browse.cards import CardRow, Columns
from studycards.study.browse.order import Order, arranged
from studycards.study.browse.query import Query
from studycards.study.browse.standing import Standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from studycards.decks.library import DeckEntry, Library
    from studycards.locale import Message
    from studycards.memory import Memory
    from studycards.questions import Question

    Tell = Callable[[Message], None]

WRITING = "browse.writing"
"""What is told at last, when all is done but to be written: it goes too fast to be broken off."""

SEED = 1
"""Draws the numbers of a card that is looked at, the same each time."""


CHANGES: Mapping[Mark, tuple[Change, Change]] = {
    Mark.SUSPENDED: (Change.SUSPEND, Change.RESUME),
    Mark.FLAGGED: (Change.FLAG, Change.UNFLAG),
}
"""What gives a mark, and what takes it."""


class Browser:
    """All cards of the library with what the memory knows of them.

    Making it reads nothing: rows are read when they are shown, and `load` brings what searching and sorting need.
    A card goes by its number in the order of the files.

    What changes cards may run in a thread, beside everything that reads; one change at a time. It tells now and then
    in words how far it is, and what `tell` raises leaves all cards as they were.

    Args:
        library: the decks; those of this moment.
        memory: what was answered and changed.
        reopen: opens the memory once more, to change it.
    """

    def __init__(self, library: Library, memory: Memory, reopen: Callable[[], Memory]) -> None:
        self._library = library
        self._memory = memory
        self._reopen = reopen
        self._standings = Standings(library, memory)
        self._cards = Columns(
            ids=[card for deck in library.decks for card in deck.cards],
            decks=[name for deck in library.decks for name in [_names(deck)] * len(deck.cards)],
            standings=self._standings.by_card,
            today=memory.today(),
        )
        self._brief = lru_cache(maxsize=1000)(library.brief)
        self._arranged: Sequence[int] = range(len(self))
        self._arrangement: tuple[Order, bool] | None = (Order.FILE, False)
        self._last: tuple[Query, Sequence[int]] = (Query(()), self._arranged)
        self.loaded = False
        """Whether everything can be searched and sorted by now."""
        self.undo_size = memory.newest_change_size
        """How many prompts the change has that is the newest thing in the log; 0 where that is no change."""

    def __len__(self) -> int:
        return len(self._cards.ids)

    @property
    def can_undo(self) -> bool:
        """Whether the newest thing in the log is a change such as those made here."""
        return self.undo_size > 0

    @property
    def today(self) -> int:
        """The study day on which the list was opened."""
        return self._cards.today

    def load(self) -> Iterator[int]:
        """Read what searching and sorting need, a few milliseconds at a time; yield how many cards have been read."""
        for deck in self._library.decks:
            listing = self._library.listing(deck)
            self._cards.kinds += listing.kinds
            self._cards.texts += listing.texts
            yield len(self._cards.texts)
        for _ in self._standings.read():
            yield len(self)
        self._cards.standings = self._standings.by_card
        self.loaded = True

    def find(self, text: str, order: Order = Order.FILE, *, backwards: bool = False) -> Sequence[int]:
        """Return the cards that `text` asks for, in an order; until all is read, of those that are."""
        query = Query.parse(text)
        if not self.loaded:
            return query.select(self._cards, range(len(self._cards.texts))) if query.terms else range(len(self))
        self._arrange(order, backwards=backwards)
        asked, found = self._last
        found = query.select(self._cards, found if query.narrows(asked) else self._arranged)
        self._last = (query, found)
        return found

    def number(self, card: str) -> int | None:
        """Return the number of a card by its id; None where it is in no deck any more."""
        return self._cards.ids.index(card) if self._library.deck_of(card) is not None else None

    def id(self, number: int) -> str:
        """Return the id of a card."""
        return self._cards.ids[number]

    def row(self, number: int) -> CardRow:
        """Return what is shown of a card."""
        card = self._cards.ids[number]
        deck = self._library.deck_of(card)
        assert deck is not None
        standing = self._cards.standing(number) if self.loaded else None
        return CardRow(number, card, deck.title, self._brief(card), standing)

    def prompt(self, number: int) -> str:
        """Return the prompt by which a card is asked first."""
        return self._standings.prompts_of({self._cards.ids[number]})[0]

    def place(self, number: int) -> str:
        """Return the file and line of a card, as editors and terminals understand it."""
        card = self._cards.ids[number]
        deck = self._library.deck_of(card)
        assert deck is not None
        return f"{deck.path}:{self._library.line(card)}"

    def asking(self, number: int) -> Callable[[], Question]:
        """Return what makes the question of a card, with the same numbers each time; it may run in a thread.

        That raises `StudycardsError` where the card cannot be asked.
        """
        from studycards.questions import ask  # noqa: PLC0415 - the questions, 25 ms, not for a list

        prompt = self.prompt(number)
        return partial(ask, self._library.card(prompt), prompt, SEED)

    def toggle(self, mark: Mark, numbers: Sequence[int], tell: Tell | None = None) -> Message:
        """Give a mark to those cards that lack it; where none does, take it from all. Return what was done."""
        lacking = [number for number in numbers if not self._cards.standing(number).has(mark)]
        give, take = CHANGES[mark]
        done = self._change(give if lacking else take, lacking or numbers, tell)
        return message(f"browse.{'given' if lacking else 'taken'}_{mark.value}", count=done)

    def reset(self, numbers: Sequence[int], tell: Tell | None = None) -> Message:
        """Let cards be new again. Return what was done."""
        known = [number for number in numbers if self._cards.standing(number).stage is not None]
        if not known:
            return message("browse.new_already")
        return message("browse.was_reset", count=self._change(Change.RESET, known, tell))

    def undo(self, tell: Tell | None = None) -> Message:
        """Take back the newest change. Return what was done."""

        def told(done: int, total: int) -> None:
            if tell is not None and done < total:
                tell(message("browse.undoing", percent=100 * done // total))
            elif tell is not None:
                tell(message(WRITING, count=self.undo_size))

        with self._reopen() as memory:
            event = memory.undo(told) if memory.newest_change_size else None
            if not isinstance(event, ChangeEvent):
                return message("browse.nothing_to_undo")
            cards = {card_of(prompt) for prompt in event.prompts}
            self._take_in(cards, memory)
        return message("browse.undone", count=len(cards))

    def _arrange(self, order: Order, *, backwards: bool) -> None:
        """Put all cards in an order, unless they are and nothing has changed since."""
        if (order, backwards) != self._arrangement:
            self._arranged = arranged(self._cards, order, backwards=backwards)
            self._arrangement = (order, backwards)
            self._last = (Query(()), self._arranged)

    def _change(self, change: Change, numbers: Sequence[int], tell: Tell | None) -> int:
        """Change cards, and return how many they are."""
        cards = {self._cards.ids[number] for number in numbers}

        def told(done: int, total: int) -> None:
            if tell is not None and done < total:
                tell(message(f"browse.doing_{change.value}", number=done * len(cards) // total, count=len(cards)))
            elif tell is not None:
                tell(message(WRITING, count=len(cards)))

        with self._reopen() as memory:
            memory.change(change, self._standings.prompts_of(cards), told)
            self._take_in(cards, memory)
        return len(cards)

    def _take_in(self, cards: set[str], memory: Memory) -> None:
        self._standings.read_again(cards, memory)
        self._cards.standings = self._standings.by_card
        self._arrangement = None
        self.undo_size = memory.newest_change_size


def _names(deck: DeckEntry) -> str:
    """Return what a deck is found by."""
    return folded(" ".join(filter(None, (deck.id, deck.title.pl, deck.title.en))))
