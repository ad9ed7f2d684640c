"""Number questions: tolerances in exact fractions, units, the author's typical wrong answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.varied import Decimals, Exact, NumberCard, Percent, Variable, Within, WrongAnswer
from studycards.errors import StudycardsError
from studycards.locale import Language, Text
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.posing import ask_varied
from studycards.questions.question import Outcome, Reading, Unreadable, Verdict
from studycards.questions.reading.numbers import NumberReading, read_number

if TYPE_CHECKING:
    from studycards.decks.varied import Tolerance

PL = Language("pl")
EN = Language("en")

RATIO = NumberCard(
    id="ratio",
    question=Text(pl="Ile razy więcej wag ma splot 5×5 (${C} kanałów)?", en="Ratio of weights, ${C} channels?"),
    variables=(Variable("C", ("16",)),),
    networks={
        "one": "[C, 32, 32] | conv2d(C, 5, padding=2, bias=False)",
        "two": "[C, 32, 32] | conv2d(C, 3, padding=1, bias=False) | relu | conv2d(C, 3, padding=1, bias=False)",
    },
    answer="parameters(one) / parameters(two)",
    tolerance=Decimals(2),
)


def ask_number(card: NumberCard, prompt: str, seed: int) -> NumberQuestion:
    question = ask_varied(card, prompt, seed)
    assert isinstance(question, NumberQuestion)
    return question


def number(answer: str, tolerance: Tolerance | None = None, unit: Text | None = None, **wrong: str) -> NumberQuestion:
    """Return a question about a plain number; `wrong` gives wrong answers by the sentence that is said to them."""
    card = NumberCard(
        id="n",
        question=Text.same("?"),
        answer=answer,
        tolerance=tolerance or Exact(),
        unit=unit,
        wrong=tuple(WrongAnswer(value, Text.same(why)) for why, value in wrong.items()),
    )
    return ask_number(card, "n", 1)


def grade(question: NumberQuestion, typed: str) -> Verdict:
    reading = question.read(typed)
    assert not isinstance(reading, Unreadable)
    return question.grade(reading)


def said(verdict: Verdict) -> list[str]:
    return [PL.render(note) for note in verdict.notes]


@pytest.mark.parametrize(
    ("answer", "tolerance", "right", "wrong"),
    [
        ("577", Exact(), ["577", "577,0", "3·3·64 + 1", "1154/2"], ["576", "578", "577,0001"]),
        ("1/3", Exact(), ["1/3", "2/6"], ["0,333333"]),
        ("2.5", Within("0.01"), ["2,5", "2,49", "2,51", "5/2"], ["2,4899", "2,5101", "−2,5"]),
        ("-200", Percent("1"), ["−200", "−198", "−202"], ["−197,9", "200"]),
        ("0", Percent("1"), ["0"], ["0,0001"]),
        ("25/18", Decimals(2), ["1,39", "1,389", "1,388889", "25/18", "1,38"], ["1,37", "1,40", "1,4151"]),
        ("0.1 + 0.2", Exact(), ["0,3", "0.3"], ["0,30000000000000004"]),
        ("9/8", Exact(), ["1,125", "1.125", "9/8"], ["1,126"]),
    ],
)
def test_a_number_is_right_within_its_tolerance(
    answer: str, tolerance: Tolerance, right: list[str], wrong: list[str]
) -> None:
    question = number(answer, tolerance)

    assert {grade(question, typed).outcome for typed in right} == {Outcome.RIGHT}
    assert {grade(question, typed).outcome for typed in wrong} == {Outcome.WRONG}


@pytest.mark.parametrize(
    ("tolerance", "polish", "english"),
    [
        (Within("0.01"), "±0,01", "±0.01"),
        (Percent("0.5"), "0,5 %", "0.5%"),
        (Decimals(1), "1 miejsca po przecinku", "1 decimal place"),
        (Decimals(2), "2 miejsc po przecinku", "2 decimal places"),
    ],
)
def test_the_tolerance_is_told_in_words(tolerance: Tolerance, polish: str, english: str) -> None:
    question = number("1.5", tolerance)

    assert PL.render(question.expects).endswith(polish)
    assert EN.render(question.expects).endswith(english)


@pytest.mark.parametrize(
    ("answer", "tolerance", "written"),
    [
        ("1/3", Exact(), "1/3"),
        ("1/3", Decimals(2), "0,33"),
        ("1/3", Within("0.01"), "0,333"),
        ("2200/49", Percent("1"), "44,9"),
        ("2.125", Percent("10"), "2,125"),
        ("1/3", Within("0"), "0,333333"),
    ],
)
def test_the_model_answer_is_as_precise_as_the_tolerance_asks(answer: str, tolerance: Tolerance, written: str) -> None:
    assert PL.render(number(answer, tolerance).answer) == written


@given(
    answer=st.fractions(-1000, 1000, max_denominator=97),
    tolerance=st.sampled_from([Within("0.001"), Within("0.5"), Percent("1"), Decimals(0), Decimals(3)]),
)
def test_the_model_answer_would_be_graded_right(answer: Fraction, tolerance: Tolerance) -> None:
    question = number(f"({answer.numerator})/{answer.denominator}", tolerance)

    assert question.grade(Reading(Fraction(EN.render(question.answer).replace("−", "-")))).outcome is Outcome.RIGHT


@pytest.mark.parametrize("tolerance", [Exact(), Within("0.1"), Decimals(3)])
def test_a_hostile_number_is_written_and_graded_like_any_other(tolerance: Tolerance) -> None:
    """About 10^640: far beyond any float."""
    question = number(" * ".join(["10**64"] * 10) + " + 1/3", tolerance)

    assert len(PL.render(question.answer)) > 640
    assert grade(question, "1").outcome is Outcome.WRONG


@pytest.mark.parametrize(("answer", "line"), [("round(C / 5)", "32 / 5 ≈ 6"), ("round(C / 4)", "32 / 4 = 8")])
def test_what_is_rounded_at_last_is_shown_without_the_call(answer: str, line: str) -> None:
    card = replace(RATIO, answer=answer, tolerance=Exact(), variables=(Variable("C", ("32",)),))

    assert [PL.render(step) for step in ask_number(card, "ratio", 1).solution] == [line]


def test_a_bare_name_needs_no_solution() -> None:
    assert ask_number(replace(RATIO, answer="C", tolerance=Exact()), "ratio", 1).solution == ()


def test_an_answer_that_cannot_be_read_is_no_attempt() -> None:
    assert isinstance(number("577").read("sporo"), Unreadable)


def test_a_calculation_is_echoed() -> None:
    reading = number("577").read("3*3*64+1")

    assert not isinstance(reading, Unreadable)
    assert reading.value == 577
    assert reading.echo is not None


@pytest.mark.parametrize("typed", ["2,5", "2.5 MB", "2,5MB"])
def test_the_unit_may_be_typed_or_left_out(typed: str) -> None:
    assert grade(number("2.5", unit=Text.same("MB")), typed).outcome is Outcome.RIGHT


def test_a_percent_sign_that_is_the_unit_divides_by_nothing() -> None:
    question = number("25", unit=Text.same("%"))

    assert grade(question, "25%").outcome is Outcome.RIGHT
    assert grade(question, "0,25").outcome is Outcome.WRONG


def test_the_unit_is_part_of_what_is_expected_and_of_the_answer() -> None:
    question = number("2.5", unit=Text(pl="raza", en="times"))

    assert PL.render(question.expects).endswith("jednostka: raza")
    assert EN.render(question.answer) == "2.5 times"


def test_a_typical_wrong_answer_gets_its_sentence() -> None:
    verdict = grade(number("24", minus="23", same="28"), "23")

    assert verdict.outcome is Outcome.WRONG
    assert said(verdict) == ["minus"]
    assert verdict.mistakes == ("wrong[1]",)


def test_two_reasons_for_one_wrong_answer_are_offered_as_one_of() -> None:
    verdict = grade(number("24", minus="23", pads="28 - 5"), "23")

    assert said(verdict) == ["Do takiego wyniku prowadzi kilka błędów, między innymi:", "minus", "pads"]


def test_a_right_answer_is_never_diagnosed() -> None:
    """The wrong rule happens to give the right number, or one within the tolerance of it."""
    verdict = grade(number("24", Within("0.5"), rule="24.25"), "24,25")

    assert verdict == Verdict.of(1)


def test_an_unforeseen_wrong_answer_gets_no_sentence() -> None:
    assert grade(number("24", minus="23"), "7") == Verdict.of(0)


def test_an_expression_may_ask_networks() -> None:
    """25·C² / (2·9·C²) = 25/18."""
    question = ask_number(RATIO, "ratio", 5)

    assert question.value == Fraction(25, 18)
    assert (PL.render(question.answer), EN.render(question.answer)) == ("1,39", "1.39")
    assert [PL.render(line) for line in question.solution] == ["6400 / 4608 ≈ 1,39"]
    assert PL.render(question.stem) == "Ile razy więcej wag ma splot 5×5 (16 kanałów)?"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("macs(one)", 25 * 16 * 16 * 32 * 32),
        ("parameters(two, conv2)", 9 * 16 * 16),
        ("channels(one) * height(one) * width(one)", 16 * 32 * 32),
        ("max(output_shape(two))", 32),
    ],
)
def test_the_quantities_of_a_network_are_functions(expression: str, value: int) -> None:
    assert ask_number(replace(RATIO, answer=expression), "ratio", 1).value == value


@pytest.mark.parametrize(
    ("expression", "key"),
    [
        ("parameters(C)", "computed.network_needed"),
        ("parameters(one, two)", "computed.layer_needed"),
        ("1 / (C - 16)", "computed.refused"),
        ("parameters(one, conv3)", "computed.refused"),
        ("output_shape(one)", "computed.refused"),
    ],
)
def test_an_answer_that_cannot_be_computed_is_told_in_a_sentence(expression: str, key: str) -> None:
    with pytest.raises(StudycardsError) as refusal:
        ask_number(replace(RATIO, answer=expression), "ratio", 1)

    assert refusal.value.key == key
    assert PL.text(refusal.value.key, **refusal.value.values)


def test_all_texts_of_the_card_are_filled_in() -> None:
    card = replace(
        RATIO,
        hints=(Text.same("C = ${C}"),),
        explanation=Text.same("${25*C**2} / ${18*C**2}"),
        wrong=(WrongAnswer("parameters(one)", Text.same("${parameters(one)} wag, nie iloraz")),),
        source="N4",
        level=2,
    )
    question = ask_number(card, "ratio", 1)

    assert question.hints == (Text.same("C = 16"),)
    assert question.explanation == Text.same("6400 / 4608")
    assert said(grade(question, "6400")) == ["6400 wag, nie iloraz"]
    assert (question.prompt, question.seed, question.source, question.level) == ("ratio", 1, "N4", 2)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("ln 4", 1.386294361),
        ("ln(4/3)", 0.287682072),
        ("ln 4/3", 0.287682072),
        ("-ln(0,75)", 0.287682072),
        ("√2", 1.414213562),
        ("sqrt(2)/2", 0.707106781),
        ("exp(-1)", 0.367879441),
        ("2*ln 2", 1.386294361),
    ],
)
def test_a_measured_number_may_be_a_logarithm_a_root_or_a_power_of_e(typed: str, value: float) -> None:
    reading = read_number(typed, measured=True)

    assert isinstance(reading, NumberReading)
    assert float(reading.value) == pytest.approx(value)


@pytest.mark.parametrize("typed", ["ln", "ln x", "ln(-1)", "ln(0)", "exp(1000000)", "sqrt(-4)", "ln 2^3", "3 ln 2"])
def test_a_function_without_a_value_is_unreadable(typed: str) -> None:
    assert isinstance(read_number(typed, measured=True), Unreadable)


def test_a_count_is_no_logarithm() -> None:
    assert isinstance(read_number("ln 4"), Unreadable)
