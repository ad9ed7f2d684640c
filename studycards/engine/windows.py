"""Where the windows of convolution and pooling lie: the integer rules that layers and arrays share. No NumPy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from studycards.engine.errors import LayerError

Size = int | tuple[int, int]
"""One number for both axes, or (height, width)."""

Margins = tuple[tuple[int, int], tuple[int, int]]
"""What is padded: ((top, bottom), (left, right))."""

Padding = Size | Margins | Literal["same", "valid"]

_CACHED_PLANS = 1024
"""A network repeats a few dozen combinations of size and options; finding one again costs 0.3 µs instead of 6 µs."""


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of a kernel along one axis, in cells of the padded input.

    Window `o` starts at cell `o * stride`; its `k`-th cell is `o * stride + k * dilation`.
    `padded` is the size of the input with all that the windows need around it: padding, and what the last window of
    `ceil_mode` hangs over by. Such cells count for no average.
    """

    size: int
    kernel: int
    stride: int
    before: int
    after: int
    dilation: int
    count: int
    padded: int

    @property
    def inside(self) -> slice:
        """The cells of the padded input that are the input itself."""
        return slice(self.before, self.before + self.size)

    @property
    def taps(self) -> list[slice]:
        """For each cell of the kernel: what it sees in the padded input, window by window."""
        starts = (k * self.dilation for k in range(self.kernel))
        return [slice(start, start + (self.count - 1) * self.stride + 1, self.stride) for start in starts]

    def cells(self, *, with_padding: bool) -> list[int]:
        """Return how many cells of each window count for an average; dilation must be 1."""
        first, end = self.before, self.before + self.size
        if with_padding:
            first, end = 0, end + self.after
        starts = (o * self.stride for o in range(self.count))
        return [min(start + self.kernel, end) - max(start, first) for start in starts]


def reach(kernel: int, dilation: int) -> int:
    """Return how many cells a kernel spans: `dilation * (kernel - 1) + 1`."""
    return dilation * (kernel - 1) + 1


@lru_cache(_CACHED_PLANS)
def conv_windows(
    size: tuple[int, int], kernel: Size, stride: Size = 1, padding: Padding = 0, dilation: Size = 1
) -> tuple[Windows, Windows]:
    """Return the windows of a convolution over a map of (height, width): down the rows, then along them.

    `same` pads so that the output is as large as the input, an odd cell at the end; as in PyTorch it asks for stride 1.

    Raises:
        LayerError: an option is out of its range, or no window fits.
    """
    if padding == "same" and pair(stride) != (1, 1):
        raise LayerError("engine.same_with_stride", "padding='same' needs stride 1, not {stride}", stride=stride)
    margins = _margins(padding, kernel, dilation)
    options = zip(size, pair(kernel), pair(stride), margins, pair(dilation), strict=True)
    rows, columns = (_along(*axis) for axis in options)
    return rows, columns


@lru_cache(_CACHED_PLANS)
def transposed_windows(
    size: tuple[int, int],
    kernel: Size,
    stride: Size = 1,
    padding: Size = 0,
    output_padding: Size = 0,
    dilation: Size = 1,
) -> tuple[Windows, Windows]:
    """Return the windows of a transposed convolution: they lie on its output, one for each cell of its input.

    They are the windows of the convolution that is turned around; their `size` is that of the output.

    Raises:
        LayerError: an option is out of its range, or nothing is left of the output.
    """
    options = zip(size, pair(kernel), pair(stride), pair(padding), pair(output_padding), pair(dilation), strict=True)
    rows, columns = (_transposed_along(*axis) for axis in options)
    return rows, columns


def adaptive_spans(size: int, count: int) -> list[slice]:
    """Return the `count` parts of an axis that adaptive pooling reduces to one cell each; they may overlap.

    Part `i` is from `floor(i * size / count)` to `ceil((i + 1) * size / count)`.

    Raises:
        LayerError: `count` is less than 1.
    """
    check_least(1, output_size=count)
    return [slice(i * size // count, -(-(i + 1) * size // count)) for i in range(count)]


@lru_cache(_CACHED_PLANS)
def pool_windows(
    size: tuple[int, int],
    kernel: Size,
    stride: Size | None = None,
    padding: Size = 0,
    dilation: Size = 1,
    *,
    ceil_mode: bool = False,
) -> tuple[Windows, Windows]:
    """Return the windows of a pooling over a map of (height, width); the stride is the kernel where it is None.

    Raises:
        LayerError: an option is out of its range, the padding exceeds half the kernel, or no window fits.
    """
    strides = pair(kernel if stride is None else stride)
    options = zip(size, pair(kernel), strides, pair(padding), pair(dilation), strict=True)
    rows, columns = (_pooled_along(*axis, ceil_mode=ceil_mode) for axis in options)
    return rows, columns


def pair(value: Size) -> tuple[int, int]:
    """Return an option as (height, width)."""
    return (value, value) if isinstance(value, int) else value


def _margins(padding: Padding, kernel: Size, dilation: Size) -> Margins:
    """Return the padding before and after each axis."""
    if padding == "same":
        rows, columns = (reach(k, d) - 1 for k, d in zip(pair(kernel), pair(dilation), strict=True))
        return (rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2)
    if padding == "valid":
        return (0, 0), (0, 0)
    if isinstance(padding, str):
        raise LayerError(
            "engine.unknown_padding",
            "padding must be a number, a pair, 'same' or 'valid', not '{padding}'",
            padding=padding,
        )
    down, across = (padding, padding) if isinstance(padding, int) else padding
    return pair(down), pair(across)


def _pooled_along(size: int, kernel: int, stride: int, padding: int, dilation: int, *, ceil_mode: bool) -> Windows:
    if 2 * padding > kernel:
        raise LayerError(
            "engine.pool_padding",
            "padding {padding} is more than half of kernel size {kernel}",
            padding=padding,
            kernel=kernel,
        )
    return _along(size, kernel, stride, (padding, padding), dilation, ceil_mode=ceil_mode)


def _along(
    size: int, kernel: int, stride: int, margins: tuple[int, int], dilation: int, *, ceil_mode: bool = False
) -> Windows:
    """Count the windows along one axis: `floor((size + padding - reach) / stride) + 1`, or the ceiling of it.

    In ceil mode the last window must start inside the input or the padding before it (PyTorch's
    `pooling_output_shape`).
    """
    check_least(1, kernel_size=kernel, stride=stride, dilation=dilation)
    check_least(0, padding=min(margins))
    before, after = margins
    span = reach(kernel, dilation)
    room = before + size + after - span
    count = (room + (stride - 1 if ceil_mode else 0)) // stride + 1
    if ceil_mode and (count - 1) * stride >= size + before:
        count -= 1
    if count < 1:
        raise _too_large(kernel, dilation, size, margins)
    padded = max(before + size + after, (count - 1) * stride + span)
    return Windows(size, kernel, stride, before, after, dilation, count, padded)


def _transposed_along(
    count: int, kernel: int, stride: int, padding: int, output_padding: int, dilation: int
) -> Windows:
    """Lay out `count` windows: the output has `(count - 1) * stride + reach + output_padding - 2 * padding` cells."""
    check_least(1, kernel_size=kernel, stride=stride, dilation=dilation)
    check_least(0, padding=padding, output_padding=output_padding)
    if output_padding >= max(stride, dilation):
        raise LayerError(
            "engine.output_padding",
            "output_padding {output_padding} must be smaller than stride {stride} or dilation {dilation}",
            output_padding=output_padding,
            stride=stride,
            dilation=dilation,
        )
    padded = (count - 1) * stride + reach(kernel, dilation) + output_padding
    if padded <= 2 * padding:
        raise LayerError(
            "engine.transposed_too_small",
            "padding {padding} on both sides leaves nothing of {padded} cells,"
            " ({count} - 1) * {stride} + {span} + {output_padding}",
            padding=padding,
            padded=padded,
            count=count,
            stride=stride,
            span=reach(kernel, dilation),
            output_padding=output_padding,
        )
    return Windows(padded - 2 * padding, kernel, stride, padding, padding, dilation, count, padded)


def _too_large(kernel: int, dilation: int, size: int, margins: tuple[int, int]) -> LayerError:
    return LayerError(
        "engine.kernel_too_large",
        "the kernel spans {span} cells, {dilation} * ({kernel} - 1) + 1,"
        " but the padded input has {padded}, {before} + {size} + {after}",
        span=reach(kernel, dilation),
        dilation=dilation,
        kernel=kernel,
        padded=sum(margins) + size,
        before=margins[0],
        size=size,
        after=margins[1],
    )


def check_least(least: int, **options: int) -> None:
    """Raise a LayerError if one of the `options` is smaller than `least`."""
    for option, value in options.items():
        if value < least:
            raise LayerError(
                "engine.option_too_small",
                "{option} must be at least {least}, not {value}",
                option=option,
                least=least,
                value=value,
            )
