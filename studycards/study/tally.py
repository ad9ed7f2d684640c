"""What is kept of each answer of a session, and what all of them came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.memory import Answer
from studycards.questions import Outcome
from studycards.study.view import Missed, Summary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from studycards.memory import Rating
    from studycards.questions import Question
    from studycards.study.mistakes import MadeMistake
    from studycards.study.view import SessionView


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer of this session that stands."""

    question: Question
    answer: Answer
    outcome: Outcome


def answer_of(view: SessionView, question: Question, rating: Rating, *, duration_ms: int) -> Answer:
    """Return the answer that `view` shows, as the memory takes it."""
    verdict = view.verdict
    return Answer(
        prompt=question.prompt,
        rating=rating,
        seed=question.seed,
        typed=view.typed,
        verdict=verdict.outcome.value if verdict else "",
        score=float(verdict.score) if verdict else None,
        mistakes=verdict.mistakes if verdict else (),
        hints=len(view.hints),
        duration_ms=duration_ms,
    )


def summary_of(rated: Sequence[Rated], *, skipped: AbstractSet[str], seconds: int, left: int) -> Summary:
    """Count each prompt by its first answer; one asked again after a miss is no success, nor skipped without answer."""
    first = {one.question.prompt: one for one in reversed(rated)}
    outcomes = [one.outcome for one in first.values()]
    missed = [one.question for one in rated if one is first[one.question.prompt] and one.outcome is not Outcome.RIGHT]
    return Summary(
        answered=len(first),
        right=outcomes.count(Outcome.RIGHT),
        partial=outcomes.count(Outcome.PARTIAL),
        wrong=outcomes.count(Outcome.WRONG),
        skipped=len(skipped - first.keys()),
        seconds=seconds,
        left=left,
        missed=tuple(Missed(question.prompt, question.stem, question.answer) for question in missed),
        frequent=_frequent_mistake([name for one in rated for name in one.answer.mistakes]),
    )


def _frequent_mistake(names: Sequence[str]) -> MadeMistake | None:
    if len(set(names)) == len(names):
        return None
    from studycards.study.mistakes import frequent_mistake  # noqa: PLC0415 - all mistakes; few sessions repeat one

    return frequent_mistake(names)
