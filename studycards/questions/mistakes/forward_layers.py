"""Wrong rules for what pooling, activations, norms, dropout and sums of branches compute."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studycards.engine.layers import (
    Add,
    AvgPool2d,
    BatchNorm2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    MaxPool2d,
    ReLU,
    Softmax,
)
from studycards.questions.mistakes.conditions import (
    has_channels,
    has_mask,
    has_rows,
    is_dilated,
    is_padded,
    is_rectified_sum,
    is_strided,
    rectifies_sum,
    takes_batch_statistics,
)
from studycards.questions.mistakes.revisions import computing, engine, transposed, with_options
from studycards.questions.mistakes.values import ForwardMistake, LayerRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.operations import Operation
    from studycards.questions.mistakes.revisions import Revision


def _other_global(kind: str) -> Revision:
    """Pool whole maps by the function of another name."""
    return lambda operation: operation._replace(arguments=(kind,))


def _average(x: Array, *, dilation: object, **options: object) -> Array:  # noqa: ARG001 - means have none
    y: Array = engine().avg_pool2d(x, **options, count_include_pad=False)
    return y


def _largest(x: Array, *, count_include_pad: object, **options: object) -> Array:  # noqa: ARG001 - padding never wins
    y: Array = engine().max_pool2d(x, **options)
    return y


def _summed_branches(x: Array, *others: Array) -> Array:
    """Return the rectified branch plus the others."""
    return sum(others, start=x.clip(0))


def _product(x: Array, *others: Array) -> Array:
    return math.prod(others, start=x)


def _normalized(*, unbiased: bool = False, by_variance: bool = False) -> Revision:
    """Divide by another root of the variance, or by the variance itself."""

    def forward(
        x: Array,
        running_mean: Array | None,
        running_var: Array | None,
        weight: Array,
        bias: Array,
        *,
        training: bool,
        eps: float,
    ) -> Array:
        axes = (0, *range(2, x.ndim))
        mean, variance = (x.mean(axes), x.var(axes, ddof=int(unbiased))) if training else (running_mean, running_var)
        assert mean is not None
        assert variance is not None
        scale = weight / (variance + float(eps)) ** (1 if by_variance else 0.5)
        channels = (-1, *[1] * (x.ndim - 2))
        return (x - mean.reshape(channels)) * scale.reshape(channels) + bias.reshape(channels)

    return computing(forward)


def _not_scaled(operation: Operation) -> Operation:
    """Normalize without the learned scale and shift."""
    return operation._replace(arguments=(*operation.arguments[:2], None, None))


def _kept_times(operation: Operation) -> Operation:
    """Multiply what dropout keeps instead of dividing it."""
    keep = 1 - float(operation.options["p"])
    return operation._replace(forward=lambda x, mask, **_: x * (mask != 0) * keep)


def _divided_by_p(operation: Operation) -> Operation:
    return operation._replace(options={"p": 1 - operation.options["p"]})


_RULES: Mapping[str, tuple[LayerRule, ...]] = {
    "fwd.avg_sums": (
        LayerRule((AvgPool2d,), with_options(divisor_override=1)),
        LayerRule((GlobalAvgPool2d,), computing(lambda x, _: x.sum((2, 3)))),
    ),
    "fwd.pool_overlap": (LayerRule((MaxPool2d, AvgPool2d), with_options(stride=1), is_strided),),
    "fwd.avgpool_pad_excluded": (
        LayerRule(
            (AvgPool2d,),
            with_options(count_include_pad=False),
            lambda site: is_padded(site) and site.layer.count_include_pad,
        ),
    ),
    "fwd.avg_for_max": (
        LayerRule((MaxPool2d,), computing(_average), lambda site: not is_dilated(site)),
        LayerRule((GlobalMaxPool2d,), _other_global("global_avg_pool2d")),
    ),
    "fwd.max_for_avg": (
        LayerRule((AvgPool2d,), computing(_largest)),
        LayerRule((GlobalAvgPool2d,), _other_global("global_max_pool2d")),
    ),
    "fwd.gap_over_all": (
        LayerRule((GlobalAvgPool2d,), computing(lambda x, _: x.mean((1, 2, 3)).reshape(-1, 1)), has_channels),
    ),
    "fwd.relu_abs": (LayerRule((ReLU,), computing(abs)),),
    "fwd.relu_mask_value": (LayerRule((ReLU,), computing(lambda x: (x > 0) * 1.0)),),
    "fwd.relu_ignored": (LayerRule((ReLU,), computing(lambda x: x)),),
    "fwd.residual_relu_first": (
        LayerRule((Add,), computing(_summed_branches), is_rectified_sum),
        LayerRule((ReLU,), computing(lambda x: x), rectifies_sum),
    ),
    "fwd.residual_no_skip": (LayerRule((Add,), computing(lambda x, *_: x)),),
    "fwd.residual_multiplied": (LayerRule((Add,), computing(_product)),),
    "fwd.softmax_linear": (LayerRule((Softmax,), computing(lambda x: x / x.sum(1, keepdims=True))),),
    "fwd.softmax_unnormalised": (LayerRule((Softmax,), computing(lambda x: math.e**x)),),
    "fwd.softmax_argmax": (LayerRule((Softmax,), computing(lambda x: (x == x.max(1, keepdims=True)) * 1.0)),),
    "fwd.flatten_by_columns": (
        LayerRule((Flatten,), computing(lambda x: transposed(x).reshape(len(x), -1)), has_rows),
    ),
    "fwd.flatten_channels_last": (
        LayerRule(
            (Flatten,),
            computing(lambda x: x.transpose(0, 2, 3, 1).reshape(len(x), -1)),
            lambda site: has_rows(site) and has_channels(site),
        ),
    ),
    "fwd.bn_unbiased": (LayerRule((BatchNorm2d,), _normalized(unbiased=True), takes_batch_statistics),),
    "fwd.bn_divide_by_var": (LayerRule((BatchNorm2d,), _normalized(by_variance=True)),),
    "fwd.bn_no_affine": (LayerRule((BatchNorm2d,), _not_scaled),),
    "fwd.dropout_no_scale": (LayerRule((Dropout,), with_options(p=0), has_mask),),
    "fwd.dropout_multiplied": (LayerRule((Dropout,), _kept_times, has_mask),),
    "fwd.dropout_by_p": (LayerRule((Dropout,), _divided_by_p, has_mask),),
}

LAYER_MISTAKES = tuple(ForwardMistake(name, rules) for name, rules in _RULES.items())
