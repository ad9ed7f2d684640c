"""Cells around an array: constant ones, or copies of those inside. And the centre of a map without its border."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._along import put_back
from studycards.engine.functional._arrays import check_gradient, check_rank, scalar
from studycards.engine.margins import COPYING_MODES, centre, check_margin, kept_cells
from studycards.engine.windows import check_least, pair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.windows import Size

Mode = Literal["constant", "reflect", "replicate", "circular"]
MODES = ("constant", *COPYING_MODES)


def pad(
    x: Array,
    pad: Sequence[int],
    mode: Mode = "constant",
    value: float | Fraction | None = None,
) -> Array:
    """Return `x` with cells added at the ends of its last axes, or cut off where a number is negative.

    Args:
        x: any shape for `constant`; (N, C, L), (N, C, H, W) or (N, C, D, H, W) for the other modes.
        pad: numbers of cells before and after, the last axis first: (left, right, top, bottom, ...).
        mode: what is added. To 1 2 3, two on each side: 0 0 (1 2 3) 0 0 `constant`, 3 2 (1 2 3) 2 1 `reflect`,
            1 1 (1 2 3) 3 3 `replicate`, 2 3 (1 2 3) 1 2 `circular`. All axes but those of batch and channels are padded
            in modes that copy.
        value: of the added cells in mode `constant`; 0 where it is None.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    margins = check_padding(x.shape, pad, mode, value)
    if mode == "constant":
        inside, kept = _overlap(x.shape, margins)
        padded = np.empty([size + sum(margin) for size, margin in zip(x.shape, margins, strict=True)], x.dtype)
        padded.fill(scalar(value or 0, x))
        padded[inside] = x[kept]
        return padded
    for axis, margin in enumerate(margins[2:], start=2):
        x = x.take(_copied(x.shape[axis], margin, mode), axis)
    return x


def pad_backward(
    dy: Array,
    x: Array,
    pad: Sequence[int],
    mode: Mode = "constant",
    value: float | Fraction | None = None,
) -> Gradients:
    """Return the gradient of `x`: each cell collects the `dy` of its copies; constants lead to nobody."""
    margins = check_padding(x.shape, pad, mode, value)
    check_gradient(dy, tuple(size + sum(margin) for size, margin in zip(x.shape, margins, strict=True)))
    if mode == "constant":
        inside, kept = _overlap(x.shape, margins)
        dx = np.zeros(x.shape, dy.dtype)
        dx[kept] = dy[inside]
        return {"x": dx}
    for axis, margin in enumerate(margins[2:], start=2):
        dy = put_back(dy, _copied(x.shape[axis], margin, mode), axis, x.shape[axis])
    return {"x": dy}


def crop(x: Array, size: Size) -> Array:
    """Return the centre of `x` (N, C, H, W) with the `size` (OH, OW); an odd row or column more is cut off at the end.

    Raises:
        LayerError: the map is smaller than that.
    """
    rows, columns = _centre(x, size)
    return x[:, :, rows, columns].copy()


def crop_backward(dy: Array, x: Array, size: Size) -> Gradients:
    """Return the gradient of `x`: `dy` (N, C, OH, OW) in the centre, 0 around it."""
    rows, columns = _centre(x, size)
    check_gradient(dy, (*x.shape[:2], *pair(size)))
    dx = np.zeros(x.shape, dy.dtype)
    dx[:, :, rows, columns] = dy
    return {"x": dx}


def check_padding(
    shape: tuple[int, ...], pad: Sequence[int], mode: str, value: float | Fraction | None = None
) -> list[tuple[int, int]]:
    """Return the cells before and after each axis of `shape`.

    Raises:
        LayerError: `pad` does not fit the other options.
    """
    _check_mode(len(shape), len(pad), mode, value)
    padded = list(zip(pad[::2], pad[1::2], strict=True))
    margins = [(0, 0)] * (len(shape) - len(padded)) + padded[::-1]
    for size, margin in zip(shape, margins, strict=True):
        check_margin(size, margin, mode)
    return margins


def _check_mode(axes: int, numbers: int, mode: str, value: float | Fraction | None) -> None:
    if mode not in MODES:
        raise LayerError.unknown("engine.unknown_mode", "there is no mode '{name}'", name=mode, known=MODES)
    if mode != "constant" and value is not None:
        raise LayerError("engine.pad_value", "mode '{mode}' copies cells and takes no value", mode=mode)
    if numbers % 2 or numbers > 2 * axes:
        raise LayerError(
            "engine.pad_numbers",
            "pad takes two numbers for an axis, for at most {axes} axes, not {numbers} numbers",
            axes=axes,
            numbers=numbers,
        )
    if mode != "constant" and numbers != 2 * (axes - 2):
        raise LayerError(
            "engine.pad_axes",
            "mode '{mode}' pads all axes but batch and channels: pad takes {expected} numbers, not {numbers}",
            mode=mode,
            expected=2 * (axes - 2),
            numbers=numbers,
        )


def _overlap(shape: tuple[int, ...], margins: list[tuple[int, int]]) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    """Return where the cells that are kept lie in the padded array, and where in the array itself."""
    kept = [kept_cells(size, margin) for size, margin in zip(shape, margins, strict=True)]
    inside = [slice(first + before, end + before) for (first, end), (before, _) in zip(kept, margins, strict=True)]
    return tuple(inside), tuple(slice(first, end) for first, end in kept)


def _copied(size: int, margin: tuple[int, int], mode: Mode) -> Array:
    """Return for each cell of a padded axis the cell of the axis that it copies."""
    before, after = margin
    cells = np.arange(-before, size + after)
    if mode == "replicate":
        return cells.clip(0, size - 1)
    if mode == "circular":
        first, end = kept_cells(size, margin)
        return first + (cells - first) % (end - first)  # what is cut off does not come back, as in PyTorch
    last = size - 1
    mirrored: Array = last - abs(last - abs(cells))
    return mirrored


def _centre(x: Array, size: Size) -> tuple[slice, slice]:
    check_rank(x, 4)
    check_least(1, size=min(pair(size)))
    OH, OW = pair(size)
    top, left = centre(x.shape[2:], (OH, OW))
    return slice(top, top + OH), slice(left, left + OW)
