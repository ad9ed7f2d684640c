"""Placeholders: each language gets the numbers as it writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studycards.engine.expressions import ExpressionError
from studycards.locale import Text
from studycards.questions.variants.placeholders import fill, worked_expression

NAMES = {"C": Fraction(3), "H": Fraction(32), "x": Fraction(1, 2), "big": Fraction(73_856)}


@pytest.mark.parametrize(
    ("text", "polish", "english"),
    [
        ("Wejście ${C}×${H}×${H}", "Wejście 3×32×32", "Wejście 3×32×32"),
        ("${2*C + 1}", "7", "7"),
        ("${x}", "0,5", "0.5"),
        ("${C - H}", "−29", "−29"),
        ("${H / C}", "32/3", "32/3"),
        ("${big}", "73\N{NO-BREAK SPACE}856", "73\N{NO-BREAK SPACE}856"),
        ("${(C, H, H)}", "3×32×32", "3×32×32"),
        ("cena $5 i $${C}", "cena $5 i ${C}", "cena $5 i ${C}"),
        ("{C} {{c1::x}} $C", "{C} {{c1::x}} $C", "{C} {{c1::x}} $C"),
    ],
)
def test_a_placeholder_becomes_its_value(text: str, polish: str, english: str) -> None:
    assert fill(Text.same(text), NAMES) == Text(pl=polish, en=english)


def test_a_language_that_is_not_there_stays_away() -> None:
    assert fill(Text(en="${C}"), NAMES) == Text(en="3")


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(ExpressionError):
        fill(Text.same("${c}"), NAMES)


def test_an_expression_is_shown_with_its_numbers() -> None:
    assert worked_expression("C**2 + min(H, C) * C - x", NAMES) == Text(
        pl="3^2 + min(32, 3)·3 − 0,5", en="3^2 + min(32, 3)·3 − 0.5"
    )


def test_a_negative_number_and_a_fraction_stand_in_parentheses() -> None:
    names = {"f": Fraction(-1, 2), "x": Fraction(1, 3)}

    assert worked_expression("f**2 * (1 + x)", names) == Text(pl="(−0,5)^2·(1 + (1/3))", en="(−0.5)^2·(1 + (1/3))")


def test_a_bare_number_has_nothing_to_fill_in() -> None:
    assert worked_expression("5*577 - 1", NAMES) is None
