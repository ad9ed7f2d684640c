"""The question whether a claim is true: `prawda`, `p`, `t`, `1` or `fałsz`, `f`, `n`, `0`, in either language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.questions.question import Question, Reading, Unreadable, Verdict

if TYPE_CHECKING:
    from studycards.decks.model import TrueFalseCard
    from studycards.locale import Message

_TRUE = frozenset({"t", "p", "y", "prawda", "true", "tak", "yes", "1"})
_FALSE = frozenset({"f", "n", "fałsz", "falsz", "false", "nie", "no", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseQuestion(Question):
    """A claim to be judged; `holds` says whether it is true."""

    kind: ClassVar[str] = "true_false"

    holds: bool

    @property
    def expects(self) -> Message:
        """One of two words, or its first letter."""
        return message("questions.expects_true_false")

    def read(self, typed: str) -> Reading | Unreadable:
        """Understand the Polish and the English word, their first letters and 1 or 0."""
        judged = judgement(typed.strip().rstrip("."))
        if judged is None:
            return Unreadable(message("questions.true_false_unreadable"))
        return Reading(judged, truth(holds=judged))

    def grade(self, reading: Reading) -> Verdict:
        """Right or wrong; the reason is the explanation of the card."""
        return Verdict.of(reading.value == self.holds)


def judgement(word: str) -> bool | None:
    """Return what a word says of a claim: that it is true or that it is false; None if neither."""
    folded = word.casefold()
    return folded in _TRUE if folded in _TRUE or folded in _FALSE else None


def truth(*, holds: bool) -> Message:
    """Return the word for true or false."""
    return message("questions.true" if holds else "questions.false")


def ask_true_false(card: TrueFalseCard, prompt: str, seed: int) -> TrueFalseQuestion:
    """Return the claim of the card as a question."""
    return TrueFalseQuestion(
        prompt=prompt, seed=seed, stem=card.question, answer=truth(holds=card.answer), holds=card.answer
    )
