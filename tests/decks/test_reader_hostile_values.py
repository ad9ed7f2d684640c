"""Whatever a deck says about arrays and what is asked of them, it is refused in words, in its place."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from studycards.decks.reader import read_deck

CARD = {
    "id": "card",
    "type": "computed",
    "question": "?",
    "network": {
        "input": [1, 4, 4],
        "layers": [{"conv1": "conv2d(1, 3)"}, "relu", {"pool1": "max_pool2d(2)"}],
        "loss": "mse_loss(target=0)",
        "optimizer": "sgd(lr=0.1)",
    },
    "data": {"input": "-2..2", "conv1.weight": "-1..1", "conv1.bias": 0},
    "ask": "gradient of conv1.weight",
}

NAMES = ["conv1.", ".weight", "conv1.weight.T", "conv1.__class__", "output of", "output of output of conv1", "of conv1"]
LONG = ["a." * 20_000, "output of " * 5_000, "(" * 20_000, "[" * 20_000, "-" * 20_000 + "1", "9" * 20_000, "1+" * 9_000]
CODE = [
    "__import__('os').system('true')",
    "().__class__",
    "lambda: input",
    "input[0]",
    "input.shape",
    "9 9",
    "f'{input}'",
]
SIGNS = ["\u202einput", "\u200b", "\x1b[2J", "input\u0301", "\N{FULLWIDTH LATIN SMALL LETTER I}nput"]

UNEVEN: list[object] = [[[1], [2, 3]], [[[[[1]]]]], {"from": []}, "1..9..2..3", "1..999999999999", "a..b"]

FIELDS: dict[str, list[object]] = {
    "require": [
        *NAMES,
        *LONG,
        *CODE,
        *SIGNS,
        *(
            "window of relu",
            "window of conv9",
            "all(input, input",
            "told_apart and True",
            "input of conv1 > 0",
            "loss > 0",
        ),
    ],
    "ask": [
        *NAMES,
        *LONG[:4],
        *CODE,
        *SIGNS,
        "update of conv1",
        "gradient of pool1.weight",
        "loss of conv1",
        "output of of",
    ],
    "show": [*NAMES, *LONG[:2], *SIGNS, "conv9.weight"],
    "data": [
        *({name: 1} for name in (*NAMES, *LONG[:2], *SIGNS)),
        *({"input": cells} for cells in (*LONG, *CODE, *SIGNS)),
        *({"input": cells} for cells in UNEVEN),
    ],
}
HOSTILE = [(field, value) for field, values in FIELDS.items() for value in values]


def refuse(field: str, value: object) -> None:
    """Read a deck whose card has `value` in a field, and expect problems."""
    card = CARD | {field: CARD["data"] | value if isinstance(value, dict) else value}  # type: ignore[operator]  # a map
    deck = {"format": 1, "id": "deck", "title": "Deck", "language": "en", "cards": [card]}
    found = read_deck(Path("deck.yaml"), json.dumps(deck).encode())

    assert found.deck is None
    assert found.problems


@pytest.mark.parametrize(("field", "value"), HOSTILE, ids=[f"{field} {str(value)[:24]!r}" for field, value in HOSTILE])
def test_it_is_refused_in_words(field: str, value: object) -> None:
    refuse(field, value)


def test_it_takes_no_memory() -> None:
    tracemalloc.start()
    for field, value in HOSTILE:
        refuse(field, value)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 50e6


def test_the_corpus_is_large_enough() -> None:
    assert len(HOSTILE) >= 80
