"""Losses of yes and no. Shapes: x and target any one shape, weight and pos_weight of that shape or spread over it.

Logarithms of fractions are no fractions: NumPy refuses them on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional.activation import sigmoid, softplus
from studycards.engine.functional.losses.reduction import check_reduction, check_same_shape, reduce, reduce_backward

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.functional.losses.reduction import Reduction

LEAST_LOGARITHM = -100.0
"""PyTorch's stand-in for log 0 = -inf, so that a sure but wrong prediction has a finite loss."""

LEAST_VARIANCE = 1e-12
"""PyTorch's least x * (1 - x), so that a sure prediction has a finite gradient."""


def binary_cross_entropy(
    x: Array, target: Array, weight: Array | None = None, *, reduction: Reduction = "mean"
) -> Array:
    """Return `-weight * (target * log(x) + (1 - target) * log(1 - x))`, no logarithm below -100.

    Args:
        x: probabilities, from 0 to 1.
        target: of the shape of `x`, usually 0 or 1.
        weight: spread over `x`; 1 where it is None. The mean divides by the number of losses all the same.
        reduction: 'none', 'mean' or 'sum'.

    Raises:
        LayerError: the shapes do not fit, or an `x` is no probability.
    """
    _check_probabilities(x)
    _check(x, target, reduction, weight=weight)
    losses = -(target * _logarithm(x) + (1 - target) * _logarithm(1 - x))
    return reduce(losses if weight is None else losses * weight, reduction)


def binary_cross_entropy_backward(
    dy: Array, x: Array, target: Array, weight: Array | None = None, *, reduction: Reduction = "mean"
) -> Gradients:
    """Return the gradients of `x` and `target`, times the weight and the share of `dy`.

    dx = (x - target) / (x * (1 - x)), the divisor at least 1e-12; dtarget = log(1 - x) - log(x), no logarithm below
    -100 (PyTorch forgets the bound here: its gradient of the target is infinite where x is 0 or 1).
    """
    _check_probabilities(x)
    _check(x, target, reduction, weight=weight)
    share = reduce_backward(dy, x, reduction)
    if weight is not None:
        share = share * weight
    return {
        "x": share * (x - target) / np.maximum(x * (1 - x), LEAST_VARIANCE),
        "target": share * (_logarithm(1 - x) - _logarithm(x)),
    }


def binary_cross_entropy_with_logits(
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    reduction: Reduction = "mean",
    pos_weight: Array | None = None,
) -> Array:
    """Return `-weight * (pos_weight * target * log(s) + (1 - target) * log(1 - s))` with s = sigmoid(x).

    It is computed as `(1 - target) * x + (1 + (pos_weight - 1) * target) * log(1 + exp(-x))`, which no score overflows.

    Args:
        x: scores (logits).
        target: of the shape of `x`, usually 0 or 1.
        weight: spread over `x`; 1 where it is None. The mean divides by the number of losses all the same.
        reduction: 'none', 'mean' or 'sum'.
        pos_weight: spread over `x`: what a positive target weighs; 1 where it is None.

    Raises:
        LayerError: the shapes do not fit.
    """
    _check(x, target, reduction, weight=weight, pos_weight=pos_weight)
    losses = (1 - target) * x + _positive(target, pos_weight) * _minus_log_sigmoid(x)
    return reduce(losses if weight is None else losses * weight, reduction)


def binary_cross_entropy_with_logits_backward(
    dy: Array,
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    reduction: Reduction = "mean",
    pos_weight: Array | None = None,
) -> Gradients:
    """Return the gradients of `x` and `target`, times the weight and the share of `dy`.

    dx = (1 - target) - (1 + (pos_weight - 1) * target) * (1 - s), which is s - target without a pos_weight;
    dtarget = (pos_weight - 1) * log(1 + exp(-x)) - x.
    """
    _check(x, target, reduction, weight=weight, pos_weight=pos_weight)
    share = reduce_backward(dy, x, reduction)
    if weight is not None:
        share = share * weight
    dtarget = -x if pos_weight is None else (pos_weight - 1) * _minus_log_sigmoid(x) - x
    return {"x": share * ((1 - target) - _positive(target, pos_weight) * sigmoid(-x)), "target": share * dtarget}


def _logarithm(x: Array) -> Array:
    """Return log(x), at least -100."""
    smallest = np.full(x.shape, LEAST_LOGARITHM, x.dtype)
    return np.maximum(np.log(x, out=smallest, where=x != 0), LEAST_LOGARITHM)


def _minus_log_sigmoid(x: Array) -> Array:
    """Return log(1 + exp(-x)) = -log(sigmoid(x))."""
    return softplus(-x, threshold=np.inf)


def _positive(target: Array, pos_weight: Array | None) -> Array | int:
    """Return `1 + (pos_weight - 1) * target`: 1 for a negative target, `pos_weight` for a positive one."""
    return 1 if pos_weight is None else 1 + (pos_weight - 1) * target


def _check_probabilities(x: Array) -> None:
    outside = x[(x.real < 0) | (x.real > 1)]
    if outside.size:
        raise LayerError(
            "engine.no_probability",
            "binary_cross_entropy takes probabilities from 0 to 1, not {value}:"
            " binary_cross_entropy_with_logits takes scores",
            value=outside.flat[0],
        )


def _check(x: Array, target: Array, reduction: Reduction, **weights: Array | None) -> None:
    check_reduction(reduction)
    check_same_shape(x, target=target)
    for name, array in weights.items():
        if array is not None and not _spreads(array.shape, x.shape):
            raise LayerError(
                "engine.weight_spread",
                "{name} of the shape {found} cannot be spread over the input, {expected}",
                name=name,
                found=array.shape,
                expected=x.shape,
            )


def _spreads(shape: tuple[int, ...], over: tuple[int, ...]) -> bool:
    """Return whether an array of `shape` broadcasts to `over` without making it larger."""
    pairs = zip(reversed(shape), reversed(over), strict=False)
    return len(shape) <= len(over) and all(own in (1, other) for own, other in pairs)
