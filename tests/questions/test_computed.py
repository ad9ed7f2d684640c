"""Computed questions: exact answers of the engine, shapes graded axis by axis, typical mistakes named."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.varied import Ask, ComputedCard, StepsCard, StepSpec, Variable, VariantTest
from studycards.errors import StudycardsError
from studycards.locale import Language, Text
from studycards.questions import ask
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.kinds.computed import ShapeQuestion
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.posing import ask_varied
from studycards.questions.question import Outcome, Reading, Unreadable, Verdict
from studycards.questions.variants.checking import failure

PL = Language("pl")

CONV = "3x32x32 | conv2d(16, 5, stride=2, padding=1)"
"""⌊(32 + 2·1 − 5)/2⌋ + 1 = 15."""

VARIED = ComputedCard(
    id="conv-output-size",
    question=Text(pl="Wejście ${C}×${H}×${H}, filtry ${k}×${k}.", en="Input ${C}×${H}×${H}, filters ${k}×${k}."),
    variables=(
        Variable("C", ("1", "3")),
        Variable("H", tuple(map(str, range(28, 65)))),
        Variable("k", ("3", "5", "7")),
    ),
    network="[C, H, H] | conv1: conv2d(16, k) | relu | pool1: max_pool2d(2)",
    ask=Ask("output_shape", "conv1"),
)


def fixed(network: str, quantity: str = "output_shape", of: str | None = None, *diagnose: str) -> ComputedCard:
    return ComputedCard(
        id="c", question=Text.same("?"), network=network, ask=Ask(quantity, of), diagnose=tuple(diagnose)
    )


def ask_computed(card: ComputedCard, prompt: str, seed: int) -> ShapeQuestion | NumberQuestion:
    question = ask_varied(card, prompt, seed)
    assert isinstance(question, ShapeQuestion | NumberQuestion)
    return question


def shape_question(network: str, *diagnose: str) -> ShapeQuestion:
    question = ask_computed(fixed(network, "output_shape", None, *diagnose), "c", 1)
    assert isinstance(question, ShapeQuestion)
    return question


def grade(question: ShapeQuestion | NumberQuestion, typed: str) -> Verdict:
    reading = question.read(typed)
    assert isinstance(reading, Reading)
    return question.grade(reading)


def said(verdict: Verdict) -> str:
    return "\n".join(PL.render(note) for note in verdict.notes)


def test_the_same_seed_asks_the_same_question() -> None:
    assert ask_computed(VARIED, VARIED.id, 7) == ask_computed(VARIED, VARIED.id, 7)


def test_the_answer_follows_from_the_numbers_of_the_question() -> None:
    """H − k + 1, read back from the text of the question."""
    for seed in range(50):
        question = ask_computed(VARIED, VARIED.id, seed)
        size, kernel = question.stem.written_in("en").removeprefix("Input ").removesuffix(".").split(", filters ")
        side = int(size.split("×")[1]) - int(kernel.split("×")[0]) + 1

        assert PL.render(question.answer) == f"16×{side}×{side}"


@pytest.mark.parametrize("typed", ["16x15x15", "16×15×15", "(16, 15, 15)", "[16, 15, 15]", "16 15 15", "16×(30/2)×15"])
def test_a_right_shape_is_right_in_any_notation(typed: str) -> None:
    assert grade(shape_question(CONV), typed) == Verdict.of(1, cells=(True, True, True))


def test_a_partly_right_shape_scores_its_right_axes() -> None:
    verdict = grade(shape_question(CONV), "16x15x99")

    assert (verdict.outcome, verdict.score) == (Outcome.PARTIAL, Fraction(2, 3))
    assert verdict.cells == (True, True, False)
    assert verdict.mistakes == ()


@pytest.mark.parametrize(("typed", "found"), [("16x15", "2"), ("2x16x15x15", "4"), ("3600", "1")])
def test_another_number_of_axes_is_wrong_and_both_numbers_are_said(typed: str, found: str) -> None:
    verdict = grade(shape_question(CONV), typed)

    assert (verdict.outcome, verdict.cells) == (Outcome.WRONG, ())
    assert f"w odpowiedzi jest ich {found}" in said(verdict)
    assert said(verdict).endswith("3.")


def test_channels_last_is_told_the_order() -> None:
    verdict = grade(shape_question(CONV), "15x15x16")

    assert verdict.cells == (False, True, False)
    assert "H×W×C" in said(verdict)


@pytest.mark.parametrize(
    ("typed", "mistake", "score"),
    [
        ("16x14x14", "size.no_plus_one", Fraction(1, 3)),
        ("3x15x15", "shape.channels_in", Fraction(2, 3)),
        ("16x30x30", "size.no_stride", Fraction(1, 3)),
    ],
)
def test_a_typical_wrong_shape_is_recognised(typed: str, mistake: str, score: Fraction) -> None:
    listed = ("size.no_plus_one", "size.no_stride", "shape.channels_in")
    verdict = grade(shape_question(CONV, *listed), typed)

    assert (verdict.mistakes, verdict.score) == ((mistake,), score)
    assert said(verdict) == PL.text(f"mistakes.{mistake}")


def test_two_slips_at_once_are_both_named() -> None:
    """The channels of the input, and no +1 on either axis."""
    verdict = grade(shape_question(CONV, "size.no_plus_one", "shape.channels_in"), "3x14x14")

    assert verdict.mistakes == ("size.no_plus_one", "shape.channels_in")
    assert verdict.score == 0


def test_rules_that_give_the_same_shape_are_offered_as_one_of() -> None:
    """Padding 1: ⌊(32 − 5)/2⌋ + 1 = 14 without it, ⌊(32 + 2 − 5)/2⌋ = 14 without the +1."""
    verdict = grade(shape_question(CONV, "size.no_pad", "size.no_plus_one"), "16x14x14")

    assert verdict.mistakes == ("size.no_pad", "size.no_plus_one")
    assert said(verdict).startswith(PL.text("computed.one_of"))


def test_without_a_list_all_the_mistakes_are_looked_for() -> None:
    assert "size.same_assumed" in grade(shape_question(CONV), "16x16x16").mistakes


def test_a_listed_mistake_about_another_quantity_is_passed_over() -> None:
    assert shape_question(CONV, "par.no_bias", "size.ceil").wrong[0].name == "size.ceil"


def test_a_calculated_size_is_echoed_and_a_plain_shape_is_not() -> None:
    question = shape_question(CONV)
    plain, calculated = question.read("(16, 15, 15)"), question.read("16x(32-17)x15")

    assert isinstance(plain, Reading)
    assert plain.echo is None
    assert isinstance(calculated, Reading)
    assert calculated.echo is not None
    assert PL.render(calculated.echo) == "16×15×15"


def test_a_shape_that_cannot_be_read_is_no_attempt() -> None:
    assert isinstance(shape_question(CONV).read("duży"), Unreadable)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=4).map(tuple))
def test_only_the_right_shape_is_right_and_it_is_never_diagnosed(shape: tuple[int, ...]) -> None:
    question = shape_question(CONV)
    right = question.grade(Reading(question.value))
    verdict = question.grade(Reading(shape))

    assert right == Verdict.of(1, cells=(True, True, True))
    assert (verdict.outcome is Outcome.RIGHT) == (shape == (16, 15, 15))


def test_parameters_are_counted_exactly() -> None:
    """3·3·64·128 + 128 = 73 856; a near miss is not near."""
    question = ask_computed(fixed("64x8x8 | conv2d(128, 3)", "parameters"), "c", 1)

    assert isinstance(question, NumberQuestion)
    assert PL.render(question.answer) == "73\N{NO-BREAK SPACE}856"
    assert grade(question, "3·3·64·128 + 128").outcome is Outcome.RIGHT
    assert grade(question, "73857").outcome is Outcome.WRONG
    assert grade(question, "73728").mistakes == ("par.no_bias",)


def test_an_impossible_network_is_told_in_a_sentence() -> None:
    with pytest.raises(StudycardsError) as refusal:
        ask_computed(fixed("3x4x4 | conv2d(8, 5)"), "c", 1)

    assert refusal.value.key == "computed.refused"
    assert "5" in PL.text(refusal.value.key, **refusal.value.values)


@pytest.mark.parametrize(
    "card",
    [fixed(CONV, "output_shape", "conv7"), fixed(CONV, "wheight"), fixed(CONV, "output_shape", None, "size.nopad")],
)
def test_an_unknown_name_is_told_in_a_sentence(card: ComputedCard) -> None:
    with pytest.raises(StudycardsError) as refusal:
        ask_computed(card, "c", 1)

    assert PL.text(refusal.value.key, **refusal.value.values)


def test_the_hints_of_the_author_come_before_those_of_the_solution() -> None:
    question = ask_computed(replace(VARIED, hints=(Text.same("k = ${k}"),)), VARIED.id, 3)

    assert PL.render(question.hints[0]).startswith("k = ")
    assert PL.render(question.hints[1]) == "H = W = ⌊(n + 2p − k)/s⌋ + 1"


def asked(network: str, quantity: str, *diagnose: str) -> ShapeQuestion | NumberQuestion:
    return ask_computed(fixed(network, quantity, None, *diagnose), "c", 1)


@pytest.mark.parametrize("typed", ["14", "14x14", "14×14", "(14, 14)", "1x14x14", "28/2", "(28/2)x14"])
def test_a_square_size_is_right_as_one_number_or_as_two(typed: str) -> None:
    question = asked("1x28x28 | max_pool2d(2)", "output_size")

    assert PL.render(question.answer) == "14"
    assert grade(question, typed) == Verdict.of(1, cells=(True, True))


def test_one_number_is_echoed_as_the_square_that_it_stands_for() -> None:
    reading = asked("1x28x30 | max_pool2d(2)", "output_size").read("14")

    assert isinstance(reading, Reading)
    assert reading.echo is not None
    assert PL.render(reading.echo) == "14×14"


def test_a_size_that_is_not_square_is_graded_side_by_side() -> None:
    """28/2 = 14 and 32/2 = 16; a stride of 1 would give 27 and 31."""
    question = asked("1x28x32 | max_pool2d(2)", "output_size", "size.pool_stride1")

    assert PL.render(question.answer) == "14×16"
    assert grade(question, "14").cells == (True, False)
    assert grade(question, "27x31").mistakes == ("size.pool_stride1",)
    assert "W×H" in said(grade(question, "16x14"))
    assert "jest 3" in said(grade(question, "8x14x16"))


def test_a_receptive_field_is_a_size_too() -> None:
    """C3/1, P2/2, C3/1, P2/2, C3/1: 18; without the strides 9."""
    chain = "1x64x64 | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3)"
    question = asked(chain, "receptive_field", "rf.no_jump")

    assert grade(question, "18x18").outcome is Outcome.RIGHT
    assert grade(question, "9").mistakes == ("rf.no_jump",)


@pytest.mark.parametrize(
    ("quantity", "said_beside"),
    [("macs", "bez biasów"), ("flops", "1 MAC = 2 FLOP"), ("activation_memory", "4 bajty"), ("weights", "skale")],
)
def test_the_convention_of_a_count_is_said_beside_the_question(quantity: str, said_beside: str) -> None:
    assert said_beside in PL.render(asked(CONV, quantity).expects)


@pytest.mark.parametrize("typed", ["802816", "802 816 B", "64·56·56·4"])
def test_bytes_are_read_with_and_without_their_unit(typed: str) -> None:
    question = asked("64x56x56 | relu", "activation_memory")

    assert PL.render(question.answer) == "802\N{NO-BREAK SPACE}816 B"
    assert grade(question, typed).outcome is Outcome.RIGHT


@pytest.mark.parametrize("quantity", ["output_size", "receptive_field"])
def test_a_vector_has_no_size_and_no_receptive_field(quantity: str) -> None:
    with pytest.raises(StudycardsError) as refusal:
        asked("16 | linear(4)", quantity)

    assert "C×H×W" in PL.text(refusal.value.key, **refusal.value.values)


LAST = replace(fixed(CONV, "output_shape", None, "size.no_pad", "shape.channels_in"), layout="HWC")
"""The same 15 rows and columns, the 16 channels behind them."""


def last(card: ComputedCard = LAST) -> ShapeQuestion:
    question = ask_varied(card, "c", 1)
    assert isinstance(question, ShapeQuestion)
    return question


def test_with_channels_last_the_shape_is_asked_shown_and_solved_so() -> None:
    question = last()

    assert question.value == (15, 15, 16)
    assert PL.render(question.answer) == "15×15×16"
    assert "H×W×C" in PL.render(question.expects)
    assert PL.render(question.solution[0]) == "32×32×3 → 15×15×16"


def test_with_channels_last_channels_first_is_the_other_order() -> None:
    """16, 15, 15 has one size in the right place."""
    verdict = grade(last(), "16x15x15")

    assert grade(last(), "15x15x16").outcome is Outcome.RIGHT
    assert verdict.score == Fraction(1, 3)
    assert "kolejność C×H×W" in said(verdict)
    assert "kolejność H×W×C" in said(grade(shape_question(CONV), "15x15x16"))


def test_with_channels_last_mistakes_are_recognised() -> None:
    """Without padding ⌊27/2⌋ + 1 = 14; the channels of the input are 3."""
    assert grade(last(), "14x14x16").mistakes == ("size.no_pad",)
    assert grade(last(), "15x15x3").mistakes == ("shape.channels_in",)


def test_with_channels_last_worked_examples_are_written_so() -> None:
    assert failure(LAST, VariantTest({}, "15x15x16")) is None
    assert failure(LAST, VariantTest({}, "16x15x15")) is not None


def test_with_channels_last_only_maps_are_turned() -> None:
    flat = replace(LAST, network=f"{CONV} | flatten", diagnose=())

    assert last(flat).value == (16 * 15 * 15,)
    assert PL.render(last(flat).solution[0]) == "32×32×3 → 15×15×16 → 3600"
    assert last(replace(LAST, ask=Ask("output_size"))).value == (15, 15)


def test_with_channels_last_options_and_steps_are_so_too() -> None:
    chosen = ask(replace(LAST, choices=3), "c", 1)
    sheet = ask(
        StepsCard(id="s", question=Text.same("?"), network=CONV, layout="HWC", steps=(StepSpec(Ask("output_shape")),)),
        "s",
        1,
    )

    assert isinstance(chosen, ChoiceQuestion)
    assert {PL.render(option) for option in chosen.options} == {"15×15×16", "14×14×16", "15×15×3"}
    assert PL.render(sheet.answer).endswith("15×15×16")


def test_with_channels_last_the_shape_of_an_inverse_question_is_so() -> None:
    card = replace(
        LAST,
        question=Text.same("→ ${target}"),
        variables=(Variable("s", ("1", "2", "3")),),
        network="3x32x32 | conv2d(16, 5, stride=s, padding=1)",
        ask=Ask("output_shape", solve="s", target="(15, 15, 16)"),
        diagnose=(),
    )
    question = ask_varied(card, "c", 1)

    assert PL.render(question.stem) == "→ 15×15×16"
    assert PL.render(question.answer) == "2"
