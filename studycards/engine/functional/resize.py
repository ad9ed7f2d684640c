"""Maps made larger or smaller: nearest cells, or weighted means of the cells around. x (N, C, H, W), y (N, C, OH, OW).

Both axes are resized alike, one after the other. Places are computed exactly, so no rounding picks a wrong neighbour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.functional._along import put_back
from studycards.engine.functional._arrays import check_gradient, check_rank, scalars
from studycards.engine.resampling import nearest_cells, points_between, resized_axes

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.resampling import Axis, Factor
    from studycards.engine.windows import Size


def interpolate(
    x: Array,
    size: Size | None = None,
    scale_factor: Factor | tuple[Factor, Factor] | None = None,
    mode: str = "nearest",
    *,
    align_corners: bool | None = None,
) -> Array:
    """Return `x` resized to (N, C, OH, OW).

    `nearest` copies cell `floor(i * old / new)`. `bilinear` weighs the two cells around the place
    `(i + 1/2) * old / new - 1/2`, or `i * (old - 1) / (new - 1)` with `align_corners`, by their nearness.

    Args:
        x: (N, C, H, W).
        size: of the new map.
        scale_factor: how often the old size goes into the new one, which is rounded down; instead of `size`.
        mode: `nearest` or `bilinear`.
        align_corners: put the outermost cells on top of each other; for `bilinear` only.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 4)
    axes = resized_axes(x.shape[2:], size, scale_factor, mode, align_corners=align_corners)
    for axis, resized in enumerate(axes, start=2):
        if mode == "nearest":
            x = x.take(nearest_cells(resized), axis)
        else:
            low, high, share = _between(resized, axis, x, align_corners=align_corners)
            x = x.take(low, axis) * (1 - share) + x.take(high, axis) * share
    return x


def interpolate_backward(
    dy: Array,
    x: Array,
    size: Size | None = None,
    scale_factor: Factor | tuple[Factor, Factor] | None = None,
    mode: str = "nearest",
    *,
    align_corners: bool | None = None,
) -> Gradients:
    """Return the gradient of `x`: each new cell gives `dy`, times their weight, back to the cells it was made of."""
    check_rank(x, 4)
    axes = resized_axes(x.shape[2:], size, scale_factor, mode, align_corners=align_corners)
    check_gradient(dy, (*x.shape[:2], *(resized.count for resized in axes)))
    for axis, resized in enumerate(axes, start=2):
        if mode == "nearest":
            dy = put_back(dy, nearest_cells(resized), axis, resized.size)
        else:
            low, high, share = _between(resized, axis, x, align_corners=align_corners)
            dy = put_back(dy * (1 - share), low, axis, resized.size) + put_back(dy * share, high, axis, resized.size)
    return {"x": dy}


def _between(
    resized: Axis, axis: int, like: Array, *, align_corners: bool | None
) -> tuple[list[int], list[int], Array]:
    """Return the cells before and after each new cell, and the share of those after, laid along `axis`."""
    points = points_between(resized, align_corners=align_corners)
    shares = scalars([share for _, _, share in points], like)
    return [low for low, _, _ in points], [high for _, high, _ in points], shares.reshape(-1, *[1] * (3 - axis))
