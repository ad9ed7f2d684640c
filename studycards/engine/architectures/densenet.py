"""DenseNet: every layer reads what all layers before it in its block have written.

Huang, Liu, van der Maaten, Weinberger: Densely Connected Convolutional Networks, 2017.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, NORM, RELU, classifier, conv
from studycards.engine.graph import Graph
from studycards.engine.layers import AvgPool2d, Concat, MaxPool2d

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Conv2d, Shape
    from studycards.engine.network import Network


def densenet(
    depths: Sequence[int],
    growth_rate: int = 32,
    input_shape: Shape = IMAGENET,
    num_classes: int = IMAGENET_CLASSES,
) -> Network:
    """Return a DenseNet-BC with `depths` layers in its blocks; each adds `growth_rate` channels.

    The stem gives twice the growth rate; every transition halves the channels and the size.
    """
    graph = Graph(input_shape)
    channels = 2 * growth_rate
    x = graph.add(conv(channels, 7, 2), name="conv0")
    x = graph.add(NORM, x, name="norm0")
    x = graph.add(RELU, x, name="relu0")
    x = graph.add(MaxPool2d(3, stride=2, padding=1), x, name="pool0")
    for block, depth in enumerate(depths, 1):
        for layer in range(1, depth + 1):
            x = dense_layer(graph, x, f"denseblock{block}.denselayer{layer}", growth_rate)
        channels += depth * growth_rate
        if block < len(depths):
            channels //= 2
            x = transition(graph, x, f"transition{block}", channels)
    x = graph.add(NORM, x, name="norm5")
    x = graph.add(RELU, x, name="relu5")
    classifier(graph, x, num_classes)
    return graph.network()


def dense_layer(graph: Graph, x: str, name: str, growth_rate: int) -> str:
    """Add a 1x1 convolution to four times the growth rate, a 3x3 to the growth rate, and what they read beside it."""
    y = norm_relu_conv(graph, x, name, conv(4 * growth_rate, 1), number="1")
    y = norm_relu_conv(graph, y, name, conv(growth_rate, 3), number="2")
    return graph.add(Concat(), x, y, name=f"{name}.concat")


def transition(graph: Graph, x: str, name: str, channels: int) -> str:
    """Add a 1x1 convolution to `channels` and a mean of 2x2 cells."""
    x = norm_relu_conv(graph, x, name, conv(channels, 1))
    return graph.add(AvgPool2d(2), x, name=f"{name}.pool")


def norm_relu_conv(graph: Graph, x: str, name: str, layer: Conv2d, number: str = "") -> str:
    """Add a normalisation, an activation and then the convolution ("pre-activation")."""
    x = graph.add(NORM, x, name=f"{name}.norm{number}")
    x = graph.add(RELU, x, name=f"{name}.relu{number}")
    return graph.add(layer, x, name=f"{name}.conv{number}")


NETWORKS = {
    "densenet121": partial(densenet, (6, 12, 24, 16)),
    "densenet161": partial(densenet, (6, 12, 36, 24), 48),
    "densenet169": partial(densenet, (6, 12, 32, 32)),
    "densenet201": partial(densenet, (6, 12, 48, 32)),
}
