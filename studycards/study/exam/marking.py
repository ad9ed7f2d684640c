"""From answers to points, per item, topic and part, and to a mark."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from studycards.questions import Outcome, Unreadable
from studycards.study.exam.written import WrittenQuestion
from studycards.study.graded import graded_steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.decks.blueprint import Blueprint
    from studycards.locale import Text
    from studycards.questions import Question, Reading, Verdict
    from studycards.study.exam.attempt import Attempt
    from studycards.study.graded import GradedStep


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedItem:
    """A question of an exam after it: what was typed, how it was read and graded, its points.

    `verdict` is None where nothing was answered, and where the learner grades the answer; then `score` is None until
    that is done.
    """

    place: int
    section: int
    question: Question
    of: int
    typed: str = ""
    reading: Reading | None = None
    verdict: Verdict | None = None
    score: Fraction | None = Fraction(0)

    @property
    def points(self) -> Fraction:
        """The points that the answer brought."""
        return (self.score or Fraction(0)) * self.of

    @property
    def is_lost(self) -> bool:
        """Whether it brought less than all its points."""
        return self.points < self.of


@dataclass(frozen=True, slots=True)
class Tally:
    """Points under a title, of those that could be reached, and the mark that they would be worth alone."""

    title: Text
    points: Fraction
    of: int
    mark: Text


@dataclass(frozen=True, slots=True)
class PartTally:
    """A part of the exam and its topics."""

    whole: Tally
    topics: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an exam came to."""

    whole: Tally
    mark: Text
    parts: tuple[PartTally, ...]
    items: tuple[GradedItem, ...]
    seconds: int

    @property
    def share(self) -> Fraction:
        """The points as a part of all."""
        return self.whole.points / self.whole.of

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down: it never seems to reach a mark that it does not."""
        return floor(self.share * 100)

    @property
    def lost(self) -> tuple[GradedItem, ...]:
        """The items that lost points."""
        return tuple(item for item in self.items if item.is_lost)

    @property
    def ungraded(self) -> tuple[GradedItem, ...]:
        """The items that wait for the learner's own grade."""
        return tuple(item for item in self.items if item.score is None)


def report_on(attempt: Attempt, questions: Sequence[Question]) -> Report:
    """Return what an attempt came to; `questions` are those of its items."""
    blueprint = attempt.blueprint
    items = tuple(_graded(attempt, blueprint, place, question) for place, question in enumerate(questions))
    whole = _tally(blueprint, blueprint.title, items)
    return Report(
        whole=whole,
        mark=whole.mark,
        parts=tuple(_parts(blueprint, items)),
        items=items,
        seconds=attempt.used_ms // 1000,
    )


def credit(question: Question, reading: Reading, verdict: Verdict, carried: Fraction) -> Fraction:
    """Return which part of the points an answer earns.

    A step of a sheet that follows from an own earlier slip earns `carried` times its score, or what it earns compared
    with the right answer, if that is more.
    """
    if not verdict.parts:
        return verdict.score
    steps = graded_steps(question, reading, verdict)
    return sum((_step_credit(step, carried) for step in steps), Fraction(0)) / len(steps)


def _step_credit(step: GradedStep, carried: Fraction) -> Fraction:
    if step.verdict is None or step.reading is None:
        return Fraction(0)
    if not step.verdict.carried:
        return step.verdict.score
    return max(carried * step.verdict.score, step.question.grade(step.reading).score)


def _graded(attempt: Attempt, blueprint: Blueprint, place: int, question: Question) -> GradedItem:
    section, typed = attempt.items[place].section, attempt.answers.get(place, "")
    of = blueprint.sections[section].points
    if isinstance(question, WrittenQuestion):
        own = attempt.own_scores.get(place)
        score = Fraction(0) if not typed else None if own is None else Fraction(own)
        return GradedItem(place=place, section=section, question=question, of=of, typed=typed, score=score)
    reading = question.read(typed) if typed else None
    if reading is None or isinstance(reading, Unreadable):
        return GradedItem(place=place, section=section, question=question, of=of, typed=typed)
    verdict = question.grade(reading)
    score = credit(question, reading, verdict, blueprint.carried)
    return GradedItem(
        place=place,
        section=section,
        question=question,
        of=of,
        typed=typed,
        reading=reading,
        verdict=verdict,
        score=score,
    )


def _parts(blueprint: Blueprint, items: Sequence[GradedItem]) -> Iterable[PartTally]:
    first = 0
    for part in blueprint.parts:
        topics = tuple(
            _tally(blueprint, section.topic, [item for item in items if item.section == place])
            for place, section in enumerate(part.sections, first)
        )
        places = range(first, first + len(part.sections))
        first = places.stop
        yield PartTally(_tally(blueprint, part.title, [item for item in items if item.section in places]), topics)


def _tally(blueprint: Blueprint, title: Text, items: Sequence[GradedItem]) -> Tally:
    points, of = sum((item.points for item in items), Fraction(0)), sum(item.of for item in items)
    return Tally(title, points, of, blueprint.mark(points / of))


def outcome_of(item: GradedItem) -> Outcome:
    """Return how an item counts: by its points."""
    return Outcome.RIGHT if not item.is_lost else Outcome.PARTIAL if item.points else Outcome.WRONG
