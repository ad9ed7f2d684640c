"""Losses of numbers: x, target and weight of any one shape. Exact on arrays of `Fraction`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import scalar
from studycards.engine.functional.losses.reduction import check_reduction, check_same_shape, reduce, reduce_backward

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.functional.losses.reduction import Reduction


def mse_loss(x: Array, target: Array, *, reduction: Reduction = "mean", weight: Array | None = None) -> Array:
    """Return `(x - target)²`. With a `weight` each is multiplied by its own, and the mean divides by their sum.

    Raises:
        LayerError: the shapes differ, or `reduction` is none of 'none', 'mean', 'sum'.
    """
    difference = _difference(x, target, reduction, weight)
    return _weighted(difference * difference, reduction, weight)


def mse_loss_backward(
    dy: Array, x: Array, target: Array, *, reduction: Reduction = "mean", weight: Array | None = None
) -> Gradients:
    """Return the gradients of `x`, `2 * (x - target)` times its share of `dy`, and of `target`, the opposite."""
    difference = _difference(x, target, reduction, weight)
    return _weighted_backward(dy, 2 * difference, reduction, weight)


def l1_loss(x: Array, target: Array, *, reduction: Reduction = "mean", weight: Array | None = None) -> Array:
    """Return `|x - target|`. With a `weight` each is multiplied by its own, and the mean divides by their sum.

    Raises:
        LayerError: the shapes differ, or `reduction` is none of 'none', 'mean', 'sum'.
    """
    difference = _difference(x, target, reduction, weight)
    return _weighted(_size(difference), reduction, weight)


def l1_loss_backward(
    dy: Array, x: Array, target: Array, *, reduction: Reduction = "mean", weight: Array | None = None
) -> Gradients:
    """Return the gradients of `x`, the sign of `x - target` (0 at 0) times its share of `dy`, and of `target`."""
    difference = _difference(x, target, reduction, weight)
    return _weighted_backward(dy, _sign(difference), reduction, weight)


def smooth_l1_loss(x: Array, target: Array, *, reduction: Reduction = "mean", beta: float | Fraction = 1.0) -> Array:
    """Return, with d = x - target, `d² / (2 * beta)` where |d| < beta, else `|d| - beta / 2`.

    Raises:
        LayerError: the shapes differ, `beta` is negative, or `reduction` is none of 'none', 'mean', 'sum'.
    """
    _check_beta(beta)
    difference = _difference(x, target, reduction)
    if beta == 0:
        return reduce(_size(difference), reduction)
    width = scalar(beta, x)
    near = difference * difference / (2 * width)
    losses = np.where(_size(difference) < width, near, _size(difference) - width / 2)
    return reduce(losses, reduction)


def smooth_l1_loss_backward(
    dy: Array, x: Array, target: Array, *, reduction: Reduction = "mean", beta: float | Fraction = 1.0
) -> Gradients:
    """Return the gradients of `x`, `d / beta` where |d| < beta, else the sign of d, and of `target`, the opposite."""
    _check_beta(beta)
    difference = _difference(x, target, reduction)
    slope = _sign(difference)
    if beta != 0:
        width = scalar(beta, x)
        slope = np.where(_size(difference) < width, difference / width, slope)
    return _weighted_backward(dy, slope, reduction)


def huber_loss(
    x: Array,
    target: Array,
    *,
    reduction: Reduction = "mean",
    delta: float | Fraction = 1.0,
    weight: Array | None = None,
) -> Array:
    """Return, with d = x - target, `d² / 2` where |d| <= delta, else `delta * (|d| - delta / 2)`.

    With a `weight` each is multiplied by its own; here, other than in `mse_loss`, the mean divides by their number.

    Raises:
        LayerError: the shapes differ, `delta` is not positive, or `reduction` is none of 'none', 'mean', 'sum'.
    """
    _check_delta(delta)
    difference, width = _difference(x, target, reduction, weight), scalar(delta, x)
    near = difference * difference / scalar(2, x)
    beyond: Array = _size(difference) - width / 2
    far = beyond * width
    losses = np.where(_size(difference) <= width, near, far)
    return reduce(losses if weight is None else losses * weight, reduction)


def huber_loss_backward(
    dy: Array,
    x: Array,
    target: Array,
    *,
    reduction: Reduction = "mean",
    delta: float | Fraction = 1.0,
    weight: Array | None = None,
) -> Gradients:
    """Return the gradients of `x`, d where |d| <= delta, else `delta` with the sign of d, and of `target`."""
    _check_delta(delta)
    difference, width = _difference(x, target, reduction, weight), scalar(delta, x)
    slope = np.where(_size(difference) <= width, difference, width * _sign(difference))
    return _weighted_backward(dy, slope if weight is None else slope * weight, reduction)


def _difference(x: Array, target: Array, reduction: Reduction, weight: Array | None = None) -> Array:
    """Return `x - target`, if everything fits."""
    check_reduction(reduction)
    check_same_shape(x, target=target, weight=weight)
    return x - target


def _weighted(losses: Array, reduction: Reduction, weight: Array | None) -> Array:
    return reduce(losses, reduction) if weight is None else reduce(losses * weight, reduction, weight.sum())


def _weighted_backward(dy: Array, slope: Array, reduction: Reduction, weight: Array | None = None) -> Gradients:
    """Return the gradients of `x` and `target`, given the `slope` of each loss by its difference."""
    total = None if weight is None else weight.sum()
    dx = slope * reduce_backward(dy, slope, reduction, total)
    if weight is not None:
        dx = dx * weight
    return {"x": dx, "target": -dx}


def _sign(difference: Array) -> Array:
    """Return -1, 0 or 1, by the real part."""
    sign: Array = np.sign(difference.real)
    return sign


def _size(difference: Array) -> Array:
    """Return the absolute value, which of a complex step keeps the step."""
    return difference * _sign(difference)


def _check_beta(beta: float | Fraction) -> None:
    if beta < 0:
        raise LayerError(
            "engine.smooth_l1_beta", "beta of smooth_l1_loss must not be negative, but it is {beta}", beta=beta
        )


def _check_delta(delta: float | Fraction) -> None:
    if delta <= 0:
        raise LayerError("engine.huber_delta", "delta of huber_loss must be positive, but it is {delta}", delta=delta)
