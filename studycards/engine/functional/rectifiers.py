"""Activations made of straight pieces and products of them: exact on arrays of `Fraction`. Shapes stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import check_gradient, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def relu(x: Array) -> Array:
    """Return `max(x, 0)`."""
    return np.maximum(x, 0)


def relu_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` where x > 0. At the kink it is 0, as in PyTorch."""
    check_gradient(dy, x.shape)
    return {"x": np.where(x <= 0, 0, dy)}


def leaky_relu(x: Array, negative_slope: float | Fraction = 0.01) -> Array:
    """Return `x` where it is positive, else `negative_slope * x`."""
    return np.where(x > 0, x, x * scalar(negative_slope, x))


def leaky_relu_backward(dy: Array, x: Array, negative_slope: float | Fraction = 0.01) -> Gradients:
    """Return the gradient of `x`: `dy` where x > 0, else `negative_slope * dy`, also at 0."""
    check_gradient(dy, x.shape)
    return {"x": np.where(x > 0, dy, dy * scalar(negative_slope, x))}


def relu6(x: Array) -> Array:
    """Return `min(max(x, 0), 6)`."""
    return np.minimum(np.maximum(x, 0), 6)


def relu6_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` where 0 < x < 6. At both kinks it is 0, as in PyTorch."""
    check_gradient(dy, x.shape)
    return {"x": np.where((x > 0) & (x < 6), dy, 0)}


def hardsigmoid(x: Array) -> Array:
    """Return `relu6(x + 3) / 6`: PyTorch's slope is 1/6, other libraries have 1/5."""
    y: Array = relu6(x + 3) / scalar(6, x)
    return y


def hardsigmoid_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy / 6` where -3 < x < 3, else 0."""
    check_gradient(dy, x.shape)
    return {"x": np.where((x > -3) & (x < 3), dy / scalar(6, x), 0)}


def hardswish(x: Array) -> Array:
    """Return `x * relu6(x + 3) / 6`."""
    y: Array = x * relu6(x + 3) / scalar(6, x)
    return y


def hardswish_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: 0 up to -3, `dy` from 3 on, `dy * (2 * x + 3) / 6` between them."""
    check_gradient(dy, x.shape)
    between = dy * (2 * x + 3) / scalar(6, x)
    return {"x": np.where(x <= -3, 0, np.where(x < 3, between, dy))}
