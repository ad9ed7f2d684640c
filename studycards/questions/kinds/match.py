"""The question that asks to match two columns: `1c 2a 3b`, `c a b` or `cab`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.questions.listing import joined, lines
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.picks import LETTERS, read_all_picks
from studycards.questions.variants.permutation import moving_permutation

if TYPE_CHECKING:
    from studycards.decks.model import MatchCard
    from studycards.locale import Message, Text

_PAIR = re.compile(r"(?P<number>[1-9])[\s=:.)>→-]*(?P<letter>[a-z])", re.IGNORECASE | re.ASCII)
_BETWEEN_PAIRS = re.compile(r"[\s,;]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuestion(Question):
    """Two columns as they are shown, the left one numbered, the right one lettered.

    `partners` holds for each item on the left what belongs to it on the right.
    """

    kind: ClassVar[str] = "match"

    left: tuple[Text, ...]
    right: tuple[Text, ...]
    partners: tuple[Text, ...]

    @property
    def expects(self) -> Message:
        """A letter for each number."""
        return message("questions.expects_match", last=len(self.left), letter=LETTERS[len(self.left) - 1])

    def read(self, typed: str) -> Reading | Unreadable:
        """Understand pairs of number and letter in any order, or just the letters in the order of the numbers."""
        letters = self._letters(typed)
        if isinstance(letters, Unreadable):
            return letters
        picks = read_all_picks(letters, len(self.left))
        return picks if isinstance(picks, Unreadable) else Reading(picks)

    def _letters(self, typed: str) -> str | Unreadable:
        """Return the letters in the order of the numbers beside them; a text without numbers as it is."""
        if not typed.strip():
            return Unreadable(self.expects)
        if not any(character.isdigit() for character in typed):
            return typed
        pairs = _PAIR.findall(typed)
        if not pairs or _BETWEEN_PAIRS.sub("", _PAIR.sub("", typed)):
            return Unreadable(self.expects)
        numbers = read_all_picks("".join(number for number, _ in pairs), len(self.left))
        if isinstance(numbers, Unreadable):
            return numbers
        return "".join(letter for _, letter in sorted(pairs))

    def grade(self, reading: Reading) -> Verdict:
        """Score the share of right pairs; a cell for each item on the left."""
        assert isinstance(reading.value, tuple)
        chosen = (self.right[place] for place in reading.value)
        cells = tuple(one == partner for one, partner in zip(chosen, self.partners, strict=True))
        return Verdict.of(Fraction(sum(cells), len(cells)), cells=cells)


def ask_match(card: MatchCard, prompt: str, seed: int) -> MatchQuestion:
    """Return the pairs with their right halves shuffled by the seed."""
    partners = tuple(right for _, right in card.pairs)
    order = moving_permutation(len(partners), prompt, seed)
    return MatchQuestion(
        prompt=prompt,
        seed=seed,
        stem=card.question,
        answer=lines([joined(" — ", pair) for pair in card.pairs]),
        left=tuple(left for left, _ in card.pairs),
        right=tuple(partners[place] for place in order),
        partners=partners,
    )
