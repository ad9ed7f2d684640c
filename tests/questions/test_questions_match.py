"""The question that asks for pairs: notation, partial credit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from studycards.decks.model import MatchCard
from studycards.locale import Text
from studycards.questions import Outcome, Reading, Unreadable, Verdict, ask
from studycards.questions.kinds.match import MatchQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")

MATCH = MatchCard(
    id="match", question=STEM, pairs=tuple((Text.same(left), Text.same(left.lower())) for left in ("X", "Y", "Z"))
)


def typed_match(question: MatchQuestion, wanted: str) -> str:
    """Return the letters to type to give X, Y and Z the partners `wanted`."""
    return "".join("abc"[question.right.index(Text.same(partner))] for partner in wanted)


@pytest.mark.parametrize(
    ("wanted", "score", "cells"),
    [
        ("xyz", 1, (True, True, True)),
        ("xzy", Fraction(1, 3), (True, False, False)),
        ("yzx", 0, (False, False, False)),
    ],
)
def test_a_match_scores_the_right_pairs(grade: Grade, wanted: str, score: Fraction, cells: tuple[bool, ...]) -> None:
    question = ask(MATCH, "match", 3)

    assert isinstance(question, MatchQuestion)
    assert grade(question, typed_match(question, wanted)) == Verdict.of(score, cells=cells)


@pytest.mark.parametrize(
    "typed", ["1c 2a 3b", "3b, 1c, 2a", "1-c 2-a 3-b", "1=C;2=A;3=B", "1c2a3b", "1: c, 2: a, 3: b", "c a b", "cab"]
)
def test_every_notation_of_a_match_reads_the_same(typed: str) -> None:
    assert ask(MATCH, "match", 0).read(typed) == Reading((2, 0, 1))


def test_an_empty_match_says_what_is_expected() -> None:
    question = ask(MATCH, "match", 0)

    assert question.read(" ") == Unreadable(question.expects)


@pytest.mark.parametrize(
    "typed", ["1a 2b", "1a 1b 3c", "1a 2a 3c", "1a 2b 4c", "ab", "aab", "abd", "1 2 3", "c1 a2 b3", "1a?"]
)
def test_a_faulty_match_is_unreadable(typed: str) -> None:
    assert isinstance(ask(MATCH, "match", 0).read(typed), Unreadable)


def test_equal_right_halves_are_interchangeable(grade: Grade) -> None:
    pairs = tuple((Text.same(left), Text.same(right)) for left, right in ("Xa", "Ya", "Zb"))
    question = ask(MatchCard(id="twins", question=STEM, pairs=pairs), "twins", 0)
    assert isinstance(question, MatchQuestion)
    last = "abc"[question.right.index(Text.same("b"))]
    first, second = (letter for letter in "abc" if letter != last)

    assert grade(question, first + second + last).outcome is Outcome.RIGHT
    assert grade(question, second + first + last).outcome is Outcome.RIGHT
