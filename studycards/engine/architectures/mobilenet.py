"""MobileNet: depthwise separable convolutions, then inverted residuals, then squeeze-and-excitation.

Howard et al.: MobileNets, 2017. Sandler et al.: MobileNetV2: Inverted Residuals and Linear Bottlenecks, 2018.
Howard et al.: Searching for MobileNetV3, 2019.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.architectures.blocks import (
    IMAGENET,
    IMAGENET_CLASSES,
    NORM_MILLI,
    RELU,
    InvertedResidual,
    SqueezeExcite,
    classifier,
    conv,
    conv_norm,
    divisible,
    inverted_residual,
)
from studycards.engine.graph import Graph
from studycards.engine.layers import AdaptiveAvgPool2d, Dropout, Flatten, Hardsigmoid, Hardswish, Linear, ReLU6

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

RELU6 = ReLU6()
HARDSWISH = Hardswish()

V1_BLOCKS = ((64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), *((512, 1),) * 5, (1024, 2), (1024, 1))
"""Table 1 of the paper: channels and stride of the 13 separable convolutions."""

V2_STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
"""Table 2 of the paper: expansion, channels, repetitions, stride of the first one."""


def mobilenet_v1(
    input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES, *, width: Fraction = Fraction(1)
) -> Network:
    """Return MobileNet v1. `width` multiplies all channels: 1, 3/4, 1/2 and 1/4 in the paper."""
    graph = Graph(input_shape)
    channels = int(32 * width)
    x = conv_norm(graph, graph.last, "block0", conv(channels, 3, 2))
    for number, (wide, stride) in enumerate(V1_BLOCKS, 1):
        x = conv_norm(graph, x, f"block{number}.depthwise", conv(channels, 3, stride, channels))
        channels = int(wide * width)
        x = conv_norm(graph, x, f"block{number}.pointwise", conv(channels, 1))
    classifier(graph, x, num_classes)
    return graph.network()


def mobilenet_v2(input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return MobileNet v2: `block1` to `block17` between two plain convolutions."""
    graph = Graph(input_shape)
    channels = 32
    x = conv_norm(graph, graph.last, "block0", conv(channels, 3, 2), act=RELU6)
    number = 1
    for expansion, wide, repetitions, first_stride in V2_STAGES:
        for repetition in range(repetitions):
            stride = 1 if repetition else first_stride
            block = InvertedResidual(channels, expansion * channels, wide, 3, stride, RELU6)
            x = inverted_residual(graph, x, f"block{number}", block)
            channels = wide
            number += 1
    x = conv_norm(graph, x, f"block{number}", conv(1280, 1), act=RELU6)
    classifier(graph, x, num_classes, dropout=Fraction(1, 5))
    return graph.network()


class V3Block(NamedTuple):
    """A row of tables 1 and 2 of the paper. `wide`: channels in the middle; `excite`: whether they are weighed."""

    kernel_size: int
    wide: int
    channels: int
    stride: int
    hard: bool
    excite: bool


LARGE = (
    V3Block(3, 16, 16, 1, hard=False, excite=False),
    V3Block(3, 64, 24, 2, hard=False, excite=False),
    V3Block(3, 72, 24, 1, hard=False, excite=False),
    V3Block(5, 72, 40, 2, hard=False, excite=True),
    *(V3Block(5, 120, 40, 1, hard=False, excite=True),) * 2,
    V3Block(3, 240, 80, 2, hard=True, excite=False),
    V3Block(3, 200, 80, 1, hard=True, excite=False),
    *(V3Block(3, 184, 80, 1, hard=True, excite=False),) * 2,
    V3Block(3, 480, 112, 1, hard=True, excite=True),
    V3Block(3, 672, 112, 1, hard=True, excite=True),
    V3Block(5, 672, 160, 2, hard=True, excite=True),
    *(V3Block(5, 960, 160, 1, hard=True, excite=True),) * 2,
)

SMALL = (
    V3Block(3, 16, 16, 2, hard=False, excite=True),
    V3Block(3, 72, 24, 2, hard=False, excite=False),
    V3Block(3, 88, 24, 1, hard=False, excite=False),
    V3Block(5, 96, 40, 2, hard=True, excite=True),
    *(V3Block(5, 240, 40, 1, hard=True, excite=True),) * 2,
    V3Block(5, 120, 48, 1, hard=True, excite=True),
    V3Block(5, 144, 48, 1, hard=True, excite=True),
    V3Block(5, 288, 96, 2, hard=True, excite=True),
    *(V3Block(5, 576, 96, 1, hard=True, excite=True),) * 2,
)


def mobilenet_v3(
    blocks: Sequence[V3Block], features: int, input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES
) -> Network:
    """Return a MobileNet v3 of `blocks`, with a hidden linear layer of `features` units before the last one."""
    graph = Graph(input_shape)
    channels = 16
    x = conv_norm(graph, graph.last, "block0", conv(channels, 3, 2), norm=NORM_MILLI, act=HARDSWISH)
    for number, row in enumerate(blocks, 1):
        x = inverted_residual(graph, x, f"block{number}", v3_block(channels, row))
        channels = row.channels
    x = conv_norm(graph, x, f"block{len(blocks) + 1}", conv(6 * channels, 1), norm=NORM_MILLI, act=HARDSWISH)
    graph.add(AdaptiveAvgPool2d(1), name="avgpool")
    graph.add(Flatten(), name="flatten")
    graph.add(Linear(features), name="fc1")
    graph.add(HARDSWISH, name="hardswish")
    graph.add(Dropout(Fraction(1, 5)), name="dropout")
    graph.add(Linear(num_classes), name="fc2")
    return graph.network()


def v3_block(channels_in: int, row: V3Block) -> InvertedResidual:
    """Return the block of a row; a quarter of the channels stand between those of squeeze and excitation."""
    squeeze = SqueezeExcite(divisible(row.wide // 4), RELU, Hardsigmoid()) if row.excite else None
    act = HARDSWISH if row.hard else RELU
    return InvertedResidual(
        channels_in, row.wide, row.channels, row.kernel_size, row.stride, act, norm=NORM_MILLI, squeeze=squeeze
    )


NETWORKS = {
    "mobilenet_v1": mobilenet_v1,
    "mobilenet_v2": mobilenet_v2,
    "mobilenet_v3_small": partial(mobilenet_v3, SMALL, 1024),
    "mobilenet_v3_large": partial(mobilenet_v3, LARGE, 1280),
}
