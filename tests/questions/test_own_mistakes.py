"""Wrong answers that the author of a computed card writes down beside those of the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.decks.reader import read_deck
from studycards.decks.varied import ComputedCard
from studycards.locale import Language
from studycards.questions.posing import ask_varied
from studycards.questions.question import Unreadable
from studycards.study.proof import prove

if TYPE_CHECKING:
    from studycards.questions.question import Verdict

PL = Language("pl")

DECK = """\
format: 1
id: own
title: Own
language: en
cards:
- id: card
  type: computed
  question: Question
"""

SHAPE = """\
  vars: {C: [3, 4], n: [28, 32]}
  network: "[C, n, n] | conv2d(8, 5)"
  ask: output_shape
  wrong:
  - answer: (8, n - 5, n - 4)
    why: "Only ${n - 5} rows."
"""

SIZE = """\
  vars: {n: [28, 32]}
  network: "[3, n, n] | conv2d(8, 5)"
  ask: output_size
  diagnose: [size.no_plus_one]
  wrong:
  - {answer: n/4, why: A quarter.}
"""

COUNT = """\
  vars: {F: [8, 16]}
  network: "3x32x32 | conv2d(F, 3)"
  ask: parameters
  diagnose: [par.no_bias]
  wrong:
  - {answer: 3 + F, why: Channels multiply.}
"""

INVERSE = """\
  vars: {n: [28, 32], p: 0..4}
  network: "[3, n, n] | conv2d(8, 5, padding=p)"
  ask: {solve: p, for: output_size, is: n}
  diagnose: [size.pad_once]
  wrong:
  - {answer: target - n + 5, why: "The kernel on ${target}."}
"""

VALUE = """\
  network: "1x2x2 | relu"
  data: {input: -3..3}
  ask: output
  wrong:
  - {answer: 0, why: Zero.}
"""


def card(fields: str) -> ComputedCard:
    deck = read_deck(Path("own.yaml"), (DECK + fields).encode()).deck
    assert deck is not None
    [only] = deck.cards
    assert isinstance(only, ComputedCard)
    return only


def graded(fields: str, typed: str, seed: int = 1) -> Verdict:
    question = ask_varied(card(fields), "card", seed)
    reading = question.read(typed)
    assert not isinstance(reading, Unreadable)
    return question.grade(reading)


def problems(fields: str) -> set[str]:
    return {finding.field for finding in prove(card(fields), 20)}


def test_a_wrong_shape_of_the_card_is_recognised_with_its_sentence() -> None:
    """28 − 5 + 1 = 24 on both axes; the author's slip forgets the 1 for the rows."""
    verdict = graded(SHAPE.replace("[28, 32]", "28"), "8x23x24")

    assert verdict.mistakes == ("wrong[1]",)
    assert [PL.render(note) for note in verdict.notes] == ["Only 23 rows."]


def test_one_side_stands_for_a_square_size() -> None:
    assert graded(SIZE.replace("[28, 32]", "28"), "7x7").mistakes == ("wrong[1]",)
    assert graded(SIZE.replace("[28, 32]", "28"), "7").mistakes == ("wrong[1]",)


def test_a_wrong_count_is_recognised_beside_those_of_the_library() -> None:
    """(3·3·3 + 1)·8 = 224; without biases 216."""
    fields = COUNT.replace("[8, 16]", "8")

    assert graded(fields, "224").mistakes == ()
    assert graded(fields, "216").mistakes == ("par.no_bias",)
    assert graded(fields, "11").mistakes == ("wrong[1]",)


def test_a_wrong_value_of_an_unknown_may_use_the_target() -> None:
    verdict = graded(INVERSE.replace("[28, 32]", "28"), "5")

    assert verdict.mistakes == ("wrong[1]",)
    assert [PL.render(note) for note in verdict.notes] == ["The kernel on 28."]


@pytest.mark.parametrize("fields", [SHAPE, SIZE, COUNT, INVERSE])
def test_mistakes_that_can_be_told_apart_are_no_problem(fields: str) -> None:
    assert problems(fields) == set()


def test_the_checker_finds_a_wrong_answer_that_is_right() -> None:
    assert problems(COUNT.replace("3 + F", "28*F")) == {"wrong[1]"}


def test_the_checker_finds_a_wrong_answer_that_the_library_gives_too() -> None:
    assert problems(COUNT.replace("3 + F", "27*F")) == {"wrong[1]"}


def test_mistakes_of_the_card_can_be_called_alike() -> None:
    fields = COUNT.replace("3 + F", "27*F") + '  alike: [[par.no_bias, "wrong[1]"]]\n'

    assert problems(fields) == set()
    assert graded(fields.replace("[8, 16]", "8"), "216").mistakes == ("par.no_bias", "wrong[1]")


def test_alike_names_no_mistake_that_the_card_does_not_have() -> None:
    assert problems(COUNT + '  alike: [[par.no_bias, "wrong[2]"]]\n') == {"alike[1]"}


def test_without_a_list_only_the_card_s_own_need_differ() -> None:
    """Of the library all rules are looked for, and many of them give the same."""
    assert problems(COUNT.replace("  diagnose: [par.no_bias]\n", "").replace("3 + F", "27*F")) == set()


def test_of_values_a_card_has_no_wrong_answers_of_its_own() -> None:
    [problem] = read_deck(Path("own.yaml"), (DECK + VALUE).encode()).problems

    assert problem.field == "wrong"
    assert "diagnose" in PL.render(problem.reason)


def test_a_name_that_stands_for_nothing_is_found() -> None:
    [problem] = read_deck(Path("own.yaml"), (DECK + COUNT.replace("3 + F", "3 + G")).encode()).problems

    assert problem.field == "wrong[1].answer"


def test_options_are_made_of_the_card_s_own_mistakes_too() -> None:
    fields = COUNT.replace("[8, 16]", "8") + "  choices: 3\n  require: told_apart\n"
    question = ask_varied(card(fields), "card", 1)

    assert {PL.render(option) for option in question.options} == {"224", "216", "11"}  # type: ignore[attr-defined]
