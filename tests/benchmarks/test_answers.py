"""Answers that nobody types: the reader looks at them, or refuses them, before a person would notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.questions.reading.tensors import MAX_LENGTH, read_tensor

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

GOAL = 0.05
"""Seconds for any answer at all."""

PIECES = (
    *("1 ", "1\n", "1,", "1,2;", "1,2\n3,", "0.125 ", "1e-05 ", "[1],", "[1]\n", "(1,)", "(1 2)", "1 -", "1|2\n"),
    *("[", "(", "()", ")(", "[]", "\t", "\n", ";", " ", ",", "1x", "9", "−", "½ ", "1/2 ", "٣", "\N{NO-BREAK SPACE}1"),
)
"""What the hostile answers repeat, up to the longest answer that is looked at."""


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_answer_is_read_or_refused_at_once(benchmark: BenchmarkFixture, piece: str) -> None:
    typed = (piece * MAX_LENGTH)[: MAX_LENGTH - 1] + "1"

    benchmark(read_tensor, typed)

    assert benchmark.stats.stats.min <= GOAL  # type: ignore[union-attr]  # set by the run


def test_many_different_calculations_are_read_at_once(benchmark: BenchmarkFixture) -> None:
    benchmark(read_tensor, " ".join(f"1/{number}^9+1/3^{number % 40}" for number in range(100, 200)))

    assert benchmark.stats.stats.min <= GOAL  # type: ignore[union-attr]  # set by the run
