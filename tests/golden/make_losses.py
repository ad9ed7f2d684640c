"""Make `losses.npz`: what PyTorch gives for losses. Run it as `recording` says.

Most losses are of 32 values, so that float64 holds their means exactly.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import torch.nn.functional as F  # type: ignore[import-not-found] # noqa: N812 - as everyone calls it

from tests.golden.recording import Call, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.recording import Shape

SCORES = (8, 4)
VALUES = (4, 8)
KINKS: dict[str, Any] = {"scale": 64, "steps": 8}
"""Whole numbers from -8 to 8: among them every kink."""


def calls() -> Iterator[Call]:
    """Yield everything that is asked of PyTorch."""
    yield from classifications()
    yield from refused_classifications()
    yield from regressions()
    yield from binaries()


def classifications() -> Iterator[Call]:
    """Yield cross-entropy and the negative log-likelihood, of vectors and of maps."""
    weighted = {"weight": "weight"}
    for shape, reduction, kinds in product([SCORES, (1, 4), (2, 4, 2, 3)], ["none", "mean", "sum"], [{}, weighted]):
        weights: dict[str, Shape] = {"weight": (4,)} if kinds else {}
        indices: dict[str, Shape] = {"x": shape, "target": (shape[0], *shape[2:]), **weights}
        for ignore_index in (-100, 1):
            options = {"reduction": reduction, "ignore_index": ignore_index}
            yield Call("nll_loss", indices, options, kinds={"target": "index", **kinds})
            for smoothing in (0.0, 0.1, 1.0):
                smoothed = options | {"label_smoothing": smoothing}
                yield Call("cross_entropy", indices, smoothed, kinds={"target": "index", **kinds})
        for smoothing in (0.0, 0.25):
            shares: dict[str, Shape] = {"x": shape, "target": shape, **weights}
            smoothed = {"reduction": reduction, "label_smoothing": smoothing}
            yield Call("cross_entropy", shares, smoothed, kinds={"target": "share", **kinds})


def refused_classifications() -> Iterator[Call]:
    """Yield what does not fit."""
    vector: dict[str, Shape] = {"x": SCORES, "target": (8,)}
    same: dict[str, Shape] = {"x": SCORES, "target": SCORES}
    for function in ("nll_loss", "cross_entropy"):
        yield Call(function, {"x": (8, 2), "target": (8,)}, {}, kinds={"target": "index"})
        yield Call(function, {"x": SCORES, "target": (7,)}, {}, kinds={"target": "index"})
        yield Call(function, same, {}, kinds={"target": "index"})
        yield Call(function, {**vector, "weight": (3,)}, {}, kinds={"target": "index", "weight": "weight"})
        yield Call(function, vector, {"reduction": "average"}, kinds={"target": "index"})
    yield Call("nll_loss", same, {}, kinds={"target": "share"})
    yield Call("cross_entropy", same, {"ignore_index": 1}, kinds={"target": "share"})
    yield Call("cross_entropy", vector, {"label_smoothing": 1.5}, kinds={"target": "index"})


def regressions() -> Iterator[Call]:
    """Yield the losses of numbers: on the grid, where differences are 0, and at the kinks."""
    shapes: dict[str, Shape] = {"x": VALUES, "target": VALUES}
    options: dict[str, list[dict[str, Any]]] = {
        "mse_loss": [{}],
        "l1_loss": [{}],
        "smooth_l1_loss": [{}, {"beta": 0.5}, {"beta": 2.0}, {"beta": 0.0}],
        "huber_loss": [{}, {"delta": 0.5}, {"delta": 2.0}],
    }
    for function, choices in options.items():
        for reduction, chosen, few in product(["none", "mean", "sum"], choices, [{}, KINKS]):
            yield Call(function, shapes, {"reduction": reduction, **chosen}, **few)
            if function != "smooth_l1_loss":
                weighted = {**shapes, "weight": VALUES}
                yield Call(function, weighted, {"reduction": reduction, **chosen}, **few, kinds={"weight": "weight"})
    yield Call("mse_loss", {**shapes, "weight": (8,)}, {}, kinds={"weight": "weight"})
    yield Call("mse_loss", shapes, {"reduction": "average"})
    yield Call("huber_loss", shapes, {"delta": 0.0})
    yield Call("smooth_l1_loss", shapes, {"beta": -1.0})


def binaries() -> Iterator[Call]:
    """Yield binary cross-entropy of probabilities and of scores; also of predictions that are certain, and far out."""
    shapes: dict[str, Shape] = {"x": VALUES, "target": VALUES}
    weights: list[dict[str, Shape]] = [{}, {"weight": VALUES}, {"weight": (8,)}, {"weight": (4, 1)}]
    positives: list[dict[str, Shape]] = [{}, {"pos_weight": (8,)}, {"pos_weight": VALUES}]
    for reduction, weight, target in product(["none", "mean", "sum"], weights, ["certain", "probability"]):
        kinds = {"target": target, "weight": "weight"}
        options = {"reduction": reduction}
        arrays = {**shapes, **weight}
        yield Call("binary_cross_entropy", arrays, options, kinds=kinds | {"x": "probability"})
        yield Call("binary_cross_entropy", arrays, options, kinds=kinds | {"x": "certain", "target": "label"})
        for scale, positive in product([1, 512], positives):
            arrays = {**shapes, **weight, **positive}
            all_kinds = {"pos_weight": "weight", **kinds}
            yield Call("binary_cross_entropy_with_logits", arrays, options, scale, kinds=all_kinds)
    for function in ("binary_cross_entropy", "binary_cross_entropy_with_logits"):
        kinds = {"x": "probability", "target": "certain", "weight": "weight", "pos_weight": "weight"}
        yield Call(function, {"x": VALUES, "target": (8,)}, {}, kinds=kinds)
        yield Call(function, {**shapes, "weight": (3,)}, {}, kinds=kinds)
    yield Call("binary_cross_entropy", shapes, {}, kinds={"target": "certain"})
    yield Call("binary_cross_entropy_with_logits", {**shapes, "pos_weight": (3,)}, {}, kinds={"target": "certain"})


FUNCTIONS = {call.function: getattr(F, call.function) for call in calls()}


if __name__ == "__main__":
    record("losses.npz", calls(), FUNCTIONS)
