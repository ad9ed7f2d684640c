"""Wrong rules for the output size of a convolution or a pooling: each is a formula for one axis.

The right one is ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.layers import AvgPool2d, Conv2d, MaxPool2d
from studycards.questions.mistakes.mistake import ShapeMistake
from studycards.questions.terms import rounded_up, windows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Layer, Shape
    from studycards.questions.terms import Window

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

_CONVOLUTION: Mapping[str, Rule] = {**_ANY_WINDOW, "size.no_stride": lambda w: replace(w, s=1).positions}

_POOLING: Mapping[str, Rule] = {**_ANY_WINDOW, "size.pool_stride1": lambda w: replace(w, s=1).positions}


def _slip(mistake: str, layer: Layer, shape: Shape) -> Shape | None:
    """Return the output shape whose height and width the rule `mistake` gives; the channels are right."""
    match layer:
        case Conv2d():
            rule = _CONVOLUTION.get(mistake)
        case MaxPool2d() | AvgPool2d() if not layer.ceil_mode:
            rule = _POOLING.get(mistake)
        case _:
            return None
    if rule is None:
        return None
    height, width = windows(layer, shape)
    return (layer.output_shape(shape)[0], rule(height), rule(width))


SIZE_MISTAKES = tuple(ShapeMistake(name, partial(_slip, name)) for name in {**_CONVOLUTION, **_POOLING})
