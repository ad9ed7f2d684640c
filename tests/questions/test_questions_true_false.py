"""The question whether a claim is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.decks.model import TrueFalseCard
from studycards.locale import Language, Text
from studycards.questions import Outcome, Reading, Unreadable, ask
from studycards.questions.kinds.true_false import TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question, Verdict

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")

TRUE_FALSE = TrueFalseCard(id="claim", question=STEM, answer=False, explanation=Text.same("why"))


@pytest.mark.parametrize("typed", ["t", "p", "T", "prawda", "Prawda.", "true", "tak", "1", "yes"])
def test_true_is_typed_in_either_language(typed: str) -> None:
    question = ask(TRUE_FALSE, "claim", 0)
    reading = question.read(typed)

    assert isinstance(question, TrueFalseQuestion)
    assert isinstance(reading, Reading)
    assert reading.value is True
    assert reading.echo is not None
    assert Language("pl").render(reading.echo) == "Prawda"
    assert question.grade(reading).outcome is Outcome.WRONG


@pytest.mark.parametrize("typed", ["f", "n", "fałsz", "FALSZ", "false", "nie", "0", "no"])
def test_false_is_typed_in_either_language(grade: Grade, typed: str) -> None:
    assert grade(ask(TRUE_FALSE, "claim", 0), typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize("typed", ["2", "maybe", "tf", "-"])
def test_anything_else_is_neither_true_nor_false(typed: str) -> None:
    assert isinstance(ask(TRUE_FALSE, "claim", 0).read(typed), Unreadable)
