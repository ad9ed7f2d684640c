"""What is known of all cards, in columns: a card is its number in the order of the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from studycards.study.browse.standing import NEW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studycards.decks.listing import Brief
    from studycards.locale import Text
    from studycards.study.browse.standing import Standing


class CardRow(NamedTuple):
    """What a list shows of one card; `standing` is None until the memory was read."""

    number: int
    id: str
    deck: Text
    brief: Brief
    standing: Standing | None


@dataclass(slots=True)
class Columns:
    """What is searched and sorted, one item for each card.

    Args:
        ids: of all cards, in the order of the files.
        decks: for each card what its deck is found by: its id and titles, folded.
        standings: how those cards stand that are not just new, by id.
        today: the study day.
        kinds: type and level.
        texts: what words are looked for in.

    Decks are read one after the other: `kinds` and `texts` may be shorter than `ids` for a moment.
    """

    ids: Sequence[str]
    decks: Sequence[str]
    standings: Mapping[str, Standing]
    today: int
    kinds: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def standing(self, number: int) -> Standing:
        """Return how a card stands."""
        return self.standings.get(self.ids[number], NEW)
