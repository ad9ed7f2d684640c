"""U-Net. Ronneberger, Fischer, Brox: U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import RELU
from studycards.engine.graph import Graph
from studycards.engine.layers import Concat, Conv2d, ConvTranspose2d, Crop, Dropout, MaxPool2d

if TYPE_CHECKING:
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

WIDTHS = (64, 128, 256, 512, 1024)


def unet(input_shape: Shape = (1, 572, 572), num_classes: int = 2) -> Network:
    """Return the U-Net of the paper: no padding, so a map of 572x572 is segmented in its middle 388x388.

    `down1` to `down5` halve the size, `up1` to `up4` double it; each of these reads the middle of the last map of
    its size on the way down. Sizes that are odd before a pooling lose a row there.
    """
    graph = Graph(input_shape)
    skipped = []
    for level, width in enumerate(WIDTHS, 1):
        if level > 1:
            graph.add(MaxPool2d(2), name=f"pool{level - 1}")
        skipped.append(twice(graph, f"down{level}", width))
    graph.add(Dropout(), name="dropout")
    for step, (width, skip) in enumerate(zip(WIDTHS[-2::-1], skipped[-2::-1], strict=True), 1):
        up = graph.add(ConvTranspose2d(width, 2, stride=2), name=f"up{step}.upconv")
        cropped = graph.add(Crop(), skip, up, name=f"up{step}.crop")
        graph.add(Concat(), cropped, up, name=f"up{step}.concat")
        twice(graph, f"up{step}", width)
    graph.add(Conv2d(num_classes, 1), name="output")
    return graph.network()


def twice(graph: Graph, name: str, width: int) -> str:
    """Add two 3x3 convolutions without padding, each with its ReLU."""
    for number in (1, 2):
        graph.add(Conv2d(width, 3), name=f"{name}.conv{number}")
        graph.add(RELU, name=f"{name}.relu{number}")
    return graph.last


NETWORKS = {
    "unet": unet,
}
