"""ShuffleNet v2. Ma, Zhang, Zheng, Sun: Practical Guidelines for Efficient CNN Architecture Design, 2018."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, classifier, conv, conv_norm
from studycards.engine.graph import Graph
from studycards.engine.layers import ChannelShuffle, Concat, MaxPool2d, Slice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

DEPTHS = (4, 8, 4)


def shufflenet_v2(
    widths: Sequence[int], last: int = 1024, input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES
) -> Network:
    """Return a ShuffleNet v2 whose stages `stage2` to `stage4` have `widths` channels, and `last` ones behind them."""
    graph = Graph(input_shape)
    x = conv_norm(graph, graph.last, "conv1", conv(24, 3, 2))
    x = graph.add(MaxPool2d(3, stride=2, padding=1), x, name="maxpool")
    channels = 24
    for stage, (width, depth) in enumerate(zip(widths, DEPTHS, strict=True), 2):
        x = downsampling(graph, x, f"stage{stage}.0", channels, width)
        for block in range(1, depth):
            x = half_kept(graph, x, f"stage{stage}.{block}", width)
        channels = width
    x = conv_norm(graph, x, "conv5", conv(last, 1))
    classifier(graph, x, num_classes)
    return graph.network()


def half_kept(graph: Graph, x: str, name: str, channels: int) -> str:
    """Add a block that passes on half of the channels untouched and mixes the others."""
    half = channels // 2
    kept = graph.add(Slice(0, half), x, name=f"{name}.kept")
    mixed = graph.add(Slice(half, channels), x, name=f"{name}.mixed")
    return shuffled(graph, name, kept, branch(graph, mixed, f"{name}.branch2", half, stride=1))


def downsampling(graph: Graph, x: str, name: str, channels_in: int, channels: int) -> str:
    """Add a block of stride 2: both halves of its output see all of the input."""
    half = channels // 2
    y = conv_norm(graph, x, f"{name}.branch1", conv(channels_in, 3, 2, channels_in), number=1, act=None)
    y = conv_norm(graph, y, f"{name}.branch1", conv(half, 1), number=2)
    return shuffled(graph, name, y, branch(graph, x, f"{name}.branch2", half, stride=2))


def branch(graph: Graph, x: str, name: str, channels: int, *, stride: int) -> str:
    """Add 1x1, depthwise and 1x1 convolutions, all of the same width; the depthwise one has no activation."""
    x = conv_norm(graph, x, name, conv(channels, 1), number=1)
    x = conv_norm(graph, x, name, conv(channels, 3, stride, channels), number=2, act=None)
    return conv_norm(graph, x, name, conv(channels, 1), number=3)


def shuffled(graph: Graph, name: str, first: str, second: str) -> str:
    """Add the two halves together so that their channels alternate: the next block finds both in each half."""
    graph.add(Concat(), first, second, name=f"{name}.concat")
    return graph.add(ChannelShuffle(2), name=f"{name}.shuffle")


NETWORKS = {
    "shufflenet_v2_x0_5": partial(shufflenet_v2, (48, 96, 192)),
    "shufflenet_v2_x1_0": partial(shufflenet_v2, (116, 232, 464)),
    "shufflenet_v2_x1_5": partial(shufflenet_v2, (176, 352, 704)),
    "shufflenet_v2_x2_0": partial(shufflenet_v2, (244, 488, 976), 2048),
}
