"""The rules of layers with weights or windows in letters, their options in the indices: `Y[i,j] = max X[2i+u,2j+v]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.trace.convolution import Convolution
from studycards.engine.trace.linear import Linear
from studycards.engine.trace.pooling import AveragePooling, MaxPooling
from studycards.engine.trace.transposed import TransposedConvolution
from studycards.locale import Text, message
from studycards.questions.values.lines_cells import cell, seen_order

if TYPE_CHECKING:
    from studycards.engine.trace import Operation
    from studycards.engine.windows import Windows
    from studycards.questions.question import Words


class _Axis(NamedTuple):
    """The index along one axis, in letters, and how many cells there are."""

    letters: str
    size: int


class _Cells(NamedTuple):
    """The cells that meet, in letters: of the input, the kernel and the output, and the bias."""

    x: str
    weight: str
    y: str
    bias: str


def convolution_rule(operation: Operation, argument: str | None, layout: str) -> Words | None:
    """Return the rule of a convolution, or of its gradient with respect to `x`, `weight` or `bias`.

    None for groups of several channels, whose indices would need a formula of their own.
    """
    assert isinstance(operation, Convolution)
    if operation.groups > 1 and operation.weight.shape[1] > 1:
        return None
    x, weight, y, bias = _convolution_cells(operation, layout)
    rules = {
        None: f"Y{y} = Σ X{x}·K{weight}" + (f" + b{bias}" if operation.bias is not None else ""),
        "x": f"dX{x} += dY{y}·K{weight}",
        "weight": f"dK{weight} = Σ dY{y}·X{x}",
        "bias": f"db{bias} = Σ dY{y}",
    }
    return Text.same(rules[argument])


def transposed_rule(operation: Operation, argument: str | None, layout: str) -> Words | None:
    """Return the rule of a transposed convolution, or of its gradient with respect to `x`, `weight` or `bias`."""
    assert isinstance(operation, TransposedConvolution)
    if operation.groups > 1:
        return None
    x, weight, y, bias = _transposed_cells(operation, layout)
    rules = {
        None: f"Y{y} += X{x}·K{weight}" + (f", Y += b{bias}" if operation.bias is not None else ""),
        "x": f"dX{x} = Σ dY{y}·K{weight}",
        "weight": f"dK{weight} = Σ dY{y}·X{x}",
        "bias": f"db{bias} = Σ dY{y}",
    }
    return Text.same(rules[argument])


def maximum_rule(operation: Operation, argument: str | None, layout: str) -> Words:
    """Return the rule of max pooling, or of its gradient."""
    assert isinstance(operation, MaxPooling)
    if argument is not None:
        return message("worked.maximum_back")
    x, y, kernel = _pooling_cells(operation, layout)
    return Text.same(f"Y{y} = max X{x}, {kernel}")


def average_rule(operation: Operation, argument: str | None, layout: str) -> Words:
    """Return the rule of average pooling, or of its gradient."""
    assert isinstance(operation, AveragePooling)
    x, y, kernel = _pooling_cells(operation, layout)
    counts = [axis.cells(with_padding=operation.count_include_pad) for axis in operation.axes]
    rows, columns = operation.axes
    whole = all(min(cells) == axis.kernel for cells, axis in zip(counts, operation.axes, strict=True))
    divisor = str(rows.kernel * columns.kernel) if whole else "m"
    rule = f"Y{y} = Σ X{x}/{divisor}, {kernel}" if argument is None else f"dX{x} += dY{y}/{divisor}, {kernel}"
    return Text.same(rule) if whole else message("worked.m_cells", rule=Text.same(rule))


def dense_rule(operation: Operation, argument: str | None, _layout: str) -> Words:
    """Return the rule of a fully connected layer, or of its gradient with respect to `x`, `weight` or `bias`."""
    assert isinstance(operation, Linear)
    outputs, inputs = operation.weight.shape
    n, o, i = _Axis("n", len(operation.x)), _Axis("o", outputs), _Axis("i", inputs)
    x, weight, y, bias = f"X{_index(n, i)}", f"W{_index(o, i)}", f"Y{_index(n, o)}", f"b{_index(o)}"
    over_outputs, over_examples = ("Σ " if axis.size > 1 else "" for axis in (o, n))
    rules = {
        None: f"{y} = Σ {weight}·{x}" + (f" + {bias}" if operation.bias is not None else ""),
        "x": f"d{x} = {over_outputs}{weight}·d{y}",
        "weight": f"d{weight} = {over_examples}d{y}·{x}",
        "bias": f"d{bias} = {over_examples}d{y}",
    }
    return Text.same(rules[argument])


def _convolution_cells(operation: Convolution, layout: str) -> _Cells:
    n, c, *_ = map(_Axis, "nchw", operation.x.shape)
    f, within, *taps = map(_Axis, "fcuv", operation.weight.shape)
    seen = f if operation.groups > 1 else c
    return _Cells(
        _index(*seen_order((n, seen, *_places(operation.axes)), layout)),
        _index(f, within, *taps),
        _index(*seen_order((n, f, *_windows(operation.axes)), layout)),
        _index(f),
    )


def _transposed_cells(operation: TransposedConvolution, layout: str) -> _Cells:
    n, c, *_ = map(_Axis, "nchw", operation.x.shape)
    _, f, *taps = map(_Axis, "cfuv", operation.weight.shape)
    return _Cells(
        _index(*seen_order((n, c, *_windows(operation.axes)), layout)),
        _index(c, f, *taps),
        _index(*seen_order((n, f, *_places(operation.axes)), layout)),
        _index(f),
    )


def _pooling_cells(operation: MaxPooling | AveragePooling, layout: str) -> tuple[str, str, str]:
    """Return the cells of the input and the output that meet, and how far the kernel reaches."""
    n, c, *_ = map(_Axis, "nchw", operation.x.shape)
    rows, columns = operation.axes
    return (
        _index(*seen_order((n, c, *_places(operation.axes)), layout)),
        _index(*seen_order((n, c, *_windows(operation.axes)), layout)),
        f"u < {rows.kernel}, v < {columns.kernel}",
    )


def _windows(axes: tuple[Windows, ...]) -> list[_Axis]:
    return [_Axis(window, axis.count) for axis, window in zip(axes, "ij", strict=True)]


def _places(axes: tuple[Windows, ...]) -> list[_Axis]:
    return [_Axis(_place(axis, i, u), axis.size) for axis, i, u in zip(axes, "ij", "uv", strict=True)]


def _place(axis: Windows, window: str, tap: str) -> str:
    """Return the cell that a window sees through a tap of the kernel: `2i+u−1`."""
    stride = "" if axis.stride == 1 else str(axis.stride)
    dilation = "" if axis.dilation == 1 else str(axis.dilation)
    within = f"+{dilation}{tap}" if axis.kernel > 1 else ""
    return f"{stride}{window}{within}" + (f"−{axis.before}" if axis.before else "")


def _index(*axes: _Axis) -> str:
    """Return the index of a cell as the learner sees the array: without leading axes of size 1, 0 along later ones."""
    first = next((number for number, axis in enumerate(axes) if axis.size > 1), len(axes))
    return cell("", [axis.letters if axis.size > 1 else "0" for axis in axes[first:]])
