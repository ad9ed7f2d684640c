"""Pooling to a given size, down to one cell. Shapes: x (N, C, H, W), y (N, C, OH, OW).

Row i of the output is made of rows `floor(i * H / OH)` to `ceil((i + 1) * H / OH)` of the input, columns likewise.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import check_gradient, check_rank, scalar
from studycards.engine.windows import adaptive_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients

OutputSize = int | tuple[int | None, int | None]
"""One number for both axes, or (height, width); None keeps the size of the input."""


def adaptive_avg_pool2d(x: Array, output_size: OutputSize) -> Array:
    """Return the mean of each part of the input.

    Raises:
        LayerError: `x` has not four axes, or the output would have no cell.
    """
    sizes, parts = _parts(x, output_size)
    means = [x[part].sum((2, 3)) / _area(x[part]) for part in parts]
    return np.stack(means, -1).reshape(*x.shape[:2], *sizes)


def adaptive_avg_pool2d_backward(dy: Array, x: Array, output_size: OutputSize) -> Gradients:
    """Return the gradient of `x`: each `dy` is shared out evenly over its part; parts that overlap add up."""
    sizes, parts = _parts(x, output_size)
    check_gradient(dy, (*x.shape[:2], *sizes))
    dx = np.zeros(x.shape, dy.dtype)
    for part, gradient in zip(parts, _cells(dy), strict=True):
        dx[part] += gradient / _area(dx[part])
    return {"x": dx}


def adaptive_max_pool2d(x: Array, output_size: OutputSize) -> Array:
    """Return the largest value of each part of the input; NaN always wins.

    Raises:
        LayerError: `x` has not four axes, or the output would have no cell.
    """
    sizes, parts = _parts(x, output_size)
    return np.stack([x[part].max((2, 3)) for part in parts], -1).reshape(*x.shape[:2], *sizes)


def adaptive_max_pool2d_backward(dy: Array, x: Array, output_size: OutputSize) -> Gradients:
    """Return the gradient of `x`: `dy` goes to the first maximum of each part, row by row, or to its last NaN."""
    sizes, parts = _parts(x, output_size)
    check_gradient(dy, (*x.shape[:2], *sizes))
    dx = np.zeros(x.shape, dy.dtype)
    for part, gradient in zip(parts, _cells(dy), strict=True):
        dx[part] += np.where(_is_winner(x[part]), gradient, 0)
    return {"x": dx}


def global_avg_pool2d(x: Array) -> Array:
    """Return the mean of each map: (N, C, H, W) to (N, C, 1, 1)."""
    return adaptive_avg_pool2d(x, 1)


def global_avg_pool2d_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` (N, C, 1, 1) shared out evenly over the H * W cells."""
    return adaptive_avg_pool2d_backward(dy, x, 1)


def global_max_pool2d(x: Array) -> Array:
    """Return the largest value of each map: (N, C, H, W) to (N, C, 1, 1)."""
    return adaptive_max_pool2d(x, 1)


def global_max_pool2d_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` (N, C, 1, 1) at the first maximum of the map, row by row."""
    return adaptive_max_pool2d_backward(dy, x, 1)


def _parts(x: Array, output_size: OutputSize) -> tuple[list[int], list[tuple[slice, ...]]]:
    """Return the size of the output and the parts of `x` that its cells are made of, row by row."""
    check_rank(x, 4)
    wanted = (output_size, output_size) if isinstance(output_size, int) else output_size
    sizes = [size if count is None else count for size, count in zip(x.shape[2:], wanted, strict=True)]
    rows, columns = (adaptive_spans(size, count) for size, count in zip(x.shape[2:], sizes, strict=True))
    return sizes, [(slice(None), slice(None), *part) for part in product(rows, columns)]


def _cells(dy: Array) -> Iterator[Array]:
    """Yield the cells of the output, row by row: (N, C, 1, 1)."""
    for row, column in np.ndindex(dy.shape[2:]):
        yield dy[:, :, row, column, None, None]


def _area(part: Array) -> float | Fraction:
    return scalar(part.shape[2] * part.shape[3], part)


def _is_winner(part: Array) -> Array:
    """Return which cell of each channel (N, C, H, W) is the first maximum, or the last NaN."""
    values = part.reshape(*part.shape[:2], -1)
    missing = values != values  # noqa: PLR0124 - NaN is what differs from itself
    last = values.shape[-1] - 1
    winners = np.where(missing.any(-1), last - missing[..., ::-1].argmax(-1), values.argmax(-1))
    chosen: Array = np.arange(last + 1) == winners[..., None]
    return chosen.reshape(part.shape)
