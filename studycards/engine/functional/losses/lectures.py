"""Two losses of lectures and textbooks that PyTorch has no name for; exact on arrays of `Fraction`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._arrays import check_gradient, scalar
from studycards.engine.functional.losses.reduction import check_same_shape

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def half_squared_error(x: Array, target: Array) -> Array:
    """Return `sum of (x - target)² / 2`, whose gradient is `x - target`.

    Raises:
        LayerError: the shapes differ.
    """
    check_same_shape(x, target=target)
    difference = x - target
    return np.asarray((difference * difference).sum() / 2, x.dtype)


def half_squared_error_backward(dy: Array, x: Array, target: Array) -> Gradients:
    """Return the gradients of `x`, which is `x - target` times `dy`, and of `target`, the opposite."""
    check_same_shape(x, target=target)
    check_gradient(dy, ())
    difference = (x - target) * dy
    return {"x": difference, "target": -difference}


def l2_penalty(x: Array, *, strength: float | Fraction = 1.0) -> Array:
    """Return `strength * sum of x²`."""
    return np.asarray((x * x).sum() * scalar(strength, x), x.dtype)


def l2_penalty_backward(dy: Array, x: Array, *, strength: float | Fraction = 1.0) -> Gradients:
    """Return the gradient `2 * strength * x` times `dy`."""
    check_gradient(dy, ())
    return {"x": 2 * scalar(strength, x) * x * dy}
