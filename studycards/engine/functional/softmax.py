"""Scores to probabilities and to their logarithms, along one axis. Shapes stay as they are.

Exponentials of fractions are no fractions: NumPy refuses them on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import check_gradient

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients


def softmax(x: Array, dim: int = 1) -> Array:
    """Return `exp(x) / sum of exp(x)` along axis `dim`: of (N, classes), or of the channels of (N, C, H, W)."""
    powers = np.exp(_below_zero(x, dim))
    y: Array = powers / powers.sum(dim, keepdims=True)
    return y


def softmax_backward(dy: Array, x: Array, dim: int = 1) -> Gradients:
    """Return the gradient of `x`: `y * (dy - sum of dy * y)` along axis `dim`."""
    check_gradient(dy, x.shape)
    y = softmax(x, dim)
    return {"x": y * (dy - (dy * y).sum(dim, keepdims=True))}


def log_softmax(x: Array, dim: int = 1) -> Array:
    """Return `x - log(sum of exp(x))` along axis `dim`: the logarithm of `softmax`, also where that rounds to 0."""
    shifted = _below_zero(x, dim)
    y: Array = shifted - np.log(np.exp(shifted).sum(dim, keepdims=True))
    return y


def log_softmax_backward(dy: Array, x: Array, dim: int = 1) -> Gradients:
    """Return the gradient of `x`: `dy - softmax(x) * sum of dy` along axis `dim`."""
    check_gradient(dy, x.shape)
    return {"x": dy - softmax(x, dim) * dy.sum(dim, keepdims=True)}


def _below_zero(x: Array, dim: int) -> Array:
    """Return `x` less the largest along `dim`: the same probabilities, and no exponential above exp(0)."""
    shifted: Array = x - x.real.max(dim, keepdims=True)
    return shifted
