"""Convolution and pooling equal slow loops that follow the definition, cell by cell, for any options."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array

Pair = tuple[int, int]


class Options(NamedTuple):
    """What convolution and pooling have in common, for both axes."""

    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair


def pairs(least: int, most: int) -> st.SearchStrategy[Pair]:
    return st.tuples(st.integers(least, most), st.integers(least, most))


OPTIONS = st.builds(Options, pairs(1, 3), pairs(1, 3), pairs(0, 2), pairs(1, 2))
POOL_OPTIONS = OPTIONS.filter(
    lambda options: all(2 * p <= k for k, p in zip(options.kernel, options.padding, strict=True))
)
SIZES = pairs(1, 6)
SEEDS = st.integers(0, 2**32 - 1)
SLOW_LOOPS = settings(max_examples=150)


def whole_numbers(seed: int, *shape: int) -> Array:
    """Return small whole numbers, so that float64 adds their products exactly in any order."""
    return np.random.default_rng(seed).integers(-9, 10, shape).astype(float)


def starts(size: int, kernel: int, stride: int, padding: int, dilation: int, *, ceil_mode: bool = False) -> list[int]:
    """Return where the windows of an axis start: those that fit, in padding and map.

    In ceil mode one more follows if the one before it stops short of the end and it starts before the map ends.
    """
    fitting = []
    start = -padding
    end = size + padding
    while start + dilation * (kernel - 1) < end:
        fitting.append(start)
        start += stride
    stops_short = start - stride + dilation * (kernel - 1) + 1 < end
    if ceil_mode and stops_short and start < size:
        fitting.append(start)
    return fitting


def window_starts(size: Pair, options: Options, *, ceil_mode: bool = False) -> tuple[list[int], list[int]]:
    rows, columns = (starts(*axis, ceil_mode=ceil_mode) for axis in zip(size, *options, strict=True))
    return rows, columns


def window(options: Options, top: int, left: int) -> Iterator[tuple[Pair, Pair]]:
    """Yield the cells of the kernel with the cells of the map that they lie on, also outside of it."""
    for i, j in product(range(options.kernel[0]), range(options.kernel[1])):
        yield (i, j), (top + i * options.dilation[0], left + j * options.dilation[1])


def is_inside(cell: Pair, size: Pair) -> bool:
    return 0 <= cell[0] < size[0] and 0 <= cell[1] < size[1]


def loop_conv2d(x: Array, weight: Array, bias: Array, options: Options, groups: int) -> Array:
    size = (x.shape[2], x.shape[3])
    rows, columns = window_starts(size, options)
    per_group, filters = weight.shape[1], len(weight)
    y = np.zeros((len(x), filters, len(rows), len(columns)))
    for n, f, (row, top), (column, left) in product(range(len(x)), range(filters), enumerate(rows), enumerate(columns)):
        first = f // (filters // groups) * per_group
        y[n, f, row, column] = bias[f] + sum(
            weight[f, c, *tap] * x[n, first + c, *cell]
            for c in range(per_group)
            for tap, cell in window(options, top, left)
            if is_inside(cell, size)
        )
    return y


@SLOW_LOOPS
@given(SIZES, OPTIONS, st.integers(1, 2), st.sampled_from([(1, 1, 1), (1, 2, 3), (2, 1, 2), (3, 2, 1)]), SEEDS)
def test_a_convolution_is_the_sum_over_its_windows(
    size: Pair, options: Options, batch: int, channels: tuple[int, int, int], seed: int
) -> None:
    """Channels are: groups, channels of a group, filters of a group."""
    assume(all(window_starts(size, options)))
    groups, per_group, filters = channels
    x = whole_numbers(seed, batch, groups * per_group, *size)
    weight = whole_numbers(seed + 1, groups * filters, per_group, *options.kernel)
    bias = whole_numbers(seed + 2, groups * filters)
    wanted = loop_conv2d(x, weight, bias, options, groups)

    np.testing.assert_array_equal(F.conv2d(x, weight, bias, *options[1:], groups), wanted)


@SLOW_LOOPS
@given(SIZES, OPTIONS, st.integers(1, 3), SEEDS)
def test_the_gradients_of_a_convolution_are_its_adjoints(size: Pair, options: Options, groups: int, seed: int) -> None:
    """y is linear in x, in the weight and in the bias: dy * y = dx * x = dw * w = db * b, each summed up."""
    assume(all(window_starts(size, options)))
    x = whole_numbers(seed, 2, 2 * groups, *size)
    weight = whole_numbers(seed + 1, groups, 2, *options.kernel)
    bias = whole_numbers(seed + 2, groups)
    shared: dict[str, Any] = dict(zip(("stride", "padding", "dilation"), options[1:], strict=True))
    without_bias = F.conv2d(x, weight, None, **shared, groups=groups)
    dy = whole_numbers(seed + 3, *without_bias.shape)
    gradients = F.conv2d_backward(dy, x, weight, bias, **shared, groups=groups)

    assert (gradients["x"] * x).sum() == (dy * without_bias).sum()
    assert (gradients["weight"] * weight).sum() == (dy * without_bias).sum()
    assert (gradients["bias"] * bias).sum() == (dy * bias[:, None, None]).sum()


@SLOW_LOOPS
@given(SIZES, POOL_OPTIONS, st.booleans(), SEEDS)
def test_max_pooling_takes_the_first_largest_cell_of_each_window(
    size: Pair,
    options: Options,
    ceil_mode: bool,  # noqa: FBT001 - drawn
    seed: int,
) -> None:
    """Loops find the cell; its value is the output, and the gradient of the output is its gradient."""
    rows, columns = window_starts(size, options, ceil_mode=ceil_mode)
    assume(rows and columns)
    x = whole_numbers(seed, 1, 1, *size) // 4
    dy = whole_numbers(seed + 1, 1, 1, len(rows), len(columns))
    y = np.full(dy.shape, -np.inf)
    dx = np.zeros(x.shape)
    for (row, top), (column, left) in product(enumerate(rows), enumerate(columns)):
        cells = [cell for _, cell in window(options, top, left) if is_inside(cell, size)]
        if cells:
            largest = max(cells, key=lambda cell: float(x[0, 0, *cell]))
            y[0, 0, row, column] = x[0, 0, *largest]
            dx[0, 0, *largest] += dy[0, 0, row, column]

    np.testing.assert_array_equal(F.max_pool2d(x, *options, ceil_mode=ceil_mode), y)
    np.testing.assert_array_equal(F.max_pool2d_backward(dy, x, *options, ceil_mode=ceil_mode)["x"], dx)


@SLOW_LOOPS
@given(SIZES, POOL_OPTIONS, st.booleans(), st.booleans(), SEEDS)
def test_average_pooling_divides_by_the_cells_that_count(
    size: Pair,
    options: Options,
    ceil_mode: bool,  # noqa: FBT001 - drawn
    count_include_pad: bool,  # noqa: FBT001 - drawn
    seed: int,
) -> None:
    """A cell counts inside the map, and with `count_include_pad` in the padding, but never beyond the padding."""
    options = options._replace(dilation=(1, 1))
    rows, columns = window_starts(size, options, ceil_mode=ceil_mode)
    assume(rows and columns)
    x = whole_numbers(seed, 1, 1, *size)
    dy = whole_numbers(seed + 1, 1, 1, len(rows), len(columns))
    y, dx = np.zeros(dy.shape), np.zeros(x.shape)
    padded_size = (size[0] + 2 * options.padding[0], size[1] + 2 * options.padding[1])
    for (row, top), (column, left) in product(enumerate(rows), enumerate(columns)):
        cells = [cell for _, cell in window(options, top, left)]
        inside = [cell for cell in cells if is_inside(cell, size)]
        padded = [(i + options.padding[0], j + options.padding[1]) for i, j in cells]
        counted = sum(is_inside(cell, padded_size) for cell in padded) if count_include_pad else len(inside)
        y[0, 0, row, column] = sum(x[0, 0, *cell] for cell in inside) / counted
        for cell in inside:
            dx[0, 0, *cell] += dy[0, 0, row, column] / counted
    arguments = {"ceil_mode": ceil_mode, "count_include_pad": count_include_pad}

    np.testing.assert_array_equal(F.avg_pool2d(x, *options[:3], **arguments), y)
    np.testing.assert_allclose(F.avg_pool2d_backward(dy, x, *options[:3], **arguments)["x"], dx, atol=1e-13)
