"""Comparisons: which network has least or most, how many times, and each half of it graded for itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.varied import Ask, CompareCard, Decimals, Percent, Variable, VariantTest
from studycards.errors import StudycardsError
from studycards.locale import Language, Message, Text
from studycards.questions import ask
from studycards.questions.kinds.comparison import ComparisonQuestion
from studycards.questions.question import ComparisonReading, Outcome, Reading, Unreadable
from studycards.questions.variants.checking import ambiguities, failure
from studycards.questions.variants.varying import vary

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question, Verdict

    Grade = Callable[[Question, str], Verdict]

PL = Language("pl")
EN = Language("en")

STACKED = "[C, 32, 32] | conv2d(C, 3, padding=1, bias=False) | relu | conv2d(C, 3, padding=1, bias=False)"

KERNELS = CompareCard(
    id="kernels",
    question=Text(pl="Który układ ma mniej wag?", en="Which has fewer weights?"),
    variables=(Variable("C", ("16",)),),
    networks={"one": "[C, 32, 32] | conv2d(C, 5, padding=2, bias=False)", "two": STACKED},
    compare=Ask("parameters"),
)
"""25·16² = 6400 weights against 2·9·16² = 4608, which is 25/18 = 1.3888… times as many."""

BIASED = replace(KERNELS, networks={"one": "4x8x8 | conv2d(8, 3)", "two": "4x8x8 | conv2d(8, 1)"})
"""9·4·8 + 8 = 296 and 4·8 + 8 = 40: 7.4 times; without biases 288/32 = 9 times."""


def posed(card: CompareCard) -> ComparisonQuestion:
    question = ask(card, card.id, 1)
    assert isinstance(question, ComparisonQuestion)
    return question


def read(typed: str, card: CompareCard = KERNELS) -> ComparisonReading:
    reading = posed(card).read(typed)
    assert isinstance(reading, Reading), reading
    assert isinstance(reading.value, ComparisonReading)
    return reading.value


def complaint(typed: str, card: CompareCard = KERNELS) -> str:
    reading = posed(card).read(typed)
    assert isinstance(reading, Unreadable), reading
    return EN.render(reading.reason)


def test_the_networks_are_listed_under_the_stem_with_their_numbers() -> None:
    assert EN.render(posed(KERNELS).stem).splitlines() == [
        "Which has fewer weights?",
        "",
        "a) one: `16x32x32 | conv2d(16, 5, padding=2, bias=False)`",
        "b) two: `16x32x32 | conv2d(16, 3, padding=1, bias=False) | relu | conv2d(16, 3, padding=1, bias=False)`",
    ]


def test_a_published_architecture_is_listed_by_its_name() -> None:
    card = replace(KERNELS, networks={"deep": "resnet50", "wide": "3x64x64 | vgg16"})

    assert PL.render(posed(card).stem).splitlines()[-2:] == ["a) deep: `resnet50`", "b) wide: `3×64×64 | vgg16`"]


@pytest.mark.parametrize(
    "typed",
    [
        "b 1,39", "b 1.39", "B 1,39", "b) 1,39", "b: 1,39", "b; 1,39", "b=1,39", "b1,39", "b, 1,39", "  b   1,39  ",
        "1,39 b", "1,39b", "1,39; b", "1,39 (b)", "two 1,39", "two: 1.39", "1.39 Two", "2 1,39", "2. 1,39", "2) 1,39",
        "1,39 2", "1,39; 2", "b 1,39 razy", "1,39× b", "b ×1,39", "two 1.39 times fewer", "b 139%",
    ],
)  # fmt: skip
def test_network_and_factor_are_read_in_any_usual_way(typed: str) -> None:
    assert read(typed) == ComparisonReading(1, Fraction(139, 100))


def test_the_factor_may_be_a_calculation() -> None:
    assert read("b (25*16*16)/(18*16*16)") == ComparisonReading(1, Fraction(25, 18))
    assert read("6400/4608 b") == ComparisonReading(1, Fraction(25, 18))


def test_what_was_not_typed_like_that_is_echoed() -> None:
    question = posed(KERNELS)
    plain, named = question.read("b 1,39"), question.read("two 25/18")

    assert isinstance(plain, Reading)
    assert plain.echo is None
    assert isinstance(named, Reading)
    assert named.echo is not None
    assert PL.render(named.echo) == "sieć b: 25/18 razy"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("b", "Add how many times"),
        ("two", "Add how many times"),
        ("b)", "Add how many times"),
        ("1,39", "Add which network it is: a, b."),
        ("25/18", "Add which network it is: a, b."),
        ("1,39 razy", "Add which network it is: a, b."),
        ("", "Give both the network (a, b)"),
        ("2", "Give both the network (a, b)"),
        ("1 2", "Give both the network (a, b)"),
        ("2 1/2", "Give both the network (a, b)"),
        ("three 1,39", "'three 1,39' cannot be read."),
        ("c 1,39", "'c 1,39' cannot be read."),
        ("b one", "one"),
        ("b " + "1" * 300, "long"),
    ],
)
def test_half_an_answer_is_not_graded(typed: str, told: str) -> None:
    """What is missing is asked for, and digits that could be either are not guessed."""
    assert told in complaint(typed)


@given(typed=st.text(alphabet="abctwo12,. /x×=;()-", max_size=12))
def test_reading_never_raises(typed: str) -> None:
    assert isinstance(posed(KERNELS).read(typed), Reading | Unreadable)


def test_networks_named_like_letters_are_labelled_by_their_names(grade: Grade) -> None:
    """Else `a` would be the second one by its name and the first one by its letter."""
    card = replace(KERNELS, networks={"b": KERNELS.networks["one"], "a": STACKED})

    assert PL.render(posed(card).stem).splitlines()[2].startswith("b) `16x32x32")
    assert grade(posed(card), "a 1,39").outcome is Outcome.RIGHT


@pytest.mark.parametrize(
    ("typed", "cells", "said"),
    [
        ("b 1,39", (True, True), []),
        ("b 1,38", (True, True), []),
        ("b 1,5", (True, False), ["The network is right, the factor is not."]),
        ("a 1,39", (False, True), ["Another network has least; the factor is right."]),
        ("a 1,5", (False, False), []),
    ],
)
def test_each_half_counts_half(grade: Grade, typed: str, cells: tuple[bool, bool], said: list[str]) -> None:
    verdict = grade(posed(KERNELS), typed)

    assert verdict.cells == cells
    assert verdict.score == Fraction(sum(cells), 2)
    assert [EN.render(note) for note in verdict.notes] == said


def test_an_inverted_factor_is_named(grade: Grade) -> None:
    """18/25 = 0.72."""
    verdict = grade(posed(KERNELS), "b 0,72")

    assert verdict.score == Fraction(1, 2)
    assert verdict.mistakes == ("compare.inverted",)
    assert "odwrotnie" in PL.render(verdict.notes[-1])


def test_a_mistake_made_in_all_networks_is_named(grade: Grade) -> None:
    """Without biases 288/32 = 9; with one side of the kernel (3·4·8 + 8)/(4·8 + 8) = 2.6."""
    question = posed(BIASED)

    assert grade(question, "b 7,4").outcome is Outcome.RIGHT
    assert grade(question, "b 9").mistakes == ("par.no_bias",)
    assert grade(question, "b 2,6").mistakes == ("par.k_not_squared",)


def test_a_right_factor_is_no_mistake_of_another_network(grade: Grade) -> None:
    assert grade(posed(KERNELS), "a 1,39").mistakes == ()


def test_most_is_asked_the_other_way_round(grade: Grade) -> None:
    question = posed(replace(KERNELS, most=True))

    assert grade(question, "a 1,39").outcome is Outcome.RIGHT
    assert [EN.render(note) for note in grade(question, "b 1,39").notes] == [
        "Another network has most; the factor is right."
    ]


def test_of_several_networks_the_extremes_are_compared(grade: Grade) -> None:
    """Weights of 1×1, 3×3 and 5×5 kernels: 1 : 9 : 25."""
    networks = {f"net{side}": f"4x9x9 | conv2d(4, {side}, bias=False)" for side in (3, 1, 5)}

    assert grade(posed(replace(KERNELS, networks=networks)), "net1 25").outcome is Outcome.RIGHT
    assert grade(posed(replace(KERNELS, networks=networks, most=True)), "c 25").outcome is Outcome.RIGHT


def test_the_tolerance_is_that_of_the_card(grade: Grade) -> None:
    question = posed(replace(KERNELS, tolerance=Percent("5")))

    assert grade(question, "b 1,45").outcome is Outcome.RIGHT
    assert grade(posed(KERNELS), "b 1,45").score == Fraction(1, 2)


def test_what_is_expected_names_form_tolerance_and_convention() -> None:
    card = replace(KERNELS, compare=Ask("macs"), tolerance=Decimals(1))

    assert EN.render(posed(card).expects) == (
        "the network and how many times, such as a 2.5 (a number rounded to 1 decimal place);"
        " multiply-adds of convolutions and dense layers for one image, without biases"
    )


def test_the_solution_works_out_every_network_and_divides() -> None:
    question = posed(KERNELS)

    assert PL.render(question.answer) == "b 1,39 razy"
    assert [PL.render(line) for line in question.solution] == [
        "a) k·k·C_in·C_out = 5·5·16·16 = 6400",
        "b) conv1: k·k·C_in·C_out = 3·3·16·16 = 2304",
        "b) conv2: k·k·C_in·C_out = 3·3·16·16 = 2304",
        "b) razem: 2304 + 2304 = 4608",
        "6400 / 4608 ≈ 1,39",
    ]


def test_the_rule_of_a_receptive_field_is_said_once() -> None:
    question = posed(
        replace(KERNELS, networks={**KERNELS.networks, "two": "3x9x9 | conv2d(4, 3)"}, compare=Ask("receptive_field"))
    )
    solution = [PL.render(line) for line in question.solution]

    assert solution[-1] == "5 / 3 ≈ 1,67"
    assert sum(line.startswith("r = r₀") for line in solution) == 1


@pytest.mark.parametrize("language", [PL, EN])
def test_the_model_answer_is_right_and_no_hint_gives_it(grade: Grade, language: Language) -> None:
    question = posed(KERNELS)

    assert grade(question, language.render(question.answer)).outcome is Outcome.RIGHT
    assert not any("1,39" in PL.render(hint) or "4608" in PL.render(hint) for hint in question.hints)


@pytest.mark.parametrize(
    ("card", "key", "named"),
    [
        (replace(KERNELS, networks={"one": STACKED, "two": STACKED}), "comparison.equal", "one, two"),
        (replace(KERNELS, networks={"one": STACKED, "two": "3x8x8 | relu"}), "comparison.nothing", "two"),
        (
            replace(
                KERNELS, networks={"one": STACKED, "two": "3x9x9 | conv2d(1, (3, 5))"}, compare=Ask("receptive_field")
            ),
            "comparison.no_number",
            "two",
        ),
    ],
)
def test_what_cannot_be_compared_names_card_and_networks(card: CompareCard, key: str, named: str) -> None:
    with pytest.raises(StudycardsError) as refusal:
        posed(card)

    sentence = PL.text(refusal.value.key, **refusal.value.values)

    reason = refusal.value.values["reason"]
    assert isinstance(reason, Message)
    assert reason.key == key
    assert "kernels" in sentence
    assert named in sentence


def test_an_equal_pair_behind_the_winner_is_no_obstacle(grade: Grade) -> None:
    networks = {"one": "4x9x9 | conv2d(4, 1, bias=False)", "two": "4x9x9 | conv2d(4, 3, bias=False)"}
    card = replace(KERNELS, networks={**networks, "three": networks["two"]})

    assert grade(posed(card), "a 9").outcome is Outcome.RIGHT


def test_worked_examples_are_checked_and_library_mistakes_are_no_ambiguity() -> None:
    assert failure(KERNELS, VariantTest({"C": "64"}, "b 1.39")) is None
    assert failure(KERNELS, VariantTest({"C": "64"}, "a 1.39")) is not None
    assert ambiguities(KERNELS, vary(KERNELS, {"C": Fraction(16)})) == ()


@pytest.mark.parametrize(
    ("most", "told"), [(False, "how many times less it has than the one with most"), (True, "more it has than")]
)
def test_of_three_networks_it_is_said_what_the_one_is_compared_with(most: bool, told: str) -> None:  # noqa: FBT001
    networks = {**KERNELS.networks, "three": "8x32x32 | conv2d(8, 7, padding=3)"}

    assert told in EN.render(posed(replace(KERNELS, networks=networks, most=most)).expects)
    assert told not in EN.render(posed(replace(KERNELS, most=most)).expects)
