"""The formula of every size in the shape of an output, with its numbers. No NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.layers import (
    AvgPool2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Flatten,
    MaxPool2d,
    Pad,
    Slice,
    Upsample,
)
from studycards.engine.trace.terms import Applied, Number, Step, multiplied, total
from studycards.engine.windows import pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studycards.engine.layers import Layer, Shape
    from studycards.engine.trace.terms import Expression, Index
    from studycards.engine.windows import Windows

AXES = {1: ("features",), 3: ("channels", "height", "width")}
"""What the sizes in a shape are called."""


def output_shape(layer: Layer, *shapes: Shape, node: str = "") -> tuple[Step, ...]:
    """Return the worked size of each axis of the output of `layer` behind inputs of `shapes`.

    The steps are called `channels`, `height` and `width`, or `features`; what they use of an axis has its number as
    its index. A size that takes no arithmetic is a plain number.

    Raises:
        LayerError: the layer cannot stand behind such inputs.
    """
    sizes = layer.output_shape(*shapes)
    formulas = _formulas(layer, shapes)
    return tuple(
        Step(name, formulas.get(name, Number(size, name)), (axis,), node)
        for axis, (name, size) in enumerate(zip(AXES[len(sizes)], sizes, strict=True))
    )


def _formulas(layer: Layer, shapes: tuple[Shape, ...]) -> dict[str, Expression]:
    """Return the formulas of the sizes that take arithmetic, by the names of their axes."""
    shape = shapes[0]
    match layer:
        case Conv2d() | MaxPool2d() | AvgPool2d():
            return _by_windows(layer.windows(shape), ceil_mode=getattr(layer, "ceil_mode", False))
        case ConvTranspose2d() | Pad() | Upsample():
            return _enlarged(layer, shape)
        case Flatten():
            return {"features": volume(shape)}
        case Slice():
            return {AXES[len(shape)][0]: Number(layer.stop, "stop") - Number(layer.start, "start")}
        case Concat():
            return {AXES[len(shape)][0]: total(Number(channels, AXES[len(shape)][0]) for channels, *_ in shapes)}
    return {}


def _enlarged(layer: ConvTranspose2d | Pad | Upsample, shape: Shape) -> dict[str, Expression]:
    match layer:
        case ConvTranspose2d():
            return _of_maps(_spread(layer, axis, index) for index, axis in _indexed(layer.windows(shape)))
        case Pad():
            return _of_maps(_beside(layer.sides, axis, size) for axis, size in enumerate(shape[1:]))
        case Upsample() if layer.scale_factor is not None:
            factor = Number(layer.scale_factor, "scale_factor")
            return _of_maps(Applied("floor", factor * Number(size, "n")) for size in shape[1:])
    return {}


def _by_windows(windows: tuple[Windows, ...], *, ceil_mode: bool) -> dict[str, Expression]:
    return _of_maps(_positions(axis, index, ceil_mode=ceil_mode) for index, axis in _indexed(windows))


def _of_maps(formulas: Iterable[Expression]) -> dict[str, Expression]:
    return dict(zip(AXES[3][1:], formulas, strict=True))


def _indexed(windows: tuple[Windows, ...]) -> Iterator[tuple[Index, Windows]]:
    """Yield the windows of height and width with the index that their steps have."""
    return (((axis,), along) for axis, along in enumerate(windows, start=1))


def _positions(axis: Windows, index: Index, *, ceil_mode: bool) -> Expression:
    """Return the number of windows along an axis: floor((n + padding - span) / stride) + 1.

    In ceil mode it is the ceiling of the quotient, less 1 if the last window would start behind the map and the
    padding before it.
    """
    n, stride = Number(axis.size, "n"), Number(axis.stride, "stride")
    room = Step("room", _padded(axis, n) - _span(axis, index), index)
    if not ceil_mode:
        return Applied("floor", room / stride) + 1
    positions = Step("positions", Applied("ceil", room / stride) + 1, index)
    last = Step("last_start", (positions - 1) * stride, index)
    end = Step("last_end", n + Number(axis.before, "padding"), index)
    return positions - Applied("is_not_negative", last - end)


def _spread(layer: ConvTranspose2d, axis: Windows, index: Index) -> Expression:
    """Return the size behind a transposed convolution: (n - 1) * stride + span + output_padding - 2 * padding."""
    n, stride = Number(axis.count, "n"), Number(axis.stride, "stride")
    reach = (n - 1) * stride + _span(axis, index)
    extra = pair(layer.output_padding)[index[0] - 1]
    if extra:
        reach = reach + Number(extra, "output_padding")
    return reach - Number(2) * Number(axis.before, "padding")


def _beside(sides: tuple[int, int, int, int], axis: int, size: int) -> Expression:
    """Return the size of an axis with the cells put before and after it; `sides` begin with left and right."""
    before, after = sides[2:] if axis == 0 else sides[:2]
    return Number(size, "n") + Number(before, "padding_before") + Number(after, "padding_after")


def _padded(axis: Windows, n: Number) -> Expression:
    """Return the size of the padded axis: n + 2 * padding, or n + before + after where the two differ."""
    if axis.before == axis.after:
        return n + Number(2) * Number(axis.before, "padding")
    return n + Number(axis.before, "padding_before") + Number(axis.after, "padding_after")


def _span(axis: Windows, index: Index) -> Expression:
    """Return the cells that a kernel spans: the kernel itself, or dilation * (kernel - 1) + 1."""
    kernel = Number(axis.kernel, "kernel")
    if axis.dilation == 1:
        return kernel
    return Step("span", Number(axis.dilation, "dilation") * (kernel - 1) + 1, index)


def volume(shape: Shape) -> Expression:
    """Return how many values there are of a shape: the product of its axes."""
    return multiplied(map(Number, shape, AXES[len(shape)]))
