"""ResNet and its wider kin, with the stride in the 3x3 convolution ("v1.5"), as torchvision builds them.

He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition, 2015. Xie et al.: Aggregated Residual
Transformations, 2017 (ResNeXt). Zagoruyko, Komodakis: Wide Residual Networks, 2016.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, NORM, RELU, classifier, conv, conv_norm
from studycards.engine.graph import Graph
from studycards.engine.layers import Add, MaxPool2d

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studycards.engine.layers import Conv2d, Shape
    from studycards.engine.network import Network

    Convolutions = Callable[[int, int], Sequence[Conv2d]]


def resnet(
    depths: Sequence[int],
    convolutions: Convolutions,
    input_shape: Shape = IMAGENET,
    num_classes: int = IMAGENET_CLASSES,
) -> Network:
    """Return a ResNet with `depths` blocks in its four stages `layer1` to `layer4`.

    `convolutions(width, stride)` are those of one block; the width doubles from stage to stage, beginning at 64.
    """
    graph = Graph(input_shape)
    x = graph.add(conv(64, 7, 2), name="conv1")
    x = graph.add(NORM, x, name="bn1")
    x = graph.add(RELU, x, name="relu")
    x = graph.add(MaxPool2d(3, stride=2, padding=1), x, name="maxpool")
    channels = 64
    for stage, depth in enumerate(depths):
        for block in range(depth):
            stride = 2 if stage and not block else 1
            layers = convolutions(64 << stage, stride)
            same = stride == 1 and layers[-1].out_channels == channels
            channels = layers[-1].out_channels
            shortcut = None if same else conv(channels, 1, stride)
            x = residual(graph, x, f"layer{stage + 1}.{block}", layers, shortcut)
    classifier(graph, x, num_classes)
    return graph.network()


def basic(width: int, stride: int) -> tuple[Conv2d, ...]:
    """Return the convolutions of a block of ResNet-18 or 34."""
    return conv(width, 3, stride), conv(width, 3)


def bottleneck(width: int, stride: int, *, groups: int = 1, widening: int = 1) -> tuple[Conv2d, ...]:
    """Return those of a block of ResNet-50 and deeper: the 3x3 works on a quarter of the channels, or on more."""
    inner = width * widening
    return conv(inner, 1), conv(inner, 3, stride, groups), conv(4 * width, 1)


def residual(graph: Graph, x: str, name: str, layers: Sequence[Conv2d], shortcut: Conv2d | None) -> str:
    """Add `layers` with the shortcut around them; the last activation comes after the sum."""
    y = x
    for number, layer in enumerate(layers, 1):
        y = conv_norm(graph, y, name, layer, number=number, act=RELU if number < len(layers) else None)
    if shortcut is not None:
        x = conv_norm(graph, x, f"{name}.downsample", shortcut, act=None)
    x = graph.add(Add(), x, y, name=f"{name}.add")
    return graph.add(RELU, x, name=f"{name}.relu")


NETWORKS = {
    "resnet18": partial(resnet, (2, 2, 2, 2), basic),
    "resnet34": partial(resnet, (3, 4, 6, 3), basic),
    "resnet50": partial(resnet, (3, 4, 6, 3), bottleneck),
    "resnet101": partial(resnet, (3, 4, 23, 3), bottleneck),
    "resnet152": partial(resnet, (3, 8, 36, 3), bottleneck),
    "resnext50_32x4d": partial(resnet, (3, 4, 6, 3), partial(bottleneck, groups=32, widening=2)),
    "wide_resnet50_2": partial(resnet, (3, 4, 6, 3), partial(bottleneck, widening=2)),
}
