"""AlexNet: the network of the 2012 paper, and the one of 2014 that libraries call AlexNet.

Krizhevsky, Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural Networks, 2012.
Krizhevsky: One weird trick for parallelizing convolutional neural networks, 2014.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, RELU
from studycards.engine.graph import Graph
from studycards.engine.layers import (
    AdaptiveAvgPool2d,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    MaxPool2d,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Layer, Shape
    from studycards.engine.network import Network

POOLED = (1, 2, 5)
"""The convolutions that a max pooling follows."""

RESPONSE_NORM = LocalResponseNorm(5, alpha=Fraction(5, 10_000), k=2)
"""Section 3.3 of the paper; its alpha of 0.0001 stands before the sum of five squares, PyTorch's before their mean."""


def alexnet(input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return the network of 2014: one column of layers, no normalisation. A mean to 6x6 takes any input size."""
    graph = Graph(input_shape)
    first = Conv2d(64, 11, stride=4, padding=2)
    features(graph, [first, Conv2d(192, 5, padding=2), *(Conv2d(width, 3, padding=1) for width in (384, 256, 256))])
    graph.add(AdaptiveAvgPool2d(6), name="avgpool")
    return dense_head(graph, num_classes)


def alexnet_original(input_shape: Shape = (3, 227, 227), num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return the network of 2012: conv2, conv4 and conv5 in two groups, one for each of its two processors."""
    graph = Graph(input_shape)
    convolutions = [
        Conv2d(96, 11, stride=4),
        Conv2d(256, 5, padding=2, groups=2),
        Conv2d(384, 3, padding=1),
        Conv2d(384, 3, padding=1, groups=2),
        Conv2d(256, 3, padding=1, groups=2),
    ]
    features(graph, convolutions, RESPONSE_NORM)
    return dense_head(graph, num_classes)


def features(graph: Graph, convolutions: Sequence[Conv2d], norm: Layer | None = None) -> None:
    """Add the convolutions, each with a ReLU; the first two are followed by `norm`, some by a max pooling."""
    for number, layer in enumerate(convolutions, 1):
        graph.add(layer, name=f"conv{number}")
        graph.add(RELU, name=f"relu{number}")
        if norm is not None and number <= 2:
            graph.add(norm, name=f"norm{number}")
        if number in POOLED:
            graph.add(MaxPool2d(3, stride=2), name=f"pool{number}")


def dense_head(graph: Graph, num_classes: int) -> Network:
    """Add the three linear layers, where most of the parameters are, and return the network. VGG ends alike."""
    graph.add(Flatten(), name="flatten")
    for number in (6, 7):
        graph.add(Linear(4096), name=f"fc{number}")
        graph.add(RELU, name=f"relu{number}")
        graph.add(Dropout(), name=f"dropout{number}")
    graph.add(Linear(num_classes), name="fc8")
    return graph.network()


NETWORKS = {
    "alexnet": alexnet,
    "alexnet_original": alexnet_original,
}
