"""Matching left halves with right ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from studycards.locale import message
from studycards.tui.pads.pad import LETTERS, Command, Pad, Row, index_of

if TYPE_CHECKING:
    from studycards.locale import Message, Text
    from studycards.questions.kinds.match import MatchQuestion
    from studycards.questions.question import ReadValue


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPad(Pad):
    """Left halves, each waiting for the letter of a right one. `picks` maps a left half to its right one."""

    left: tuple[Text, ...]
    right: tuple[Text, ...]
    picks: tuple[int | None, ...]

    @property
    def commands(self) -> frozenset[Command]:
        """Moving, and clearing what was matched."""
        clear = {Command.CLEAR} if self.picks[self.cursor] is not None else set()
        return frozenset({Command.UP, Command.DOWN, *clear})

    @property
    def rows(self) -> tuple[Row, ...]:
        """The left halves with what they were matched with."""
        return tuple(
            Row(
                str(index + 1),
                words,
                "_" if pick is None else LETTERS[pick],
                chosen=pick is not None,
                partner=None if pick is None else self.right[pick],
            )
            for index, (words, pick) in enumerate(zip(self.left, self.picks, strict=True))
        )

    @property
    def offers(self) -> tuple[Row, ...]:
        """The right halves with their letters; one that is taken counts as chosen."""
        return tuple(
            Row(letter, words, chosen=index in self.picks)
            for index, (letter, words) in enumerate(zip(LETTERS, self.right, strict=False))
        )

    @property
    def typed(self) -> str:
        """The pairs made so far: `1c 2a`."""
        return " ".join(f"{row.label}{row.box}" for row in self.rows if row.chosen)

    @property
    def guide(self) -> Message:
        """Say how to match."""
        return message("tui.guide_match")

    def holding(self, value: ReadValue) -> Self:
        """Match each left half as it was read."""
        assert isinstance(value, tuple)
        return replace(self, picks=value)

    def command(self, command: Command) -> Self:
        """Move, or take back the pick at the cursor."""
        if command is Command.CLEAR:
            return self._picked(None)
        return self._moved(-1 if command is Command.UP else 1)

    def press(self, character: str) -> Self | None:
        """Give the left half at the cursor this right one, taken from another where it was, and go to the next."""
        pick = index_of(character, LETTERS, len(self.right))
        if pick is None:
            return None
        picked = self._picked(pick)
        return replace(picked, cursor=_next_free(picked.picks, self.cursor))

    def _picked(self, pick: int | None) -> Self:
        freed = [None if other == pick else other for other in self.picks]
        freed[self.cursor] = pick
        return replace(self, picks=tuple(freed))


def match_pad(question: MatchQuestion) -> MatchPad:
    """Return the pad of a match question."""
    return pairs(question.left, question.right)


def pairs(left: tuple[Text, ...], right: tuple[Text, ...]) -> MatchPad:
    """Return the pad of a match question with nothing matched yet."""
    return MatchPad(left=left, right=right, picks=(None,) * len(left))


def _next_free(picks: tuple[int | None, ...], cursor: int) -> int:
    """Return the next left half without a partner, going round; `cursor` where there is none."""
    around = (*range(cursor + 1, len(picks)), *range(cursor))
    return next((place for place in around if picks[place] is None), cursor)
