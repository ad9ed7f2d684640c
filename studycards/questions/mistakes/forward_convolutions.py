"""Wrong rules for what convolutions and dense layers compute.

The right one is y[f, i, j] = b[f] + Σ w[f, c, k, l]·x[c, i·s + k·d, j·s + l·d] over c, k and l, on the padded x.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, Conv2d, ConvTranspose2d, Linear, MaxPool2d
from studycards.engine.windows import pair, transposed_windows
from studycards.questions.mistakes.conditions import (
    has_area,
    has_bias,
    has_channels,
    has_one_filter,
    has_square_kernel,
    has_wide_kernel,
    is_dilated,
    is_padded,
    is_pointwise,
    is_single,
    is_square_dense,
    is_strided,
    is_ungrouped,
    overlaps,
    sums_channels,
)
from studycards.questions.mistakes.revisions import (
    computing,
    engine,
    entered_by,
    ones,
    rotated,
    transposed,
    with_bias,
    with_options,
    with_weight,
)
from studycards.questions.mistakes.values import ForwardMistake, LayerRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.operations import Operation
    from studycards.engine.windows import Size
    from studycards.questions.mistakes.values import Site

_KERNELS = (Conv2d, ConvTranspose2d)
_BIASED = (Conv2d, ConvTranspose2d, Linear)
_WINDOWED = (Conv2d, MaxPool2d, AvgPool2d)


def _first_channel(operation: Operation) -> Operation:
    weight, bias = operation.arguments
    return entered_by(lambda x: x[:, :1])(operation._replace(arguments=(weight[:, :1], bias)))


def _apart(operation: Operation) -> Operation:
    """Give one map for each channel instead of their sum."""
    weight, bias = operation.arguments
    channels = weight.shape[1]
    biases = None if bias is None else bias.repeat(channels)
    return operation._replace(
        arguments=(weight.swapaxes(0, 1), biases), options={**operation.options, "groups": channels}
    )


def _product(x: Array, weight: Array, bias: Array | None, **_: object) -> Array:
    """Return the matrix product of map and kernel."""
    y: Array = x @ weight[0]
    return y if bias is None else y + bias


def _is_product(site: Site) -> bool:
    return is_single(site) and has_wide_kernel(site) and site.entering[2] == pair(site.layer.kernel_size)[0]


def _as_convolution(
    x: Array, weight: Array, bias: Array | None, *, stride: Size, padding: Size, dilation: Size, **_: object
) -> Array:
    """Return the ordinary convolution with the kernels of a transposed one."""
    y: Array = engine().conv2d(x, weight.swapaxes(0, 1), bias, stride, padding, dilation)
    return y


def _repeated(x: Array, *_: Array | None, stride: Size, **__: object) -> Array:
    """Return each cell copied over its block: upsampling without a kernel."""
    down, across = pair(stride)
    return x.repeat(down, 2).repeat(across, 3)


def _is_repeatable(site: Site) -> bool:
    layer = site.layer
    return (
        pair(layer.kernel_size) == pair(layer.stride)
        and layer.out_channels == site.entering[0]
        and not is_padded(site)
        and pair(layer.output_padding) == (0, 0)
    )


def _overwritten(
    x: Array,
    weight: Array,
    bias: Array | None,
    *,
    stride: Size,
    padding: Size,
    output_padding: Size,
    groups: int,
    dilation: Size,
) -> Array:
    """Return the transposed convolution whose later windows overwrite the earlier ones, row by row."""
    options = {"stride": stride, "output_padding": output_padding, "groups": groups, "dilation": dilation}
    y: Array = engine().conv_transpose2d(0 * x, weight, None, **options)
    N, C, H, W = x.shape  # noqa: N806 - as in every text on the subject
    rows, columns = transposed_windows((H, W), weight.shape[2:], stride, 0, output_padding, dilation)
    for i in range(H):
        for j in range(W):
            stamps = (x[:, :, i, j] @ weight.reshape(C, -1)).reshape(N, *weight.shape[1:])
            down = slice(i * rows.stride, i * rows.stride + (rows.kernel - 1) * rows.dilation + 1, rows.dilation)
            across = slice(
                j * columns.stride, j * columns.stride + (columns.kernel - 1) * columns.dilation + 1, columns.dilation
            )
            y[:, :, down, across] = stamps
    top, left = pair(padding)
    inside = y[:, :, top : y.shape[2] - top, left : y.shape[3] - left]
    return inside if bias is None else inside + bias.reshape(-1, 1, 1)


_RULES: Mapping[str, tuple[LayerRule, ...]] = {
    "fwd.kernel_flip": (LayerRule(_KERNELS, with_weight(rotated), has_wide_kernel),),
    "fwd.kernel_transposed": (LayerRule(_KERNELS, with_weight(transposed), has_square_kernel),),
    "fwd.no_bias": (LayerRule(_BIASED, with_bias(lambda _w, _b: None), has_bias),),
    "fwd.bias_subtracted": (LayerRule(_BIASED, with_bias(lambda _, b: -b), has_bias),),
    "fwd.bias_per_tap": (
        LayerRule(
            (Conv2d,), with_bias(lambda w, b: b * w[0].size), lambda site: has_bias(site) and has_wide_kernel(site)
        ),
    ),
    "fwd.bias_per_channel": (
        LayerRule(
            (Conv2d,), with_bias(lambda w, b: b * w.shape[1]), lambda site: has_bias(site) and sums_channels(site)
        ),
    ),
    "fwd.first_channel_only": (LayerRule((Conv2d,), _first_channel, sums_channels),),
    "fwd.channels_not_summed": (
        LayerRule((Conv2d,), _apart, lambda site: has_one_filter(site) and has_channels(site)),
    ),
    "fwd.matmul": (LayerRule((Conv2d,), computing(_product), _is_product),),
    "fwd.padding_ignored": (LayerRule(_WINDOWED, with_options(padding=0), is_padded),),
    "fwd.stride_ignored": (LayerRule((Conv2d,), with_options(stride=1), is_strided),),
    "fwd.dilation_ignored": (LayerRule((Conv2d, MaxPool2d), with_options(dilation=1), is_dilated),),
    "fwd.pointwise_pixels_summed": (
        LayerRule(
            (Conv2d,),
            entered_by(lambda x: x.sum((2, 3), keepdims=True)),
            lambda site: is_pointwise(site) and has_area(site),
        ),
    ),
    "fwd.pointwise_unweighted": (
        LayerRule((Conv2d,), with_weight(ones), lambda site: is_pointwise(site) and sums_channels(site)),
    ),
    "fwd.tconv_as_conv": (LayerRule((ConvTranspose2d,), computing(_as_convolution), is_ungrouped),),
    "fwd.tconv_upsampled": (LayerRule((ConvTranspose2d,), computing(_repeated), _is_repeatable),),
    "fwd.tconv_overwritten": (
        LayerRule((ConvTranspose2d,), computing(_overwritten), lambda site: is_ungrouped(site) and overlaps(site)),
    ),
    "fwd.tconv_stride_ignored": (LayerRule((ConvTranspose2d,), with_options(stride=1, output_padding=0), is_strided),),
    "fwd.dense_transposed": (LayerRule((Linear,), with_weight(transposed), is_square_dense),),
}

CONVOLUTION_MISTAKES = tuple(ForwardMistake(name, rules) for name, rules in _RULES.items())
