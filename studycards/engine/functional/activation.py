"""Smooth activations, each value by itself. Shapes stay as they are.

Their values at fractions are no fractions: they are refused on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, check_inexact, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients

Approximate = Literal["none", "tanh"]

CUBIC = 0.044715
"""The weight of x³ in the tanh form of GELU (Hendrycks and Gimpel, 2016)."""


def sigmoid(x: Array) -> Array:
    """Return `1 / (1 + exp(-x))`."""
    negative = x.real < 0
    decay = np.exp(np.where(negative, x, -x))  # at most 1, so it never overflows
    y: Array = np.where(negative, decay, 1) / (1 + decay)
    return y


def sigmoid_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy * y * (1 - y)`."""
    check_gradient(dy, x.shape)
    y = sigmoid(x)
    return {"x": dy * y * (1 - y)}


def tanh(x: Array) -> Array:
    """Return the hyperbolic tangent of `x`."""
    return np.tanh(x)


def tanh_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy * (1 - y²)`."""
    check_gradient(dy, x.shape)
    y = np.tanh(x)
    return {"x": dy * (1 - y * y)}


def silu(x: Array) -> Array:
    """Return `x * sigmoid(x)`, also known as swish."""
    return x * sigmoid(x)


def silu_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: with s = sigmoid(x), `dy * s * (1 + x * (1 - s))`."""
    check_gradient(dy, x.shape)
    s = sigmoid(x)
    return {"x": dy * s * (1 + x * (1 - s))}


def elu(x: Array, alpha: float | Fraction = 1.0) -> Array:
    """Return `x` where it is positive, else `alpha * (exp(x) - 1)`."""
    return np.where(x > 0, x, scalar(alpha, x) * np.expm1(_not_above(0, x)))


def elu_backward(dy: Array, x: Array, alpha: float | Fraction = 1.0) -> Gradients:
    """Return the gradient of `x`: `dy` where x > 0, else `dy * alpha * exp(x)`, also at 0."""
    check_gradient(dy, x.shape)
    return {"x": np.where(x > 0, dy, dy * scalar(alpha, x) * np.exp(_not_above(0, x)))}


def softplus(x: Array, beta: float | Fraction = 1.0, threshold: float | Fraction = 20.0) -> Array:
    """Return `log(1 + exp(beta * x)) / beta`, and `x` itself where `beta * x > threshold`."""
    z = x * scalar(beta, x)
    # log(1 + exp(z)) = max(z, 0) + log(1 + exp(-|z|)), which never overflows
    smooth = np.where(z.real > 0, z, 0) + np.log1p(np.exp(np.where(z.real > 0, -z, z)))
    return np.where(z.real > float(threshold), x, smooth / scalar(beta, x))


def softplus_backward(
    dy: Array, x: Array, beta: float | Fraction = 1.0, threshold: float | Fraction = 20.0
) -> Gradients:
    """Return the gradient of `x`: `dy * sigmoid(beta * x)`, and `dy` itself where `beta * x > threshold`."""
    check_gradient(dy, x.shape)
    z = x * scalar(beta, x)
    return {"x": np.where(z.real > float(threshold), dy, dy * sigmoid(z))}


def gelu(x: Array, approximate: Approximate = "none") -> Array:
    """Return `x` times the probability that a standard normal number is below it.

    Args:
        x: any shape; real, for `approximate='none'`.
        approximate: 'none' for `x * (1 + erf(x / √2)) / 2`,
            'tanh' for `x * (1 + tanh(√(2/π) * (x + 0.044715 * x³))) / 2`.

    Raises:
        LayerError: `approximate` is neither of them.
    """
    return x * _below(x, approximate)


def gelu_backward(dy: Array, x: Array, approximate: Approximate = "none") -> Gradients:
    """Return the gradient of `x`: with P the probability and p its slope, `dy * (P + x * p)`.

    'none': p = exp(-x²/2) / √(2π). 'tanh': with t the tangent, p = (1 - t²) * √(2/π) * (1 + 3 * 0.044715 * x²) / 2.
    """
    check_gradient(dy, x.shape)
    below = _below(x, approximate)
    if approximate == "none":
        slope = np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    else:
        # (1 - t²) / 2 = 2 * P * (1 - P), because P = (1 + t) / 2
        slope = 2 * below * (1 - below) * math.sqrt(2 / math.pi) * (1 + 3 * CUBIC * x * x)
    return {"x": dy * (below + x * slope)}


def _below(x: Array, approximate: Approximate) -> Array:
    """Return the probability that a standard normal number is below each `x`, or what approximates it."""
    check_inexact(x, "gelu")
    match approximate:
        case "none":
            return (1 + _erf(x / math.sqrt(2))) / 2
        case "tanh":
            return (1 + np.tanh(math.sqrt(2 / math.pi) * (x + CUBIC * x * x * x))) / 2
    raise LayerError(
        "engine.gelu_approximate", "approximate of gelu must be 'none' or 'tanh', not '{value}'", value=approximate
    )


def _erf(x: Array) -> Array:
    """Return the error function. NumPy has none; Python's is called for each number, 0.1 µs a number."""
    y: Array = np.vectorize(math.erf, otypes=[x.dtype])(x)
    return y


def _not_above(bound: float, x: Array) -> Array:
    """Return `x` where it is at most `bound`, else `bound`: an exponential of what is not used must not overflow."""
    return np.where(x.real > bound, bound, x)
