"""SqueezeNet. Iandola et al.: SqueezeNet: AlexNet-level accuracy with 50x fewer parameters, 2016."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, RELU, conv, conv_relu
from studycards.engine.graph import Graph
from studycards.engine.layers import AdaptiveAvgPool2d, Concat, Conv2d, Dropout, Flatten, MaxPool2d

if TYPE_CHECKING:
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

FIRES = ((16, 64), (16, 64), (32, 128), (32, 128), (48, 192), (48, 192), (64, 256), (64, 256))
"""The channels of the modules fire2 to fire9: squeezed, and of each half of the expansion."""


class Version(NamedTuple):
    """In what the two releases differ: the first convolution and the modules that a max pooling comes before."""

    first: Conv2d
    pooled_before: frozenset[int]


V1_0 = Version(Conv2d(96, 7, stride=2), frozenset({2, 5, 9}))
V1_1 = Version(Conv2d(64, 3, stride=2), frozenset({2, 4, 6}))
"""2.4 times fewer multiply-adds: a smaller kernel, and smaller maps from early on."""


def squeezenet(version: Version, input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES) -> Network:
    """Return a SqueezeNet. It ends with a convolution to one map for each class and the mean of each map."""
    graph = Graph(input_shape)
    graph.add(version.first, name="conv1")
    graph.add(RELU, name="relu1")
    for number, (squeezed, expanded) in enumerate(FIRES, 2):
        if number in version.pooled_before:
            graph.add(MaxPool2d(3, stride=2, ceil_mode=True), name=f"pool{number - 1}")
        fire(graph, graph.last, f"fire{number}", squeezed, expanded)
    graph.add(Dropout(), name="dropout")
    graph.add(Conv2d(num_classes, 1), name="conv10")
    graph.add(RELU, name="relu10")
    graph.add(AdaptiveAvgPool2d(1), name="avgpool")
    graph.add(Flatten(), name="flatten")
    return graph.network()


def fire(graph: Graph, x: str, name: str, squeezed: int, expanded: int) -> str:
    """Add a 1x1 convolution to few channels, then 1x1 and 3x3 ones side by side."""
    x = conv_relu(graph, x, f"{name}.squeeze", conv(squeezed, 1, bias=True))
    small = conv_relu(graph, x, f"{name}.expand1x1", conv(expanded, 1, bias=True))
    large = conv_relu(graph, x, f"{name}.expand3x3", conv(expanded, 3, bias=True))
    return graph.add(Concat(), small, large, name=f"{name}.concat")


NETWORKS = {
    "squeezenet1_0": partial(squeezenet, V1_0),
    "squeezenet1_1": partial(squeezenet, V1_1),
}
