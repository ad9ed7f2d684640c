"""Inverse questions: every value that fits is right, whoever followed a wrong rule finds another one and is told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.asking import QUANTITIES, Ask
from studycards.decks.varied import ComputedCard, Variable, VariantTest
from studycards.errors import StudycardsError
from studycards.locale import Language, Text
from studycards.questions.kinds.computed import InverseQuestion
from studycards.questions.posing import ask_varied
from studycards.questions.question import Outcome, Reading, Verdict
from studycards.questions.variants.checking import ambiguities, failure
from studycards.questions.variants.drawn import drawn_variant

EN = Language("en")


def inverse(network: str, ask: Ask, diagnose: tuple[str, ...] = (), **values: tuple[int, ...]) -> ComputedCard:
    return ComputedCard(
        id="c",
        question=Text.same("→ ${target}"),
        variables=tuple(Variable(name, tuple(map(str, drawn))) for name, drawn in values.items()),
        network=network,
        ask=ask,
        diagnose=diagnose,
    )


def question(card: ComputedCard) -> InverseQuestion:
    asked = ask_varied(card, "c", 1)
    assert isinstance(asked, InverseQuestion)
    return asked


def grade(card: ComputedCard, value: int | Fraction) -> Verdict:
    return question(card).grade(Reading(Fraction(value)))


PADDING = inverse(
    "[1, n, n] | conv2d(8, 5, padding=p)",
    Ask("output_size", solve="p", target="28"),
    ("size.pad_once", "size.no_plus_one"),
    n=(28,),
    p=(0, 1, 2, 3, 4),
)
"""28 + 2p − 5 + 1 = 28 at p = 2; with the padding on one side only at p = 4."""

KERNEL = inverse(
    "1x28x28 | conv2d(8, k, stride=2, padding=1)", Ask("output_size", solve="k", target="14"), k=(1, 2, 3, 4, 5)
)
"""⌊(30 − k)/2⌋ + 1 = 14 for k = 3 and k = 4."""


def test_the_target_is_shown_and_the_value_that_gives_it_is_right() -> None:
    assert EN.render(question(PADDING).stem) == "→ 28"
    assert EN.render(question(PADDING).answer) == "2"
    assert grade(PADDING, 2) == Verdict.of(1)
    assert grade(PADDING, 3).outcome is Outcome.WRONG


def test_all_the_values_that_fit_are_right_and_the_smallest_is_worked_out() -> None:
    asked = question(KERNEL)

    assert EN.render(asked.answer) == "3 (right as well: 4)"
    assert [EN.render(line) for line in asked.solution][:2] == ["k = 3, since then:", "28×28 → 14×14"]
    assert [grade(KERNEL, kernel).outcome is Outcome.RIGHT for kernel in (2, 3, 4, 5)] == [False, True, True, False]


def test_a_value_outside_of_the_range_that_fits_is_right_too() -> None:
    """Padding 6 with a 13×13 kernel keeps the size as well; the range only says what is drawn."""
    card = inverse("1x28x28 | conv2d(8, 2*p + 1, padding=p)", Ask("output_size", solve="p", target="28"), p=(0, 1, 2))

    assert grade(card, 6).outcome is Outcome.RIGHT


@pytest.mark.parametrize("value", [-1, Fraction(5, 2), 10**30])
def test_what_is_no_such_option_is_wrong(value: int | Fraction) -> None:
    assert grade(PADDING, value).outcome is Outcome.WRONG


def test_whoever_follows_a_wrong_rule_is_told_of_it() -> None:
    assert grade(PADDING, 4).mistakes == ("size.pad_once",)


def test_without_a_target_the_drawn_value_gives_it() -> None:
    """Family B15 of the course's plan: a 5×5 convolution of 6 channels with 2416 parameters has 16 filters."""
    card = inverse("6x9x9 | conv2d(F, 5)", Ask("parameters", solve="F"), F=(16,))

    assert EN.render(question(card).stem) == "→ 2416"
    assert grade(card, 16).outcome is Outcome.RIGHT
    assert grade(card, 97).outcome is Outcome.WRONG


def test_the_unknown_may_stand_behind_other_layers() -> None:
    """Family A19 of the course's plan: 40 → 13 → 38 without output padding, so 2 restores the size."""
    card = inverse(
        "1x40x40 | conv2d(1, 4, 3, 1) | conv_transpose2d(1, 4, 3, 1, output_padding=q)",
        Ask("output_size", solve="q", target="40"),
        q=(0, 1, 2),
    )

    assert EN.render(question(card).answer) == "2"
    assert [grade(card, wrong).outcome for wrong in (0, 1)] == [Outcome.WRONG] * 2


def test_variables_derived_from_the_unknown_follow_it() -> None:
    """Family B16 of the course's plan: 1000 weights from 4 to 10 channels have a 5×5 kernel."""
    card = ComputedCard(
        id="c",
        question=Text.same("?"),
        variables=(Variable("k", ("3", "5", "7")), Variable("side", expression="k")),
        network="4x9x9 | conv2d(10, side, bias=False)",
        ask=Ask("weights", solve="k", target="1000"),
    )

    assert EN.render(question(card).answer) == "5"


def test_a_shape_can_be_the_target() -> None:
    card = inverse("3x28x28 | conv2d(F, 5)", Ask("output_shape", solve="F", target="(8, 24, 24)"), F=(4, 8))

    assert EN.render(question(card).stem) == "→ 8×24×24"
    assert EN.render(question(card).answer) == "8"


def test_hints_do_not_give_the_value_away() -> None:
    assert [EN.render(hint) for hint in question(PADDING).hints] == ["H = W = ⌊(n + 2p − k)/s⌋ + 1"]


def test_a_target_that_nothing_gives_is_told_in_a_sentence() -> None:
    card = inverse("1x28x28 | conv2d(8, 5, padding=p)", Ask("output_size", solve="p", target="7"), p=(0, 1))

    with pytest.raises(StudycardsError) as refusal:
        ask_varied(card, "c", 1)
    assert refusal.value.key == "computed.no_solution"


def test_a_worked_example_may_give_any_right_value() -> None:
    assert failure(KERNEL, VariantTest({"k": "1"}, "4")) is None
    assert failure(KERNEL, VariantTest({"k": "1"}, "5")) is not None


def test_the_checker_sees_a_mistake_that_finds_the_right_value() -> None:
    card = inverse("1x28x28 | conv2d(8, 5, padding=p)", Ask("output_size", solve="p"), ("size.no_stride",), p=(1, 2))

    assert all(ambiguity.right for ambiguity in ambiguities(card, drawn_variant(card, 1)))
    assert ambiguities(card, drawn_variant(card, 1))


@given(
    size=st.integers(8, 30),
    kernel=st.integers(1, 7),
    stride=st.integers(1, 3),
    padding=st.integers(0, 3),
    word=st.sampled_from(QUANTITIES),
)
def test_the_hidden_value_is_always_right_and_no_mistake_is(
    size: int, kernel: int, stride: int, padding: int, word: str
) -> None:
    network = "[2, n, n] | conv2d(4, k, stride=s, padding=p)"
    card = inverse(network, Ask(word, solve="p"), n=(size,), k=(kernel,), s=(stride,), p=(padding,))
    asked = question(card)

    assert asked.grade(Reading(Fraction(padding))) == Verdict.of(1)
    assert not any(asked.unknown.fits(Fraction(str(slip.answer))) for slip in asked.wrong)
