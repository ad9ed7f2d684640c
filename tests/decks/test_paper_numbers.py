"""What an author writes as on paper is told with what a deck has for it, and nothing else is taken for that."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.numerals import read_range
from studycards.decks.paper_numbers import ungrouped, with_brackets, with_dots, with_point

HUNDREDTHS = st.integers(-300, 300).map(lambda number: Fraction(number, 100))


def written(number: Fraction) -> str:
    return f"{float(number):g}"


@given(HUNDREDTHS, HUNDREDTHS, st.sampled_from(["-", " - ", " – ", "—", "−"]))
def test_a_proposed_range_can_be_read_and_reaches_both_ends(one: Fraction, other: Fraction, sign: str) -> None:
    proposed = with_dots(f"{written(one)}{sign}{written(other)}")
    assert proposed is not None

    values = [Fraction(value) for value in read_range(proposed).values()]
    assert (values[0], values[-1]) == (min(one, other), max(one, other))


@given(st.lists(HUNDREDTHS, min_size=3, max_size=6), st.sampled_from([", ", ",", "; ", "-", " – "]))
def test_a_proposed_list_has_all_numbers_in_their_order(numbers: list[Fraction], sign: str) -> None:
    proposed = with_brackets(sign.join(map(written, numbers)))
    assert proposed is not None

    assert [Fraction(value) for value in proposed.strip("[]").split(", ")] == numbers


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("0,33", "0.33", None),
        ("-0,5", "-0.5", None),
        ("0,5 %", "0.5 %", None),
        ("25,088", "25.088", "25088"),
        ("9,216,000", None, "9216000"),
        ("1234,567", "1234.567", None),
        ("0,125", "0.125", None),
    ],
)
def test_a_comma_is_a_decimal_one_or_groups_thousands_or_may_be_either(
    text: str, number: str | None, whole: str | None
) -> None:
    assert (with_point(text), ungrouped(text)) == (number, whole)


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "-3",
        "0.5",
        "3..7",
        "8..64:8",
        "k - 1",
        "3 - k",
        "2 * 8",
        "10 / 3",
        "(3, 5)",
        "k, 3",
        "3 + 7",
        "2**3",
        "1e-3",
        "",
    ],
)
def test_what_a_deck_may_hold_is_left_alone(text: str) -> None:
    assert (with_dots(text), with_brackets(text), with_point(text), ungrouped(text)) == (None, None, None, None)
