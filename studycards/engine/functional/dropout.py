"""Dropout with a given mask. Shapes stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, scalar

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


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
    x: Array,
    mask: Array,
    p: float | Fraction = 0.5,
) -> Gradients:
    """Return the gradient of `x`: the same mask and scale applied to `dy`."""
    check_gradient(dy, x.shape)
    return {"x": dropout(dy, mask, p)}
