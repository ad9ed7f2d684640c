"""Errors carried forward: a step is also right if it follows from what the learner gave before.

Nobody sees with how many digits a learner went on: with those that were typed, or with those of the calculator. So
several chains are kept: one takes over all that was typed, the others go on with exact values as long as these agree
with it. What follows from one of them is right, and never diagnosed.

A wrong value that a listed mistake gives is carried whatever it leads to. One that nothing explains must leave
something to compute: see `studycards.questions.values.cheap`.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from studycards.locale import message
from studycards.questions.question import TensorReading
from studycards.questions.values.chain import Chain
from studycards.questions.values.cheap import is_cheap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.questions.diagnosis import Answer
    from studycards.questions.question import Reading, Tensor, Verdict
    from studycards.questions.values.tensor import TensorQuestion

START: tuple[Chain, ...] = (Chain(),)
"""The chains in front of the first step."""

GIVEN_UP = Chain(guessed=True)
"""What is left of a chain that took a cheap way out: nothing but that."""

MOST_CHAINS = 4
"""Chains that are kept: the one with the most exact values, and those that took over what was typed the latest."""


class _Trail(NamedTuple):
    """A chain, and the question whose right answer follows from it; None where it leads to nothing."""

    chain: Chain
    following: TensorQuestion | None

    @classmethod
    def along(cls, chain: Chain, question: TensorQuestion) -> _Trail:
        """Return where a chain leads; one that leaves next to nothing to compute, and for no reason, is given up."""
        following = chain.following(question)
        if chain.guessed and following is not None and is_cheap(following.value, question):
            return cls(GIVEN_UP, GIVEN_UP.following(question))
        return cls(chain, following)

    def leads_to(self, given: Tensor) -> bool:
        """Say whether `given` is what follows."""
        return self.following is not None and all(self.following.marks(given))

    def mistaken(self, given: Tensor) -> Tensor | None:
        """Return exactly what a mistake leads to that gives this value."""
        following = self.following
        if following is None:
            return None
        return next((_tensor(slip.answer) for slip in following.wrong if following.gives(slip, given)), None)


def graded_from(
    question: TensorQuestion, reading: Reading, chains: Sequence[Chain]
) -> tuple[Verdict, tuple[Chain, ...]]:
    """Grade a step by the right value or by what follows from one of the chains; return these with the step, too."""
    given = reading.value
    assert isinstance(given, TensorReading)
    if given.shape != question.shape:
        return question.grade(reading), tuple(chains)
    trails = [_Trail.along(chain, question) for chain in chains]
    return _verdict(question, reading, given.value, trails), _continued(question, given.value, trails)


def _verdict(question: TensorQuestion, reading: Reading, given: Tensor, trails: list[_Trail]) -> Verdict:
    if all(question.marks(given)):
        return question.grade(reading)
    for chain, following in trails:
        if following is not None and all(following.marks(given)):
            followed = following.grade(reading)
            return _carried(followed, "values.carried") if chain.slipped else followed
    return _wrong(question, reading, trails)


def _wrong(question: TensorQuestion, reading: Reading, trails: list[_Trail]) -> Verdict:
    """Return the verdict on a value that follows from nothing: the best score, and the mistake that explains it."""
    verdicts = [(chain, following.grade(reading)) for chain, following in trails if following is not None]
    verdict = replace(question, wrong=()).grade(reading)
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


def _continued(question: TensorQuestion, given: Tensor, trails: list[_Trail]) -> tuple[Chain, ...]:
    """Return the chains with this step, none of them twice, and not more than are worth it."""
    chains: list[Chain] = []
    for chain in [*(_longer(question, given, trail) for trail in trails), *_typed(question, given, trails[-1])]:
        if chain not in chains:
            chains.append(chain)
    return (chains[0], *chains[1:][1 - MOST_CHAINS :])


def _longer(question: TensorQuestion, given: Tensor, trail: _Trail) -> Chain:
    """Return a chain with this step: what it leads to, exactly, where that agrees with what was given; else the latter.

    A cheap way out is not taken; whoever tried one is no more believed to have come to another one by a mistake.
    """
    chain, following = trail
    if following is not None and trail.leads_to(given):
        return chain.keeping(question, following.value)
    if all(question.marks(given)):
        return chain.taking(question, question.value)
    wrong = trail.mistaken(given)
    if is_cheap(given, question) and (chain.guessed or wrong is None):
        return replace(chain if following is None else chain.keeping(question, following.value), guessed=True)
    return chain.slipping(question, given if wrong is None else wrong, guessed=wrong is None)


def _typed(question: TensorQuestion, given: Tensor, trail: _Trail) -> Iterator[Chain]:
    """Yield the chain that takes over what was typed, where that is a value rounded off."""
    chain, following = trail
    if trail.leads_to(given):
        assert following is not None
        if given != following.value:
            yield chain.taking(question, given)
    elif trail.mistaken(given) is not None and not (chain.guessed and is_cheap(given, question)):
        yield chain.slipping(question, given, guessed=False)
