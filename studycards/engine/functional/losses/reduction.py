"""From the loss of each prediction to one number, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array

Reduction = Literal["none", "mean", "sum"]


def check_reduction(reduction: Reduction) -> None:
    """Raise a LayerError for another word than 'none', 'mean' and 'sum'."""
    if reduction not in {"none", "mean", "sum"}:
        raise LayerError(
            "engine.reduction", "reduction must be 'none', 'mean' or 'sum', not '{value}'", value=reduction
        )


def check_same_shape(x: Array, **arrays: Array | None) -> None:
    """Raise a LayerError unless what is given of `arrays` has the shape of `x`."""
    for name, array in arrays.items():
        if array is not None and array.shape != x.shape:
            raise LayerError(
                "engine.loss_shape",
                "{name} must have the shape of the input, {expected}, not {found}",
                name=name,
                expected=x.shape,
                found=array.shape,
            )


def reduce(losses: Array, reduction: Reduction, total: Array | None = None) -> Array:
    """Return `losses` as they are, their sum, or their sum divided by `total`: their number, where it is None."""
    if reduction == "none":
        return losses
    loss = losses.sum()
    if reduction == "mean":
        loss = loss / _divisor(losses, total)
    return np.asarray(loss, losses.dtype)


def reduce_backward(dy: Array, losses: Array, reduction: Reduction, total: Array | None = None) -> Array:
    """Return the gradient of each of `losses` from that of the reduced ones: `dy`, or for a mean `dy / total`."""
    check_gradient(dy, losses.shape if reduction == "none" else ())
    share = dy / _divisor(losses, total) if reduction == "mean" else dy
    return np.broadcast_to(share, losses.shape)


def _divisor(losses: Array, total: Array | None) -> Array | float | Fraction:
    divisor = scalar(losses.size, losses) if total is None else total
    if divisor == 0:
        raise LayerError("engine.mean_of_nothing", "there is no mean: no target counts, or all weigh 0")
    return divisor
