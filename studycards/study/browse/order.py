"""The orders in which cards can be listed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from studycards.study.browse.cards import Columns
    from studycards.study.browse.standing import Standing


class Order(StrEnum):
    """What cards are sorted by: their place in the files, or what most needs a look first."""

    FILE = "file"
    DUE = "due"
    DIFFICULTY = "difficulty"
    LAPSES = "lapses"
    ID = "id"

    @property
    def next(self) -> Order:
        """The order that comes after this one when they are gone through."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


_RANKS: Mapping[Order, Callable[[Standing], Any]] = {
    Order.DUE: lambda standing: (standing.due_day, standing.due_ms or 0),
    Order.DIFFICULTY: lambda standing: -standing.difficulty,
    Order.LAPSES: lambda standing: -standing.lapses,
}
"""What ranks the cards that were answered; the earliest, hardest and most often forgotten ones come first."""


def arranged(cards: Columns, order: Order, *, backwards: bool = False) -> Sequence[int]:
    """Return the numbers of all cards in an order; equal ones stay in the order of the files.

    New cards have no rank, so they come last, whichever way round.
    """
    if order is Order.FILE:
        return range(len(cards.ids))[:: -1 if backwards else 1]
    if order is Order.ID:
        return sorted(range(len(cards.ids)), key=cards.ids.__getitem__, reverse=backwards)
    rank = _RANKS[order]
    ranks = {card: rank(standing) for card, standing in cards.standings.items() if standing.stage is not None}
    numbers = range(len(cards.ids))
    known = [number for number in numbers if cards.ids[number] in ranks]
    known.sort(key=lambda number: ranks[cards.ids[number]], reverse=backwards)
    return [*known, *(number for number in numbers if cards.ids[number] not in ranks)]
