"""ConvNeXt. Liu et al.: A ConvNet for the 2020s, 2022."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET, IMAGENET_CLASSES, conv
from studycards.engine.graph import Graph
from studycards.engine.layers import GELU, AdaptiveAvgPool2d, Add, Conv2d, Flatten, LayerNorm2d, LayerScale, Linear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

NORM = LayerNorm2d(eps=Fraction(1, 1_000_000))


def convnext(
    depths: Sequence[int],
    widths: Sequence[int],
    input_shape: Shape = IMAGENET,
    num_classes: int = IMAGENET_CLASSES,
) -> Network:
    """Return a ConvNeXt with `depths` blocks of `widths` channels in its four stages.

    The stem divides the size by 4, a 2x2 convolution of stride 2 before each further stage by 2.
    """
    graph = Graph(input_shape)
    graph.add(Conv2d(widths[0], 4, stride=4), name="stem.conv")
    graph.add(NORM, name="stem.norm")
    for stage, (width, depth) in enumerate(zip(widths, depths, strict=True), 1):
        if stage > 1:
            graph.add(NORM, name=f"downsample{stage - 1}.norm")
            graph.add(Conv2d(width, 2, stride=2), name=f"downsample{stage - 1}.conv")
        for number in range(depth):
            block(graph, graph.last, f"stage{stage}.{number}", width)
    graph.add(AdaptiveAvgPool2d(1), name="avgpool")
    graph.add(NORM, name="norm")
    graph.add(Flatten(), name="flatten")
    graph.add(Linear(num_classes), name="fc")
    return graph.network()


def block(graph: Graph, x: str, name: str, channels: int) -> str:
    """Add a depthwise 7x7 convolution, a 1x1 to four times the channels and a 1x1 back, with the input added.

    The paper's code has linear layers over the channels of each cell: a 1x1 convolution by another name.
    """
    y = graph.add(conv(channels, 7, groups=channels, bias=True), x, name=f"{name}.depthwise")
    y = graph.add(NORM, y, name=f"{name}.norm")
    y = graph.add(conv(4 * channels, 1, bias=True), y, name=f"{name}.expand")
    y = graph.add(GELU(), y, name=f"{name}.gelu")
    y = graph.add(conv(channels, 1, bias=True), y, name=f"{name}.project")
    y = graph.add(LayerScale(), y, name=f"{name}.scale")
    return graph.add(Add(), x, y, name=f"{name}.add")


NETWORKS = {
    "convnext_tiny": partial(convnext, (3, 3, 9, 3), (96, 192, 384, 768)),
}
