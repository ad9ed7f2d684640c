"""The steps through one layer, to its output shape or its number of parameters, with the numbers filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, BatchNorm2d, Conv2d, Flatten, GlobalAvgPool2d, Linear, MaxPool2d
from studycards.locale import message
from studycards.questions.terms import ConvTerms, DenseTerms, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.layers import Layer, Shape
    from studycards.locale import Message
    from studycards.questions.terms import Pool, Window


@dataclass(frozen=True, slots=True)
class Step:
    """One line: a `formula`, the same `filled` with numbers (where there is something to fill in) and the `result`."""

    formula: Message
    result: int
    filled: Message | None = None

    @property
    def line(self) -> Message:
        """The whole line."""
        if self.filled is None:
            return message("computed.plain_step", formula=self.formula, result=self.result)
        return message("computed.step", formula=self.formula, filled=self.filled, result=self.result)

    @property
    def hint(self) -> Message:
        """The line without its result."""
        if self.filled is None:
            return self.formula
        return message("computed.open_step", formula=self.formula, filled=self.filled)


def shape_steps(layer: Layer, shape: Shape) -> Iterator[Step]:
    """Yield the steps from the `shape` that enters `layer` to the one that leaves it; none where they are equal."""
    match layer:
        case Conv2d():
            yield from _size_steps(layer, shape)
            yield Step(message("computed.channels_filters"), layer.out_channels)
        case MaxPool2d() | AvgPool2d():
            yield from _size_steps(layer, shape)
            yield Step(message("computed.channels_kept"), shape[0])
        case GlobalAvgPool2d():
            yield Step(message("computed.global_average"), shape[0])
        case Flatten():
            yield from _flatten_steps(shape)
        case Linear():
            yield Step(message("computed.outputs"), layer.out_features)
        case _:
            return


def parameter_steps(layer: Layer, shape: Shape) -> Iterator[Step]:
    """Yield the step that counts the parameters of `layer` behind an input `shape`; none where it has none.

    Flattening has none, but gives the inputs of the layer behind it.
    """
    match layer:
        case Conv2d():
            yield _convolution_step(ConvTerms.of(layer, shape))
        case Linear():
            yield _dense_step(DenseTerms.of(layer, shape))
        case BatchNorm2d():
            filled = message("computed.norm_filled", c=shape[0])
            yield Step(message("computed.norm_formula"), 2 * shape[0], filled)
        case Flatten():
            yield from _flatten_steps(shape)
        case _:
            return


def _size_steps(layer: Conv2d | Pool, shape: Shape) -> Iterator[Step]:
    """Yield a step for the height and one for the width, or one for both where the same numbers stand in them."""
    rows, columns = windows(layer, shape)
    if rows == columns:
        yield _size_step("H = W", rows)
    else:
        yield _size_step("H", rows)
        yield _size_step("W", columns)


def _size_step(axis: str, window: Window) -> Step:
    dilated = "_dilated" if window.d > 1 else ""
    rounding = "ceil" if window.ceil else "floor"
    formula = message(f"computed.{rounding}", free=message(f"computed.free{dilated}"), s="s")
    free = message(f"computed.free{dilated}_filled", n=window.n, p=window.p, k=window.k, d=window.d)
    dropped = "_dropped" if window.last_dropped else ""
    filled = message(f"computed.{rounding}{dropped}", free=free, s=window.s)
    return Step(message("computed.axis", axis=axis, formula=formula), window.positions, filled)


def _flatten_steps(shape: Shape) -> Iterator[Step]:
    if len(shape) == 3:
        channels, height, width = shape
        filled = message("computed.flatten_filled", c=channels, h=height, w=width)
        yield Step(message("computed.flatten_formula"), channels * height * width, filled)


def _convolution_step(terms: ConvTerms) -> Step:
    kernel = message("computed.square" if terms.kh == terms.kw else "computed.rectangle")
    grouped = "_groups" if terms.groups > 1 else ""
    formula = message(f"computed.weights{grouped}", kernel=kernel)
    filled = message(
        f"computed.weights{grouped}_filled",
        kh=terms.kh,
        kw=terms.kw,
        c_in=terms.c_in,
        groups=terms.groups,
        c_out=terms.c_out,
    )
    if terms.bias:
        formula = message("computed.plus", first=formula, second="C_out")
        filled = message("computed.plus", first=filled, second=terms.c_out)
    return Step(formula, terms.weights + terms.biases, filled)


def _dense_step(terms: DenseTerms) -> Step:
    formula = message("computed.dense")
    filled = message("computed.dense_filled", n_in=terms.n_in, n_out=terms.n_out)
    if terms.bias:
        formula = message("computed.plus", first=formula, second="n_out")
        filled = message("computed.plus", first=filled, second=terms.n_out)
    return Step(formula, terms.weights + terms.biases, filled)
