"""Two-dimensional convolution: strided windows and one matrix product per group, there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_rank, check_vector
from studycards.engine.functional._windows import fold, pad, unfold
from studycards.engine.windows import conv_windows

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.windows import Padding, Size, Windows


def conv2d(
    x: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Array:
    """Return the cross-correlation y (N, F, OH, OW) of `x` with `weight`.

    `y[n, f, i, j]` is `bias[f]` plus the sum over c, k, l of
    `weight[f, c, k, l] * padded[n, c, i*stride + k*dilation, j*stride + l*dilation]`,
    where c runs through the C/groups channels of the group that filter f belongs to.

    Args:
        x: (N, C, H, W).
        weight: (F, C/groups, KH, KW).
        bias: (F,).
        stride: of the windows.
        padding: zeros on both sides; `same` keeps the size at stride 1 (an odd zero goes to the end), `valid` is 0.
        dilation: distance of neighbouring kernel cells.
        groups: parts into which channels and filters are split; each sees only its own.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    _check(x, weight, bias, groups)
    windows = conv_windows(x.shape[2:], weight.shape[2:], stride, padding, dilation)
    patches = _patches(x, windows, groups)
    y = weight.reshape(groups, len(weight) // groups, -1) @ patches
    y = y.reshape(len(x), len(weight), windows[0].count, windows[1].count)
    return y if bias is None else y + bias[:, None, None]


def conv2d_backward(
    dy: Array,
    x: Array,
    weight: Array,
    bias: Array | None = None,
    *,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
) -> Gradients:
    """Return the gradients of `x`, `weight` and, where there is one, `bias`; `dy` is (N, F, OH, OW).

    The patches that made the output give `weight` its gradient; `weight` gives the patches theirs,
    and each patch adds its part to the cells of `x` that it was read from.
    """
    _check(x, weight, bias, groups)
    windows = conv_windows(x.shape[2:], weight.shape[2:], stride, padding, dilation)
    rows, columns = windows
    filters = weight.reshape(groups, len(weight) // groups, -1)
    dy_rows = dy.reshape(len(x), groups, len(weight) // groups, -1)
    d_filters = (dy_rows @ _patches(x, windows, groups).swapaxes(-1, -2)).sum(0)
    d_patches = filters.swapaxes(-1, -2) @ dy_rows
    gradients = {
        "x": fold(d_patches.reshape(*x.shape[:2], -1, rows.count, columns.count), windows),
        "weight": d_filters.reshape(weight.shape),
    }
    return gradients if bias is None else gradients | {"bias": dy.sum((0, 2, 3))}


def _patches(x: Array, windows: tuple[Windows, Windows], groups: int) -> Array:
    """Return what each group sees: (N, groups, C/groups * KH * KW, OH * OW)."""
    rows, columns = windows
    return unfold(pad(x, windows), windows).reshape(len(x), groups, -1, rows.count * columns.count)


def _check(x: Array, weight: Array, bias: Array | None, groups: int) -> None:
    check_rank(x, 4)
    check_rank(weight, 4)
    channels, filters = x.shape[1], len(weight)
    if groups < 1 or channels % groups or filters % groups:
        raise LayerError(
            "engine.groups",
            "groups={groups} must divide the {channels} input channels and the {filters} filters",
            groups=groups,
            channels=channels,
            filters=filters,
        )
    if weight.shape[1] * groups != channels:
        raise LayerError(
            "engine.weight_channels",
            "each filter has {found} channels, but the input has {channels} channels / {groups} groups = {expected}",
            found=weight.shape[1],
            channels=channels,
            groups=groups,
            expected=channels // groups,
        )
    check_vector(bias, filters)
