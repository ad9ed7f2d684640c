"""Transposed convolution: the backward pass of a convolution run forward, so that maps grow by the stride."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, check_rank, check_vector
from studycards.engine.functional._correlation import correlate, correlate_weight, spread
from studycards.engine.functional._windows import crop_frame, frame
from studycards.engine.windows import check_least, transposed_windows

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.windows import Size


def conv_transpose2d(
    x: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Array:
    """Return y (N, F, OH, OW): each cell of `x` adds itself times the kernel to a window of the output.

    `padded[n, f, i*stride + k*dilation, j*stride + l*dilation]` collects `weight[c, f, k, l] * x[n, c, i, j]`
    from the C/groups channels c of its group; y is what is left without `padding` at the sides, plus `bias[f]`.

    Args:
        x: (N, C, H, W).
        weight: (C, F/groups, KH, KW).
        bias: (F,).
        stride: distance of the windows of neighbouring cells.
        padding: cut off on both sides: what the convolution that is turned around would have added.
        output_padding: cells more at the end; smaller than stride or dilation.
        groups: parts into which channels and filters are split; each sees only its own.
        dilation: distance of neighbouring kernel cells.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    _check(x, weight, bias, groups)
    windows = transposed_windows(x.shape[2:], weight.shape[2:], stride, padding, output_padding, dilation)
    y = crop_frame(spread(x, weight, windows, groups), windows)
    return y if bias is None else y + bias.reshape(-1, 1, 1)


def conv_transpose2d_backward(  # noqa: PLR0913 - the options of PyTorch
    dy: Array,
    x: Array,
    weight: Array,
    bias: Array | None = None,
    *,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    groups: int = 1,
    dilation: Size = 1,
) -> Gradients:
    """Return the gradients of `x`, `weight` and, where there is one, `bias`; `dy` is (N, F, OH, OW).

    `dx` is the convolution of `dy` with `weight`; `dweight[c, f, k, l]` is the sum over n, i, j of `x[n, c, i, j]`
    times the cell of the padded `dy` that took its product; `dbias[f]` is the sum of `dy`.
    """
    _check(x, weight, bias, groups)
    windows = transposed_windows(x.shape[2:], weight.shape[2:], stride, padding, output_padding, dilation)
    check_gradient(dy, (len(x), groups * weight.shape[1], windows[0].size, windows[1].size))
    d_padded = frame(dy, windows)
    gradients = {
        "x": correlate(d_padded, weight, windows, groups),
        "weight": correlate_weight(x, d_padded, windows, groups),
    }
    return gradients if bias is None else gradients | {"bias": dy.sum((0, 2, 3))}


def _check(x: Array, weight: Array, bias: Array | None, groups: int) -> None:
    check_rank(x, 4)
    check_rank(weight, 4)
    check_least(1, groups=groups)
    channels = x.shape[1]
    if channels % groups:
        raise LayerError(
            "engine.groups_inputs",
            "groups={groups} does not divide the {channels} input channels: {channels} mod {groups} = {rest}",
            groups=groups,
            channels=channels,
            rest=channels % groups,
        )
    if len(weight) != channels:
        raise LayerError(
            "engine.transposed_channels",
            "the weight takes {expected} channels, but the input has {found}",
            expected=len(weight),
            found=channels,
        )
    check_vector(bias, groups * weight.shape[1])
