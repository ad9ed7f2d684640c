"""Batch normalization: each channel over the batch and all positions.

Shapes: x (N, C, ...), such as (N, C, H, W) or (N, C); statistics, weight and bias (C,).
A standard deviation is a root: NumPy refuses it on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_axes, check_gradient, check_vector, per_channel, scalar
from studycards.engine.functional._moments import deviations, mean_over, standardize, standardize_backward

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def batch_norm(
    x: Array,
    running_mean: Array | None,
    running_var: Array | None,
    weight: Array | None = None,
    bias: Array | None = None,
    *,
    training: bool = False,
    eps: float | Fraction = 1e-5,
) -> Array:
    """Return `weight * (x - mean) / sqrt(var + eps) + bias`.

    Args:
        x: (N, C, ...).
        running_mean: (C,), the mean unless `training`.
        running_var: (C,), the variance unless `training`.
        weight: (C,), the scale; 1 where it is None.
        bias: (C,), the shift; 0 where it is None.
        training: use the mean and the biased variance of this batch. The running statistics are left as they are;
            `running_statistics` returns the new ones.
        eps: keeps the root away from 0.

    Raises:
        LayerError: the shapes do not fit, or the statistics are missing.
    """
    _check(x, running_mean, running_var, weight, bias)
    if training:
        _check_batch(x)
        deviation, variance = deviations(x, _batch_axes(x))
    else:
        mean, variance = _running(x, running_mean, running_var)
        deviation = x - mean
    root = np.sqrt(variance + scalar(eps, x))
    # one factor for each channel: to divide and then to multiply would be one more walk through all of x
    y = deviation / root if weight is None else deviation * (per_channel(weight, x) / root)
    return y if bias is None else y + per_channel(bias, x)


def batch_norm_backward(
    dy: Array,
    x: Array,
    running_mean: Array | None,
    running_var: Array | None,
    weight: Array | None = None,
    bias: Array | None = None,
    *,
    training: bool = False,
    eps: float | Fraction = 1e-5,
) -> Gradients:
    """Return the gradients of `x` and, where they are there, of `weight` and `bias`.

    With n the normalized values and root = sqrt(var + eps): dx = weight * dy / root with running statistics.
    In training x also moves mean and variance: dx = weight * (dy - mean(dy) - n * mean(dy * n)) / root.
    dweight = sum of dy * n, dbias = sum of dy.
    """
    check_gradient(dy, x.shape)
    _check(x, running_mean, running_var, weight, bias)
    axes = _batch_axes(x)
    if training:
        _check_batch(x)
        normalized, root = standardize(x, axes, eps)
        dx = standardize_backward(dy, normalized, root, axes)
    else:
        mean, variance = _running(x, running_mean, running_var)
        root = np.sqrt(variance + scalar(eps, x))
        normalized, dx = (x - mean) / root, dy / root
    gradients = {"x": dx if weight is None else dx * per_channel(weight, x)}
    if weight is not None:
        gradients["weight"] = (dy * normalized).sum(axes)
    if bias is not None:
        gradients["bias"] = dy.sum(axes)
    return gradients


def running_statistics(
    x: Array, running_mean: Array, running_var: Array, momentum: float | Fraction = 0.1
) -> tuple[Array, Array]:
    """Return the running mean and variance (C,) after the batch `x`.

    As in PyTorch `momentum` is the weight of the new value, and the variance that is kept is the unbiased one.
    """
    _check(x, running_mean, running_var)
    _check_batch(x)
    axes, size = _batch_axes(x), x.size // x.shape[1]
    _, variance = deviations(x, axes)
    unbiased = variance * size / (size - 1)
    new, old = scalar(momentum, x), 1 - scalar(momentum, x)
    mean = mean_over(x, axes)
    return old * running_mean + new * mean.ravel(), old * running_var + new * unbiased.ravel()


def _running(x: Array, running_mean: Array | None, running_var: Array | None) -> tuple[Array, Array]:
    if running_mean is None or running_var is None:
        raise LayerError("engine.running_statistics", "batch_norm without training needs running statistics")
    return per_channel(running_mean, x), per_channel(running_var, x)


def _batch_axes(x: Array) -> tuple[int, ...]:
    """Return the axes that a channel is normalized over: all but its own."""
    return (0, *range(2, x.ndim))


def _check(x: Array, *vectors: Array | None) -> None:
    check_axes(x, 2)
    for vector in vectors:
        check_vector(vector, x.shape[1])


def _check_batch(x: Array) -> None:
    if x.size <= x.shape[1]:
        raise LayerError(
            "engine.batch_of_one",
            "batch_norm in training needs more than one value per channel, not the shape {shape}",
            shape=x.shape,
        )
