"""What nobody types, or only to break something: it is read or refused before a person would notice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from studycards.questions.reading.tensors import MAX_LENGTH, read_tensor
from tests.benchmarks.yardstick import here, seconds
from tests.decks.test_reader_hostile_values import HOSTILE as FIELDS
from tests.decks.test_reader_hostile_values import refuse as refuse_field
from tests.engine.test_expressions_hostile import HOSTILE as EXPRESSIONS
from tests.engine.test_expressions_hostile import refuse as refuse_expression
from tests.engine.test_notation_hostile import HOSTILE as NETWORKS
from tests.engine.test_notation_hostile import refuse as refuse_network
from tests.questions.test_reading_fuzz import PIECES, QUESTIONS, long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytest_benchmark.fixture import BenchmarkFixture

    Case = tuple[str, Callable[[], object]]

GOAL_S = 0.05
"""For any text at all."""

TENSOR_PIECES = ("1,2\n3,", "[1]\n", "(1,)", "(1 2)", "1 -", "[]", "½ ", *PIECES)

CALCULATIONS = " ".join(f"1/{number}^9+1/3^{number % 40}" for number in range(100, 200))


def check(benchmark: BenchmarkFixture, cases: Iterable[Case]) -> None:
    """Time each case, and compare the slowest with the goal; what is imported with the first costs time, but once."""
    taken: dict[str, float] = {}

    def all_of_them() -> None:
        taken.update({name: seconds(action) for name, action in cases})

    benchmark.pedantic(all_of_them)  # type: ignore[no-untyped-call]  # the plugin has no types here
    benchmark.extra_info["slowest"] = f"{1000 * max(taken.values()):.1f} ms"
    limit_s = here(GOAL_S)

    assert {name: time_s for name, time_s in taken.items() if time_s > limit_s} == {}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_longest_answers(benchmark: BenchmarkFixture, name: str) -> None:
    check(benchmark, [(piece, partial(QUESTIONS[name].read, long(piece))) for piece in PIECES])


def test_the_longest_matrices(benchmark: BenchmarkFixture) -> None:
    texts = {piece: (piece * MAX_LENGTH)[: MAX_LENGTH - 1] + "1" for piece in TENSOR_PIECES}
    check(benchmark, [(piece, partial(read_tensor, text)) for piece, text in texts.items()])


def test_many_different_calculations(benchmark: BenchmarkFixture) -> None:
    check(benchmark, [("calculations", partial(read_tensor, CALCULATIONS))])


def test_hostile_networks(benchmark: BenchmarkFixture) -> None:
    check(benchmark, [(text[:50], partial(refuse_network, parser, text)) for parser, text in NETWORKS])


def test_hostile_expressions(benchmark: BenchmarkFixture) -> None:
    check(benchmark, [(text[:50], partial(refuse_expression, text)) for text in EXPRESSIONS])


def test_hostile_fields_of_a_deck(benchmark: BenchmarkFixture) -> None:
    check(benchmark, [(f"{field} {str(value)[:50]}", partial(refuse_field, field, value)) for field, value in FIELDS])
