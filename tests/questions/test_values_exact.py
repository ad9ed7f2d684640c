"""Values are computed in floats and taken back to fractions: the engine's own exact arrays must say the same."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.varied import NetworkCard
from studycards.engine.rationals import fraction_of, seen_shape
from studycards.questions.values.variant import ValueVariant
from studycards.questions.variants.drawn import drawn_variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.run import Run

SEEDS = 10

LEAST_COMPARED = 500
"""Values at least that must have been compared, so that the test cannot pass by skipping."""


def exact(array: Array) -> Array:
    """Return an array of floats as one of fractions."""
    cells = np.array([fraction_of(cell) for cell in array.ravel().tolist()], dtype=object)
    return cells.reshape(array.shape)


def exactly(arrays: Mapping[str, Array]) -> dict[str, Array]:
    return {name: exact(array) for name, array in arrays.items()}


def exact_run(run: Run) -> Run:
    """Return the same run with fractions in place of floats."""
    return replace(
        run,
        x=exact(run.x),
        parameters=exactly(run.parameters),
        outputs=exactly(run.outputs),
        gradients=exactly(run.gradients),
        absent=(),
    )


@cache
def variants() -> tuple[ValueVariant, ...]:
    """Return what the built-in cards ask of values, for some seeds."""
    decks = [read_deck(file, read_source(file)).deck for file in deck_files([builtin_folder()])]
    cards = [card for deck in decks if deck for card in deck.cards if isinstance(card, NetworkCard) and card.experiment]
    asked = [part for card in cards for seed in range(SEEDS) for part in _steps(card, seed)]
    return tuple(part for part in asked if isinstance(part, ValueVariant))


def _steps(card: NetworkCard, seed: int) -> tuple[object, ...]:
    variant = drawn_variant(card, seed)
    return getattr(variant, "steps", (variant,))


def test_floats_come_back_as_the_fractions_of_exact_arrays() -> None:
    """Where a root, a power of e or a logarithm takes part there are no exact arrays, and nothing is compared."""
    compared = 0
    for variant in variants():
        run, ask = variant.run, variant.ask
        try:
            wanted = exact_run(run).array(ask.quantity, ask.of)
        except (TypeError, AttributeError):
            continue
        found = run.array(ask.quantity, ask.of)
        compared += 1

        assert seen_shape(found.shape) == seen_shape(wanted.shape)
        assert [fraction_of(cell) for cell in found.ravel().tolist()] == [Fraction(cell) for cell in wanted.ravel()], (
            variant.card.id,
            ask.words,
        )
    assert compared >= LEAST_COMPARED
