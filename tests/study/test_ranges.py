"""How numbers in a row are told."""

from __future__ import annotations

import pytest

from studycards.study.ranges import ranges


@pytest.mark.parametrize(
    ("numbers", "least", "told"),
    [
        ([], 2, ""),
        ([4], 2, "4"),
        ([2, 5, 6, 7, 8, 11], 2, "2, 5–8, 11"),
        ([1, 2, 4, 5, 6], 2, "1–2, 4–6"),
        ([1, 2, 4, 5, 6], 3, "1, 2, 4–6"),
    ],
)
def test_so_many_in_a_row_are_told_by_the_first_and_the_last(numbers: list[int], least: int, told: str) -> None:
    assert ranges(numbers, least=least) == told
