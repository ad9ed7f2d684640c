"""All the decks of one run: what they hold, and each card when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from studycards.decks.cache import DeckIndex, content_digest
from studycards.decks.locations import read_source
from studycards.errors import StudycardsError
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from studycards.decks.cache import DeckCache
    from studycards.decks.listing import Brief, Listing
    from studycards.decks.model import Card, Deck
    from studycards.decks.reader import ReadDeck

    Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """One deck of the library: the ids of its prompts and cards in the order of the file, and how cards are linked.

    `card_of_each` has the card of each prompt.
    `requires` has the prerequisites of the cards that have any, `renames` the earlier and the present ids of prompts.
    """

    id: str
    title: Text
    path: Path
    digest: str
    prompts: Sequence[str]
    card_of_each: Sequence[str]
    cards: Sequence[str]
    requires: Mapping[str, tuple[str, ...]]
    renames: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FaultyDeck:
    """A file that cannot be used until its problems, which the checker lists, are mended."""

    path: Path
    problems: int


class Library:
    """The decks of one run. Unchanged files come from the cache; only a changed one is parsed."""

    def __init__(self, cache: DeckCache) -> None:
        self._cache = cache
        self._fresh: dict[str, Mapping[str, Plain]] = {}
        self._listings: dict[str, Listing] = {}
        self._decks: dict[str, DeckEntry] = {}
        self._owners: dict[str, DeckEntry] = {}
        self._faulty: list[FaultyDeck] = []

    @classmethod
    def load(cls, files: Sequence[Path], cache: DeckCache, loaded: Callable[[int, int], None] | None = None) -> Self:
        """Return the library of `files`, in their order.

        Each deck is in the cache as soon as it is read: who breaks off a long load goes on from there next time.

        Args:
            files: deck files.
            cache: what was parsed before.
            loaded: is called before the first file and after each one with how many have been read, and how many
                there are.
        """
        library = cls(cache)
        tell = loaded or (lambda _done, _total: None)
        tell(0, len(files))
        for done, file in enumerate(files, 1):
            library._add(file)
            tell(done, len(files))
        return library

    @property
    def decks(self) -> tuple[DeckEntry, ...]:
        """The usable decks, in the order of their files."""
        return tuple(self._decks.values())

    @property
    def faulty(self) -> tuple[FaultyDeck, ...]:
        """The files that need the checker first."""
        return tuple(self._faulty)

    def deck_of(self, prompt: str) -> DeckEntry | None:
        """Return the deck that a prompt is in, or None where no deck has it (any more)."""
        return self._owners.get(card_of(prompt))

    def card(self, prompt: str) -> Card:
        """Return the card of a prompt.

        Raises:
            KeyError: no deck has it.
            StudycardsError: the cache has lost the deck, and its file has changed meanwhile.
        """
        return _build(self._plain(card_of(prompt)))

    def brief(self, card: str) -> Brief:
        """Return what a row of a list shows of a card; raises as `card`."""
        from studycards.decks.listing import brief_of  # noqa: PLC0415 - not for a start

        return brief_of(self._plain(card))

    def cards(self, deck: DeckEntry) -> tuple[Card, ...]:
        """Return all cards of a deck in the order of its file."""
        plain = self._fresh.get(deck.digest) or {card["id"]: card for card in self._cache.cards(deck.digest)}
        if len(plain) != len(deck.cards):
            plain = self._read_again(deck)
        return tuple(_build(plain[card]) for card in deck.cards)

    def listing(self, deck: DeckEntry) -> Listing:
        """Return what is searched of a deck; the cards are in the order of `deck.cards`.

        Raises:
            StudycardsError: the cache has lost the deck, and its file has changed meanwhile.
        """
        fresh = self._listings.get(deck.digest)
        listing = fresh or self._cache.listing(deck.digest)
        if listing is None or len(listing.texts) != len(deck.cards):
            self._read_again(deck)
            listing = self._listings[deck.digest]
        return listing

    def line(self, prompt: str) -> int:
        """Return the line that the card of a prompt is on, in the file of its deck as it was read.

        Raises:
            KeyError: no deck has it.
            StudycardsError: as `listing`.
        """
        card = card_of(prompt)
        deck = self._owners[card]
        return int(self.listing(deck).lines[deck.cards.index(card)])

    def reread(self, deck: DeckEntry) -> int | None:
        """Take in what has changed in the file of a deck; one with problems stays as it was.

        Returns:
            The number of problems, or None where nothing has changed.
        """
        try:
            source = read_source(deck.path)
        except OSError:
            return 1
        digest = content_digest(source)
        if digest == deck.digest:
            return None
        read = _parse(deck.path, source)
        if read.deck is None:
            return len(read.problems)
        changed = _entry(deck.path, digest, self._keep(digest, read))
        others = {card: owner for card, owner in self._owners.items() if owner is not deck}
        taken = len(others.keys() & changed.cards) + (changed.id != deck.id and changed.id in self._decks)
        if not taken:
            self._decks = {entry.id: entry for entry in (changed if one is deck else one for one in self.decks)}
            self._owners = others | dict.fromkeys(changed.cards, changed)
        return taken

    def renames(self) -> Iterator[tuple[str, str]]:
        """Return the earlier and the present id of each prompt of a card that was renamed."""
        return ((old, new) for deck in self._decks.values() for old, new in deck.renames)

    def close(self) -> None:
        """Close the cache."""
        self._cache.close()

    def _plain(self, card: str) -> Plain:
        deck = self._owners[card]
        fresh = self._fresh.get(deck.digest)
        plain = fresh[card] if fresh else self._cache.card(deck.digest, card)
        return plain or self._read_again(deck)[card]

    def _add(self, file: Path) -> None:
        try:
            source = read_source(file)
        except OSError:
            self._faulty.append(FaultyDeck(file, 1))
            return
        digest = content_digest(source)
        index = self._cache.index(digest) or self._read(file, source, digest)
        if index is not None:
            self._enter(_entry(file, digest, index))

    def _read(self, file: Path, source: bytes, digest: str) -> DeckIndex | None:
        read = _parse(file, source)
        if read.deck is None:
            self._faulty.append(FaultyDeck(file, len(read.problems)))
            return None
        return self._keep(digest, read)

    def _keep(self, digest: str, read: ReadDeck) -> DeckIndex:
        """Put a deck that was parsed into the cache, and at hand for this run."""
        from studycards.decks.listing import listing_of  # noqa: PLC0415 - only for a changed file

        assert read.deck is not None
        assert read.plain is not None
        cards = read.plain["cards"]
        index = _index(read.deck, read.plain["title"])
        listing = listing_of(cards, {card: place.line for (card, name), place in read.places.items() if name == "id"})
        self._fresh[digest] = {card["id"]: card for card in cards}
        self._listings[digest] = listing
        self._cache.store(digest, index, cards, listing)
        return index

    def _read_again(self, deck: DeckEntry) -> Mapping[str, Plain]:
        """Return the cards of a deck that the cache has lost: another run has emptied it, or it is damaged."""
        source = read_source(deck.path) if deck.path.is_file() else b""
        if content_digest(source) != deck.digest:
            raise StudycardsError("study.gone_from_cache", path=str(deck.path))
        self._read(deck.path, source, deck.digest)
        return self._fresh[deck.digest]

    def _enter(self, deck: DeckEntry) -> None:
        """Take a deck in, unless its id or one of its cards belongs to an earlier deck."""
        taken = len(self._owners.keys() & deck.cards) + (deck.id in self._decks)
        if taken:
            self._faulty.append(FaultyDeck(deck.path, taken))
            return
        self._decks[deck.id] = deck
        self._owners.update(dict.fromkeys(deck.cards, deck))


def card_of(prompt: str) -> str:
    """Return the id of the card that a prompt belongs to."""
    return prompt.partition("/")[0]


def _parse(file: Path, source: bytes) -> ReadDeck:
    from studycards.decks.reader import read_deck  # noqa: PLC0415 - PyYAML, 35 ms, only for a changed file

    return read_deck(file, source)


def _build(plain: Plain) -> Card:
    from studycards.decks.build import build_card  # noqa: PLC0415 - the classes of cards, 10 ms, not to count what is due

    return build_card(plain)


def _index(deck: Deck, title: Plain) -> DeckIndex:
    cards = deck.cards
    head = {
        "id": deck.id,
        "title": title,
        "requires": {card.id: card.requires for card in cards if card.requires},
        "renames": [pair for card in cards for pair in _renames(card)],
    }
    prompts = [(prompt, card.id) for card in cards for prompt in card.prompts]
    return DeckIndex(head, [prompt for prompt, _ in prompts], [card for _, card in prompts])


def _entry(file: Path, digest: str, index: DeckIndex) -> DeckEntry:
    head = index.head
    return DeckEntry(
        id=head["id"],
        title=Text(**head["title"]),
        path=file,
        digest=digest,
        prompts=index.prompts,
        card_of_each=index.cards,
        cards=tuple(dict.fromkeys(index.cards)),
        requires={card: tuple(needed) for card, needed in head["requires"].items()},
        renames=tuple((old, new) for old, new in head["renames"]),
    )


def _renames(card: Card) -> list[tuple[str, str]]:
    """Pair the prompts under each earlier id of a card with those of today."""
    return [(old + prompt.removeprefix(card.id), prompt) for old in card.was for prompt in card.prompts]
