"""Max, average and global average pooling. Shapes: x (N, C, H, W), y (N, C, OH, OW)."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_rank, scalar, scalars
from studycards.engine.functional._windows import crop, pad, taps
from studycards.engine.windows import pool_windows

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.windows import Size, Windows


def max_pool2d(
    x: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    *,
    ceil_mode: bool = False,
) -> Array:
    """Return the largest value of each window; padding is -inf and never wins.

    Args:
        x: (N, C, H, W), of a type that has -inf.
        kernel_size: of the windows.
        stride: of the windows; the kernel size where it is None.
        padding: on both sides, at most half the kernel.
        dilation: distance of neighbouring kernel cells.
        ceil_mode: keep a last window that hangs over the edge, if it starts inside the input or the padding before it.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 4)
    windows = pool_windows(x.shape[2:], kernel_size, stride, padding, dilation, ceil_mode=ceil_mode)
    return _largest(pad(x, windows, -inf), windows)


def max_pool2d_backward(
    dy: Array,
    x: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    *,
    ceil_mode: bool = False,
) -> Gradients:
    """Return the gradient of `x`: `dy` goes to the maximum of each window, the first in row-major order on a tie."""
    check_rank(x, 4)
    windows = pool_windows(x.shape[2:], kernel_size, stride, padding, dilation, ceil_mode=ceil_mode)
    padded = pad(x, windows, -inf)
    dx = np.zeros(padded.shape, dy.dtype)
    y = _largest(padded, windows)
    unclaimed = np.ones(y.shape, bool)
    for value, gradient in zip(taps(padded, windows), taps(dx, windows), strict=True):
        claims = unclaimed & (value == y)
        np.add(gradient, dy, out=gradient, where=claims)
        unclaimed &= ~claims
    return {"x": crop(dx, windows)}


def avg_pool2d(
    x: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    *,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Array:
    """Return the mean of each window.

    Args:
        x: (N, C, H, W).
        kernel_size: of the windows.
        stride: of the windows; the kernel size where it is None.
        padding: zeros on both sides, at most half the kernel.
        ceil_mode: keep a last window that hangs over the edge, if it starts inside the input or the padding before it.
        count_include_pad: divide by the cells of the window that are input or padding, else by those that are input.
            What hangs over the padding never counts.
        divisor_override: divide by this number instead.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 4)
    windows = pool_windows(x.shape[2:], kernel_size, stride, padding, ceil_mode=ceil_mode)
    first, *others = taps(pad(x, windows), windows)
    total = first.copy()
    for value in others:
        np.add(total, value, out=total)
    return total / _divisors(x, windows, divisor_override, count_include_pad=count_include_pad)


def avg_pool2d_backward(
    dy: Array,
    x: Array,
    kernel_size: Size,
    stride: Size | None = None,
    padding: Size = 0,
    *,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Gradients:
    """Return the gradient of `x`: each `dy` is shared out evenly over its window."""
    check_rank(x, 4)
    windows = pool_windows(x.shape[2:], kernel_size, stride, padding, ceil_mode=ceil_mode)
    share = dy / _divisors(x, windows, divisor_override, count_include_pad=count_include_pad)
    rows, columns = windows
    dx = np.zeros((*x.shape[:2], rows.padded, columns.padded), share.dtype)
    for gradient in taps(dx, windows):
        np.add(gradient, share, out=gradient)
    return {"x": crop(dx, windows)}


def global_avg_pool2d(x: Array) -> Array:
    """Return the mean of each map: (N, C, H, W) to (N, C, 1, 1)."""
    check_rank(x, 4)
    y: Array = x.sum((2, 3), keepdims=True) / scalar(x.shape[2] * x.shape[3], x)
    return y


def global_avg_pool2d_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` (N, C, 1, 1) shared out evenly over the H * W cells."""
    check_rank(x, 4)
    return {"x": np.broadcast_to(dy / scalar(x.shape[2] * x.shape[3], x), x.shape).copy()}


def _largest(padded: Array, windows: tuple[Windows, Windows]) -> Array:
    first, *others = taps(padded, windows)
    y = first.copy()
    for value in others:
        np.maximum(y, value, out=y)
    return y


def _divisors(
    x: Array, windows: tuple[Windows, Windows], divisor_override: int | None, *, count_include_pad: bool
) -> Array | float | Fraction:
    """Return what the sum of each window is divided by: a number, or (OH, OW)."""
    if divisor_override is None:
        rows, columns = (scalars(axis.cells(with_padding=count_include_pad), x) for axis in windows)
        counts: Array = np.multiply.outer(rows, columns)
        return counts
    if divisor_override == 0:
        raise LayerError("engine.zero_divisor", "divisor_override must not be 0")
    return scalar(divisor_override, x)
