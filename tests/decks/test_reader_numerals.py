"""Numbers of a deck: exact, bounded, as YAML 1.2 reads them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.numerals import decimal, is_expression, literal, read_range, read_tolerance
from studycards.decks.varied import Decimals, Exact, Percent, Within

if TYPE_CHECKING:
    from studycards.decks.varied import Tolerance


@pytest.mark.parametrize("text", ["", "1_000", "1:30", "1,5", "0b1", "1e", ".", "--1", "½", "٣", "x", "1e31", "9" * 31])
def test_what_is_no_number_is_none(text: str) -> None:
    assert literal(text) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 12))
def test_a_decimal_keeps_its_value(numerator: int, places: int) -> None:
    value = Fraction(numerator, 10**places)

    assert Fraction(decimal(value)) == value
    assert literal(decimal(value)) == decimal(value)


@pytest.mark.parametrize(
    ("spec", "values"),
    [
        ("3", ("3",)),
        ("28..31", ("28", "29", "30", "31")),
        ("8..30:8", ("8", "16", "24")),
        ("0.1..0.5:0.1", ("0.1", "0.2", "0.3", "0.4", "0.5")),
        ("-1..1", ("-1", "0", "1")),
        ("5..5", ("5",)),
        ("1 .. 3", ("1", "2", "3")),
    ],
)
def test_a_range_names_its_values(spec: str, values: tuple[str, ...]) -> None:
    assert read_range(spec).values() == values


@given(st.integers(-50, 50), st.integers(0, 50), st.integers(1, 9))
def test_a_range_counts_as_python_does(first: int, length: int, step: int) -> None:
    expected = tuple(str(value) for value in range(first, first + length + 1, step))

    assert read_range(f"{first}..{first + length}:{step}").values() == expected


@pytest.mark.parametrize(
    ("spec", "key"),
    [
        ("5..1", "decks.range_backwards"),
        ("1..5:0", "decks.range_backwards"),
        ("0..10000", "decks.range_long"),
        ("0..1e30:1e-30", "decks.range_long"),
        ("1..", "decks.range_form"),
        ("..5", "decks.range_form"),
        ("1...5", "decks.range_form"),
        ("a..b", "decks.range_form"),
    ],
)
def test_a_range_that_means_nothing_is_refused(spec: str, key: str) -> None:
    with pytest.raises(ValueError, match=key):
        read_range(spec)


def test_ten_thousand_values_are_enough() -> None:
    assert len(read_range("1..10000").values()) == 10_000


@pytest.mark.parametrize(("spec", "expression"), [("2 * H", True), ("H", True), ("-3", False), ("1..3", False)])
def test_expressions_are_told_from_values(spec: str, *, expression: bool) -> None:
    assert is_expression(spec) is expression


@pytest.mark.parametrize(
    ("text", "tolerance"),
    [
        ("exact", Exact()),
        ("0.01", Within("0.01")),
        ("1e-3", Within("0.001")),
        ("1 %", Percent("1")),
        ("2.5%", Percent("2.5")),
        ("2 decimals", Decimals(2)),
        ("1 decimal", Decimals(1)),
    ],
)
def test_a_tolerance_is_written_in_words(text: str, tolerance: Tolerance) -> None:
    assert read_tolerance(text) == tolerance


@pytest.mark.parametrize("text", ["", "about 1", "-1", "%", "1 percent", "decimals", "-5 %"])
def test_another_tolerance_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"decks\.a_tolerance"):
        read_tolerance(text)
