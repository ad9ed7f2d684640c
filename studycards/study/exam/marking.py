"""From answers to points, per item, topic and part, and to a mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions import Outcome, Unreadable, Verdict
from studycards.study.exam.credit import credit
from studycards.study.exam.written import ReasonedQuestion, WrittenQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.decks.blueprint import Blueprint
    from studycards.locale import Text
    from studycards.questions import Question, Reading
    from studycards.study.exam.attempt import Attempt


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedItem:
    """A question of an exam after it: what was typed, how it was read and graded, its points.

    `verdict` is None where nothing was answered or nothing could be read of it, and where the learner grades the whole
    answer. `is_own` says that the learner grades it or a part of it, `is_open` that this is still to be done: `score`
    is what is sure until then.
    """

    place: int
    section: int
    question: Question
    of: int
    typed: str = ""
    reading: Reading | None = None
    verdict: Verdict | None = None
    score: Fraction = Fraction(0)
    is_own: bool = False
    is_open: bool = False
    is_unreadable: bool = False

    @property
    def points(self) -> Fraction:
        """The points that the answer brought."""
        return self.score * self.of

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
        return tuple(item for item in self.items if item.is_open)


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


def _graded(attempt: Attempt, blueprint: Blueprint, place: int, question: Question) -> GradedItem:
    section, typed = attempt.items[place].section, attempt.answers.get(place, "")
    of = blueprint.sections[section].points
    item = GradedItem(place=place, section=section, question=question, of=of, typed=typed)
    reading = question.read(typed) if typed else None
    if reading is None or isinstance(reading, Unreadable):
        return replace(item, is_unreadable=reading is not None)
    own = attempt.own_scores.get(place)
    if isinstance(question, ReasonedQuestion):
        return _reasoned(item, question, reading, own)
    if isinstance(question, WrittenQuestion):
        return replace(item, is_own=True, is_open=own is None, score=Fraction(own or 0))
    verdict = question.grade(reading)
    earned = credit(question, reading, verdict, blueprint)
    verdict = replace(verdict, notes=(*earned.notes, *verdict.notes))
    return replace(item, reading=reading, verdict=verdict, score=earned.share)


def _reasoned(item: GradedItem, question: ReasonedQuestion, reading: Reading, own: float | None) -> GradedItem:
    """Return a judgement with its reason, which only the learner can grade, and only where the judgement is right."""
    verdict = question.grade(reading)
    if not verdict.score or not question.has_reason(reading):
        return replace(item, reading=reading, verdict=verdict, score=verdict.score)
    score = verdict.score + question.share * Fraction(own or 0)
    notes = (message("exam.reason_open"),) if own is None else ()
    graded = Verdict.of(score, notes=notes)
    return replace(item, reading=reading, verdict=graded, score=score, is_own=True, is_open=own is None)


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
