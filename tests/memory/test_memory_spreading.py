"""Spreading: intervals move a little, always alike, and never past each other."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.memory.spreading import spread, spread_range

PROMPTS = st.text(max_size=20)
REVIEWS = st.integers(0, 1000)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (3, (2, 4)),  # 1 + 0.15·0.5 = 1.075
        (7, (5, 9)),  # 1 + 0.15·4.5 = 1.675
        (20, (17, 23)),  # 1.675 + 0.1·13 = 2.975
        (100, (93, 107)),  # 2.975 + 0.05·80 = 6.975
    ],
)
def test_the_range_is_that_of_anki_and_fsrs(days: int, expected: tuple[int, int]) -> None:
    assert spread_range(days) == expected


@given(st.integers(1, 2), PROMPTS, REVIEWS)
def test_one_and_two_days_are_kept(days: int, prompt: str, reviews: int) -> None:
    assert spread(days, prompt, reviews) == days


@given(st.integers(3, 36_500), PROMPTS, REVIEWS)
def test_an_interval_stays_within_its_range_and_is_at_least_two_days(days: int, prompt: str, reviews: int) -> None:
    earliest, latest = spread_range(days)

    assert max(2, earliest) <= spread(days, prompt, reviews) <= latest


@given(st.integers(1, 36_500), st.integers(1, 36_500), PROMPTS, REVIEWS)
def test_a_longer_interval_never_becomes_the_shorter_one(one: int, other: int, prompt: str, reviews: int) -> None:
    shorter, longer = sorted((one, other))

    assert spread(shorter, prompt, reviews) <= spread(longer, prompt, reviews)


def test_every_day_of_the_range_is_used_about_equally() -> None:
    """7 days become 5 to 9: five days, so about 400 of 2000 prompts each (standard deviation 18)."""
    used = Counter(spread(7, f"card-{number}", 3) for number in range(2000))

    assert set(used) == {5, 6, 7, 8, 9}
    assert all(320 < count < 480 for count in used.values())


def test_the_draw_is_the_same_on_every_machine() -> None:
    share = 0x7597145AD4588EFE / 2**64  # the first digits of `printf 'conv-01\n5' | sha256sum`

    assert spread(100, "conv-01", 5) == 93 + int(share * 15)
