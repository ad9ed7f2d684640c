"""GoogLeNet: the network with batch normalisation that libraries call GoogLeNet, and the one of the paper.

Szegedy et al.: Going Deeper with Convolutions, 2015.
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
    classifier,
    conv,
    conv_norm,
    conv_relu,
)
from studycards.engine.graph import Graph
from studycards.engine.layers import (
    AdaptiveAvgPool2d,
    AvgPool2d,
    Concat,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    MaxPool2d,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studycards.engine.layers import Conv2d, Layer, Shape
    from studycards.engine.network import Network

INCEPTIONS = {
    "inception3a": (64, 96, 128, 16, 32, 32),
    "inception3b": (128, 128, 192, 32, 96, 64),
    "inception4a": (192, 96, 208, 16, 48, 64),
    "inception4b": (160, 112, 224, 24, 64, 64),
    "inception4c": (128, 128, 256, 24, 64, 64),
    "inception4d": (112, 144, 288, 32, 64, 64),
    "inception4e": (256, 160, 320, 32, 128, 128),
    "inception5a": (256, 160, 320, 32, 128, 128),
    "inception5b": (384, 192, 384, 48, 128, 128),
}
"""Table 1 of the paper, the channels of: 1x1; reduction, 3x3; reduction, 5x5; 1x1 behind the pooling."""

HEADS = {"aux1": "inception4a", "aux2": "inception4d"}
"""The auxiliary heads and the modules whose output they classify."""


class Style(NamedTuple):
    """In what the two networks differ."""

    conv: Callable[..., Conv2d]
    unit: Callable[[Graph, str, str, Conv2d], str]
    largest_kernel: int
    response_norm: Layer | None
    last_pool: int
    pooled_for_head: Layer
    dropout: Fraction


LIBRARY = Style(
    conv=conv,
    unit=partial(conv_norm, norm=NORM_MILLI),
    largest_kernel=3,
    response_norm=None,
    last_pool=2,
    pooled_for_head=AdaptiveAvgPool2d(4),
    dropout=Fraction(1, 5),
)
"""torchvision's network. The branch called 5x5 has 3x3 kernels, a slip that its trained weights have grown around."""

PAPER = Style(
    conv=partial(conv, bias=True),
    unit=conv_relu,
    largest_kernel=5,
    response_norm=LocalResponseNorm(5),
    last_pool=3,
    pooled_for_head=AvgPool2d(5, stride=3),
    dropout=Fraction(2, 5),
)


def googlenet(
    input_shape: Shape = IMAGENET, num_classes: int = IMAGENET_CLASSES, *, style: Style = LIBRARY, aux: bool = False
) -> Network:
    """Return GoogLeNet. With `aux` it has the outputs `aux1.fc2` and `aux2.fc2`, too, which only help to train it."""
    graph = Graph(input_shape)
    stem(graph, style)
    ends = {}
    for name, widths in INCEPTIONS.items():
        ends[name] = inception(graph, graph.last, name, widths, style)
        if name == "inception3b":
            graph.add(MaxPool2d(3, stride=2, ceil_mode=True), name="maxpool3")
        elif name == "inception4e":
            graph.add(MaxPool2d(style.last_pool, stride=2, ceil_mode=True), name="maxpool4")
    last = graph.last
    heads = [auxiliary_head(graph, ends[HEADS[name]], name, num_classes, style) for name in HEADS if aux]
    main = classifier(graph, last, num_classes, dropout=style.dropout)
    return graph.network(outputs=(main, *heads))


def stem(graph: Graph, style: Style) -> None:
    """Add what comes before the first module: 7x7, 1x1 and 3x3 convolutions, to an eighth of the size."""
    style.unit(graph, graph.last, "conv1", style.conv(64, 7, 2))
    graph.add(MaxPool2d(3, stride=2, ceil_mode=True), name="maxpool1")
    if style.response_norm is not None:
        graph.add(style.response_norm, name="norm1")
    style.unit(graph, graph.last, "conv2", style.conv(64, 1))
    style.unit(graph, graph.last, "conv3", style.conv(192, 3))
    if style.response_norm is not None:
        graph.add(style.response_norm, name="norm2")
    graph.add(MaxPool2d(3, stride=2, ceil_mode=True), name="maxpool2")


def inception(graph: Graph, x: str, name: str, widths: Sequence[int], style: Style) -> str:
    """Add a module: kernels of three sizes and a pooling side by side, 1x1 convolutions before what is expensive."""
    alone, before_3, of_3, before_5, of_5, behind_pool = widths
    branches = [style.unit(graph, x, f"{name}.branch1", style.conv(alone, 1))]
    y = style.unit(graph, x, f"{name}.branch2.0", style.conv(before_3, 1))
    branches.append(style.unit(graph, y, f"{name}.branch2.1", style.conv(of_3, 3)))
    y = style.unit(graph, x, f"{name}.branch3.0", style.conv(before_5, 1))
    branches.append(style.unit(graph, y, f"{name}.branch3.1", style.conv(of_5, style.largest_kernel)))
    y = graph.add(MaxPool2d(3, stride=1, padding=1), x, name=f"{name}.branch4.0.pool")
    branches.append(style.unit(graph, y, f"{name}.branch4.1", style.conv(behind_pool, 1)))
    return graph.add(Concat(), *branches, name=f"{name}.concat")


def auxiliary_head(graph: Graph, x: str, name: str, num_classes: int, style: Style) -> str:
    """Add a classifier in the middle of the network, whose loss brings a gradient to the layers before it."""
    x = graph.add(style.pooled_for_head, x, name=f"{name}.pool")
    x = style.unit(graph, x, name, style.conv(128, 1))
    x = graph.add(Flatten(), x, name=f"{name}.flatten")
    x = graph.add(Linear(1024), x, name=f"{name}.fc1")
    x = graph.add(RELU, x, name=f"{name}.relu1")
    x = graph.add(Dropout(Fraction(7, 10)), x, name=f"{name}.dropout")
    return graph.add(Linear(num_classes), x, name=f"{name}.fc2")


NETWORKS = {
    "googlenet": googlenet,
    "googlenet_aux": partial(googlenet, aux=True),
    "googlenet_original": partial(googlenet, style=PAPER),
    "googlenet_original_aux": partial(googlenet, style=PAPER, aux=True),
}
