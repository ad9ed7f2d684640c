"""EfficientNet-B0. Tan, Le: EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, 2019."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import (
    IMAGENET,
    IMAGENET_CLASSES,
    InvertedResidual,
    SqueezeExcite,
    classifier,
    conv,
    conv_norm,
    inverted_residual,
)
from studycards.engine.graph import Graph
from studycards.engine.layers import Sigmoid, SiLU

if TYPE_CHECKING:
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

STAGES = (
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
)
"""Table 1 of the paper: expansion, kernel size, stride of the first block, channels, blocks."""

SILU = SiLU()
SIGMOID = Sigmoid()


def efficientnet_b0(input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return EfficientNet-B0: `stage1` to `stage7` between two plain convolutions.

    Squeeze-and-excitation narrows to a quarter of the channels that enter a block, before they are expanded.
    """
    graph = Graph(input_shape)
    channels = 32
    x = conv_norm(graph, graph.last, "stage0", conv(channels, 3, 2), act=SILU)
    for stage, (expansion, kernel_size, first_stride, wide, depth) in enumerate(STAGES, 1):
        for number in range(depth):
            squeeze = SqueezeExcite(channels // 4, SILU, SIGMOID)
            stride = 1 if number else first_stride
            block = InvertedResidual(channels, expansion * channels, wide, kernel_size, stride, SILU, squeeze=squeeze)
            x = inverted_residual(graph, x, f"stage{stage}.{number}", block)
            channels = wide
    x = conv_norm(graph, x, f"stage{len(STAGES) + 1}", conv(1280, 1), act=SILU)
    classifier(graph, x, num_classes, dropout=Fraction(1, 5))
    return graph.network()


NETWORKS = {
    "efficientnet_b0": efficientnet_b0,
}
