"""Local response normalization (AlexNet): each value is divided by what its neighbouring channels hold there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_axes, check_gradient, check_inexact, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def local_response_norm(
    x: Array,
    size: int,
    alpha: float | Fraction = 1e-4,
    beta: float | Fraction = 0.75,
    k: float | Fraction = 1.0,
) -> Array:
    """Return `x / s ** beta` with `s = k + alpha / size * sum of x²` over `size` channels around each.

    As in PyTorch alpha is divided by `size` (in the paper it is not), channels beyond the first and the last count as
    0, and an even `size` takes one channel more before than behind.

    Args:
        x: (N, C, ...), at least one axis of positions.
        size: how many channels are looked at.
        alpha: the weight of their mean square.
        beta: the exponent. A whole one keeps fractions exact; others are refused beside them (TypeError).
        k: keeps the divisor away from 0.

    Raises:
        LayerError: `size` is below 1, or `x` has no positions.
    """
    _check(x, size, beta)
    y: Array = x / _sums(x, size, alpha, k) ** scalar(beta, x)
    return y


def local_response_norm_backward(
    dy: Array,
    x: Array,
    size: int,
    alpha: float | Fraction = 1e-4,
    beta: float | Fraction = 0.75,
    k: float | Fraction = 1.0,
) -> Gradients:
    """Return the gradient of `x`: `dy / s ** beta - 2 * alpha / size * beta * x * sum of dy * x / s ** (beta + 1)`.

    This sum goes over the channels that looked at this one: an even `size` takes one more behind than before.
    """
    check_gradient(dy, x.shape)
    _check(x, size, beta)
    sums, exponent = _sums(x, size, alpha, k), scalar(beta, x)
    pull = _windows_sum(dy * x / sums ** (exponent + 1), (size - 1) // 2, size // 2)
    share = 2 * scalar(alpha, x) / size * exponent
    return {"x": dy / sums**exponent - share * x * pull}


def _sums(x: Array, size: int, alpha: float | Fraction, k: float | Fraction) -> Array:
    """Return `s`: what is raised to `beta`."""
    mean_squares: Array = _windows_sum(x * x, size // 2, (size - 1) // 2) / scalar(size, x)
    weighted: Array = mean_squares * scalar(alpha, x)
    return weighted + scalar(k, x)


def _windows_sum(x: Array, before: int, after: int) -> Array:
    """Return the sum of each channel, of `before` channels before it and of `after` channels behind it."""
    channels = x.shape[1]
    total = np.zeros_like(x)
    for shift in range(-min(before, channels), min(after, channels) + 1):
        first, last = max(0, -shift), channels - max(0, shift)
        total[:, first:last] += x[:, first + shift : last + shift]
    return total


def _check(x: Array, size: int, beta: float | Fraction) -> None:
    check_axes(x, 3)
    if beta != int(beta):
        check_inexact(x, f"the power {beta}")
    if size < 1:
        raise LayerError(
            "engine.option_too_small",
            "{option} must be at least {least}, not {value}",
            option="size",
            least=1,
            value=size,
        )
