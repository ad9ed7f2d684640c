"""The decimal mark that the learner wants: in numbers, and in texts with numbers in them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language, Text
from studycards.locale.decimals import with_mark

if TYPE_CHECKING:
    from studycards.locale.decimals import DecimalMark

POINT, COMMA = Language("pl", "."), Language("en", ",")


def test_numbers_have_the_mark() -> None:
    assert (POINT.number(0.25), COMMA.number(Fraction(5, 2))) == ("0.25", "2,5")
    assert Language("pl").number(0.25) == "0,25"


@pytest.mark.parametrize(
    ("polish", "wanted"),
    [
        ("Wynik: 0,25.", "Wynik: 0.25."),
        ("0,5·1,5 + (−0,25) = 0,5", "0.5·1.5 + (−0.25) = 0.5"),
        ("2,5e6 i 0,5x", "2.5e6 i 0.5x"),
        ("1, 2 i 3,5, a potem 4,5", "1, 2 i 3.5, a potem 4.5"),
        ("`conv2d(16,5)` i 0,5", "`conv2d(16,5)` i 0.5"),
        ("(3,32,32), (3,5), [1,2]", "(3,32,32), (3,5), [1,2]"),
        ("wersja 1.2.3", "wersja 1.2.3"),
    ],
)
def test_a_polish_text_has_the_point_in_its_numbers_only(polish: str, wanted: str) -> None:
    assert POINT.render(Text(pl=polish, en="")) == wanted


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        ("The result is 0.25.", "The result is 0,25."),
        ("Inception v1.5, version 1.2.3", "Inception v1.5, version 1.2.3"),
        ("`lr=0.1` and 0.1", "`lr=0.1` and 0,1"),
    ],
)
def test_an_english_text_has_the_comma_in_its_numbers_only(english: str, wanted: str) -> None:
    assert COMMA.render(Text(pl="", en=english)) == wanted


@given(st.text(alphabet="0123456789,. ()`ax−"))
def test_a_text_in_the_mark_of_its_language_is_never_touched(text: str) -> None:
    assert Language("pl").render(Text.same(text)) == Language("en").render(Text.same(text)) == text


@given(st.text(alphabet="0123456789,. ()`ax−"))
def test_a_change_of_marks_moves_no_other_character(text: str) -> None:
    marks: tuple[DecimalMark, ...] = (",", ".")
    for mark in marks:
        assert with_mark(text, mark).replace(",", ".") == text.replace(",", ".")
