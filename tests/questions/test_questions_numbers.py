"""Typed numbers: every usual way of writing one is read, nothing is guessed, nothing raises."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language, Message
from studycards.questions.question import Unreadable
from studycards.questions.reading.numbers import NumberReading, read_number

THIN, NARROW, NO_BREAK = "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

WAYS = {
    "577": 577,
    "577.0": 577,
    "577,0": 577,
    "+577": 577,
    "-577": -577,
    "−577": -577,
    "5.77e2": 577,
    "5,77E2": 577,
    "5.77·10^2": 577,
    "5.77×10²": 577,
    "1154/2": 577,
    "3*3*64+1": 577,
    "3·3·64 + 1": 577,
    "3×3×64+1": 577,
    "3x3x64+1": 577,
    "73 856": 73856,
    f"73{NO_BREAK}856": 73856,
    f"73{THIN}856": 73856,
    f"73{NARROW}856": 73856,
    "73_856": 73856,
    "73'856": 73856,
    "73.856,0": 73856,
    "1,000,000": 1_000_000,
    "0.5": Fraction(1, 2),
    "0,5": Fraction(1, 2),
    ".5": Fraction(1, 2),
    "1/2": Fraction(1, 2),
    "½": Fraction(1, 2),
    "50%": Fraction(1, 2),
    "1 1/2": Fraction(3, 2),
    "1½": Fraction(3, 2),
    "2^10": 1024,
    "2**10": 1024,
    "(5-1)/2": 2,
    "1.5k": 1500,
    "57.8M": 57_800_000,
}
"""The 36 ways of table 1b; the values are what a teacher would read."""

MORE_WAYS = {
    "2²": 4,
    "2⁻³": Fraction(1, 8),
    "10^-3": Fraction(1, 1000),
    "5.77e-2": Fraction(577, 10000),
    "-1 1/2": Fraction(-3, 2),
    "25 %": Fraction(1, 4),
    "57,8 mln": 57_800_000,
    "6:2": 3,
    "7//2": 3,
    "1 234,567": Fraction(1234567, 1000),
    "1234,567": Fraction(1234567, 1000),
    "0,125": Fraction(1, 8),
    "73 856/2": 36928,
    "007": 7,
    "577.": 577,
    "  3  ": 3,
    "-2^2": -4,
    "1/3": Fraction(1, 3),
    "138.357M": 138_357_000,
    "1.250e2": 125,
}

REFUSED = [
    *("", "   ", "x", "abc", "577 px", "max(1,2)", "inf", "nan", "__import__('os')", "1;2", "==577"),
    *("1 2", "12 3456", "1234 567", "16, 32", "1,2,3", "1..2", "1,000,00", "1_0", "1__000", "1 5/2", "0,5½"),
    *("3+", "(3", "3)", "2××3", "6::2", "2(3)", "(2)(3)", "* 3", "5e", "1e5k", "3 if 1 else 2", "1<2"),
    *("٣", "５７７", "৩+1", "1/0", "0^-1", "2^100", "9^64^9", "2^(1/2)", "1e400", "9" * 201, "-" * 100_000 + "1"),
]


def value_of(typed: str) -> Fraction | None:
    reading = read_number(typed)
    return reading.value if isinstance(reading, NumberReading) else None


@pytest.mark.parametrize(("typed", "value"), (WAYS | MORE_WAYS).items())
def test_a_usual_notation_is_read_exactly(typed: str, value: Fraction) -> None:
    assert value_of(typed) == value


def test_the_table_has_36_ways() -> None:
    assert len(WAYS) == 36


@pytest.mark.parametrize("typed", REFUSED)
@pytest.mark.parametrize("code", ["pl", "en"])
def test_what_is_no_single_number_is_refused_with_a_sentence(typed: str, code: str) -> None:
    refusal = read_number(typed)

    assert isinstance(refusal, Unreadable)
    assert Language("pl" if code == "pl" else "en").render(refusal.reason).endswith((".", "?"))


@pytest.mark.parametrize(
    ("typed", "large", "small"),
    [
        ("1,000", "1000", "1"),
        ("1.000", "1000", "1"),
        ("1.500", "1500", "1.5"),
        ("73,856", "73856", "73,8560"),
        ("2*1,000", "1000", "1"),
    ],
)
def test_a_lone_group_of_three_asks_and_offers_two_notations_that_are_read(typed: str, large: str, small: str) -> None:
    refusal = read_number(typed)

    assert isinstance(refusal, Unreadable)
    assert refusal.reason.key == "questions.number_ambiguous"
    assert (refusal.reason.values["large"], refusal.reason.values["small"]) == (large, small)
    assert value_of(large) is not None
    assert value_of(small) is not None


@pytest.mark.parametrize(
    ("typed", "polish", "english"),
    [
        ("3*3*64 + 64", "3·3·64+64 = 640", "3·3·64+64 = 640"),
        ("3/4", "3/4 = 0,75", "3/4 = 0.75"),
        ("2/6", "2/6 = 1/3", "2/6 = 1/3"),
        ("2**10", "2^10 = 1024", "2^10 = 1024"),
        ("1,000,000", f"1{NO_BREAK}000{NO_BREAK}000", f"1{NO_BREAK}000{NO_BREAK}000"),
        (".5", "0,5", "0.5"),
    ],
)
def test_the_echo_says_how_the_answer_was_read(typed: str, polish: str, english: str) -> None:
    reading = read_number(typed)

    assert isinstance(reading, NumberReading)
    assert reading.echo is not None
    assert Language("pl").render(reading.echo) == polish
    assert Language("en").render(reading.echo) == english


@pytest.mark.parametrize("typed", ["577", "-3", "−3", "0,5", "0.5", "73 856", "1/3", " 42 "])
def test_the_obvious_is_not_echoed(typed: str) -> None:
    reading = read_number(typed)

    assert isinstance(reading, NumberReading)
    assert reading.echo is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("64/0", "engine.division_by_zero"),
        ("2^100", "engine.exponent_too_large"),
        ("2^(1/2)", "engine.not_whole"),
        ("(9^64)^64", "engine.number_too_large"),
    ],
)
def test_a_calculation_without_a_value_says_why(typed: str, reason: str) -> None:
    refusal = read_number(typed)

    assert isinstance(refusal, Unreadable)
    why = refusal.reason.values["why"]
    assert isinstance(why, Message)
    assert why.key == reason


@given(st.integers(min_value=-(10**30), max_value=10**30))
def test_an_integer_with_spaced_thousands_is_that_integer(number: int) -> None:
    assert value_of(f"{number:,}".replace(",", " ")) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5), st.sampled_from(".,"))
def test_a_decimal_is_read_without_rounding(number: object, mark: str) -> None:
    assert value_of(f"{number:f}".replace(".", mark)) == Fraction(str(number))


@given(st.text())
def test_no_text_raises(typed: str) -> None:
    assert isinstance(read_number(typed), NumberReading | Unreadable)


@given(st.text(alphabet="0123456789.,' _+-−*×x·/:^²½()%ekM ", max_size=24))
def test_the_canonical_notation_reads_back_to_the_same_value(typed: str) -> None:
    reading = read_number(typed)
    if isinstance(reading, NumberReading):
        assert value_of(reading.canonical) == reading.value


@pytest.mark.parametrize(
    ("typed", "polish", "english"),
    [
        ("abc", "Nie rozumiem słowa „abc”.", "I cannot read the word “abc”."),
        ("3*px", "Nie rozumiem słowa „px”.", "I cannot read the word “px”."),
        ("3*a", "Nie rozumiem znaku „a”.", "I cannot read the character “a”."),
        ("3$", "Nie rozumiem znaku „$”.", "I cannot read the character “$”."),
    ],
)
def test_a_word_is_not_called_a_sign(typed: str, polish: str, english: str) -> None:
    refused = read_number(typed)

    assert isinstance(refused, Unreadable)
    assert Language("pl").render(refused.reason).startswith(polish)
    assert Language("en").render(refused.reason).startswith(english)
