"""The code of a variant: short, readable aloud, and it leads back to the seed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.errors import StudycardsError
from studycards.study.seeds import SEED_LIMIT, seed_of, variant_code


@pytest.mark.parametrize(("seed", "code"), [(0, "0"), (31, "Z"), (32, "10"), (12345, "C1S"), (2**31 - 1, "1ZZZZZZ")])
def test_a_code_is_crockfords_base_32(seed: int, code: str) -> None:
    assert variant_code(seed) == code


@given(st.integers(-SEED_LIMIT, SEED_LIMIT - 1))
def test_a_code_leads_back_to_its_seed(seed: int) -> None:
    assert seed_of(variant_code(seed)) == seed
    assert seed_of(variant_code(seed).lower()) == seed


@given(st.integers(0, SEED_LIMIT - 1))
def test_no_code_of_a_session_is_longer_than_seven_signs(seed: int) -> None:
    assert len(variant_code(seed)) <= 7


def test_letters_that_look_like_digits_are_read_as_those() -> None:
    assert seed_of("oIl") == seed_of("011")


@pytest.mark.parametrize("code", ["", "-", "4K D7", "U", "ż", "4#2"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(StudycardsError) as refusal:
        seed_of(code)

    assert refusal.value.key == "study.no_variant_code"
