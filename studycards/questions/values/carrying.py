"""Errors carried forward: a step is also right if it follows from what the learner gave before.

Nobody sees with how many digits a learner went on: with those that were typed, or with those of the calculator. So
several chains are kept: one takes over all that was typed, the others go on with exact values as long as these agree
with it. What follows from one of them is right, and never diagnosed.

A wrong value that a listed mistake gives is carried whatever it leads to. One that nothing explains must leave
something to compute: see `studycards.questions.values.cheap`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.question import TensorReading
from studycards.questions.values.chain import Chain
from studycards.questions.values.cheap import is_cheap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.questions.diagnosis import Answer
    from studycards.questions.question import Reading, Tensor, Verdict
    from studycards.questions.values.tensor import TensorQuestion

MOST_CHAINS = 4
"""Chains that are kept: the one with the most exact values, and those that took over what was typed the latest."""


@dataclass(frozen=True)
class _Attempt:
    """A value of the right shape that was given for a step."""

    question: TensorQuestion
    reading: Reading
    given: Tensor

    @cached_property
    def is_right(self) -> bool:
        return all(self.question.marks(self.given))

    @cached_property
    def is_cheap(self) -> bool:
        return is_cheap(self.given, self.question)


@dataclass(frozen=True)
class _Trail:
    """A chain, and the question whose right answer follows from it; None where it leads to nothing."""

    attempt: _Attempt
    chain: Chain
    following: TensorQuestion | None

    @classmethod
    def along(cls, chain: Chain, attempt: _Attempt) -> _Trail:
        """Return where a chain leads; one that leaves next to nothing to compute, and for no reason, is given up."""
        question = attempt.question
        following = chain.following(question)
        if chain.guessed and following is not None and is_cheap(following.value, question):
            return cls(attempt, Chain(question.run, guessed=True), question)
        return cls(attempt, chain, following)

    @cached_property
    def is_followed(self) -> bool:
        """Whether what was given is what follows."""
        return self.following is not None and all(self.following.marks(self.attempt.given))

    @cached_property
    def mistaken(self) -> Tensor | None:
        """Exactly what a mistake leads to that gives this value."""
        following, given = self.following, self.attempt.given
        if following is None:
            return None
        return next((_tensor(slip.answer) for slip in following.wrong if following.gives(slip, given)), None)


def graded_from(
    question: TensorQuestion, reading: Reading, chains: Sequence[Chain]
) -> tuple[Verdict, tuple[Chain, ...]]:
    """Grade a step by the right value or by what follows from one of the chains; return these with the step, too.

    There is none in front of the first step.
    """
    given = reading.value
    assert isinstance(given, TensorReading)
    if given.shape != question.shape:
        return question.grade(reading), tuple(chains)
    attempt = _Attempt(question, reading, given.value)
    trails = [_Trail.along(chain, attempt) for chain in chains or (Chain(question.run),)]
    return _verdict(attempt, trails), _continued(trails)


def _verdict(attempt: _Attempt, trails: list[_Trail]) -> Verdict:
    if attempt.is_right:
        return attempt.question.grade(attempt.reading)
    for trail in trails:
        if trail.following is not None and trail.is_followed:
            followed = trail.following.grade(attempt.reading)
            return _carried(followed, "values.carried") if trail.chain.slipped else followed
    return _wrong(attempt, trails)


def _wrong(attempt: _Attempt, trails: list[_Trail]) -> Verdict:
    """Return the verdict on a value that follows from nothing: the best score, and the mistake that explains it."""
    reading = attempt.reading
    verdicts = [(trail.chain, trail.following.grade(reading)) for trail in trails if trail.following is not None]
    verdict = replace(attempt.question, wrong=()).grade(reading)
    best = max((one for chain, one in verdicts if chain.slipped), key=_score, default=verdict)
    if best.score > verdict.score:
        verdict = _carried(replace(best, notes=(), mistakes=()), "values.carried_partly")
    named = next((one for _, one in verdicts if one.mistakes), verdict)
    return replace(verdict, notes=(*verdict.notes, *named.notes), mistakes=named.mistakes)


def _tensor(answer: Answer) -> Tensor:
    return tuple(map(_tensor, answer)) if isinstance(answer, tuple) else Fraction(answer)


def _score(verdict: Verdict) -> Fraction:
    return verdict.score


def _carried(verdict: Verdict, sentence: str) -> Verdict:
    return replace(verdict, notes=(message(sentence), *verdict.notes), carried=True)


def _continued(trails: list[_Trail]) -> tuple[Chain, ...]:
    """Return the chains with this step, none of them twice, and not more than are worth it."""
    chains: list[Chain] = []
    for chain in [*map(_longer, trails), *_typed(trails[-1])]:
        if chain not in chains:
            chains.append(chain)
    return (chains[0], *chains[1:][1 - MOST_CHAINS :])


def _longer(trail: _Trail) -> Chain:
    """Return a chain with this step: what it leads to, exactly, where that agrees with what was given; else the latter.

    A cheap way out is not taken; whoever tried one is no more believed to have come to another one by a mistake.
    """
    attempt, chain, following = trail.attempt, trail.chain, trail.following
    question = attempt.question
    if following is not None and trail.is_followed:
        return chain.keeping(question, following.value)
    if attempt.is_right:
        return chain.taking(question, question.value)
    if attempt.is_cheap and (chain.guessed or trail.mistaken is None):
        return replace(chain if following is None else chain.keeping(question, following.value), guessed=True)
    wrong = trail.mistaken
    return chain.slipping(question, attempt.given if wrong is None else wrong, guessed=wrong is None)


def _typed(trail: _Trail) -> Iterator[Chain]:
    """Yield the chain that takes over what was typed, where that is a value rounded off."""
    attempt, chain = trail.attempt, trail.chain
    question, given = attempt.question, attempt.given
    if trail.is_followed:
        assert trail.following is not None
        if given != trail.following.value:
            yield chain.taking(question, given)
    elif trail.mistaken is not None and not (chain.guessed and attempt.is_cheap):
        yield chain.slipping(question, given, guessed=False)
