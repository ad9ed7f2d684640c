"""From a verdict to a rating, and from a rated answer to the count of the summary."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.memory import Rating
from studycards.questions import Outcome

if TYPE_CHECKING:
    from studycards.questions import Verdict

HALF = Fraction(1, 2)


def proposed_rating(verdict: Verdict | None, *, hints: int) -> Rating:
    """Return the rating that Enter gives: a hint or a partly right answer makes it Hard, a wrong one Again.

    A self-graded question has no verdict; Good is proposed, as most recalls succeed.
    """
    if verdict is None or verdict.outcome is Outcome.RIGHT:
        return Rating.HARD if hints else Rating.GOOD
    return Rating.HARD if verdict.outcome is Outcome.PARTIAL and verdict.score >= HALF else Rating.AGAIN


def outcome(verdict: Verdict | None, rating: Rating) -> Outcome:
    """Return how an answer counts: by its verdict, unless the learner contradicted it by the rating."""
    if verdict is not None and (verdict.outcome is Outcome.WRONG) == (rating is Rating.AGAIN):
        return verdict.outcome
    if verdict is not None and verdict.outcome is Outcome.PARTIAL:
        return Outcome.PARTIAL
    return Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT
