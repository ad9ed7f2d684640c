"""Losses of classes. Shapes: x (N, C, ...), target (N, ...) of class indices or (N, C, ...) of probabilities.

A logarithm of a fraction is no fraction: `cross_entropy` is refused on arrays of `Fraction` (TypeError), `nll_loss`,
which is given the logarithms, is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_axes, check_vector, per_channel, scalar, scalars
from studycards.engine.functional.losses.reduction import check_reduction, reduce, reduce_backward
from studycards.engine.functional.softmax import log_softmax, log_softmax_backward

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.functional.losses.reduction import Reduction

NO_INDEX = -100
"""PyTorch's default of `ignore_index`: an index that no class has."""


class _Goal(NamedTuple):
    """What a prediction is measured by: `q` (N, C, ...), the part of each class, and what a mean divides by."""

    q: Array
    total: Array


def cross_entropy(
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    ignore_index: int = NO_INDEX,
    reduction: Reduction = "mean",
    label_smoothing: float | Fraction = 0.0,
) -> Array:
    """Return `-sum over the classes of q * log_softmax(x)`, q = weight * ((1 - s) * p + s / C), s = label_smoothing.

    The mean of class indices divides by the sum of the weights of the targets, that of probabilities by their number.

    Args:
        x: (N, C, ...), the scores (logits).
        target: (N, ...), class indices: p is 1 for this class, 0 for the others; or (N, C, ...), p itself.
        weight: (C,), of the classes; 1 where it is None.
        ignore_index: a target that does not count, not even in the mean. There is none among probabilities.
        reduction: 'none', 'mean' or 'sum'.
        label_smoothing: from 0 to 1, how much of p is spread evenly over all classes.

    Raises:
        LayerError: shapes and options do not fit each other, an index names no class, or a mean has nothing to count.
    """
    _check(x, target, weight, ignore_index, reduction)
    _check_smoothing(label_smoothing)
    goal = _goal(x, target, weight, ignore_index, label_smoothing)
    return reduce(_losses(goal.q, log_softmax(x)), reduction, goal.total)


def cross_entropy_backward(
    dy: Array,
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    ignore_index: int = NO_INDEX,
    reduction: Reduction = "mean",
    label_smoothing: float | Fraction = 0.0,
) -> Gradients:
    """Return the gradients of `x` and, where they are probabilities, of `target`, times the share of `dy`.

    dx = softmax(x) * sum of q - q, which is softmax(x) - p without weights;
    dtarget = -weight * (1 - s) * log_softmax(x).
    """
    _check(x, target, weight, ignore_index, reduction)
    _check_smoothing(label_smoothing)
    goal = _goal(x, target, weight, ignore_index, label_smoothing)
    share = np.expand_dims(reduce_backward(dy, goal.q.sum(1), reduction, goal.total), 1)
    gradients = log_softmax_backward(-goal.q * share, x)
    if _is_probable(x, target):
        weighted = share if weight is None else share * per_channel(weight, x)
        gradients["target"] = -weighted * (1 - scalar(label_smoothing, x)) * log_softmax(x)
    return gradients


def nll_loss(
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    ignore_index: int = NO_INDEX,
    reduction: Reduction = "mean",
) -> Array:
    """Return `-weight * x` of the target's class; the mean divides by the sum of the weights of the targets.

    Args:
        x: (N, C, ...), logarithms of probabilities.
        target: (N, ...), class indices.
        weight: (C,), of the classes; 1 where it is None.
        ignore_index: a target that does not count, not even in the mean.
        reduction: 'none', 'mean' or 'sum'.

    Raises:
        LayerError: shapes and options do not fit each other, an index names no class, or a mean has nothing to count.
    """
    _check(x, target, weight, ignore_index, reduction, indices=True)
    goal = _goal(x, target, weight, ignore_index)
    return reduce(_losses(goal.q, x), reduction, goal.total)


def nll_loss_backward(
    dy: Array,
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    ignore_index: int = NO_INDEX,
    reduction: Reduction = "mean",
) -> Gradients:
    """Return the gradient of `x`: `-weight` times the share of `dy` at the target's class, else 0."""
    _check(x, target, weight, ignore_index, reduction, indices=True)
    goal = _goal(x, target, weight, ignore_index)
    share = reduce_backward(dy, goal.q.sum(1), reduction, goal.total)
    return {"x": -goal.q * np.expand_dims(share, 1)}


def _losses(q: Array, logarithms: Array) -> Array:
    """Return `-sum of q * logarithms` over the classes. Where q is 0, log 0 = -inf counts nothing, either."""
    losses: Array = -(q * np.where(q == 0, 0, logarithms)).sum(1)
    return losses


def _goal(
    x: Array,
    target: Array,
    weight: Array | None,
    ignore_index: int,
    label_smoothing: float | Fraction = 0,
) -> _Goal:
    """Return what `x` is measured by. An ignored target has no part in any class."""
    weights = scalars([1], x) if weight is None else per_channel(weight, x)
    if _is_probable(x, target):
        p, even = target, scalars([1], x)
        total = scalars([x.size // x.shape[1]], x).sum()
    else:
        p = _one_hot(x, target, ignore_index)
        even = p.sum(1, keepdims=True)
        total = (weights * p).sum()
    s = scalar(label_smoothing, x)
    return _Goal(weights * ((1 - s) * p + s / x.shape[1] * even), total)


def _is_probable(x: Array, target: Array) -> bool:
    """Return whether `target` holds probabilities: it has the shape of the input."""
    return target.shape == x.shape


def _one_hot(x: Array, target: Array, ignore_index: int) -> Array:
    """Return (N, C, ...): 1 for the target's class, 0 for the others and for all classes of an ignored target."""
    classes = per_channel(np.arange(x.shape[1]), x)
    hits = (np.expand_dims(target, 1) == classes) & np.expand_dims(target != ignore_index, 1)
    one_hot: Array = scalars([0, 1], x)[hits.astype(int)]
    return one_hot


def _check(
    x: Array, target: Array, weight: Array | None, ignore_index: int, reduction: Reduction, *, indices: bool = False
) -> None:
    """Raise a LayerError for what does not fit; probabilities do not where only `indices` do."""
    check_reduction(reduction)
    check_axes(x, 2)
    check_vector(weight, x.shape[1])
    if _is_probable(x, target) and not indices:
        _check_probabilities(target, ignore_index)
    else:
        _check_indices(x, target, ignore_index)


def _check_smoothing(label_smoothing: float | Fraction) -> None:
    if not 0 <= label_smoothing <= 1:
        raise LayerError(
            "engine.label_smoothing", "label_smoothing must be from 0 to 1, not {value}", value=label_smoothing
        )


def _check_probabilities(target: Array, ignore_index: int) -> None:
    if target.dtype.kind in "iu":
        raise LayerError(
            "engine.target_kind", "a target of the shape of the input holds probabilities, not whole numbers"
        )
    if ignore_index >= 0:
        raise LayerError(
            "engine.ignored_probabilities",
            "ignore_index={index} clashes with a target of probabilities: it names a class index",
            index=ignore_index,
        )


def _check_indices(x: Array, target: Array, ignore_index: int) -> None:
    expected = (len(x), *x.shape[2:])
    if target.shape != expected or target.dtype.kind not in "iu":
        raise LayerError(
            "engine.target_shape",
            "the target of an input {shape} must be class indices {expected}, not {found} of type {kind}",
            shape=x.shape,
            expected=expected,
            found=target.shape,
            kind=str(target.dtype),
        )
    unknown = target[(target != ignore_index) & ((target < 0) | (target >= x.shape[1]))]
    if unknown.size:
        raise LayerError(
            "engine.target_index",
            "a target is {index}, but the classes are 0 to {last}",
            index=int(unknown.flat[0]),
            last=x.shape[1] - 1,
        )
