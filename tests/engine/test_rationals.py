"""Floats as the fractions that they stand for."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.errors import LayerError
from studycards.engine.rationals import array_of, fraction_of, tensor_of


@given(st.fractions(-1000, 1000, max_denominator=10_000))
def test_a_simple_fraction_survives_its_float(value: Fraction) -> None:
    assert fraction_of(float(value)) == value


def test_the_dust_of_floats_is_no_part_of_an_answer() -> None:
    assert fraction_of(0.1 + 0.2) == Fraction(3, 10)
    assert fraction_of(math.exp(math.log(3)) / 4) == Fraction(3, 4)


def test_what_is_no_simple_fraction_is_a_decimal() -> None:
    assert fraction_of(math.pi) == Fraction("3.141592653590")


def test_leading_axes_of_size_one_are_not_seen() -> None:
    assert tensor_of(np.array([[[[1.0, 2.0]]]])) == (1, 2)
    assert tensor_of(np.array([[5.0]])) == 5
    assert tensor_of(np.array([[1.0], [2.0]])) == ((1,), (2,))


def test_values_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(LayerError, match="infinite or no number"):
        tensor_of(np.array([np.inf]))


def test_one_number_fills_an_array_and_leading_axes_may_be_left_out() -> None:
    assert np.array_equal(array_of(Fraction(2), (1, 2), "b"), [[2, 2]])
    assert array_of((Fraction(1), Fraction(2)), (1, 1, 2), "x").shape == (1, 1, 2)
