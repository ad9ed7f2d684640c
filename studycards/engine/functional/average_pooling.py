"""Average pooling. Shapes: x (N, C, H, W), y (N, C, OH, OW); of one row x (N, C, L), y (N, C, OL)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, check_rank, scalar, scalars
from studycards.engine.functional._windows import crop_frame, frame, taps
from studycards.engine.windows import pool_windows

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.windows import Size, Windows


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
    divisors = _divisors(x, windows, divisor_override, count_include_pad=count_include_pad)
    first, *others = taps(frame(x, windows), windows)
    total = first.copy()
    for value in others:
        np.add(total, value, out=total)
    return total / divisors


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
    rows, columns = windows
    check_gradient(dy, (*x.shape[:2], rows.count, columns.count))
    share = dy / _divisors(x, windows, divisor_override, count_include_pad=count_include_pad)
    dx = np.zeros((*x.shape[:2], rows.padded, columns.padded), share.dtype)
    for gradient in taps(dx, windows):
        np.add(gradient, share, out=gradient)
    return {"x": crop_frame(dx, windows)}


def avg_pool1d(
    x: Array,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    *,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Array:
    """Return the mean of each window of `x` (N, C, L): `avg_pool2d` of maps with one row.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 3)
    options = _of_one_row(kernel_size, stride, padding)
    return avg_pool2d(x[:, :, None], *options, ceil_mode=ceil_mode, count_include_pad=count_include_pad)[:, :, 0]


def avg_pool1d_backward(
    dy: Array,
    x: Array,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    *,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Gradients:
    """Return the gradient of `x`: each `dy` (N, C, OL) is shared out evenly over its window."""
    check_rank(dy, 3)
    check_rank(x, 3)
    gradients = avg_pool2d_backward(
        dy[:, :, None],
        x[:, :, None],
        *_of_one_row(kernel_size, stride, padding),
        ceil_mode=ceil_mode,
        count_include_pad=count_include_pad,
    )
    return {"x": gradients["x"][:, :, 0]}


def _of_one_row(kernel_size: int, stride: int | None, padding: int) -> tuple[Size, Size, Size]:
    return (1, kernel_size), (1, kernel_size if stride is None else stride), (0, padding)


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
