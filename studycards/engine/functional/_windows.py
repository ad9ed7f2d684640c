"""Maps (N, C, H, W) seen through the windows of a kernel, OH down and OW across, without a loop over pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.windows import Windows


def frame(x: Array, windows: tuple[Windows, Windows], value: float = 0) -> Array:
    """Return `x` with `value` wherever the windows reach beyond it; `x` itself where they do not."""
    rows, columns = windows
    N, C, H, W = x.shape
    if rows.padded == H and columns.padded == W:
        return x
    padded = np.zeros((N, C, rows.padded, columns.padded), x.dtype)
    if value:
        padded.fill(value)
    padded[..., rows.inside, columns.inside] = x
    return padded


def crop_frame(padded: Array, windows: tuple[Windows, Windows]) -> Array:
    """Return the part of a padded map that is the map itself."""
    rows, columns = windows
    return padded[:, :, rows.inside, columns.inside]


def unfold(padded: Array, windows: tuple[Windows, Windows]) -> Array:
    """Return a view (N, C, KH, KW, OH, OW) of a padded map: the cells of the kernel, then the windows."""
    rows, columns = windows
    padded = np.ascontiguousarray(padded)
    N, C = padded.shape[:2]
    n, c, h, w = padded.strides
    shape = (N, C, rows.kernel, columns.kernel, rows.count, columns.count)
    strides = (n, c, h * rows.dilation, w * columns.dilation, h * rows.stride, w * columns.stride)
    # an eighth of the time of as_strided, and NumPy checks that the view stays inside
    return np.ndarray(shape, padded.dtype, padded, strides=strides)


def taps(padded: Array, windows: tuple[Windows, Windows]) -> Iterator[Array]:
    """Yield for each cell of the kernel, row by row, the view (N, C, OH, OW) of what it sees in all windows."""
    rows, columns = windows
    for row in rows.taps:
        for column in columns.taps:
            yield padded[:, :, row, column]
