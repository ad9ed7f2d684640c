"""A question that no program can grade, as an exam asks it: the answer is written down and graded by the learner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.questions import Question, Reading, Unreadable

if TYPE_CHECKING:
    from studycards.locale import Message
    from studycards.questions import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenQuestion(Question):
    """A question that is answered in the learner's own words."""

    kind: ClassVar[str] = "written"

    @property
    def expects(self) -> Message:
        """Own words."""
        return message("exam.expects_words")

    def read(self, typed: str) -> Reading | Unreadable:
        """Take the words as they are; only nothing is unreadable."""
        return Reading(typed.strip()) if typed.strip() else Unreadable(self.expects)

    def grade(self, reading: Reading) -> Verdict:
        """Raise TypeError: only the learner can grade it."""
        raise TypeError(f"no program can grade {reading}")


def as_asked(question: Question) -> Question:
    """Return the question as an exam asks it: what else would be recalled is written down."""
    if not question.self_graded:
        return question
    return WrittenQuestion(
        prompt=question.prompt,
        seed=question.seed,
        stem=question.stem,
        answer=question.answer,
        solution=question.solution,
        explanation=question.explanation,
        source=question.source,
        level=question.level,
    )
