"""The question that asks to put items into order."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.questions.listing import numbered_lines
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.picks import LETTERS, read_all_picks
from studycards.questions.variants.permutation import moving_permutation

if TYPE_CHECKING:
    from studycards.decks.model import OrderCard
    from studycards.locale import Message, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuestion(Question):
    """Items as they are shown, never in the right order; `ranks` holds the right place (from 0) of each."""

    kind: ClassVar[str] = "order"

    items: tuple[Text, ...]
    ranks: tuple[int, ...]

    @property
    def expects(self) -> Message:
        """All items in order, by number or letter."""
        return message("questions.expects_order", last=len(self.items), letter=LETTERS[len(self.items) - 1])

    def read(self, typed: str) -> Reading | Unreadable:
        """Understand the numbers or the letters of the items, the first one first."""
        if not typed.strip():
            return Unreadable(message("questions.order_empty", last=len(self.items)))
        picks = read_all_picks(typed, len(self.items))
        return picks if isinstance(picks, Unreadable) else Reading(picks)

    def grade(self, reading: Reading) -> Verdict:
        """Score the share of items that are followed by the right one; a cell says whether its item is in its place.

        Merely standing somewhere before is no credit: that would give a random order half of the points.
        """
        assert isinstance(reading.value, tuple)
        ranks = [self.ranks[item] for item in reading.value]
        followed = sum(after == before + 1 for before, after in pairwise(ranks))
        score = Fraction(followed, len(ranks) - 1)
        return Verdict.of(score, cells=tuple(rank == place for place, rank in enumerate(ranks)))


def ask_order(card: OrderCard, prompt: str, seed: int) -> OrderQuestion:
    """Return the items shuffled by the seed."""
    ranks = moving_permutation(len(card.items), prompt, seed)
    return OrderQuestion(
        prompt=prompt,
        seed=seed,
        stem=card.question,
        answer=numbered_lines(card.items),
        items=tuple(card.items[rank] for rank in ranks),
        ranks=ranks,
    )
