"""The question whose answer is typed in words: what is right, forgiven, rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.decks.model import Reject, TextCard
from studycards.locale import Language, Text
from studycards.questions import Outcome, Verdict, ask
from studycards.questions.kinds.text import TextQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")

TEXT = TextCard(
    id="text",
    question=STEM,
    answer=Text(pl="wypełnienie zerami", en="zero padding"),
    accept=(Text.same("padding"), Text.same("dilation")),
    reject=(Reject(answer=Text.same("dilution"), why=Text.same("that is chemistry")),),
)


@pytest.mark.parametrize("typed", ["wypełnienie zerami", "Zero  padding.", "PADDING", "dilation"])
def test_a_right_answer_of_either_language_is_right_without_a_note(grade: Grade, typed: str) -> None:
    assert grade(ask(TEXT, "text", 0), typed) == Verdict.of(1)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("wypelnienie zerami", "Pamiętaj o polskich znakach: wypełnienie zerami."),
        ("wypelnienie zermai", "Literówka. Poprawna pisownia: wypełnienie zerami."),
        ("pading", "Literówka. Poprawna pisownia: padding."),
    ],
)
def test_a_forgiven_slip_is_right_and_names_the_right_spelling(grade: Grade, typed: str, note: str) -> None:
    graded = grade(ask(TEXT, "text", 0), typed)

    assert graded.outcome is Outcome.RIGHT
    assert [Language("pl").render(words) for words in graded.notes] == [note]


@pytest.mark.parametrize("typed", ["dilution", "Dilution.", "dilutiom", "diltion"])
def test_a_rejected_answer_is_wrong_and_says_why_even_where_a_typo_would_save_it(grade: Grade, typed: str) -> None:
    """`diltion` is one letter from both `dilation` and `dilution`: no telling which was meant."""
    assert grade(ask(TEXT, "text", 0), typed) == Verdict.of(0, notes=(Text.same("that is chemistry"),))


def test_any_other_answer_is_wrong_without_a_note(grade: Grade) -> None:
    assert grade(ask(TEXT, "text", 0), "stride") == Verdict.of(0)


def test_strict_cards_forgive_nothing(grade: Grade) -> None:
    card = TextCard(id="strict", question=STEM, answer=Text.same("łączenie"), typos=False, diacritics=True)
    question = ask(card, "strict", 0)

    assert isinstance(question, TextQuestion)
    assert grade(question, "laczenie").outcome is Outcome.WRONG
    assert grade(question, "łączneie").outcome is Outcome.WRONG
    assert grade(question, "Łączenie").outcome is Outcome.RIGHT
