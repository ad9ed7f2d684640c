"""Batch normalization: each channel over (N, H, W). Shapes: x (N, C, H, W); statistics, weight and bias (C,).

A standard deviation is a root: NumPy refuses it on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_rank, check_vector, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients

_BATCH = (0, 2, 3)
"""The axes that a channel is normalized over."""


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
        x: (N, C, H, W).
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
    y, _ = _normalize(x, running_mean, running_var, training=training, eps=eps)
    if weight is not None:
        y = y * weight[:, None, None]
    return y if bias is None else y + bias[:, None, None]


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

    With n the normalized values, dn their gradient and std = sqrt(var + eps): dx = dn / std with running statistics.
    In training x also moves mean and variance: dx = (dn - mean(dn) - n * mean(dn * n)) / std.
    """
    _check(x, running_mean, running_var, weight, bias)
    normalized, deviation = _normalize(x, running_mean, running_var, training=training, eps=eps)
    d_normalized = dy if weight is None else dy * weight[:, None, None]
    if training:
        pull = normalized * (d_normalized * normalized).mean(_BATCH, keepdims=True)
        d_normalized = d_normalized - d_normalized.mean(_BATCH, keepdims=True) - pull
    gradients = {"x": d_normalized / deviation}
    if weight is not None:
        gradients["weight"] = (dy * normalized).sum(_BATCH)
    if bias is not None:
        gradients["bias"] = dy.sum(_BATCH)
    return gradients


def running_statistics(
    x: Array, running_mean: Array, running_var: Array, momentum: float | Fraction = 0.1
) -> tuple[Array, Array]:
    """Return the running mean and variance (C,) after the batch `x`.

    As in PyTorch `momentum` is the weight of the new value, and the variance that is kept is the unbiased one.
    """
    _check(x, running_mean, running_var)
    mean, variance = _batch_statistics(x)
    size = x.size // x.shape[1]
    new, old = scalar(momentum, x), 1 - scalar(momentum, x)
    unbiased = variance * size / (size - 1)
    return old * running_mean + new * mean.ravel(), old * running_var + new * unbiased.ravel()


def _normalize(
    x: Array, running_mean: Array | None, running_var: Array | None, *, training: bool, eps: float | Fraction
) -> tuple[Array, Array]:
    """Return the normalized values (N, C, H, W) and what they were divided by (C, 1, 1)."""
    if training:
        mean, variance = _batch_statistics(x)
    elif running_mean is None or running_var is None:
        raise LayerError("engine.running_statistics", "batch_norm without training needs running statistics")
    else:
        mean, variance = running_mean[:, None, None], running_var[:, None, None]
    deviation = np.sqrt(variance + scalar(eps, x))
    return (x - mean) / deviation, deviation


def _batch_statistics(x: Array) -> tuple[Array, Array]:
    """Return the mean and the biased variance of each channel, (1, C, 1, 1)."""
    if x.size <= x.shape[1]:
        raise LayerError(
            "engine.batch_of_one",
            "batch_norm in training needs more than one value per channel, not the shape {shape}",
            shape=x.shape,
        )
    mean = x.mean(_BATCH, keepdims=True)
    deviations = x - mean
    return mean, (deviations * deviations).mean(_BATCH, keepdims=True)


def _check(x: Array, *vectors: Array | None) -> None:
    check_rank(x, 4)
    for vector in vectors:
        check_vector(vector, x.shape[1])
