"""Activations, softmax and dropout: each value by itself, or each vector of scores. Shapes stay as they are.

Sigmoid, tanh and softmax of a fraction are no fractions: NumPy refuses them on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def relu(x: Array) -> Array:
    """Return `max(x, 0)`."""
    return np.maximum(x, 0)


def relu_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` where x > 0. At the kink it is 0, as in PyTorch."""
    return {"x": np.where(x <= 0, 0, dy)}


def leaky_relu(x: Array, negative_slope: float | Fraction = 0.01) -> Array:
    """Return `x` where it is positive, else `negative_slope * x`."""
    return np.where(x > 0, x, x * scalar(negative_slope, x))


def leaky_relu_backward(dy: Array, x: Array, negative_slope: float | Fraction = 0.01) -> Gradients:
    """Return the gradient of `x`: `dy` where x > 0, else `negative_slope * dy`, also at 0."""
    return {"x": np.where(x > 0, dy, dy * scalar(negative_slope, x))}


def sigmoid(x: Array) -> Array:
    """Return `1 / (1 + exp(-x))`."""
    negative = x.real < 0
    decay = np.exp(np.where(negative, x, -x))  # at most 1, so it never overflows
    y: Array = np.where(negative, decay, 1) / (1 + decay)
    return y


def sigmoid_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy * y * (1 - y)`."""
    y = sigmoid(x)
    return {"x": dy * y * (1 - y)}


def tanh(x: Array) -> Array:
    """Return the hyperbolic tangent of `x`."""
    return np.tanh(x)


def tanh_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy * (1 - y²)`."""
    y = np.tanh(x)
    return {"x": dy * (1 - y * y)}


def softmax(x: Array, dim: int = 1) -> Array:
    """Return `exp(x) / sum of exp(x)` along axis `dim`: of (N, classes), or of the channels of (N, C, H, W)."""
    powers = np.exp(x - x.real.max(dim, keepdims=True))  # the largest is exp(0), so none overflows
    y: Array = powers / powers.sum(dim, keepdims=True)
    return y


def softmax_backward(dy: Array, x: Array, dim: int = 1) -> Gradients:
    """Return the gradient of `x`: `y * (dy - sum of dy * y)` along axis `dim`."""
    y = softmax(x, dim)
    return {"x": y * (dy - (dy * y).sum(dim, keepdims=True))}


def dropout(x: Array, mask: Array, p: float | Fraction = 0.5) -> Array:
    """Return `x / (1 - p)` where `mask` is true or 1, else 0 (inverted dropout: nothing is left to scale when testing).

    Args:
        x: any shape.
        mask: of the shape of `x`: what is kept. It is an argument, so that an answer can be computed by hand.
        p: the probability with which a value was dropped.

    Raises:
        LayerError: `p` is no probability.
    """
    if not 0 <= p <= 1:
        raise LayerError("engine.dropout_probability", "p must be from 0 to 1, not {p}", p=p)
    kept = 1 - scalar(p, x)
    return np.where(mask, x * (1 / kept if kept else 0), 0)


def dropout_backward(
    dy: Array,
    x: Array,  # noqa: ARG001 - every backward takes the arguments of its forward
    mask: Array,
    p: float | Fraction = 0.5,
) -> Gradients:
    """Return the gradient of `x`: the same mask and scale applied to `dy`."""
    return {"x": dropout(dy, mask, p)}
