"""Make `spatial.npz`: what PyTorch gives for the operations on maps that `make_functional` leaves out.

Run it as `recording` says. A case of `conv1d` or `conv2d` runs `torch.nn.Conv1d` or `Conv2d`, which know padding modes;
padding that differs at the sides is added by `torch.nn.functional.pad` first.
"""

from __future__ import annotations

from itertools import product
from math import inf, nan
from typing import TYPE_CHECKING, Any

import torch  # type: ignore[import-not-found]
import torch.nn.functional as F  # type: ignore[import-not-found] # noqa: N812 - as everyone calls it

from tests.golden.recording import Call, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.golden.recording import Shape


def calls() -> Iterator[Call]:
    """Yield everything that is asked of PyTorch."""
    yield from rows()
    yield from padded_convolutions()
    yield from transposed_convolutions()
    yield from pooled_rows()
    yield from adaptive_poolings()
    yield from holes()
    yield from paddings()
    yield from resizings()
    yield from others()


def rows() -> Iterator[Call]:
    """Yield convolutions of rows, with and without a bias by turns."""
    options = product([1, 2, 3], [1, 2], [0, 1, "same", "valid"], [1, 2], [1, 2])
    for number, (kernel, stride, padding, dilation, groups) in enumerate(options):
        shapes: dict[str, Shape] = {"x": (2, 2, 7), "weight": (4, 2 // groups, kernel)}
        if number % 2:
            shapes["bias"] = (4,)
        yield Call("conv1d", shapes, {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups})
    for mode in ("reflect", "replicate", "circular"):
        yield Call("conv1d", {"x": (2, 2, 5), "weight": (3, 2, 3)}, {"padding": 2, "padding_mode": mode})


def padded_convolutions() -> Iterator[Call]:
    """Yield convolutions with padding that is no zeros, or not the same on both sides; and depthwise ones."""
    shapes = {"x": (2, 2, 5, 4), "weight": (2, 2, 3, 2), "bias": (2,)}
    for padding, mode, stride in product(
        [0, 1, (2, 1), (4, 3), 5, "same"], ["reflect", "replicate", "circular"], [1, 2]
    ):
        options: dict[str, Any] = {"stride": stride, "padding": padding, "padding_mode": mode}
        yield Call("conv2d", shapes, options)
        yield Call("conv2d", shapes, options | {"dilation": (1, 2)})
    for sides, stride in product([((1, 0), (0, 2)), ((0, 3), (1, 1)), ((0, 0), (0, 1))], [1, 2]):
        yield Call("conv2d", shapes, {"stride": stride, "padding": sides})
    for multiplier, stride, padding in product([1, 2, 3], [1, 2], [0, 1]):
        depthwise = {"x": (2, 3, 5, 4), "weight": (3 * multiplier, 1, 3, 3), "bias": (3 * multiplier,)}
        yield Call("conv2d", depthwise, {"stride": stride, "padding": padding, "groups": 3})


def transposed_convolutions() -> Iterator[Call]:
    """Yield the product of the options of a transposed convolution, with and without a bias by turns."""
    kernels, strides, paddings = [(1, 1), (2, 3), (3, 3)], [1, 2, (3, 1)], [0, 1, (2, 0)]
    options = product(kernels, strides, paddings, [0, 1, (2, 0)], [1, (1, 3)], [1, 2, 4])
    for number, (kernel, stride, padding, output_padding, dilation, groups) in enumerate(options):
        if number % 3:
            continue
        shapes: dict[str, Shape] = {"x": (2, 4, 3, 2), "weight": (4, 4 // groups, *kernel)}
        if number % 2:
            shapes["bias"] = (4,)
        shared = {"stride": stride, "padding": padding, "output_padding": output_padding}
        yield Call("conv_transpose2d", shapes, shared | {"dilation": dilation, "groups": groups})
    yield Call("conv_transpose2d", {"x": (1, 2, 3, 3), "weight": (2, 3, 2, 2)}, {"stride": 2, "groups": 2})
    yield Call("conv_transpose2d", {"x": (1, 3, 3, 3), "weight": (3, 2, 2, 2)}, {"groups": 2})
    yield Call("conv_transpose2d", {"x": (1, 3, 3, 3), "weight": (2, 2, 2, 2)}, {})


def pooled_rows() -> Iterator[Call]:
    """Yield the products of the options of pooling along rows."""
    shapes = {"x": (2, 2, 7)}
    for kernel, stride, padding, ceil_mode in product([1, 2, 3], [None, 1, 2, 3], [0, 1], [False, True]):
        shared = {"kernel_size": kernel, "stride": stride, "padding": padding, "ceil_mode": ceil_mode}
        for dilation in (1, 2):
            yield Call("max_pool1d", shapes, shared | {"dilation": dilation}, steps=3)  # few values, many ties
        for count_include_pad in (False, True):
            yield Call("avg_pool1d", shapes, shared | {"count_include_pad": count_include_pad}, scale=6)


def adaptive_poolings() -> Iterator[Call]:
    """Yield pooling to sizes that divide the input, do not divide it, and exceed it."""
    shapes = {"x": (2, 2, 7, 6)}
    for output_size in (1, 2, 3, 6, (7, 6), (None, 4), (5, None), (4, 5), 9):
        yield Call("adaptive_avg_pool2d", shapes, {"output_size": output_size}, scale=504)
        yield Call("adaptive_max_pool2d", shapes, {"output_size": output_size}, steps=3)
    yield Call("adaptive_avg_pool2d", shapes, {"output_size": -1})
    yield Call("adaptive_max_pool2d", shapes, {"output_size": -1})
    yield Call("global_max_pool2d", shapes, {}, steps=3)


def holes() -> Iterator[Call]:
    """Yield maximum poolings of what is full of NaN or -inf."""
    options = [(2, None, 0, 1), (2, 1, 1, 1), (3, 2, 1, 1), (3, 1, 1, 2), ((1, 3), 1, (0, 1), 1)]
    for value, (kernel, stride, padding, dilation) in product([nan, -inf], options):
        shared = {"kernel_size": kernel, "stride": stride, "padding": padding, "dilation": dilation}
        yield Call("max_pool2d", {"x": (2, 3, 6, 5)}, shared, steps=3, holes=value)
    for value, output_size in product([nan, -inf], [1, 2, (4, 3)]):
        yield Call("adaptive_max_pool2d", {"x": (2, 3, 6, 5)}, {"output_size": output_size}, steps=3, holes=value)
    for value in (nan, -inf):
        yield Call("max_pool1d", {"x": (2, 3, 7)}, {"kernel_size": 3, "stride": 1, "padding": 1}, steps=3, holes=value)
        yield Call("global_max_pool2d", {"x": (2, 3, 6, 5)}, {}, steps=3, holes=value)


def paddings() -> Iterator[Call]:
    """Yield padding of some axes or all, with cells that are added or cut off."""
    maps, lines = {"x": (2, 2, 4, 3)}, {"x": (2, 3, 4)}
    of_lines = [(1, 2), (3, 3), (4, 0), (0, 5), (-1, 1)]
    of_maps = [(1, 2, 0, 3), (2, 2, 3, 3), (-1, 2, 1, -2), (3, 0, 4, 0), (0, 4, 0, 0), (0, 0, 5, 0), (-2, -2, 0, 0)]
    for mode in ("constant", "reflect", "replicate", "circular"):
        for shapes, pads in ((maps, of_maps), (lines, of_lines)):
            yield from (Call("pad", shapes, {"pad": pad, "mode": mode}) for pad in pads)
        yield Call("pad", {"x": (2, 2, 3, 2, 3)}, {"pad": (2, 1, 0, 1, 1, 2), "mode": mode})
        yield Call("pad", maps, {"pad": (1, 1, 1), "mode": mode})
    any_axes: list[Shape] = [(1, 1), (1, 0, 0, 1, 2, 0), (0, 1, 0, 1, 1, 0, -1, 2), (1,) * 10]
    for pad in any_axes:
        yield Call("pad", maps, {"pad": pad, "value": 2.5})
    yield Call("pad", maps, {"pad": (1, 1), "mode": "reflect"})
    yield Call("pad", maps, {"pad": (1, 1, 1, 1), "mode": "circular", "value": 1.0})
    yield Call("pad", maps, {"pad": (1, 1, 1, 1), "mode": "mirror"})


def resizings() -> Iterator[Call]:
    """Yield maps made larger and smaller, by size and by factor."""
    shapes = {"x": (2, 2, 5, 4)}
    sizes: list[dict[str, Any]] = [{"size": size} for size in (1, 3, 5, 10, (8, 3), (2, 9))]
    factors: list[dict[str, Any]] = [{"scale_factor": factor} for factor in (2, 3, 0.5, 1.1, 2.1, (1.5, 0.75), (1, 4))]
    for options in (*sizes, *factors):
        yield Call("interpolate", shapes, options)
        yield Call("interpolate", shapes, options | {"mode": "bilinear"})
        yield Call("interpolate", shapes, options | {"mode": "bilinear", "align_corners": True})
    refused: list[dict[str, Any]] = [{}, {"size": 0}, {"scale_factor": 0.1}, {"scale_factor": -1}]
    clashing: list[dict[str, Any]] = [{"scale_factor": 2}, {"align_corners": False}, {"mode": "linear"}]
    for options in (*refused, *({"size": 2} | option for option in clashing)):
        yield Call("interpolate", shapes, options)


def others() -> Iterator[Call]:
    """Yield shuffled channels, sums and products."""
    for groups in (0, 1, 2, 3, 4, 6):
        yield Call("channel_shuffle", {"x": (2, 6, 2, 3)}, {"groups": groups})
    yield Call("channel_shuffle", {"x": (2, 6)}, {"groups": 2})
    maps = (2, 3, 4, 2)
    for function, shape in product(["add", "multiply"], [maps, (2, 3, 1, 1), (1, 3, 1, 1), (4, 1), (1,), (2, 3, 4, 3)]):
        yield Call(function, {"x": maps, "other": shape}, {})
        yield Call(function, {"x": shape, "other": maps}, {})


def conv1d(x: Any, weight: Any, bias: Any = None, **options: Any) -> Any:  # noqa: ANN401 - tensors
    """Return what `torch.nn.Conv1d` gives with these weights."""
    return _convolved(torch.nn.Conv1d, x, weight, bias, options)


def conv2d(x: Any, weight: Any, bias: Any = None, **options: Any) -> Any:  # noqa: ANN401 - tensors
    """Return what `torch.nn.Conv2d` gives with these weights."""
    padding = options.get("padding", 0)
    if isinstance(padding, tuple) and isinstance(padding[0], tuple):
        (top, bottom), (left, right) = padding
        x = F.pad(x, (left, right, top, bottom))
        options = options | {"padding": 0}
    return _convolved(torch.nn.Conv2d, x, weight, bias, options)


def _convolved(module: Any, x: Any, weight: Any, bias: Any, options: dict[str, Any]) -> Any:  # noqa: ANN401 - tensors
    filters, channels, *kernel = weight.shape
    channels *= options.get("groups", 1)
    layer = module(channels, filters, tuple(kernel), bias=bias is not None, **options)
    given = {"weight": weight} if bias is None else {"weight": weight, "bias": bias}
    return torch.func.functional_call(layer, given, (x,))


TORCH_FUNCTIONS = {
    "adaptive_avg_pool2d": F.adaptive_avg_pool2d,
    "adaptive_max_pool2d": F.adaptive_max_pool2d,
    "add": torch.add,
    "avg_pool1d": F.avg_pool1d,
    "channel_shuffle": torch.channel_shuffle,
    "conv1d": conv1d,
    "conv2d": conv2d,
    "conv_transpose2d": F.conv_transpose2d,
    "global_max_pool2d": torch.nn.AdaptiveMaxPool2d(1),
    "interpolate": F.interpolate,
    "max_pool1d": F.max_pool1d,
    "max_pool2d": F.max_pool2d,
    "multiply": torch.multiply,
    "pad": F.pad,
}


if __name__ == "__main__":
    record("spatial.npz", calls(), TORCH_FUNCTIONS)
