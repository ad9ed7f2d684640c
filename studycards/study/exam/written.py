"""Questions that no program can grade alone, as an exam asks them: what is written down is graded by the learner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.questions import Question, Reading, Unreadable, Verdict
from studycards.questions.kinds.true_false import TrueFalseQuestion, judgement, truth

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.locale import Message

_JUDGED = re.compile(r"\s*(?P<word>[^\W_]+)[\s.,:;–—-]*(?P<reason>.*)", re.DOTALL)
"""A word, and behind it why."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonedQuestion(WrittenQuestion):
    """A claim that is judged and the judgement reasoned: the program grades the former, the learner the latter.

    `holds` says whether the claim is true, `share` which part of the points the reason earns: whoever tosses a coin
    has no reason, and a wrong judgement leaves nothing to be reasoned.
    """

    holds: bool
    share: Fraction

    @property
    def expects(self) -> Message:
        """One of two words, and why."""
        return message("exam.expects_reason")

    def read(self, typed: str) -> Reading | Unreadable:
        """Take the first word for the judgement and what follows for the reason, which may be missing."""
        judged = _judged(typed)
        return Unreadable(self.expects) if judged is None else Reading(typed.strip(), truth(holds=judged))

    def grade(self, reading: Reading) -> Verdict:
        """Grade the judgement alone."""
        right = _judged(str(reading.value)) == self.holds
        if right and not self.has_reason(reading):
            return Verdict.of(1 - self.share, notes=(message("exam.no_reason"),))
        return Verdict.of(1 - self.share if right else 0)

    def has_reason(self, reading: Reading) -> bool:
        """Say whether anything stands behind the judgement."""
        found = _JUDGED.match(str(reading.value))
        return found is not None and bool(found["reason"])


def as_asked(question: Question, reason: Fraction) -> Question:
    """Return the question as an exam asks it: what else would be recalled is written down.

    Where a `reason` is worth something, it is written down beside true or false.
    """
    shared = {
        name: getattr(question, name)
        for name in ("prompt", "seed", "stem", "answer", "solution", "explanation", "source", "level")
    }
    if isinstance(question, TrueFalseQuestion) and reason:
        return ReasonedQuestion(**shared, holds=question.holds, share=reason)
    return WrittenQuestion(**shared) if question.self_graded else question


def _judged(typed: str) -> bool | None:
    found = _JUDGED.match(typed)
    return judgement(found["word"]) if found else None
