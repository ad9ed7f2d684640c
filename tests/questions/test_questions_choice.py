"""The question with options: notation, partial credit, reasons, shuffle."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.model import ChoiceCard, Option
from studycards.locale import Language, Text
from studycards.questions import Outcome, Unreadable, Verdict, ask
from studycards.questions.kinds.choice import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")
SEEDS = st.integers(min_value=0, max_value=2**32)

ONE_RIGHT = ChoiceCard(
    id="one",
    question=STEM,
    options=(
        Option(text=Text.same("A"), right=True, why=Text.same("A is so")),
        Option(text=Text.same("B"), right=False, why=Text.same("B is not")),
        Option(text=Text.same("C"), right=False),
    ),
    shuffle=False,
)

TWO_RIGHT = ChoiceCard(
    id="two",
    question=STEM,
    options=(
        Option(text=Text.same("A"), right=True),
        Option(text=Text.same("B"), right=True),
        Option(text=Text.same("C"), right=False, why=Text.same("C is not")),
        Option(text=Text.same("D"), right=False, why=Text.same("D is not")),
    ),
    multiple=True,
    shuffle=False,
)


def test_one_right_option_is_picked_by_number_or_letter(grade: Grade) -> None:
    question = ask(ONE_RIGHT, "one", 0)

    assert isinstance(question, ChoiceQuestion)
    assert grade(question, "1") == grade(question, "A") == Verdict.of(1, cells=(True, True, True))
    assert Language("pl").render(question.answer) == "A"
    assert question.solution == (Text.same("A is so"),)


def test_a_wrong_option_says_why_it_is_wrong(grade: Grade) -> None:
    question = ask(ONE_RIGHT, "one", 0)

    assert grade(question, "b") == Verdict.of(0, cells=(False, False, True), notes=(Text.same("B is not"),))
    assert grade(question, "c") == Verdict.of(0, cells=(False, True, False))


@pytest.mark.parametrize(
    ("typed", "place"),
    [("16×16", 0), ("16X16 ", 0), ("Tyle samo.", 1), ("the same", 1), ("0", 2), ("2", 1), ("32x16", None), ("7", None)],
)
def test_what_just_one_option_says_names_it(typed: str, place: int | None) -> None:
    """A number is the place of an option first; what two options say names neither."""
    texts = (
        Text.same("16×16"),
        Text(pl="**Tyle** samo", en="The same"),
        Text.same("0"),
        Text.same("7"),
        Text.same("7"),
    )
    options = tuple(Option(text=text, right=number == 0) for number, text in enumerate(texts))
    reading = ask(ChoiceCard(id="said", question=STEM, options=options, shuffle=False), "said", 0).read(typed)

    assert (None if isinstance(reading, Unreadable) else reading.value) == (None if place is None else {place})


@pytest.mark.parametrize("typed", ["1 2", "none", "4", "0", "1b"])
def test_one_option_must_be_picked_where_one_is_right(typed: str) -> None:
    assert isinstance(ask(ONE_RIGHT, "one", 0).read(typed), Unreadable)


@pytest.mark.parametrize(
    ("typed", "score", "outcome", "notes"),
    [
        ("1,2", 1, Outcome.RIGHT, ()),
        ("ba", 1, Outcome.RIGHT, ()),
        ("1", Fraction(1, 2), Outcome.PARTIAL, ()),
        ("1 2 3", Fraction(1, 2), Outcome.PARTIAL, ("C is not",)),
        ("1 3", 0, Outcome.WRONG, ("C is not",)),
        ("d c", 0, Outcome.WRONG, ("C is not", "D is not")),
        ("abcd", 0, Outcome.WRONG, ("C is not", "D is not")),
    ],
)
def test_several_options_score_right_picks_less_wrong_ones(
    grade: Grade, typed: str, score: Fraction, outcome: Outcome, notes: tuple[str, ...]
) -> None:
    graded = grade(ask(TWO_RIGHT, "two", 0), typed)

    assert (graded.score, graded.outcome) == (score, outcome)
    assert graded.notes == tuple(map(Text.same, notes))


@given(SEEDS)
def test_shuffled_options_are_the_options_of_the_card_and_keep_what_is_right(seed: int) -> None:
    card = ChoiceCard(id="shuffled", question=STEM, options=TWO_RIGHT.options, multiple=True)
    question = ask(card, "shuffled", seed)

    assert isinstance(question, ChoiceQuestion)
    assert sorted(option.written_in("pl") for option in question.options) == ["A", "B", "C", "D"]
    assert {question.options[place].pl for place in question.right} == {"A", "B"}
    assert {question.options[place].pl: why for place, why in enumerate(question.whys) if why} == {
        "C": Text.same("C is not"),
        "D": Text.same("D is not"),
    }
