"""The question that asks for an order: shuffle, partial credit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.model import OrderCard
from studycards.locale import Language, Text
from studycards.questions import Outcome, Unreadable, Verdict, ask
from studycards.questions.kinds.order import OrderQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")
SEEDS = st.integers(min_value=0, max_value=2**32)

ORDER = OrderCard(id="order", question=STEM, items=tuple(Text.same(item) for item in "ABCD"))


def typed_order(question: OrderQuestion, wanted: str) -> str:
    """Return what to type to put the items into the order `wanted`."""
    return " ".join(str(question.items.index(Text.same(item)) + 1) for item in wanted)


@pytest.mark.parametrize(
    ("wanted", "score", "cells"),
    [
        ("ABCD", 1, (True, True, True, True)),
        ("BACD", Fraction(1, 3), (False, False, True, True)),
        ("BCDA", Fraction(2, 3), (False, False, False, False)),
        ("ACBD", 0, (True, False, False, True)),
        ("CDAB", Fraction(2, 3), (False, False, False, False)),
        ("DCBA", 0, (False, False, False, False)),
        ("DACB", 0, (False, False, True, False)),
    ],
)
def test_an_order_scores_the_items_that_are_followed_by_the_right_one(
    grade: Grade, wanted: str, score: Fraction, cells: tuple[bool, ...]
) -> None:
    question = ask(ORDER, "order", 5)

    assert isinstance(question, OrderQuestion)
    assert grade(question, typed_order(question, wanted)) == Verdict.of(score, cells=cells)


@pytest.mark.parametrize("typed", ["", "  "])
def test_the_order_of_the_question_is_no_answer(typed: str) -> None:
    reading = ask(ORDER, "order", 5).read(typed)

    assert isinstance(reading, Unreadable)
    assert "1 to 4" in Language("en").render(reading.reason)


@given(SEEDS)
def test_items_are_never_shown_in_the_right_order(grade: Grade, seed: int) -> None:
    question = ask(ORDER, "order", seed)

    assert isinstance(question, OrderQuestion)
    assert question.items != ORDER.items
    assert set(question.items) == set(ORDER.items)
    assert grade(question, typed_order(question, "ABCD")).outcome is Outcome.RIGHT


def test_the_right_order_is_shown_numbered() -> None:
    assert Language("pl").render(ask(ORDER, "order", 0).answer) == "1. A\n2. B\n3. C\n4. D"
