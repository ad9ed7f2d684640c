"""The blocks that the architectures are built from: each adds its layers to a graph and names the last of them."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.layers import (
    AdaptiveAvgPool2d,
    Add,
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    Multiply,
    ReLU,
    pair,
)

if TYPE_CHECKING:
    from studycards.engine.graph import Graph
    from studycards.engine.layers import Layer, Size

IMAGENET = (3, 224, 224)
"""The input that most architectures were published for."""

IMAGENET_CLASSES = 1000

RELU = ReLU()
NORM = BatchNorm2d()
NORM_MILLI = BatchNorm2d(eps=Fraction(1, 1000))
"""The batch normalisation of the networks that come from TensorFlow."""

_CACHED_CONVOLUTIONS = 1024
"""An architecture repeats a few dozen convolutions; finding one again costs 0.2 µs, making and checking it 5 µs."""


@lru_cache(_CACHED_CONVOLUTIONS)
def conv(channels: int, kernel_size: Size, stride: int = 1, groups: int = 1, *, bias: bool = False) -> Conv2d:
    """Return a convolution padded by half its kernel: at stride 1 it keeps the size. No bias: a norm follows."""
    down, across = pair(kernel_size)
    padding = down // 2 if down == across else (down // 2, across // 2)
    return Conv2d(channels, kernel_size, stride=stride, padding=padding, groups=groups, bias=bias)


def conv_norm(
    graph: Graph,
    x: str,
    name: str,
    layer: Conv2d,
    *,
    number: str | int = "",
    norm: Layer = NORM,
    act: Layer | None = RELU,
) -> str:
    """Add a convolution, its normalisation and its activation, if any: `name.conv1`, `name.bn1`, `name.relu1`."""
    x = graph.add(layer, x, name=f"{name}.conv{number}")
    x = graph.add(norm, x, name=f"{name}.bn{number}")
    return x if act is None else graph.add(act, x, name=f"{name}.{act.short}{number}")


def conv_relu(graph: Graph, x: str, name: str, layer: Conv2d) -> str:
    """Add a convolution and its ReLU: `name.conv`, `name.relu`."""
    x = graph.add(layer, x, name=f"{name}.conv")
    return graph.add(RELU, x, name=f"{name}.relu")


def classifier(graph: Graph, x: str, num_classes: int, *, dropout: Fraction | None = None) -> str:
    """Add what ends most networks: the mean of each channel, then one linear layer."""
    x = graph.add(AdaptiveAvgPool2d(1), x, name="avgpool")
    x = graph.add(Flatten(), x, name="flatten")
    if dropout is not None:
        x = graph.add(Dropout(dropout), x, name="dropout")
    return graph.add(Linear(num_classes), x, name="fc")


class SqueezeExcite(NamedTuple):
    """Channel weights from the means of the channels: `squeezed` units in between, `act` after them, `gate` last."""

    squeezed: int
    act: Layer
    gate: Layer


def squeeze_excite(graph: Graph, x: str, name: str, channels: int, options: SqueezeExcite) -> str:
    """Add the branch that weighs the channels of `x`, and the product with them."""
    scale = graph.add(AdaptiveAvgPool2d(1), x, name=f"{name}.avgpool")
    scale = graph.add(conv(options.squeezed, 1, bias=True), scale, name=f"{name}.fc1")
    scale = graph.add(options.act, scale, name=f"{name}.{options.act.short}")
    scale = graph.add(conv(channels, 1, bias=True), scale, name=f"{name}.fc2")
    scale = graph.add(options.gate, scale, name=f"{name}.{options.gate.short}")
    return graph.add(Multiply(), x, scale, name=f"{name}.scale")


class InvertedResidual(NamedTuple):
    """A block of MobileNet v2 and its heirs: narrow ends, `expanded` channels in the middle."""

    channels_in: int
    expanded: int
    channels: int
    kernel_size: int
    stride: int
    act: Layer
    norm: Layer = NORM
    squeeze: SqueezeExcite | None = None


def inverted_residual(graph: Graph, x: str, name: str, block: InvertedResidual) -> str:
    """Add a 1x1 convolution to more channels, a depthwise one, and a 1x1 back without activation.

    Where the block changes neither size nor channels, its input is added to its output.
    """
    y = x
    if block.expanded != block.channels_in:
        y = conv_norm(graph, y, f"{name}.expand", conv(block.expanded, 1), norm=block.norm, act=block.act)
    depthwise = conv(block.expanded, block.kernel_size, block.stride, block.expanded)
    y = conv_norm(graph, y, f"{name}.depthwise", depthwise, norm=block.norm, act=block.act)
    if block.squeeze is not None:
        y = squeeze_excite(graph, y, f"{name}.se", block.expanded, block.squeeze)
    y = conv_norm(graph, y, f"{name}.project", conv(block.channels, 1), norm=block.norm, act=None)
    keeps_shape = block.stride == 1 and block.channels == block.channels_in
    return graph.add(Add(), x, y, name=f"{name}.add") if keeps_shape else y


def divisible(channels: int) -> int:
    """Return the multiple of 8 nearest to `channels`, but never more than a tenth below it (MobileNet v2 and v3)."""
    rounded = max(8, (channels + 4) // 8 * 8)
    return rounded + 8 if 10 * rounded < 9 * channels else rounded
