"""The question that is recalled: the learner thinks of the answer, sees it and grades it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.model import SEPARATOR
from studycards.locale import message
from studycards.questions.question import Question, Unreadable

if TYPE_CHECKING:
    from studycards.decks.model import BasicCard
    from studycards.locale import Message
    from studycards.questions.question import Reading, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicQuestion(Question):
    """A question that is revealed and self-graded."""

    kind: ClassVar[str] = "recall"

    @property
    def self_graded(self) -> bool:
        """Always: nothing is typed."""
        return True

    @property
    def expects(self) -> Message:
        """Nothing is typed, only recalled."""
        return message("questions.expects_recall")

    def read(self, typed: str) -> Reading | Unreadable:  # noqa: ARG002 - there is no notation to read it in
        """Refuse whatever was typed."""
        return Unreadable(message("questions.expects_recall"))

    def grade(self, reading: Reading) -> Verdict:
        """Raise TypeError: no reading comes from this question."""
        raise TypeError(f"a self-graded question has no reading such as {reading}")


def ask_basic(card: BasicCard, prompt: str, seed: int) -> BasicQuestion:
    """Return the question of a basic card, or its answer where the prompt asks the other way round."""
    sides = card.question, card.answer
    stem, answer = reversed(sides) if prompt == f"{card.id}{SEPARATOR}reverse" else sides
    return BasicQuestion(prompt=prompt, seed=seed, stem=stem, answer=answer)
