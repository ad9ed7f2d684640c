"""What all architectures promise: shapes stage by stage as published, any input size, helpful refusals."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.architectures import ARCHITECTURES, build, stages
from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from studycards.engine.layers import Shape

POOLED = sorted(set(ARCHITECTURES) - {"lenet5", "alexnet_original", "unet", *(n for n in ARCHITECTURES if "aux" in n)})
"""Architectures that take the mean of their last maps before what is linear, and so any input that is large enough."""

STAGES: dict[str, dict[str, Shape]] = {
    "lenet5": {"c1": (6, 28, 28), "s2": (6, 14, 14), "c3": (16, 10, 10), "s4": (16, 5, 5), "c5": (120, 1, 1)},
    "alexnet": {"pool1": (64, 27, 27), "pool2": (192, 13, 13), "pool5": (256, 6, 6), "fc6": (4096,)},
    "alexnet_original": {
        "conv1": (96, 55, 55),
        "conv2": (256, 27, 27),
        "conv3": (384, 13, 13),
        "conv5": (256, 13, 13),
        "pool5": (256, 6, 6),
    },
    "vgg16": {
        "block1": (64, 112, 112),
        "block2": (128, 56, 56),
        "block3": (256, 28, 28),
        "block4": (512, 14, 14),
        "block5": (512, 7, 7),
    },
    "googlenet": {
        "conv1": (64, 112, 112),
        "maxpool1": (64, 56, 56),
        "conv3": (192, 56, 56),
        "inception3a": (256, 28, 28),
        "inception3b": (480, 28, 28),
        "inception4a": (512, 14, 14),
        "inception4d": (528, 14, 14),
        "inception4e": (832, 14, 14),
        "inception5b": (1024, 7, 7),
    },
    "googlenet_original": {
        "inception3b": (480, 28, 28),
        "inception4e": (832, 14, 14),
        "inception5b": (1024, 7, 7),
    },
    "inception_v3": {
        "Conv2d_1a_3x3": (32, 149, 149),
        "Conv2d_2b_3x3": (64, 147, 147),
        "maxpool1": (64, 73, 73),
        "Conv2d_4a_3x3": (192, 71, 71),
        "Mixed_5b": (256, 35, 35),
        "Mixed_5d": (288, 35, 35),
        "Mixed_6e": (768, 17, 17),
        "Mixed_7a": (1280, 8, 8),
        "Mixed_7c": (2048, 8, 8),
    },
    "resnet18": {
        "conv1": (64, 112, 112),
        "layer1": (64, 56, 56),
        "layer2": (128, 28, 28),
        "layer3": (256, 14, 14),
        "layer4": (512, 7, 7),
    },
    "resnet50": {
        "conv1": (64, 112, 112),
        "layer1": (256, 56, 56),
        "layer2": (512, 28, 28),
        "layer3": (1024, 14, 14),
        "layer4": (2048, 7, 7),
    },
    "densenet121": {
        "pool0": (64, 56, 56),
        "denseblock1": (256, 56, 56),
        "transition1": (128, 28, 28),
        "denseblock2": (512, 28, 28),
        "transition2": (256, 14, 14),
        "denseblock3": (1024, 14, 14),
        "transition3": (512, 7, 7),
        "denseblock4": (1024, 7, 7),
    },
    "unet": {
        "down1": (64, 568, 568),
        "down2": (128, 280, 280),
        "down3": (256, 136, 136),
        "down4": (512, 64, 64),
        "down5": (1024, 28, 28),
        "up1": (512, 52, 52),
        "up2": (256, 100, 100),
        "up3": (128, 196, 196),
        "up4": (64, 388, 388),
    },
    "mobilenet_v1": {
        "block0": (32, 112, 112),
        "block1": (64, 112, 112),
        "block3": (128, 56, 56),
        "block5": (256, 28, 28),
        "block11": (512, 14, 14),
        "block13": (1024, 7, 7),
    },
    "mobilenet_v2": {
        "block0": (32, 112, 112),
        "block1": (16, 112, 112),
        "block3": (24, 56, 56),
        "block6": (32, 28, 28),
        "block10": (64, 14, 14),
        "block13": (96, 14, 14),
        "block16": (160, 7, 7),
        "block17": (320, 7, 7),
        "block18": (1280, 7, 7),
    },
    "mobilenet_v3_large": {"block3": (24, 56, 56), "block12": (112, 14, 14), "block16": (960, 7, 7)},
    "mobilenet_v3_small": {"block1": (16, 56, 56), "block8": (48, 14, 14), "block12": (576, 7, 7)},
    "squeezenet1_0": {
        "conv1": (96, 109, 109),
        "fire4": (256, 54, 54),
        "fire8": (512, 27, 27),
        "fire9": (512, 13, 13),
        "conv10": (1000, 13, 13),
    },
    "squeezenet1_1": {
        "conv1": (64, 111, 111),
        "fire3": (128, 55, 55),
        "fire5": (256, 27, 27),
        "fire9": (512, 13, 13),
    },
    "xception": {
        "block2": (128, 74, 74),
        "block3": (256, 37, 37),
        "block4": (728, 19, 19),
        "block12": (728, 19, 19),
        "block13": (1024, 10, 10),
        "block14": (2048, 10, 10),
    },
    "shufflenet_v2_x1_0": {
        "maxpool": (24, 56, 56),
        "stage2": (116, 28, 28),
        "stage3": (232, 14, 14),
        "stage4": (464, 7, 7),
        "conv5": (1024, 7, 7),
    },
    "efficientnet_b0": {
        "stage0": (32, 112, 112),
        "stage1": (16, 112, 112),
        "stage2": (24, 56, 56),
        "stage3": (40, 28, 28),
        "stage4": (80, 14, 14),
        "stage5": (112, 14, 14),
        "stage6": (192, 7, 7),
        "stage7": (320, 7, 7),
        "stage8": (1280, 7, 7),
    },
    "convnext_tiny": {
        "stage1": (96, 56, 56),
        "stage2": (192, 28, 28),
        "stage3": (384, 14, 14),
        "stage4": (768, 7, 7),
    },
}
"""From the tables and figures of the papers, or the code of torchvision where the paper is silent."""

HALVED_EVENLY = ("resnet18", "densenet121", "mobilenet_v2", "shufflenet_v2_x0_5", "efficientnet_b0", "convnext_tiny")


@pytest.mark.parametrize("name", STAGES)
def test_each_stage_has_the_published_shape(name: str) -> None:
    found = stages(build(name))

    assert {stage: found[stage] for stage in STAGES[name]} == STAGES[name]


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_every_architecture_classifies_as_many_classes_as_wanted(name: str) -> None:
    network = build(name, num_classes=7)

    assert [network.shape_after(output)[0] for output in network.outputs] == [7] * len(network.outputs)


def test_auxiliary_heads_are_further_outputs_behind_the_main_one() -> None:
    assert build("googlenet_aux").outputs == ("fc", "aux1.fc2", "aux2.fc2")
    assert build("inception_v3_aux").outputs == ("fc", "AuxLogits.fc")
    assert build("googlenet").outputs == ("fc",)


@given(st.sampled_from(POOLED), st.integers(128, 320), st.integers(128, 320))
def test_parameters_do_not_depend_on_the_size_of_the_input(name: str, height: int, width: int) -> None:
    network = build(name, (3, height, width))

    assert network.parameters() == build(name).parameters()
    assert network.output_shape == (1000,)


@given(st.sampled_from(["lenet5", "alexnet_original", "unet"]), st.integers(0, 12), st.integers(0, 12))
def test_neither_do_those_of_convolutions_in_networks_that_are_made_for_one_size(
    name: str, down: int, across: int
) -> None:
    published = build(name)
    channels, height, width = published.input_shape
    other = build(name, (channels, height + 16 * down, width + 16 * across))
    convolutions = [node.name for node in published.nodes if node.layer.kind.startswith("conv")]

    assert [*map(other.parameters, convolutions)] == [*map(published.parameters, convolutions)]


@pytest.mark.parametrize("name", HALVED_EVENLY)
def test_multiply_adds_of_convolutions_grow_with_the_area(name: str) -> None:
    """Twice the side is four times the work: all but the linear layer, which sees channel means only, and the gates."""
    once, twice = build(name, (3, 224, 224)), build(name, (3, 448, 448))
    everywhere = [node.name for node in once.nodes if node.layer.kind == "conv2d" and ".se." not in node.name]

    assert sum(map(twice.macs, everywhere)) == 4 * sum(map(once.macs, everywhere))


def test_a_stage_can_be_asked_as_a_whole() -> None:
    """The first stage of ResNet-18: four 3x3 convolutions of 64 channels, each with its batch norm, at 56x56."""
    network = build("resnet18")

    assert network.parameters("layer1") == 4 * (64 * 64 * 9 + 2 * 64)
    assert network.macs("layer1") == 4 * 64 * 64 * 9 * 56 * 56


def test_a_name_that_is_nearly_right_gets_a_proposal() -> None:
    with pytest.raises(LayerError) as caught:
        build("ResNet-50")

    assert str(caught.value) == "there is no architecture 'ResNet-50'; did you mean 'resnet50'?"


@pytest.mark.parametrize("name", ["alexnet", "inception_v3", "unet", "vgg16", "squeezenet1_0"])
def test_an_input_that_is_too_small_is_refused_with_the_layer_that_it_is_too_small_for(name: str) -> None:
    with pytest.raises(LayerError) as caught:
        build(name, (3, 10, 10))

    assert caught.value.node is not None


def test_architectures_need_no_numpy() -> None:
    code = "import sys, studycards.engine.architectures as a; a.build('resnet50'); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_each_name_is_in_the_family_that_is_said_to_have_it() -> None:
    """The registry names the module of an architecture without importing it; both must list the same."""
    families = set(ARCHITECTURES.values())
    listed = {
        (name, family)
        for family in families
        for name in import_module(f"studycards.engine.architectures.{family}").NETWORKS
    }

    assert listed == set(ARCHITECTURES.items())
