"""Xception. Chollet: Xception: Deep Learning with Depthwise Separable Convolutions, 2017."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET_CLASSES, NORM_MILLI, RELU, classifier, conv, conv_norm
from studycards.engine.graph import Graph
from studycards.engine.layers import Add, Conv2d, MaxPool2d

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

WIDE = 728


def xception(input_shape: Shape = (3, 299, 299), num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return Xception: entry flow `block1` to `block4`, middle flow to `block12`, exit flow to `block14`.

    Poolings are padded on both sides, as in ports to PyTorch; TensorFlow pads even maps at the end only.
    """
    graph = Graph(input_shape)
    x = conv_norm(graph, graph.last, "block1", Conv2d(32, 3, stride=2, bias=False), number=1, norm=NORM_MILLI)
    x = conv_norm(graph, x, "block1", Conv2d(64, 3, bias=False), number=2, norm=NORM_MILLI)
    x = halving(graph, x, "block2", (64, 128, 128), first_act=False)
    x = halving(graph, x, "block3", (128, 256, 256))
    x = halving(graph, x, "block4", (256, WIDE, WIDE))
    for block in range(5, 13):
        y = separables(graph, x, f"block{block}", (WIDE,) * 4)
        x = graph.add(Add(), x, y, name=f"block{block}.add")
    x = halving(graph, x, "block13", (WIDE, WIDE, 1024))
    for number, (channels_in, channels) in enumerate(((1024, 1536), (1536, 2048)), 1):
        x = separable(graph, x, f"block14.sepconv{number}", channels_in, channels)
        x = graph.add(RELU, x, name=f"block14.relu{number}")
    classifier(graph, x, num_classes)
    return graph.network()


def separable(graph: Graph, x: str, name: str, channels_in: int, channels: int) -> str:
    """Add a 3x3 convolution of each channel alone, a 1x1 convolution across them, and the normalisation."""
    x = graph.add(conv(channels_in, 3, groups=channels_in), x, name=f"{name}.depthwise")
    x = graph.add(conv(channels, 1), x, name=f"{name}.pointwise")
    return graph.add(NORM_MILLI, x, name=f"{name}.bn")


def separables(graph: Graph, x: str, name: str, widths: Sequence[int], *, first_act: bool = True) -> str:
    """Add separable convolutions from each width to the next, a ReLU before each, before the first if `first_act`."""
    for number, (channels_in, channels) in enumerate(pairwise(widths), 1):
        if number > 1 or first_act:
            x = graph.add(RELU, x, name=f"{name}.relu{number}")
        x = separable(graph, x, f"{name}.sepconv{number}", channels_in, channels)
    return x


def halving(graph: Graph, x: str, name: str, widths: Sequence[int], *, first_act: bool = True) -> str:
    """Add separable convolutions and a max pooling, and a 1x1 convolution of stride 2 around them."""
    y = separables(graph, x, name, widths, first_act=first_act)
    y = graph.add(MaxPool2d(3, stride=2, padding=1), y, name=f"{name}.pool")
    x = conv_norm(graph, x, f"{name}.shortcut", conv(widths[-1], 1, 2), norm=NORM_MILLI, act=None)
    return graph.add(Add(), x, y, name=f"{name}.add")


NETWORKS = {
    "xception": xception,
}
