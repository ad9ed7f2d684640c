"""Expressions are exact, mean what they mean in Python, and say where they are wrong."""

from __future__ import annotations

import math
import operator
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.errors import LayerError
from studycards.engine.expressions import (
    ExpressionError,
    check,
    evaluate,
    evaluate_condition,
    evaluate_number,
)

if TYPE_CHECKING:
    from collections.abc import Callable

VALUES = [
    ("577", Fraction(577)),
    ("3*3*64 + 1", Fraction(577)),
    ("0.1 + 0.2", Fraction(3, 10)),
    (".5", Fraction(1, 2)),
    ("5.", Fraction(5)),
    ("1e3", Fraction(1000)),
    ("5.77e2", Fraction(577)),
    ("1.5E-3", Fraction(3, 2000)),
    ("1_000", Fraction(1000)),
    ("1/3", Fraction(1, 3)),
    ("(28 + 2*2 - 5) // 2 + 1", Fraction(14)),
    ("-7 // 2", Fraction(-4)),
    ("-7 % 3", Fraction(2)),
    ("7.5 % 2", Fraction(3, 2)),
    ("2 ** 10", Fraction(1024)),
    ("2 ** -2", Fraction(1, 4)),
    ("-2 ** 2", Fraction(-4)),
    ("2 ** 3 ** 2", Fraction(512)),
    ("+3", Fraction(3)),
    ("--3", Fraction(3)),
    ("  4\n  + 1  ", Fraction(5)),
    ("min(3, 1, 2)", Fraction(1)),
    ("max((3, 1, 2))", Fraction(3)),
    ("abs(-1/2)", Fraction(1, 2)),
    ("floor(-1.5)", Fraction(-2)),
    ("ceil(-1.5)", Fraction(-1)),
    ("round(2.5)", Fraction(2)),
    ("round(3.5)", Fraction(4)),
    ("round(2/3, 2)", Fraction(67, 100)),
    ("gcd(12, 18)", Fraction(6)),
    ("distinct(1, 2, 3)", True),
    ("distinct(1, 2, 1)", False),
    ("1 < 2 < 3", True),
    ("1 < 3 < 2", False),
    ("1 == 1.0", True),
    ("1 != 2", True),
    ("2 >= 2 and 2 <= 1 or not 1 > 2", True),
    ("True", True),
    ("False == (1 > 2)", True),
    ("3 if 1 > 2 else 4", Fraction(4)),
    ("(1, 2 + 1)", (Fraction(1), Fraction(3))),
    ("(3, 32, 32) == (3, 30 + 2, 32)", True),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text.strip() for text, _ in VALUES])
def test_an_expression_has_its_exact_value(text: str, expected: object) -> None:
    value = evaluate(text)

    assert value == expected
    assert type(value) is type(expected)


def test_names_stand_for_the_values_that_are_given() -> None:
    names = {"H": 28, "k": Fraction(5), "p": 2, "shape": (3, 32, 32), "padded": True}

    assert evaluate("(H + 2*p - k) // 1 + 1", names) == 28
    assert evaluate("shape == (3, 32, 32)", names) is True
    assert evaluate("max(shape)", names) == 32
    assert evaluate("H if padded else 0", names) == 28


def test_a_given_function_gets_the_values_of_its_arguments_as_they_are() -> None:
    network = object()
    names = {"net": network, "parameters": lambda given, scale=1: 73_856 * scale if given is network else 0}

    assert evaluate("parameters(net)", names) == Fraction(73_856)
    assert evaluate("parameters(net, 2) / parameters(net)", names) == 2


def test_a_given_function_may_return_a_shape() -> None:
    assert evaluate("output() == (16, 32, 32)", {"output": lambda: (16, 32, 32)}) is True


def test_errors_of_a_given_function_pass_through() -> None:
    def refuse() -> int:
        raise LayerError("engine.rank", "no such layer")

    with pytest.raises(LayerError, match="no such layer"):
        evaluate("ask()", {"ask": refuse})


def test_conditions_are_evaluated_only_as_far_as_needed() -> None:
    assert evaluate_condition("s != 0 and 8 % s == 0", {"s": 0}) is False
    assert evaluate_condition("s == 0 or 8 % s == 0", {"s": 0}) is True
    assert evaluate("0 if s == 0 else 1 / s", {"s": 0}) == 0


def test_a_number_is_asked_for() -> None:
    assert evaluate_number("1 + 1") == 2
    with pytest.raises(ExpressionError, match="a number is needed"):
        evaluate_number("1 < 2")


def test_a_condition_is_asked_for() -> None:
    with pytest.raises(ExpressionError, match="a condition is needed"):
        evaluate_condition("1 + 1")


REFUSED = [
    ("", "expression_empty", None),
    ("   ", "expression_empty", None),
    ("1 +", "expression_incomplete", 3),
    ("1 + ", "expression_incomplete", 3),
    ("2 * (3 + 1", "expression_unreadable", 4),
    ("1 2", "expression_unreadable", 2),
    ("1 if 2", "expression_unreadable", 0),
    ("007", "expression_unreadable", 0),
    ("k = 3", "unexpected_token_instead", 2),
    ("3 & 1", "unexpected_token_instead", 2),
    ("2^3", "unexpected_token_instead", 1),
    ("0x1F", "unexpected_token", 0),
    ("3x32", "unexpected_token", 0),
    ("1,5 + żółw", "unexpected_token", 6),
    ("1 + x", "unknown_name", 4),
    ("1 + \n x", "unknown_name", 6),
    ("min", "function_not_called", 0),
    ("1 + abs()", "wrong_arguments", 4),
    ("round(1, 2, 3)", "wrong_arguments", 0),
    ("2 * (1 / 0)", "division_by_zero", 5),
    ("1 // 0", "division_by_zero", 0),
    ("1 % 0", "division_by_zero", 0),
    ("0 ** -1", "division_by_zero", 0),
    ("2 ** 0.5", "not_whole", 0),
    ("gcd(1.5, 2)", "not_whole", 0),
    ("round(1, 65)", "places_out_of_range", 0),
    ("1 + True", "not_a_number", 0),
    ("(1, 2) + (3, 4)", "not_a_number", 0),
    ("not 1", "not_a_condition", 0),
    ("1 and 2", "not_a_condition", 0),
    ("1 if 2 else 3", "not_a_condition", 0),
    ("1 == True", "different_kinds", 0),
    ("min()", "wrong_arguments", 0),
    ("min(())", "not_a_number", 0),
    ("2 ** 65", "exponent_too_large", 0),
]


@pytest.mark.parametrize(("text", "key", "offset"), REFUSED, ids=[text.strip() for text, _, _ in REFUSED])
def test_a_refusal_says_why_and_where(text: str, key: str, offset: int | None) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate(text)

    assert caught.value.key == f"engine.{key}"
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("text", "found", "instead"),
    [
        *(("k^2", "^", "**"), ("k²", "²", "**2"), ("2×k", "×", "*"), ("2·k", "·", "*"), ("k − 1", "−", "-")),
        *(("k = 3", "=", "=="), ("k ≤ 3", "≤", "<="), ("k ≠ 3", "≠", "!="), ("k > 1 & k < 3", "&", "and")),
        *(("${k}", "${k}", "k"), ("2*${ k - 1 }", "${ k - 1 }", "k - 1"), ("$k + 1", "$k", "k"), ("2k", "2k", "2*k")),
    ],
)
def test_what_is_written_elsewhere_is_told_with_what_an_expression_has_for_it(
    text: str, found: str, instead: str
) -> None:
    with pytest.raises(ExpressionError) as caught:
        check(text, ["k"])

    assert caught.value.values == {"found": found, "instead": instead}


@pytest.mark.parametrize("text", ["$", "${", "${}", "$${k}", "3x32", "0x1F", "k?", "'k'"])
def test_nothing_is_proposed_for_what_may_mean_anything(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        check(text, ["k"])

    assert "instead" not in caught.value.values


def test_an_unknown_name_is_told_with_the_nearest_one() -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate("2 * paddin", {"padding": 1, "k": 3})

    assert str(caught.value) == "unknown name 'paddin'; did you mean 'padding'?"
    assert caught.value.values == {"name": "paddin", "nearest": "padding"}
    assert caught.value.offset == 4


def test_what_is_no_function_cannot_be_called() -> None:
    with pytest.raises(ExpressionError, match="'k' is no function"):
        evaluate("k(3)", {"k": 3})


def test_a_given_function_is_called_with_arguments_it_takes() -> None:
    with pytest.raises(ExpressionError, match="number of arguments"):
        evaluate("area(1)", {"area": lambda height, width: height * width})


def test_what_is_no_value_is_no_answer() -> None:
    with pytest.raises(ExpressionError, match="a number is needed"):
        evaluate("net", {"net": object()})


@pytest.mark.parametrize("text", ["H +", "H + W", "abs()", "min", "H ** a.b", "1 < (", "9" * 501])
def test_check_refuses_without_values_what_evaluate_refuses_for_all_values(text: str) -> None:
    with pytest.raises(ExpressionError) as checked:
        check(text, {"H"})
    with pytest.raises(ExpressionError) as evaluated:
        evaluate(text, {"H": 3})

    assert (checked.value.key, checked.value.offset) == (evaluated.value.key, evaluated.value.offset)


@pytest.mark.parametrize("text", ["H // 2 >= k", "parameters(net) / 2", "min(H, k) if H > k else gcd(H, 4)", "1 / 0"])
def test_check_accepts_what_has_a_value_for_some_values(text: str) -> None:
    check(text, {"H", "k", "net", "parameters"})


def test_a_long_sum_is_not_deep() -> None:
    assert evaluate(" + ".join(["1"] * 99)) == 99


OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": lambda left, right: Fraction(math.floor(left / right)),
    "%": lambda left, right: left - right * math.floor(left / right),
}

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**6)


@given(decimals, st.sampled_from(sorted(OPERATORS)), decimals.filter(bool))
def test_arithmetic_on_decimals_is_exact(left: object, sign: str, right: object) -> None:
    expected = OPERATORS[sign](Fraction(str(left)), Fraction(str(right)))

    assert evaluate(f"{left} {sign} {right}") == expected


@st.composite
def sums(draw: st.DrawFn, depth: int = 3) -> str:
    """Python text of whole numbers, operators and parentheses."""
    if depth == 0 or draw(st.booleans()):
        return str(draw(st.integers(0, 50)))
    left, right = draw(sums(depth - 1)), draw(sums(depth - 1))
    sign = draw(st.sampled_from(["+", "-", "*", "//", "%", "<", "==", " and ", " or "]))
    if sign.strip() in {"and", "or"}:
        left, right = f"({left}) < 3", f"({right}) > 2"
    return draw(st.sampled_from([f"({left}){sign}({right})", f"-({left})"]))


@given(sums())
def test_an_expression_means_what_it_means_in_python(text: str) -> None:
    """Python itself is the oracle, as far as we accept the text: we do not add conditions, as Python would."""
    try:
        value = evaluate(text)
    except ExpressionError:
        return

    assert value == eval(text)


@given(st.text(max_size=60) | st.text("0123456789.+-*/%<>=!(), abeifnoltrsx_", max_size=60))
def test_no_text_makes_it_fail_in_another_way(text: str) -> None:
    error = refusal(text)

    assert error is None or error.offset is None or 0 <= error.offset <= len(text)
    assert error is None or str(error).isprintable()


def refusal(text: str) -> ExpressionError | None:
    try:
        evaluate(text, {"a": 1, "b": 2})
    except ExpressionError as error:
        return error
    return None


MAPS = {"x": (((1, 2), (2, 0)), ((3, -1), (5, 5)))}
"""Two groups of two rows, as the windows or channels of an array stand in conditions."""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x > 0", (((True, True), (True, False)), ((True, False), (True, True)))),
        ("all(x < 6)", True),
        ("any(x == 4)", False),
        ("sum(x)", 17),
        ("max(x) - min(x)", 6),
        ("distinct(x)", False),
        ("unique_max(x)", False),
        ("unique_max(1, 2, 2)", False),
        ("unique_max(1, 1, 2)", True),
        ("at(x, 1, 0, 1)", -1),
        ("sum(2 * x + 1)", 42),
        ("sum(x > 2)", 3),
        ("all(x % 1 == 0)", True),
    ],
)
def test_tensors_are_compared_and_computed_cell_by_cell(text: str, value: object) -> None:
    assert evaluate(text, MAPS) == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("at(x, 2)", "there is no cell 2 here"),
        ("at(x, 0, 0, 0, 0)", "there is no cell 0 here"),
        ("x + x", "a number is needed here"),
        ("all(x)", "a condition is needed here"),
        ("0 < x < 3", "a condition is needed here"),
    ],
)
def test_what_has_no_meaning_for_tensors_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ExpressionError, match=sentence):
        evaluate(text, MAPS)
