"""Shuffles: permutations, the same for ever, different for each seed."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from studycards.questions.variants.permutation import moving_permutation, permutation

LENGTHS = st.integers(min_value=0, max_value=9)


@given(LENGTHS, st.text(), st.integers())
def test_a_shuffle_is_a_permutation_and_repeats_itself(length: int, prompt: str, seed: int) -> None:
    order = permutation(length, prompt, seed)

    assert sorted(order) == list(range(length))
    assert permutation(length, prompt, seed) == order


@given(st.integers(min_value=2, max_value=9), st.text(), st.integers())
def test_a_moving_shuffle_moves_something(length: int, prompt: str, seed: int) -> None:
    order = moving_permutation(length, prompt, seed)

    assert sorted(order) == list(range(length))
    assert order != tuple(range(length))


def test_a_shuffle_of_one_or_none_ends() -> None:
    assert moving_permutation(1, "card", 7) == (0,)
    assert moving_permutation(0, "card", 7) == ()


def test_every_order_comes_up_about_equally_often() -> None:
    orders = Counter(permutation(3, "card", seed) for seed in range(1200))

    assert len(orders) == 6
    assert all(140 < times < 260 for times in orders.values())


def test_prompt_and_seed_never_run_together() -> None:
    """`a1` with seed 2 and `a` with seed 12 are shuffled by different digests."""
    pairs = [(permutation(9, f"a{number}", 2), permutation(9, "a", int(f"{number}2"))) for number in range(1, 6)]

    assert all(one != other for one, other in pairs)
