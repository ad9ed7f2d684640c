"""Receptive fields of whole architectures against published ones, and against an independent count."""

from __future__ import annotations

import pytest

from studycards.engine.architectures import build

LAST = {
    "alexnet": ("pool5", 195, 32, 66),
    "vgg11": ("block5", 150, 32, 59),
    "vgg13": ("block5", 156, 32, 62),
    "vgg16": ("block5", 212, 32, 90),
    "vgg16_bn": ("block5", 212, 32, 90),
    "vgg19": ("block5", 268, 32, 118),
    "googlenet": ("inception5b", 379, 32, 167),
    "inception_v3": ("Mixed_7c", 1311, 32, 618),
    "resnet18": ("layer4", 435, 32, 217),
    "resnet34": ("layer4", 899, 32, 449),
    "resnet50": ("layer4", 427, 32, 213),
    "resnet101": ("layer4", 971, 32, 485),
    "resnet152": ("layer4", 1451, 32, 725),
    "resnext50_32x4d": ("layer4", 427, 32, 213),
    "wide_resnet50_2": ("layer4", 427, 32, 213),
    "densenet121": ("relu5", 2071, 32, 1021),
    "densenet161": ("relu5", 2967, 32, 1469),
    "densenet169": ("relu5", 3351, 32, 1661),
    "densenet201": ("relu5", 3863, 32, 1917),
    "mobilenet_v2": ("block18", 491, 32, 245),
    "mobilenet_v3_large": ("block16", 595, 32, 297),
    "squeezenet1_0": ("relu10", 155, 16, 60),
    "squeezenet1_1": ("relu10", 207, 16, 88),
    "shufflenet_v2_x1_0": ("conv5", 527, 32, 263),
    "efficientnet_b0": ("stage8", 851, 32, 425),
    "convnext_tiny": ("stage4", 1688, 32, 828),
}
"""Size, stride and padding of the last maps.

Those of VGG-16 and Inception v3 and the size of AlexNet are in the table of Araujo, Norris, Sim: Computing Receptive
Fields of Convolutional Neural Networks (distill.pub, 2019). All of them are intervals that were propagated along
torch.fx graphs of torchvision's networks, outside of this program.

The table has 483 for ResNet-50: in TF-slim the stride of 2 comes last in a stage, here as in torchvision first."""

TABLES = {
    "vgg16": {
        "block1.conv1": 3,
        "block1.pool": 6,
        "block2.conv1": 10,
        "block2.pool": 16,
        "block3.conv1": 24,
        "block3.conv2": 32,
        "block3.pool": 44,
        "block4.conv1": 60,
        "block4.conv2": 76,
        "block4.pool": 100,
        "block5.conv1": 132,
        "block5.conv2": 164,
        "block5.pool": 212,
    },
    "alexnet": {
        "conv1": 11,
        "pool1": 19,
        "conv2": 51,
        "pool2": 67,
        "conv3": 99,
        "conv4": 131,
        "conv5": 163,
        "pool5": 195,
    },
    "inception_v3": {
        "Conv2d_1a_3x3": 3,
        "Conv2d_2a_3x3": 7,
        "Conv2d_2b_3x3": 11,
        "maxpool1": 15,
        "Conv2d_3b_1x1": 15,
        "Conv2d_4a_3x3": 23,
        "maxpool2": 31,
        "Mixed_5b": 63,
        "Mixed_5c": 95,
        "Mixed_5d": 127,
        "Mixed_6a": 159,
        "Mixed_6b": 351,
        "Mixed_6c": 543,
        "Mixed_6d": 735,
        "Mixed_6e": 927,
        "Mixed_7a": 1055,
        "Mixed_7b": 1183,
        "Mixed_7c": 1311,
    },
    "mobilenet_v1": dict(
        zip(
            (f"block{number}" for number in range(14)),
            (3, 7, 11, 19, 27, 43, 59, 91, 123, 155, 187, 219, 251, 315),
            strict=True,
        )
    ),
}
"""The end points in RECEPTIVE_FIELD_TABLE.md of google-research/receptive_field."""


@pytest.mark.parametrize("name", LAST)
def test_the_last_maps_see_what_was_published(name: str) -> None:
    node, size, stride, padding = LAST[name]
    field = build(name).receptive_field(node)

    assert field is not None
    assert (field.size, field.jump, field.start) == ((size, size), (stride, stride), (-padding, -padding))


@pytest.mark.parametrize("name", TABLES)
def test_the_field_grows_from_end_point_to_end_point_as_published(name: str) -> None:
    network = build(name)
    fields = {node: network.receptive_field(node) for node in TABLES[name]}

    assert {node: field.size for node, field in fields.items() if field is not None} == {
        node: (size, size) for node, size in TABLES[name].items()
    }
