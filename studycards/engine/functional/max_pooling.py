"""Max pooling by shifted maxima. Shapes: x (N, C, H, W), y (N, C, OH, OW); of one row x (N, C, L), y (N, C, OL)."""

from __future__ import annotations

from math import inf, nan
from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import check_gradient, check_rank
from studycards.engine.functional._windows import crop_frame, frame, taps
from studycards.engine.windows import pool_windows

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """Return the largest value of each window; padding is -inf and never wins, NaN always does.

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
    return _largest(x, windows)


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
    """Return the gradient of `x`: `dy` goes to the maximum of each window, the first in row-major order on a tie.

    In a window with NaN it goes to the last NaN, as in PyTorch.
    """
    check_rank(x, 4)
    windows = pool_windows(x.shape[2:], kernel_size, stride, padding, dilation, ceil_mode=ceil_mode)
    rows, columns = windows
    check_gradient(dy, (*x.shape[:2], rows.count, columns.count))
    padded = frame(x, windows, nan)  # NaN equals nothing: no window of -inf takes its padding for the maximum
    dx = np.zeros(padded.shape, dy.dtype)
    y = _largest(x, windows)
    winners = (value == y for value in taps(padded, windows))
    unclaimed = _hand_out(dy, np.ones(y.shape, bool), winners, taps(dx, windows))
    if unclaimed.any():
        missing = list(taps(frame(x != x, windows), windows))  # noqa: PLR0124 - NaN is what differs from itself
        _hand_out(dy, unclaimed, missing[::-1], list(taps(dx, windows))[::-1])
    return {"x": crop_frame(dx, windows)}


def max_pool1d(
    x: Array,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    dilation: int = 1,
    *,
    ceil_mode: bool = False,
) -> Array:
    """Return the largest value of each window of `x` (N, C, L): `max_pool2d` of maps with one row.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 3)
    options = _of_one_row(kernel_size, stride, padding, dilation)
    return max_pool2d(x[:, :, None], *options, ceil_mode=ceil_mode)[:, :, 0]


def max_pool1d_backward(
    dy: Array,
    x: Array,
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    dilation: int = 1,
    *,
    ceil_mode: bool = False,
) -> Gradients:
    """Return the gradient of `x`: `dy` (N, C, OL) goes to the first maximum of each window."""
    check_rank(dy, 3)
    check_rank(x, 3)
    options = _of_one_row(kernel_size, stride, padding, dilation)
    gradients = max_pool2d_backward(dy[:, :, None], x[:, :, None], *options, ceil_mode=ceil_mode)
    return {"x": gradients["x"][:, :, 0]}


def _of_one_row(kernel_size: int, stride: int | None, padding: int, dilation: int) -> tuple[Size, Size, Size, Size]:
    return (1, kernel_size), (1, kernel_size if stride is None else stride), (0, padding), (1, dilation)


def _largest(x: Array, windows: tuple[Windows, Windows]) -> Array:
    first, *others = taps(frame(x, windows, -inf), windows)
    y = first.copy()
    for value in others:
        np.maximum(y, value, out=y)
    return y


def _hand_out(dy: Array, unclaimed: Array, winners: Iterable[Array], gradients: Iterable[Array]) -> Array:
    """Add `dy` of each unclaimed window to the first of the `gradients` that won it; return what stays unclaimed.

    All are (N, C, OH, OW); winners and gradients come one for each cell of the kernel.
    """
    for winner, gradient in zip(winners, gradients, strict=True):
        claims = unclaimed & winner
        np.add(gradient, dy, out=gradient, where=claims)
        unclaimed = unclaimed & ~claims
    return unclaimed
