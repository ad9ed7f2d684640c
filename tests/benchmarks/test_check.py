"""Proving decks: an author waits seconds, not minutes, for thousands of variants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.varied import VariedCard
from studycards.study.proof import prove
from tests.benchmarks.yardstick import here, seconds

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SEEDS = 300
LEAST_PER_SECOND = 300

EVERY = 8
"""Which of the built-in cards are proved: enough of each kind."""


def test_300_variants_are_proved_in_a_second(benchmark: BenchmarkFixture) -> None:
    decks = [read_deck(file, read_source(file)).deck for file in deck_files([builtin_folder()])]
    cards = [card for deck in decks if deck is not None for card in deck.cards if isinstance(card, VariedCard)][::EVERY]
    prove(cards[-1], 1)  # imports

    def proved() -> float:
        return seconds(lambda: [prove(card, SEEDS) for card in cards], tries=1)

    taken_s = benchmark.pedantic(proved)  # type: ignore[no-untyped-call]  # the plugin has no types here

    assert taken_s <= here(len(cards) * SEEDS / LEAST_PER_SECOND)
