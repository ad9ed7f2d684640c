"""Which part of the points an answer earns in an exam, and why that is not what its score says."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from studycards.locale import message
from studycards.study.graded import graded_steps

if TYPE_CHECKING:
    from studycards.decks.blueprint import Blueprint
    from studycards.locale import Message
    from studycards.questions import Question, Reading, Verdict
    from studycards.study.graded import GradedStep

HALF = Fraction(1, 2)

WHOLE = ("shape", "number", "comparison")
"""Kinds of questions that an exam counts as right or wrong, whatever parts of an answer are right."""


class Credit(NamedTuple):
    """A part of the points from 0 to 1, and the sentences that say what it counts otherwise than the score."""

    share: Fraction
    notes: tuple[Message, ...] = ()


def credit(question: Question, reading: Reading, verdict: Verdict, blueprint: Blueprint) -> Credit:
    """Return what an answer earns.

    A sheet earns the mean of its steps. Any other answer to which one of the mistakes `half` leads earns half, and
    a number or a shape that is wrong otherwise nothing.
    """
    if verdict.parts:
        return _sheet_credit(graded_steps(question, reading, verdict), blueprint.carried)
    share = Fraction(int(verdict.score)) if question.kind in WHOLE else verdict.score
    if share < HALF and not set(blueprint.half).isdisjoint(verdict.mistakes):
        return Credit(HALF, (message("exam.half_mistake"),))
    return Credit(share, (message("exam.all_or_nothing"),) if share < verdict.score else ())


def _sheet_credit(steps: tuple[GradedStep, ...], carried: Fraction) -> Credit:
    """Return the mean of what the steps earn; say so where carried ones earn less than they score."""
    earned = [_step_credit(step, carried) for step in steps]
    pairs = zip(steps, earned, strict=True)
    less = sum(1 for step, share in pairs if step.verdict is not None and share < step.verdict.score)
    share = sum(earned, Fraction(0)) / len(steps)
    return Credit(share, (message("exam.carried_less", count=less, percent=100 * carried),) if less else ())


def _step_credit(step: GradedStep, carried: Fraction) -> Fraction:
    """Return what a step earns: one that follows from an own earlier slip `carried` times its score.

    Or what it earns compared with the right answer, if that is more.
    """
    if step.verdict is None or step.reading is None:
        return Fraction(0)
    if not step.verdict.carried:
        return step.verdict.score
    return max(carried * step.verdict.score, step.question.grade(step.reading).score)
