"""Wrong rules for the output size of a convolution, a pooling or a transposed convolution: formulas for one axis.

The right ones are ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1, and (n − 1)s − 2p + d(k − 1) + 1 + output padding.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, Conv2d, ConvTranspose2d, MaxPool2d
from studycards.questions.mistakes.mistake import ShapeMistake
from studycards.questions.solutions.terms import rounded_up, spreads, windows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Layer, Shape
    from studycards.questions.solutions.terms import Pool, Spread, Window

    Rule = Callable[[Window], int]

_ANY_WINDOW: Mapping[str, Rule] = {
    "size.no_plus_one": lambda w: w.free // w.s,
    "size.pad_once": lambda w: (w.n + w.p - w.span) // w.s + 1,
    "size.no_pad": lambda w: replace(w, p=0).positions,
    "size.pad_subtracted": lambda w: replace(w, p=-w.p).positions,
    "size.ceil": lambda w: rounded_up(w.free, w.s) + 1,
    "size.plus_one_inside": lambda w: (w.free + 1) // w.s,
    "size.no_dilation": lambda w: replace(w, d=1).positions,
    "size.dilation_times_k": lambda w: (w.n + 2 * w.p - w.d * w.k) // w.s + 1,
    "size.same_assumed": lambda w: rounded_up(w.n, w.s),
}

_CONVOLUTION: Mapping[str, Rule] = {
    **_ANY_WINDOW,
    "size.no_stride": lambda w: replace(w, s=1).positions,
    "size.no_overlap": lambda w: replace(w, s=w.span).positions,
}

_POOLING: Mapping[str, Rule] = {**_ANY_WINDOW, "size.pool_stride1": lambda w: replace(w, s=1).positions}

_TRANSPOSED: Mapping[str, Callable[[Spread], int]] = {
    "tconv.forward_formula": lambda t: (t.n + 2 * t.p - t.span) // t.s + 1,
    "tconv.pad_added": lambda t: replace(t, p=-t.p).size,
    "tconv.no_output_padding": lambda t: replace(t, extra=0).size,
    "tconv.gap_per_input": lambda t: t.size + t.s,
}


def _slip(mistake: str, layer: Layer, shape: Shape) -> Shape | None:
    """Return the output shape whose height and width the rule `mistake` gives; the channels are right."""
    match layer:
        case Conv2d() if mistake in _CONVOLUTION:
            sizes = _by_windows(_CONVOLUTION[mistake], layer, shape)
        case MaxPool2d() | AvgPool2d() if mistake in _POOLING and not layer.ceil_mode:
            sizes = _by_windows(_POOLING[mistake], layer, shape)
        case ConvTranspose2d() if mistake in _TRANSPOSED:
            sizes = tuple(map(_TRANSPOSED[mistake], spreads(layer, shape)))
        case _:
            return None
    return sizes and (layer.output_shape(shape)[0], *sizes)


def _by_windows(rule: Rule, layer: Conv2d | Pool, shape: Shape) -> Shape | None:
    """Return what the rule gives for both axes; None where the padding differs from side to side."""
    axes = windows(layer, shape)
    return tuple(map(rule, axes)) if all(axis.even for axis in axes) else None


SIZE_MISTAKES = tuple(ShapeMistake(name, partial(_slip, name)) for name in {**_CONVOLUTION, **_POOLING, **_TRANSPOSED})
