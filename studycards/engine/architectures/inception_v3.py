"""Inception v3. Szegedy et al.: Rethinking the Inception Architecture for Computer Vision, 2016."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from studycards.engine.architectures.blocks import IMAGENET_CLASSES, NORM_MILLI, classifier, conv, conv_norm
from studycards.engine.graph import Graph
from studycards.engine.layers import AdaptiveAvgPool2d, AvgPool2d, Concat, Conv2d, Flatten, Linear, MaxPool2d

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

HALVING = MaxPool2d(3, stride=2)
SMOOTHING = AvgPool2d(3, stride=1, padding=1)

ROW, COLUMN = (1, 7), (7, 1)
SHORT_ROW, SHORT_COLUMN = (1, 3), (3, 1)


def inception_v3(
    input_shape: Shape = (3, 299, 299), num_classes: int = IMAGENET_CLASSES, *, aux: bool = False
) -> Network:
    """Return Inception v3. With `aux` it has the output `AuxLogits.fc`, too, which only helps to train it.

    Names are those of torchvision and TensorFlow: `Mixed_5b`, `Mixed_6a`, ...
    """
    graph = Graph(input_shape)
    stem(graph)
    for name, behind_pool in (("Mixed_5b", 32), ("Mixed_5c", 64), ("Mixed_5d", 64)):
        small_kernels(graph, name, behind_pool)
    first_reduction(graph, "Mixed_6a")
    for name, width in (("Mixed_6b", 128), ("Mixed_6c", 160), ("Mixed_6d", 160), ("Mixed_6e", 192)):
        rows_and_columns(graph, name, width)
    last = graph.last
    heads = [auxiliary_head(graph, last, num_classes)] if aux else []
    second_reduction(graph, last, "Mixed_7a")
    for name in ("Mixed_7b", "Mixed_7c"):
        spread(graph, name)
    main = classifier(graph, graph.last, num_classes, dropout=Fraction(1, 2))
    return graph.network(outputs=(main, *heads))


@lru_cache
def valid(channels: int, kernel_size: int, stride: int = 1) -> Conv2d:
    """Return a convolution without padding."""
    return Conv2d(channels, kernel_size, stride=stride, bias=False)


def chain(graph: Graph, x: str, name: str, layers: Sequence[Conv2d]) -> str:
    """Add normalised convolutions one behind the other: `name.0.conv`, `name.1.conv`, ..."""
    for number, layer in enumerate(layers):
        x = conv_norm(graph, x, f"{name}.{number}", layer, norm=NORM_MILLI)
    return x


def stem(graph: Graph) -> None:
    """Add what comes before the first module: to an eighth of the size, mostly without padding."""
    stages = (
        ("Conv2d_1a_3x3", valid(32, 3, 2)),
        ("Conv2d_2a_3x3", valid(32, 3)),
        ("Conv2d_2b_3x3", conv(64, 3)),
        ("maxpool1", HALVING),
        ("Conv2d_3b_1x1", valid(80, 1)),
        ("Conv2d_4a_3x3", valid(192, 3)),
        ("maxpool2", HALVING),
    )
    for name, layer in stages:
        if isinstance(layer, Conv2d):
            conv_norm(graph, graph.last, name, layer, norm=NORM_MILLI)
        else:
            graph.add(layer, name=name)


def pooled(graph: Graph, x: str, name: str, channels: int) -> str:
    """Add the branch that averages 3x3 cells and then mixes the channels."""
    y = graph.add(SMOOTHING, x, name=f"{name}.branch_pool.avg")
    return chain(graph, y, f"{name}.branch_pool", [conv(channels, 1)])


def small_kernels(graph: Graph, name: str, behind_pool: int) -> None:
    """Add a module of the 35x35 stage: the 5x5 of GoogLeNet beside two 3x3 in a row (figure 5)."""
    x = graph.last
    branches = [
        chain(graph, x, f"{name}.branch1x1", [conv(64, 1)]),
        chain(graph, x, f"{name}.branch5x5", [conv(48, 1), conv(64, 5)]),
        chain(graph, x, f"{name}.branch3x3dbl", [conv(64, 1), conv(96, 3), conv(96, 3)]),
        pooled(graph, x, name, behind_pool),
    ]
    graph.add(Concat(), *branches, name=f"{name}.concat")


def rows_and_columns(graph: Graph, name: str, width: int) -> None:
    """Add a module of the 17x17 stage: each 7x7 is a 1x7 and a 7x1 (figure 6)."""
    x = graph.last
    twice = [conv(width, 1), conv(width, COLUMN), conv(width, ROW), conv(width, COLUMN), conv(192, ROW)]
    branches = [
        chain(graph, x, f"{name}.branch1x1", [conv(192, 1)]),
        chain(graph, x, f"{name}.branch7x7", [conv(width, 1), conv(width, ROW), conv(192, COLUMN)]),
        chain(graph, x, f"{name}.branch7x7dbl", twice),
        pooled(graph, x, name, 192),
    ]
    graph.add(Concat(), *branches, name=f"{name}.concat")


def spread(graph: Graph, name: str) -> None:
    """Add a module of the 8x8 stage: 1x3 and 3x1 side by side (figure 7)."""
    x = graph.last
    branches = [
        chain(graph, x, f"{name}.branch1x1", [conv(320, 1)]),
        fork(graph, chain(graph, x, f"{name}.branch3x3", [conv(384, 1)]), f"{name}.branch3x3"),
        fork(graph, chain(graph, x, f"{name}.branch3x3dbl", [conv(448, 1), conv(384, 3)]), f"{name}.branch3x3dbl"),
        pooled(graph, x, name, 192),
    ]
    graph.add(Concat(), *branches, name=f"{name}.concat")


def fork(graph: Graph, x: str, name: str) -> str:
    """Add a 1x3 and a 3x1 convolution beside each other."""
    row = chain(graph, x, f"{name}.row", [conv(384, SHORT_ROW)])
    column = chain(graph, x, f"{name}.column", [conv(384, SHORT_COLUMN)])
    return graph.add(Concat(), row, column, name=f"{name}.concat")


def first_reduction(graph: Graph, name: str) -> None:
    """Add the module between 35x35 and 17x17 (figure 10)."""
    x = graph.last
    branches = [
        chain(graph, x, f"{name}.branch3x3", [valid(384, 3, 2)]),
        chain(graph, x, f"{name}.branch3x3dbl", [conv(64, 1), conv(96, 3), valid(96, 3, 2)]),
        graph.add(HALVING, x, name=f"{name}.branch_pool"),
    ]
    graph.add(Concat(), *branches, name=f"{name}.concat")


def second_reduction(graph: Graph, x: str, name: str) -> None:
    """Add the module between 17x17 and 8x8."""
    factorised = [conv(192, 1), conv(192, ROW), conv(192, COLUMN), valid(192, 3, 2)]
    branches = [
        chain(graph, x, f"{name}.branch3x3", [conv(192, 1), valid(320, 3, 2)]),
        chain(graph, x, f"{name}.branch7x7x3", factorised),
        graph.add(HALVING, x, name=f"{name}.branch_pool"),
    ]
    graph.add(Concat(), *branches, name=f"{name}.concat")


def auxiliary_head(graph: Graph, x: str, num_classes: int) -> str:
    """Add the classifier behind the 17x17 stage."""
    x = graph.add(AvgPool2d(5, stride=3), x, name="AuxLogits.pool")
    x = chain(graph, x, "AuxLogits", [conv(128, 1), valid(768, 5)])
    x = graph.add(AdaptiveAvgPool2d(1), x, name="AuxLogits.avgpool")
    x = graph.add(Flatten(), x, name="AuxLogits.flatten")
    return graph.add(Linear(num_classes), x, name="AuxLogits.fc")


NETWORKS = {
    "inception_v3": inception_v3,
    "inception_v3_aux": partial(inception_v3, aux=True),
}
