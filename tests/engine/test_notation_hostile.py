"""No network, loss or optimiser that somebody wrote hangs the program, exhausts memory or ends in a traceback."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from studycards.engine.errors import EngineError
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer

if TYPE_CHECKING:
    from collections.abc import Callable

NETWORKS = [
    "",
    " ",
    "|",
    "|" * 50_000,
    "relu",
    "[1, 8, 8] |",
    "[1, 8, 8] | | relu",
    "[1, 8, 8",
    "[" * 50_000,
    "[1, 8, 8] | " + "(" * 50_000,
    "[1, 8, 8] | conv2d" + "(1, " * 10_000,
    "[1, 8, 8] | conv2d(4, 3" + ", padding=1" * 5_000 + ")",
    "[1, 8, 8] | conv2d(4, 3, padding=__import__('os').system('true'))",
    "[1, 8, 8] | __import__('os').system('true')",
    "[1, 8, 8] | conv2d.__class__(1)",
    "[1, 8, 8] | conv2d(*[4, 3])",
    "[1, 8, 8] | conv2d(**{'a': 1})",
    "[1, 8, 8] | conv2d(4, lambda: 3)",
    "[1, 8, 8] | conv2d(9**9**9, 3)",
    "[1, 8, 8] | conv2d(4, 3, padding=9**9**9)",
    "[1, 8, 8] | conv2d(4, 1e999999999)",
    "[1, 8, 8] | conv2d(4, -3)",
    "[1, 8, 8] | conv2d(0, 3)",
    "[1, 8, 8] | conv2d(4, 3, stride=0)",
    "[1, 8, 8] | conv2d(4, 1/3)",
    "[1, 8, 8] | conv2d(4, 3, dilation=10**100)",
    "[1, 8, 8] | conv2d(4, 3, groups=7)",
    "[1, 8, 8] | conv2d(4, '3')",
    "[1, 8, 8] | max_pool2d(3, padding=10**50)",
    "[10**9, 10**9, 10**9, 10**9] | relu",
    "[-1, 8, 8] | relu",
    "[1, 8, 0] | relu",
    "[1/2, 8, 8] | relu",
    "[] | relu",
    "x | relu",
    "[x, 8, 8] | relu",
    "[1, 8, 8] | " + " | ".join(["relu"] * 20_000),
    "[1, 8, 8] | 999999999 * relu",
    "[1, 8, 8] | 99999 * (99999 * (99999 * relu))",
    "[1, 8, 8] | " + "residual(" * 2_000 + "relu" + ")" * 2_000,
    "[1, 8, 8] | a: relu | a: relu",
    "[1, 8, 8] | a" * 5_000,
    "[1, 8, 8] | rélu",
    "[1, 8, 8] | relu\x00",
    "[1, 8, 8] | \x1b[2J",
    "[1, 8, 8] | \u202eulер",
    "[1, 8, 8] ; relu",
    "[1, 8, 8] | relu # comment",
    "９x８x８ | relu",
    "3x32x32x32x32 | conv2d(4, 3)",
    "x" * 99_999,
    "3" + "x3" * 40_000,
    "1" * 99_999,
    "(" * 5000,
    "3x3x3 | relu" + "(" * 3000 + ")" * 3000,
    "1x1x1 | relu" * 2000,
    "9" * 19_000 + " | relu",
    "x".join("9" * 3000) + " | relu",
    "[" + "1," * 5000 + "1] | relu",
    "3x3x3 | conv2d(" + "1," * 5000 + "1)",
    "3x3x3 | conv2d(2**64**64, 3)",
    "3x3x3 | conv2d(10**60, 1)",
    "3x3x3 | rel\x1b[2Ju",
    "٣x٣x٣ | relu",
    "99999x99999x99999 | relu",
]

LOSSES = [
    "",
    "cross_entropy",
    "cross_entropy(",
    "cross_entropy()",
    "cross_entropy(target=)",
    "cross_entropy(target=0, target=1)",
    "cross_entropy(target=0)(1)",
    "cross_entropy(target=0).__class__",
    "cross_entropy(target=9**9**9)",
    "cross_entropy(target=__import__('os'))",
    "cross_entropy(target=x)",
    "cross_entropy(target=[" + "[" * 20_000,
    "mse_loss(target=[" + "1, " * 20_000,
    "mse_loss(target=" + "-" * 20_000 + "1)",
    "mse_loss(target=" + "(" * 20_000 + "1" + ")" * 20_000 + ")",
    "mse_loss(target=1/0)",
    "mse_loss(target=lambda: 0)",
    "no_such_loss(1)",
    "os.system(1)",
    "cross_entropy" * 5_000 + "(target=0)",
    "cross_entropy(target=0, label_smoothing=1e999999999)",
    "huber_loss(target=0, delta=2**-4097)",
    "cross_entropy(target=0) # note",
    "c\u0301ross_entropy(target=0)",
    "\x1b[2J(1)",
]

OPTIMISERS = [
    "",
    "sgd(lr=9**9**9)",
    "sgd(lr=1e999999999)",
    "sgd(lr=-1)",
    "sgd(lr=x)",
    "sgd(lr=0.1, momentum=__import__('os'))",
    "sgd(" + "lr=0.1, " * 5_000 + ")",
    "sgd(lr=[" + "1, " * 20_000 + "])",
    "adam(lr=0.1, betas=[0.5])",
    "adam(lr=0.1, betas=[2, 3])",
    "adam(lr=0.1, betas=[[[[1]]]])",
    "adam(lr=True and [])",
    "lion(lr=0.1)",
    "sgd(lr=0.1) | sgd(lr=0.1)",
    "SGD.__init__(lr=0.1)",
]

PARSERS: tuple[tuple[Callable[..., object], list[str]], ...] = (
    (parse, NETWORKS),
    (parse_loss, LOSSES),
    (parse_optimizer, OPTIMISERS),
)
HOSTILE = [(parser, text) for parser, texts in PARSERS for text in texts]

MEGABYTES = 50


@pytest.mark.parametrize(
    ("parser", "text"), HOSTILE, ids=[f"{parser.__name__} {text[:32]!r}" for parser, text in HOSTILE]
)
def test_hostile_text_is_refused_in_words(parser: Callable[..., object], text: str) -> None:
    refuse(parser, text)


@pytest.mark.parametrize("parser", [parser for parser, _ in PARSERS])
def test_hostile_text_takes_no_memory(parser: Callable[..., object]) -> None:
    peaks = {}
    for text in (text for made_for, text in HOSTILE if made_for is parser):
        tracemalloc.start()
        refuse(parser, text)
        peaks[text[:32]] = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()

    assert {text: peak for text, peak in peaks.items() if peak > MEGABYTES} == {}


def refuse(parser: Callable[..., object], text: str) -> None:
    with pytest.raises(EngineError) as caught:
        parser(text, {})
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 5_000


def test_the_corpus_is_large_enough() -> None:
    assert len(set(HOSTILE)) >= 80
