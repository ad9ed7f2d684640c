"""Make `functional.npz`: what PyTorch gives, forward and backward, for many options of many operations.

Run it as `recording` says. Other scripts beside make the files of other operations.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import torch  # type: ignore[import-not-found]
import torch.nn.functional as F  # type: ignore[import-not-found] # noqa: N812 - as everyone calls it

from tests.golden.recording import Call, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.recording import Shape


def calls() -> Iterator[Call]:
    """Yield everything that is asked of PyTorch."""
    yield from convolutions()
    yield from poolings()
    yield from others()


def convolutions() -> Iterator[Call]:
    """Yield the product of the options of a convolution, with and without a bias by turns."""
    kernels = [(1, 1), (2, 3), (3, 3)]
    strides = [1, 2, (2, 1)]
    paddings = [0, 1, (2, 1), "same", "valid"]
    dilations = [1, 2, (1, 2)]
    options = product(kernels, strides, paddings, dilations, [1, 2, 4])
    for number, (kernel, stride, padding, dilation, groups) in enumerate(options):
        shapes: dict[str, Shape] = {"x": (2, 4, 5, 4), "weight": (4, 4 // groups, *kernel)}
        if number % 2:
            shapes["bias"] = (4,)
        yield Call("conv2d", shapes, {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups})
    yield Call("conv2d", {"x": (1, 2, 4, 4), "weight": (6, 1, 3, 3)}, {"groups": 2})
    yield Call("conv2d", {"x": (1, 3, 4, 4), "weight": (4, 1, 3, 3)}, {"groups": 3})
    yield Call("conv2d", {"x": (1, 3, 4, 4), "weight": (4, 2, 3, 3)}, {})


def poolings() -> Iterator[Call]:
    """Yield the products of the options of max and average pooling."""
    kernels, strides, paddings = [1, 2, 3, (2, 3)], [None, 1, 2, (3, 2)], [0, 1, (1, 0)]
    shapes = {"x": (2, 2, 6, 5)}
    for kernel, stride, padding, ceil_mode in product(kernels, strides, paddings, [False, True]):
        shared = {"kernel_size": kernel, "stride": stride, "padding": padding, "ceil_mode": ceil_mode}
        for dilation in (1, 2, (1, 3)):
            yield Call("max_pool2d", shapes, shared | {"dilation": dilation}, steps=3)  # few values, many ties
        for count_include_pad in (False, True):
            yield Call("avg_pool2d", shapes, shared | {"count_include_pad": count_include_pad}, scale=36)
    yield Call("avg_pool2d", shapes, {"kernel_size": 3, "padding": 1, "divisor_override": 4}, scale=36)
    yield Call("avg_pool2d", shapes, {"kernel_size": 2, "count_include_pad": False, "divisor_override": -9}, scale=36)
    yield Call("avg_pool2d", shapes, {"kernel_size": 2, "divisor_override": 0})
    yield Call("global_avg_pool2d", shapes, {}, scale=30)


def others() -> Iterator[Call]:
    """Yield linear layers, activations and normalizations."""
    yield Call("linear", {"x": (3, 5), "weight": (4, 5)}, {})
    yield Call("linear", {"x": (3, 5), "weight": (4, 5), "bias": (4,)}, {})
    yield Call("flatten", {"x": (2, 3, 2, 4)}, {})
    for function, shape in product(["relu", "leaky_relu", "sigmoid", "tanh"], [(4, 6), (2, 3, 4, 5)]):
        yield Call(function, {"x": shape}, {})
        yield Call(function, {"x": shape}, {}, scale=16)
    yield Call("leaky_relu", {"x": (4, 6)}, {"negative_slope": 0.25})
    for dim, scale in product([0, 1, -1], [1, 16, 512]):
        yield Call("softmax", {"x": (2, 3, 4, 5)}, {"dim": dim}, scale)
    running = {"running_mean": (3,), "running_var": (3,)}
    affine = {"weight": (3,), "bias": (3,)}
    for training, arrays, eps in product([False, True], [{}, affine], [1e-5, 0.5]):
        yield Call("batch_norm", {"x": (2, 3, 4, 5), **running, **arrays}, {"training": training, "eps": eps})
    yield Call("batch_norm", {"x": (1, 3, 1, 1), **running, **affine}, {"training": True})


TORCH_FUNCTIONS = {
    "avg_pool2d": F.avg_pool2d,
    "batch_norm": F.batch_norm,
    "conv2d": F.conv2d,
    "flatten": torch.nn.Flatten(),
    "global_avg_pool2d": torch.nn.AdaptiveAvgPool2d(1),
    "leaky_relu": F.leaky_relu,
    "linear": F.linear,
    "max_pool2d": F.max_pool2d,
    "relu": F.relu,
    "sigmoid": torch.sigmoid,
    "softmax": F.softmax,
    "tanh": torch.tanh,
}


if __name__ == "__main__":
    record("functional.npz", calls(), TORCH_FUNCTIONS)
