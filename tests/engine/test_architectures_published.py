"""The counts of the architectures against what their authors and libraries have published.

Conventions: parameters are learned numbers, a batch norm has two for each channel. MACs are the multiply-adds of
convolutions and linear layers for one image, biases not counted.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import pytest

from studycards.engine.architectures import build
from studycards.engine.architectures.mobilenet import mobilenet_v1


class Published(NamedTuple):
    """A row of the table. `macs` is rounded as the source rounds it: to multiples of `unit`."""

    name: str
    parameters: int
    macs: int | None
    unit: int
    source: str


MILLION = 1_000_000


def torchvision(name: str, parameters: int, gmacs: str) -> Published:
    """`num_params` and `_ops` of the weights IMAGENET1K_V1 in torchvision 0.29; `_ops` are GMACs to three places."""
    macs = Fraction(gmacs) * 10**9
    return Published(name, parameters, int(macs), MILLION, "torchvision 0.29 IMAGENET1K_V1.meta")


TABLE = (
    torchvision("alexnet", 61_100_840, "0.714"),
    torchvision("vgg11", 132_863_336, "7.609"),
    torchvision("vgg11_bn", 132_868_840, "7.609"),
    torchvision("vgg13", 133_047_848, "11.308"),
    torchvision("vgg13_bn", 133_053_736, "11.308"),
    torchvision("vgg16", 138_357_544, "15.470"),
    torchvision("vgg16_bn", 138_365_992, "15.470"),
    torchvision("vgg19", 143_667_240, "19.632"),
    torchvision("vgg19_bn", 143_678_248, "19.632"),
    torchvision("googlenet", 6_624_904, "1.498"),
    torchvision("resnet18", 11_689_512, "1.814"),
    torchvision("resnet34", 21_797_672, "3.664"),
    torchvision("resnet50", 25_557_032, "4.089"),
    torchvision("resnet101", 44_549_160, "7.801"),
    torchvision("resnet152", 60_192_808, "11.514"),
    torchvision("resnext50_32x4d", 25_028_904, "4.230"),
    torchvision("wide_resnet50_2", 68_883_240, "11.398"),
    torchvision("densenet121", 7_978_856, "2.834"),
    torchvision("densenet161", 28_681_000, "7.728"),
    torchvision("densenet169", 14_149_480, "3.360"),
    torchvision("densenet201", 20_013_928, "4.291"),
    torchvision("mobilenet_v2", 3_504_872, "0.301"),
    torchvision("mobilenet_v3_small", 2_542_856, "0.057"),
    torchvision("mobilenet_v3_large", 5_483_032, "0.217"),
    torchvision("squeezenet1_0", 1_248_424, "0.819"),
    torchvision("squeezenet1_1", 1_235_496, "0.349"),
    torchvision("shufflenet_v2_x0_5", 1_366_792, "0.040"),
    torchvision("shufflenet_v2_x1_0", 2_278_604, "0.145"),
    torchvision("shufflenet_v2_x1_5", 3_503_624, "0.296"),
    torchvision("shufflenet_v2_x2_0", 7_393_996, "0.583"),
    torchvision("efficientnet_b0", 5_288_548, "0.386"),
    torchvision("convnext_tiny", 28_589_128, "4.456"),
    # torchvision counts the parameters of Inception v3 with the auxiliary head and its multiply-adds without it.
    Published("inception_v3_aux", 27_161_264, None, 1, "torchvision 0.29 IMAGENET1K_V1.meta, num_params"),
    Published("inception_v3", 27_161_264 - 3_326_696, 5_713_000_000, MILLION, "the same less AuxLogits; _ops"),
    Published("googlenet_aux", 13_004_888, None, 1, "torchvision 0.29, the model as it is built by default"),
    Published("googlenet_original", 6_998_552, None, 1, "Caffe's bvlc_googlenet at inference"),
    Published("googlenet_original_aux", 13_378_280, None, 1, "Caffe's bvlc_googlenet; 51 MB in convnet-burden"),
    Published("alexnet_original", 60_965_224, 724_000_000, MILLION, "Caffe's bvlc_alexnet; Sze et al. 2017, table II"),
    Published("xception", 22_855_952, None, 1, "Chollet 2017, table 3"),
    Published("mobilenet_v1", 4_231_976, 569_000_000, MILLION, "TF-slim, mobilenet_v1.md: 569 million MACs, 4.24 M"),
)


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_counts_are_the_published_ones(row: Published) -> None:
    network = build(row.name)

    assert network.parameters() == row.parameters, row.source
    if row.macs is not None:
        assert round(network.macs() / row.unit) * row.unit == row.macs, row.source


@pytest.mark.parametrize(
    ("width", "size", "million_macs", "million_parameters"),
    [
        ("1", 192, 418, 4.24),
        ("1", 160, 291, 4.24),
        ("1", 128, 186, 4.24),
        ("1/2", 224, 150, 1.34),
        ("1/2", 192, 110, 1.34),
        ("1/2", 160, 77, 1.34),
        ("1/2", 128, 49, 1.34),
        ("1/4", 224, 41, 0.47),
        ("1/4", 160, 21, 0.47),
        ("1/4", 128, 14, 0.47),
    ],
)
def test_mobilenet_v1_shrinks_as_its_table_says(
    width: str, size: int, million_macs: int, million_parameters: float
) -> None:
    """TF-slim, mobilenet_v1.md, whose last digit is not always the nearest one: 149.497 million stands as 150.

    Its rows 0.75 and 0.25_192 contradict the sums over its layers and are left out.
    """
    network = mobilenet_v1((3, size, size), width=Fraction(width))

    assert abs(network.macs() / 1e6 - million_macs) < 0.51
    assert abs(network.parameters() / 1e6 - million_parameters) < 0.01


def test_lenet_counts_its_connections_as_lecun_does() -> None:
    """LeCun et al. 1998, section II: C1 has 156 parameters and 122,304 connections (a bias is one, too), C5 has
    48,120 connections, F6 has 10,164 parameters. C3 is complete here: 16 * (6 * 25 + 1).
    """
    network = build("lenet5")

    assert network.parameters("c1") == 156
    assert network.macs("c1") + 6 * 28 * 28 == 122_304
    assert network.parameters("c3") == 2_416
    assert network.macs("c5") + 120 == 48_120
    assert network.parameters("f6") == 10_164
    assert network.parameters() == 156 + 2_416 + 48_120 + 10_164 + 850
    assert network.macs() == 416_520


def test_alexnet_splits_its_counts_between_convolutions_and_linear_layers_as_published() -> None:
    """Sze, Chen, Yang, Emer 2017, table II: 2.3 M weights and 666 M MACs, 58.6 M weights and 58.6 M MACs."""
    network = build("alexnet_original")
    convolutions = [f"conv{number}" for number in range(1, 6)]
    linear = ("fc6", "fc7", "fc8")

    assert round(sum(map(network.parameters, convolutions)) / 1e6, 1) == 2.3
    assert round(sum(map(network.macs, convolutions)) / 1e6) == 666
    assert round(sum(map(network.parameters, linear)) / 1e6, 1) == 58.6
    assert round(sum(map(network.macs, linear)) / 1e6, 1) == 58.6


def test_vgg_rounds_to_the_millions_of_its_paper() -> None:
    """Simonyan and Zisserman 2015, table 2: A 133, B 133, D 138, E 144 million parameters."""
    assert [round(build(f"vgg{depth}").parameters() / 1e6) for depth in (11, 13, 16, 19)] == [133, 133, 138, 144]


def test_unet_has_the_layers_and_the_output_of_its_paper() -> None:
    """Ronneberger et al. 2015: 23 convolutional layers; figure 1: 572 to 388 cells, two maps.

    The parameters by arithmetic: 3x3 and transposed 2x2 kernels with biases between the widths of figure 1.
    """
    network = build("unet")
    learning = [node.name for node in network.nodes if network.parameters(node.name)]
    ends = [(1, 64), (64, 128), (128, 256), (256, 512), (512, 1024)]
    down = sum(9 * before * after + after + 9 * after * after + after for before, after in ends)
    up = sum(4 * deep * wide + wide + 9 * deep * wide + wide + 9 * wide * wide + wide for wide, deep in ends[1:])

    assert len(learning) == 23
    assert network.output_shape == (2, 388, 388)
    assert network.parameters() == down + up + 2 * 64 + 2 == 31_030_658
