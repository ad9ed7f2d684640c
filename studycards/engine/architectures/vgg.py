"""VGG. Simonyan, Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition, 2015."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.alexnet import dense_head
from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, NORM, RELU, conv
from studycards.engine.graph import Graph
from studycards.engine.layers import AdaptiveAvgPool2d, MaxPool2d

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

WIDTHS = (64, 128, 256, 512, 512)


def vgg(
    depths: Sequence[int],
    input_shape: Shape = IMAGENET,
    num_classes: int = IMAGENET_CLASSES,
    *,
    batch_norm: bool = False,
) -> Network:
    """Return a VGG with `depths` 3x3 convolutions in its five blocks; each block ends with a max pooling.

    A mean to 7x7 takes any input size; at 224x224 it changes nothing.
    """
    graph = Graph(input_shape)
    for block, (width, depth) in enumerate(zip(WIDTHS, depths, strict=True), 1):
        for number in range(1, depth + 1):
            graph.add(conv(width, 3, bias=True), name=f"block{block}.conv{number}")
            if batch_norm:
                graph.add(NORM, name=f"block{block}.bn{number}")
            graph.add(RELU, name=f"block{block}.relu{number}")
        graph.add(MaxPool2d(2), name=f"block{block}.pool")
    graph.add(AdaptiveAvgPool2d(7), name="avgpool")
    return dense_head(graph, num_classes)


DEPTHS = {11: (1, 1, 2, 2, 2), 13: (2, 2, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}

NETWORKS = {
    **{f"vgg{depth}": partial(vgg, depths) for depth, depths in DEPTHS.items()},
    **{f"vgg{depth}_bn": partial(vgg, depths, batch_norm=True) for depth, depths in DEPTHS.items()},
}
