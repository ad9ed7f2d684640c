"""Which prompts an exam asks: spread over the decks of each section, never two of one card, the same for one seed."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.blueprint import SELF_GRADED
from studycards.questions import ask
from studycards.study.seeds import seeds_from, shuffled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studycards.decks.blueprint import Blueprint, Section
    from studycards.decks.model import Card

    Decks = Mapping[str, Sequence[Card]]


class Item(NamedTuple):
    """One question of an exam: what is asked with which seed, and the place of its section among all."""

    prompt: str
    seed: int
    section: int


class TooFewCards(Exception):  # noqa: N818 - a finding, which a checker and a start tell in their own ways
    """The section at a place cannot be filled: it has `found` cards that no other section needs."""

    def __init__(self, section: int, found: int) -> None:
        super().__init__(section, found)
        self.section = section
        self.found = found


def draw(blueprint: Blueprint, decks: Decks, seed: int) -> tuple[Item, ...]:
    """Return the questions of an exam in the order of its sections.

    Args:
        blueprint: how the exam is made.
        decks: the cards of each deck, by its id.
        seed: the same one draws the same exam from the same decks.

    Raises:
        TooFewCards: a section cannot be filled, whatever the seed.
    """
    seeds = seeds_from(seed)
    order = seeds()
    offers = [_offer(section, decks, order) for section in blueprint.sections]
    chosen = _seated(offers, [section.count for section in blueprint.sections])
    return tuple(
        Item(_prompt(offers[place][card], order), seeds(), place)
        for place, cards in enumerate(chosen)
        for card in cards
    )


def _offer(section: Section, decks: Decks, seed: int) -> dict[str, list[str]]:
    """Return the prompts of each card that fits a section, the cards in the order in which they are wanted.

    One card of each deck comes before a second one of any: that spreads them.
    """
    names = section.decks or tuple(decks)
    rows = [_fitting(section, decks.get(name, ()), seed) for name in shuffled(dict.fromkeys(names), seed)]
    return {card: prompts for pair in chain(*zip_longest(*rows)) if pair for card, prompts in [pair]}


def _fitting(section: Section, cards: Iterable[Card], seed: int) -> list[tuple[str, list[str]]]:
    """Return the shuffled cards of a deck that fit a section, each with the prompts that may be asked."""
    fitting = {card.id: card for card in cards if _fits(section, card)}
    pairs = ((card, list(_gradable(section, fitting[card]))) for card in shuffled(fitting, seed))
    return [(card, prompts) for card, prompts in pairs if prompts]


def _fits(section: Section, card: Card) -> bool:
    listed = card.type in section.types if section.types else card.type != SELF_GRADED
    levelled = not section.levels or card.level in section.levels
    return listed and levelled and (not section.tags or not {*section.tags}.isdisjoint(card.tags))


def _gradable(section: Section, card: Card) -> Iterator[str]:
    """Yield the prompts that the program can grade, or all where the section lists self-graded cards."""
    for prompt in card.prompts:
        # Only holes of a sentence may be self-graded, too; any other question would be costly to make just to see.
        if SELF_GRADED in section.types or card.type != "cloze" or not ask(card, prompt, 0).self_graded:
            yield prompt


def _prompt(prompts: Sequence[str], seed: int) -> str:
    return shuffled(prompts, seed)[0]


def _seated(offers: Sequence[Mapping[str, object]], counts: Sequence[int]) -> list[list[str]]:
    """Return the cards of each section, each card in one section only.

    Each seat takes the first free card that its section offers; where none is free, one that another section can
    do without (Kuhn's augmenting paths). So a section stays empty only if no choice at all would fill it.
    """
    seats = [place for place, count in enumerate(counts) for _ in range(count)]
    taken: dict[str, int] = {}
    for seat, place in enumerate(seats):
        if not _take(seat, seats, offers, taken, set()):
            raise TooFewCards(place, sum(seats[holder] == place for holder in taken.values()))
    chosen: list[list[str]] = [[] for _ in counts]
    for card, seat in sorted(taken.items(), key=lambda held: held[1]):
        chosen[seats[seat]].append(card)
    return chosen


def _take(
    seat: int, seats: Sequence[int], offers: Sequence[Mapping[str, object]], taken: dict[str, int], tried: set[str]
) -> bool:
    """Find a card for a seat, in exchange with others if need be."""
    offer = offers[seats[seat]]
    if (free := next((card for card in offer if card not in taken), None)) is not None:
        taken[free] = seat
        return True
    for card in offer:
        if card not in tried:
            tried.add(card)
            if seats[taken[card]] != seats[seat] and _take(taken[card], seats, offers, taken, tried):
                taken[card] = seat
                return True
    return False
