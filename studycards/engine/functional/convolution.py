"""Convolution in one and two dimensions: strided windows and one matrix product per group, there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, check_rank, check_vector
from studycards.engine.functional._correlation import correlate, correlate_weight, spread
from studycards.engine.functional._windows import crop_frame, frame
from studycards.engine.functional.padding import check_padding, pad, pad_backward
from studycards.engine.windows import conv_windows, pair

if TYPE_CHECKING:
    from typing import Literal

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.functional.padding import Mode
    from studycards.engine.windows import Padding, Size, Windows

    PaddingMode = Literal["zeros"] | Mode


def conv2d(
    x: Array,
    weight: Array,
    bias: Array | None = None,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    *,
    padding_mode: PaddingMode = "zeros",
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
        padding: cells on both sides, or ((top, bottom), (left, right)); `same` keeps the size at stride 1 (an odd cell
            goes to the end), `valid` is 0.
        dilation: distance of neighbouring kernel cells.
        groups: parts into which channels and filters are split; each sees only its own.
        padding_mode: what the padding holds, as in `torch.nn.Conv2d`: `zeros`, or a mode of `pad`.

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    windows = _windows(x, weight, bias, stride, padding, dilation, groups, padding_mode)
    y = correlate(_padded(x, windows, padding_mode), weight, windows, groups)
    return y if bias is None else y + bias.reshape(-1, 1, 1)


def conv2d_backward(  # noqa: PLR0913 - the options of PyTorch
    dy: Array,
    x: Array,
    weight: Array,
    bias: Array | None = None,
    *,
    stride: Size = 1,
    padding: Padding = 0,
    dilation: Size = 1,
    groups: int = 1,
    padding_mode: PaddingMode = "zeros",
) -> Gradients:
    """Return the gradients of `x`, `weight` and, where there is one, `bias`; `dy` is (N, F, OH, OW).

    `dweight[f, c, k, l]` is the sum over n, i, j of `dy[n, f, i, j]` times the cell of the padded map beside
    `weight[f, c, k, l]` above; that cell collects `dy[n, f, i, j] * weight[f, c, k, l]`; `dbias[f]` is the sum of `dy`.
    """
    windows = _windows(x, weight, bias, stride, padding, dilation, groups, padding_mode)
    check_gradient(dy, (len(x), len(weight), windows[0].count, windows[1].count))
    d_padded = spread(dy, weight, windows, groups)
    gradients = {
        "x": _without_padding(d_padded, x, windows, padding_mode),
        "weight": correlate_weight(dy, _padded(x, windows, padding_mode), windows, groups),
    }
    return gradients if bias is None else gradients | {"bias": dy.sum((0, 2, 3))}


def conv1d(
    x: Array,
    weight: Array,
    bias: Array | None = None,
    stride: int = 1,
    padding: int | tuple[int, int] | Literal["same", "valid"] = 0,
    dilation: int = 1,
    groups: int = 1,
    *,
    padding_mode: PaddingMode = "zeros",
) -> Array:
    """Return the cross-correlation y (N, F, OL) of `x` (N, C, L) with `weight` (F, C/groups, K).

    It is `conv2d` of maps with one row; `padding` may be (left, right).

    Raises:
        LayerError: shapes and options do not fit each other.
    """
    check_rank(x, 3)
    check_rank(weight, 3)
    options = _of_one_row(stride, padding, dilation)
    return conv2d(x[:, :, None], weight[:, :, None], bias, *options, groups, padding_mode=padding_mode)[:, :, 0]


def conv1d_backward(  # noqa: PLR0913 - the options of PyTorch
    dy: Array,
    x: Array,
    weight: Array,
    bias: Array | None = None,
    *,
    stride: int = 1,
    padding: int | tuple[int, int] | Literal["same", "valid"] = 0,
    dilation: int = 1,
    groups: int = 1,
    padding_mode: PaddingMode = "zeros",
) -> Gradients:
    """Return the gradients of `x`, `weight` and, where there is one, `bias`; `dy` is (N, F, OL)."""
    for array in (dy, x, weight):
        check_rank(array, 3)
    stride2d, padding2d, dilation2d = _of_one_row(stride, padding, dilation)
    gradients = conv2d_backward(
        dy[:, :, None],
        x[:, :, None],
        weight[:, :, None],
        bias,
        stride=stride2d,
        padding=padding2d,
        dilation=dilation2d,
        groups=groups,
        padding_mode=padding_mode,
    )
    return gradients | {name: gradients[name][:, :, 0] for name in ("x", "weight")}


def _of_one_row(
    stride: int, padding: int | tuple[int, int] | Literal["same", "valid"], dilation: int
) -> tuple[Size, Padding, Size]:
    of_maps: Padding = padding if isinstance(padding, str) else ((0, 0), pair(padding))
    return (1, stride), of_maps, (1, dilation)


def _windows(
    x: Array,
    weight: Array,
    bias: Array | None,
    stride: Size,
    padding: Padding,
    dilation: Size,
    groups: int,
    padding_mode: PaddingMode,
) -> tuple[Windows, Windows]:
    """Return where the windows lie, once everything is known to fit."""
    _check_filters(x, weight, bias, groups)
    windows = conv_windows(x.shape[2:], weight.shape[2:], stride, padding, dilation)
    if padding_mode != "zeros":
        check_padding(x.shape, _sides(windows), padding_mode)
    return windows


def _check_filters(x: Array, weight: Array, bias: Array | None, groups: int) -> None:
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


def _padded(x: Array, windows: tuple[Windows, Windows], padding_mode: PaddingMode) -> Array:
    return frame(x, windows) if padding_mode == "zeros" else pad(x, _sides(windows), padding_mode)


def _without_padding(d_padded: Array, x: Array, windows: tuple[Windows, Windows], padding_mode: PaddingMode) -> Array:
    """Return the gradient of `x` from that of the padded map."""
    if padding_mode == "zeros":
        return crop_frame(d_padded, windows)
    return pad_backward(d_padded, x, _sides(windows), padding_mode)["x"]


def _sides(windows: tuple[Windows, Windows]) -> tuple[int, int, int, int]:
    """Return the padding as `pad` takes it."""
    rows, columns = windows
    return columns.before, columns.after, rows.before, rows.after
