"""The three products of a padded map (N, C, H, W), filters (F, C/groups, KH, KW) and what comes out (N, F, OH, OW).

Any two of them give the third. With map and filters known that is the forward pass of a convolution; the other two are
its backward pass. A transposed convolution is the same three with the map and what comes out of it in exchanged roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.functional._windows import taps, unfold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.windows import Windows

_CACHE = 1 << 20
"""Bytes of patches that are made at once: they stay in the cache until they are multiplied, a third faster."""


def correlate(padded: Array, weight: Array, windows: tuple[Windows, Windows], groups: int) -> Array:
    """Return what comes out: each filter times each patch, the part of the map that a window sees."""
    filters = _filters(weight, groups)
    products = [filters @ patches for _, patches in _patches(padded, windows, groups)]
    y = products[0] if len(products) == 1 else np.concatenate(products)
    return y.reshape(len(padded), len(weight), windows[0].count, windows[1].count)


def correlate_weight(dy: Array, padded: Array, windows: tuple[Windows, Windows], groups: int) -> Array:
    """Return the gradient of the filters: each patch times the gradient of what it gave, summed up."""
    rows, columns = windows
    N, F = dy.shape[:2]
    by_window = dy.reshape(N, groups, F // groups, -1).swapaxes(-1, -2)
    products = [(patches @ by_window[images]).sum(0) for images, patches in _patches(padded, windows, groups)]
    d_filters: Array = sum(products[1:], start=products[0])
    return d_filters.swapaxes(-1, -2).reshape(F, -1, rows.kernel, columns.kernel)


def spread(dy: Array, weight: Array, windows: tuple[Windows, Windows], groups: int) -> Array:
    """Return the gradient of the padded map: each cell collects `weight * dy` from the windows that saw it."""
    rows, columns = windows
    channels = groups * weight.shape[1]
    dx = np.zeros((len(dy), channels, rows.padded, columns.padded), np.result_type(dy, weight))
    spread_images = _spread_depthwise if 1 < groups == channels else _spread_patches
    for images in _blocks(len(dy), dy.nbytes // len(weight) * channels * rows.kernel * columns.kernel):
        spread_images(dx[images], dy[images], weight, windows, groups)
    return dx


def _spread_patches(dx: Array, dy: Array, weight: Array, windows: tuple[Windows, Windows], groups: int) -> None:
    """Add to each cell of `dx` its share: one matrix product gives all shares, ordered by the cells of the kernel."""
    N, F, OH, OW = dy.shape
    shares = _filters(weight, groups).swapaxes(-1, -2) @ dy.reshape(N, groups, F // groups, -1)
    shares = shares.reshape(N, dx.shape[1], -1, OH, OW)
    for k, cells in enumerate(taps(dx, windows)):
        np.add(cells, shares[:, :, k], out=cells)


def _spread_depthwise(dx: Array, dy: Array, weight: Array, windows: tuple[Windows, Windows], groups: int) -> None:
    """Add to each cell of `dx` its share. A channel of its own leaves no sum to a matrix product: half the time."""
    multiplier = len(weight) // groups
    for m in range(multiplier):
        gradients = dy[:, m::multiplier]
        factors = weight[m::multiplier].reshape(groups, -1, 1, 1)
        for k, cells in enumerate(taps(dx, windows)):
            np.add(cells, gradients * factors[:, k], out=cells)


def _filters(weight: Array, groups: int) -> Array:
    """Return each group's filters as rows: (groups, F/groups, C/groups * KH * KW)."""
    return weight.reshape(groups, len(weight) // groups, -1)


def _patches(padded: Array, windows: tuple[Windows, Windows], groups: int) -> Iterator[tuple[slice, Array]]:
    """Yield blocks of images and what each group sees of them: (images, groups, C/groups * KH * KW, OH * OW)."""
    rows, columns = windows
    view = unfold(padded, windows)
    for images in _blocks(len(view), view.nbytes):
        block = view[images]
        yield images, block.reshape(len(block), groups, -1, rows.count * columns.count)


def _blocks(images: int, nbytes: int) -> list[slice]:
    """Return slices of so many images that what is made of them, `nbytes` of all, fits into the cache."""
    if nbytes <= _CACHE:
        return [slice(None)]
    step = max(1, images * _CACHE // nbytes)
    return [slice(start, start + step) for start in range(0, images, step)]
