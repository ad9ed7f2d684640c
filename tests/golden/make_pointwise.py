"""Make `pointwise.npz`: what PyTorch gives for activations and normalizations. Run it as `recording` says."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import torch.nn.functional as F  # type: ignore[import-not-found] # noqa: N812 - as everyone calls it

from tests.golden.recording import Call, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.recording import Shape

MAP = (2, 4, 3, 5)
KINKS: dict[str, Any] = {"scale": 64, "steps": 8}
"""Whole numbers from -8 to 8: among them every kink."""


def calls() -> Iterator[Call]:
    """Yield everything that is asked of PyTorch."""
    yield from activations()
    yield from normalizations()


def activations() -> Iterator[Call]:
    """Yield the activations: on the grid, at the kinks, and far out."""
    options: dict[str, list[dict[str, Any]]] = {
        "relu6": [{}],
        "hardsigmoid": [{}],
        "hardswish": [{}],
        "silu": [{}],
        "elu": [{}, {"alpha": 0.25}, {"alpha": 2.0}],
        "gelu": [{}, {"approximate": "none"}, {"approximate": "tanh"}],
        "softplus": [{}, {"beta": 0.5}, {"beta": 2.0, "threshold": 3.0}, {"threshold": 0.0}],
        "log_softmax": [{"dim": 0}, {"dim": 1}, {"dim": -1}],
    }
    for function, choices in options.items():
        for chosen in choices:
            yield Call(function, {"x": MAP}, chosen)
            yield Call(function, {"x": MAP}, chosen, **KINKS)
            yield Call(function, {"x": (1, 1)}, chosen, scale=16)
    yield Call("log_softmax", {"x": MAP}, {"dim": 1}, scale=512)
    yield Call("gelu", {"x": MAP}, {"approximate": "erf"})


def normalizations() -> Iterator[Call]:
    """Yield the normalizations, with and without what is learned."""
    channels: dict[str, Shape] = {"weight": (4,), "bias": (4,)}
    affine: list[dict[str, Shape]] = [{}, {"weight": (4,)}, channels]
    running: dict[str, Shape] = {"running_mean": (4,), "running_var": (4,)}
    for shape, arrays, eps in product([MAP, (1, 4, 6), (3, 4)], affine, [1e-5, 0.5]):
        for groups in (1, 2, 4)[: len(shape)]:  # four groups of four numbers are groups of one
            yield Call("group_norm", {"x": shape, **arrays}, {"num_groups": groups, "eps": eps})
        yield Call("batch_norm", {"x": shape, **running, **arrays}, {"training": True, "eps": eps})
        yield Call("batch_norm", {"x": shape, **running, **arrays}, {"training": False, "eps": eps})
    for shape, arrays in product([MAP, (2, 4, 7), (1, 4, 1, 1)], affine):
        yield Call("instance_norm", {"x": shape, **arrays}, {})
        yield Call("instance_norm", {"x": shape, **running, **arrays}, {"use_input_stats": False, "eps": 0.5})
    for last, eps in product([(5,), (3, 5), (4, 3, 5), MAP], [1e-5, 0.5]):
        whole: list[dict[str, Shape]] = [{}, {"bias": last}, {"weight": last, "bias": last}]
        for arrays in whole:
            yield Call("layer_norm", {"x": MAP, **arrays}, {"normalized_shape": last, "eps": eps})
    for size in (1, 2, 3, 4, 5, 9, 10):
        yield Call("local_response_norm", {"x": MAP}, {"size": size})
        yield Call("local_response_norm", {"x": (2, 4, 3)}, {"size": size, "alpha": 0.5, "beta": 0.5, "k": 2.0})
    yield Call("local_response_norm", {"x": (2, 4)}, {"size": 3})
    yield Call("local_response_norm", {"x": MAP}, {"size": 0})
    yield Call("group_norm", {"x": MAP}, {"num_groups": 3})
    yield Call("group_norm", {"x": (1, 4)}, {"num_groups": 4})
    yield Call("group_norm", {"x": MAP, "weight": (2,)}, {"num_groups": 2})
    yield Call("layer_norm", {"x": MAP}, {"normalized_shape": (3,)})
    yield Call("layer_norm", {"x": MAP, "weight": (5,)}, {"normalized_shape": (3, 5)})


FUNCTIONS = {call.function: getattr(F, call.function) for call in calls()}


if __name__ == "__main__":
    record("pointwise.npz", calls(), FUNCTIONS)
