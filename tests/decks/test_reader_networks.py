"""The YAML form of a network reads to the one-line notation."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from studycards.decks.reader import read_deck
from studycards.decks.varied import ComputedCard

HEAD = "format: 1\nid: deck\ntitle: Talia\ncards:\n- id: a\n  type: computed\n  question: Q\n  ask: parameters\n"

FORMS: dict[str, tuple[str, str]] = {
    "a residual block": (
        "- residual:\n  - conv2d(3, 3, padding=1)\n  - relu\n- relu",
        "residual(conv2d(3, 3, padding=1) | relu) | relu",
    ),
    "a shortcut with layers": (
        "- residual:\n    layers: ['conv2d(8, 1)', relu]\n    shortcut: ['conv2d(8, 1)']",
        "residual(conv2d(8, 1) | relu, shortcut=conv2d(8, 1))",
    ),
    "a shortcut of one layer": (
        "- residual: {layers: [relu], shortcut: tanh}",
        "residual(relu, shortcut=tanh)",
    ),
    "branches": (
        "- concat:\n  - [c: 'conv2d(4, 1)', relu]\n  - - conv2d(2, 1)\n    - conv2d(2, 3)\n  - identity\n  - []",
        "concat(c: conv2d(4, 1) | relu, conv2d(2, 1) | conv2d(2, 3), identity, identity)",
    ),
    "branches of one layer": (
        "- multiply: [sigmoid, tanh]\n- add: [relu, identity]",
        "multiply(sigmoid, tanh) | add(relu, identity)",
    ),
    "a dense block": (
        "- dense_block: {layers: 3, growth_rate: 4, bn_size: 2}",
        "dense_block(layers=3, growth_rate=4, bn_size=2)",
    ),
    "repetition": (
        "- repeat:\n    count: 3\n    layers:\n    - conv2d(3, 3, padding=1)\n    - relu",
        "repeat(3, conv2d(3, 3, padding=1) | relu)",
    ),
    "names of blocks": (
        "- block1: {residual: [relu, {inner: {residual: [tanh]}}]}\n- last: relu",
        "block1: residual(relu | inner: residual(tanh)) | last: relu",
    ),
    "a block in the short notation": (
        "- residual(conv2d(3, 3, padding=1) | relu)\n- block2: concat(relu, identity)",
        "residual(conv2d(3, 3, padding=1) | relu) | block2: concat(relu, identity)",
    ),
}


@pytest.mark.parametrize(("layers", "expected"), FORMS.values(), ids=FORMS)
def test_blocks_read_to_the_short_notation(layers: str, expected: str) -> None:
    network = f"  network:\n    input: [3, 8, 8]\n    layers:\n{indent(layers, '    ')}\n"
    read = read_deck(Path("deck.yaml"), (HEAD + network).encode())

    assert read.problems == ()
    assert read.deck is not None
    [card] = read.deck.cards
    assert isinstance(card, ComputedCard)
    assert card.network == f"[3, 8, 8] | {expected}"


@pytest.mark.parametrize(
    "layers",
    [
        *("- residual: relu", "- residual: []", "- residual: {layers: [relu]}", "- concat: {a: relu}", "- concat: []"),
        *("- dense_block: [6, 32]", "- dense_block: {layers: [6], growth_rate: 2}", "- repeat: [3, relu]", "- []"),
        *("- a: {b: relu}", "- a: {b: {residual: [relu]}}", "- {a: relu, b: relu}", "- a: [relu]"),
    ],
)
def test_what_is_no_block_is_refused(layers: str) -> None:
    network = f"  network:\n    input: [3, 8, 8]\n    layers:\n{indent(layers, '    ')}\n"
    read = read_deck(Path("deck.yaml"), (HEAD + network).encode())

    assert [str(problem.reason.key) for problem in read.problems] == ["decks.expected_other"]


def test_a_group_may_be_asked_for() -> None:
    network = "  network: '3x8x8 | block1: residual(relu | conv2d(3, 1))'\n"
    read = read_deck(Path("deck.yaml"), (HEAD.replace("parameters", "parameters of block1") + network).encode())

    assert read.problems == ()
