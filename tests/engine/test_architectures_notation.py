"""A published architecture is called by its name wherever a network is written, and can be written out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studycards.engine.architectures import ARCHITECTURES, build
from studycards.engine.errors import NotationError
from studycards.engine.notation import check_syntax, parse, to_text


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_a_name_alone_is_the_published_network(name: str) -> None:
    assert parse(name) == build(name)


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_an_architecture_that_is_written_out_is_read_back(name: str) -> None:
    network = build(name)

    assert parse(to_text(network)) == network


def test_an_input_of_another_size_may_stand_before_the_name() -> None:
    side = {"H": Fraction(64)}

    assert parse("3x64x64 | resnet50") == build("resnet50", (3, 64, 64))
    assert parse(" [3, H, 2*H] |densenet121 ", side) == build("densenet121", (3, 64, 128))


def test_its_layers_are_known_before_any_number_is() -> None:
    assert check_syntax("[3, H, H] | lenet5", ["H"]) == build("lenet5").names


@pytest.mark.parametrize(
    ("text", "offset", "sentence"),
    [
        ("resnet5", 0, "there is no architecture 'resnet5'; did you mean 'resnet50'?"),
        ("VGG-16", 0, "there is no architecture 'VGG-16'; did you mean 'vgg16'?"),
        ("3x64x64 | ResNet-18", 10, "there is no architecture 'ResNet-18'; did you mean 'resnet18'?"),
        ("3x64x64 | rellu", 10, "there is no layer 'rellu'; did you mean 'relu'?"),
        ("C | resnet18", 0, "the input is written 3x32x32 or [C, H, W], not 'C'"),
        ("| resnet18", 0, "the input is written 3x32x32 or [C, H, W], not ''"),
        ("[3, H, H] | resnet18", 4, "unknown name 'H'"),
        (
            "3x8x8 | squeezenet1_0",
            8,
            "the kernel spans 3 cells, 1 * (3 - 1) + 1, but the padded input has 1, 0 + 1 + 0",
        ),
        ("relu", 4, "write layers after the input, as in 3x32x32 | conv2d(16, 5) | relu"),
    ],
)
def test_a_refusal_points_at_its_place(text: str, offset: int, sentence: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(text)

    assert (str(caught.value), caught.value.offset) == (sentence, offset)
