"""Cells copied along one axis of an array, and their gradients put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.functional._arrays import Array


def put_back(dy: Array, cells: Sequence[int] | Array, axis: int, size: int) -> Array:
    """Return the gradient of `x`, with `size` cells along `axis`, of which `y = x.take(cells, axis)` was taken.

    A cell that was taken several times adds up what comes back.
    """
    dx = np.zeros((*dy.shape[:axis], size, *dy.shape[axis + 1 :]), dy.dtype)
    np.add.at(np.moveaxis(dx, axis, 0), cells, np.moveaxis(dy, axis, 0))
    return dx
