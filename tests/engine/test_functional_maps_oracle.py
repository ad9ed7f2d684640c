"""Transposed convolution, padding, resizing and adaptive pooling equal slow loops, or NumPy's own, for any options."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.functional.padding import Mode

Pair = tuple[int, int]

MORE_THAN_THE_AXIS = {"reflect": -1, "circular": 0, "replicate": 9}
"""How many cells more than an axis has may be added at one side; 9 stands for any number."""

SLOW_LOOPS = settings(max_examples=100)
SEEDS = st.integers(0, 2**32 - 1)
IN_NUMPY: dict[Mode, Literal["reflect", "edge", "wrap"]] = {
    "reflect": "reflect",
    "replicate": "edge",
    "circular": "wrap",
}


def pairs(least: int, most: int) -> st.SearchStrategy[Pair]:
    return st.tuples(st.integers(least, most), st.integers(least, most))


SIZES = pairs(1, 6)


def whole_numbers(seed: int, *shape: int) -> Array:
    """Return small whole numbers, so that float64 adds their products exactly in any order."""
    return np.random.default_rng(seed).integers(-9, 10, shape).astype(float)


def fits(margins: tuple[Pair, Pair], size: Pair, mode: Mode) -> bool:
    """Return whether the cells that are added at a side are no more than there are to copy."""
    return all(max(margin) <= n + MORE_THAN_THE_AXIS[mode] for margin, n in zip(margins, size, strict=True))


def are_adjoint(forward: Callable[[Array], Array], backward: Callable[[Array], Array], x: Array) -> bool:
    """Return whether dy * y = dx * x, each summed up, as it must be where y is linear in x."""
    y = forward(x)
    dy = whole_numbers(7, *y.shape)
    return bool((dy * y).sum() == (backward(dy) * x).sum())


def loop_conv_transpose2d(x: Array, weight: Array, groups: int, options: dict[str, Pair]) -> Array:
    """Return what each cell of `x` adds to the output, without padding."""
    (down, across), (step_down, step_across) = options["stride"], options["dilation"]
    channels, per_group, *kernel = weight.shape
    lengths = [
        (n - 1) * s + d * (k - 1) + 1 + more
        for n, s, d, k, more in zip(
            x.shape[2:], options["stride"], options["dilation"], kernel, options["output_padding"], strict=True
        )
    ]
    y = np.zeros((len(x), groups * per_group, *lengths))
    for n, c, i, j in np.ndindex(x.shape):
        first = c // (channels // groups) * per_group
        for f, k, m in np.ndindex(weight.shape[1:]):
            row, column = i * down + k * step_down, j * across + m * step_across
            y[n, first + f, row, column] += x[n, c, i, j] * weight[c, f, k, m]
    return y


@SLOW_LOOPS
@given(pairs(1, 3), pairs(1, 3), pairs(1, 3), pairs(0, 2), pairs(0, 2), pairs(1, 3), st.integers(1, 2), SEEDS)
def test_in_a_transposed_convolution_each_cell_adds_its_kernel(
    size: Pair, kernel: Pair, stride: Pair, padding: Pair, output_padding: Pair, dilation: Pair, groups: int, seed: int
) -> None:
    """Then the padding is cut off."""
    assume(all(o < max(s, d) for o, s, d in zip(output_padding, stride, dilation, strict=True)))
    options: dict[str, Any] = {"stride": stride, "output_padding": output_padding, "dilation": dilation}
    x = whole_numbers(seed, 2, 2 * groups, *size)
    weight = whole_numbers(seed + 1, 2 * groups, 3, *kernel)
    whole = loop_conv_transpose2d(x, weight, groups, options)
    (top, left), (height, width) = padding, whole.shape[2:]
    assume(height > 2 * top and width > 2 * left)

    y = F.conv_transpose2d(x, weight, padding=padding, groups=groups, **options)

    np.testing.assert_array_equal(y, whole[:, :, top : height - top, left : width - left])


@SLOW_LOOPS
@given(SIZES, pairs(1, 3), pairs(1, 3), pairs(0, 2), pairs(1, 2), SEEDS)
def test_a_transposed_convolution_is_the_gradient_of_a_convolution(
    size: Pair, kernel: Pair, stride: Pair, padding: Pair, dilation: Pair, seed: int
) -> None:
    """With the output padding that the rounding of the convolution asks for."""
    assume(all(n + 2 * p > d * (k - 1) for n, k, p, d in zip(size, kernel, padding, dilation, strict=True)))
    options: dict[str, Any] = {"stride": stride, "padding": padding, "dilation": dilation}
    x, weight = whole_numbers(seed, 1, 2, *size), whole_numbers(seed + 1, 3, 2, *kernel)
    dy = whole_numbers(seed + 2, *F.conv2d(x, weight, **options).shape)
    axes = zip(size, kernel, stride, padding, dilation, strict=True)
    lost = [(n + 2 * p - d * (k - 1) - 1) % s for n, k, s, p, d in axes]

    y = F.conv_transpose2d(dy, weight, output_padding=(lost[0], lost[1]), **options)

    np.testing.assert_array_equal(y, F.conv2d_backward(dy, x, weight, **options)["x"])


@SLOW_LOOPS
@given(SIZES, st.tuples(pairs(0, 7), pairs(0, 7)), st.sampled_from(sorted(IN_NUMPY)), SEEDS)
def test_padding_copies_the_cells_that_numpy_copies(
    size: Pair, margins: tuple[Pair, Pair], mode: Mode, seed: int
) -> None:
    rows, columns = margins
    assume(fits(margins, size, mode))
    x = whole_numbers(seed, 2, 1, *size)
    pad = (*columns, *rows)

    np.testing.assert_array_equal(F.pad(x, pad, mode), np.pad(x, ((0, 0), (0, 0), *margins), IN_NUMPY[mode]))
    assert are_adjoint(lambda x: F.pad(x, pad, mode), lambda dy: F.pad_backward(dy, x, pad, mode)["x"], x)


@SLOW_LOOPS
@given(SIZES, st.tuples(pairs(0, 3), pairs(0, 3)), pairs(1, 2), st.sampled_from(sorted(IN_NUMPY)), SEEDS)
def test_a_convolution_with_a_padding_mode_pads_first(
    size: Pair,
    margins: tuple[Pair, Pair],
    stride: Pair,
    mode: Mode,
    seed: int,
) -> None:
    assume(fits(margins, size, mode) and all(n + sum(margin) >= 2 for n, margin in zip(size, margins, strict=True)))
    x, weight = whole_numbers(seed, 2, 2, *size), whole_numbers(seed + 1, 3, 2, 2, 2)
    padded = np.pad(x, ((0, 0), (0, 0), *margins), IN_NUMPY[mode])
    options: dict[str, Any] = {"stride": stride, "padding": margins, "padding_mode": mode}

    np.testing.assert_array_equal(F.conv2d(x, weight, **options), F.conv2d(padded, weight, stride=stride))
    assert are_adjoint(
        lambda x: F.conv2d(x, weight, **options), lambda dy: F.conv2d_backward(dy, x, weight, **options)["x"], x
    )


@SLOW_LOOPS
@given(SIZES, pairs(1, 9), SEEDS)
def test_adaptive_pooling_reduces_parts_that_cover_the_map(size: Pair, output_size: Pair, seed: int) -> None:
    """The part of cell i begins at floor(i * old / new) and ends before ceil((i + 1) * old / new)."""
    x = whole_numbers(seed, 2, 2, *size)
    means, maxima = np.zeros((2, 2, *output_size)), np.zeros((2, 2, *output_size))
    for i, j in product(*map(range, output_size)):
        rows, columns = (
            slice(floor(Fraction(k * old, new)), ceil(Fraction((k + 1) * old, new)))
            for k, old, new in zip((i, j), size, output_size, strict=True)
        )
        means[:, :, i, j] = x[:, :, rows, columns].mean((2, 3))
        maxima[:, :, i, j] = x[:, :, rows, columns].max((2, 3))

    np.testing.assert_allclose(F.adaptive_avg_pool2d(x, output_size), means, rtol=1e-14, atol=1e-14)
    np.testing.assert_array_equal(F.adaptive_max_pool2d(x, output_size), maxima)


def bilinear_at(x: Array, row: Fraction, column: Fraction) -> Fraction:
    """Return the value of a map (H, W) between its cells; beyond the last cell it stays what it is there."""
    total = Fraction(0)
    for i, j in np.ndindex(x.shape):
        nearness = [max(1 - abs(place - cell), Fraction(0)) for place, cell in ((row, i), (column, j))]
        total += nearness[0] * nearness[1] * Fraction(float(x[i, j]))
    return total


@SLOW_LOOPS
@given(pairs(1, 4), pairs(1, 6), st.booleans(), SEEDS)
def test_a_bilinear_cell_weighs_its_neighbours_by_their_nearness(
    size: Pair,
    new_size: Pair,
    align_corners: bool,  # noqa: FBT001 - drawn
    seed: int,
) -> None:
    x = whole_numbers(seed, *size)

    def place(i: int, old: int, new: int) -> Fraction:
        if align_corners:
            return Fraction(i * (old - 1), new - 1) if new > 1 else Fraction(0)
        middle = Fraction((2 * i + 1) * old, 2 * new) - Fraction(1, 2)
        return min(max(middle, Fraction(0)), Fraction(old - 1))

    exact = np.vectorize(Fraction, otypes=[object])(x)[None, None]
    y = F.interpolate(exact, new_size, mode="bilinear", align_corners=align_corners)

    for i, j in product(*map(range, new_size)):
        assert y[0, 0, i, j] == bilinear_at(x, place(i, size[0], new_size[0]), place(j, size[1], new_size[1]))
