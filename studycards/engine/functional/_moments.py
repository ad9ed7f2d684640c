"""What the normalizations share: to mean 0 and variance 1 over some axes, and back."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array


def mean_over(x: Array, axes: Sequence[int]) -> Array:
    """Return the mean over `axes`, which stay with length 1."""
    count = prod(x.shape[axis] for axis in axes)
    mean: Array = x.sum(tuple(axes), keepdims=True) / scalar(count, x)
    return mean


def deviations(x: Array, axes: Sequence[int]) -> tuple[Array, Array]:
    """Return `x - mean` and the biased variance, the mean of its squares, over `axes`."""
    deviation = x - mean_over(x, axes)
    return deviation, mean_over(deviation * deviation, axes)


def standardize(x: Array, axes: Sequence[int], eps: float | Fraction) -> tuple[Array, Array]:
    """Return the values n = (x - mean) / root over `axes`, and the root = sqrt(variance + eps)."""
    deviation, variance = deviations(x, axes)
    root = np.sqrt(variance + scalar(eps, x))
    return deviation / root, root


def standardize_backward(dn: Array, n: Array, root: Array, axes: Sequence[int]) -> Array:
    """Return the gradient of x from that of n: `(dn - mean(dn) - n * mean(dn * n)) / root`.

    The two means are there because each x moves the mean and the variance of all.
    """
    dx: Array = (dn - mean_over(dn, axes) - n * mean_over(dn * n, axes)) / root
    return dx
