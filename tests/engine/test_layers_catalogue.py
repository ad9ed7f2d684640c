"""The layers beyond those of a first course: shapes, counts and refusals, and that they run as they say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from studycards.engine.layers import (
    ELU,
    GELU,
    LAYERS,
    AdaptiveAvgPool2d,
    AdaptiveMaxPool2d,
    Add,
    BatchNorm2d,
    ChannelShuffle,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Crop,
    DropPath,
    GlobalMaxPool2d,
    GroupNorm,
    Hardsigmoid,
    Hardswish,
    InstanceNorm2d,
    LayerError,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    LocalResponseNorm,
    LogSoftmax,
    Multiply,
    Pad,
    ReLU,
    ReLU6,
    SiLU,
    Slice,
    Softplus,
    Upsample,
)
from studycards.engine.network import Network, Node
from studycards.engine.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.layers import Layer, Shape

SHAPES: list[tuple[Layer, Shape, Shape]] = [
    # (7 - 1)*2 + 2 = 14: the up-convolution of U-Net
    (ConvTranspose2d(64, 2, stride=2), (128, 7, 7), (64, 14, 14)),
    # (4 - 1)*2 - 2*1 + 2*(3 - 1) + 1 + 1 = 10
    (ConvTranspose2d(8, 3, stride=2, padding=1, output_padding=1, dilation=2), (4, 4, 4), (8, 10, 10)),
    # same keeps the size, also of even kernels; valid is no padding
    (Conv2d(4, (2, 4), padding="same"), (1, 9, 9), (4, 9, 9)),
    (Conv2d(4, 3, stride=2, padding="valid"), (1, 9, 9), (4, 4, 4)),
    # rows: 5 + 1 + 2 - 3 + 1 = 6, columns: 5 + 0 + 1 - 3 + 1 = 4
    (Conv2d(4, 3, padding=((1, 2), (0, 1))), (1, 5, 5), (4, 6, 4)),
    (Conv2d(4, 3, padding=2, padding_mode="reflect"), (1, 5, 5), (4, 7, 7)),
    (AdaptiveAvgPool2d(7), (512, 9, 4), (512, 7, 7)),
    (AdaptiveMaxPool2d((1, 2)), (3, 5, 5), (3, 1, 2)),
    (GlobalMaxPool2d(), (512, 7, 7), (512,)),
    (Pad(1), (3, 5, 5), (3, 7, 7)),
    (Pad((1, 2, 3, 4)), (3, 5, 6), (3, 12, 9)),
    (Pad((2, 0, 0, 2), mode="reflect"), (3, 3, 3), (3, 5, 5)),
    (Upsample(scale_factor=2), (3, 5, 6), (3, 10, 12)),
    # floor(5 * 1.5) = 7
    (Upsample(scale_factor=1.5, mode="bilinear"), (3, 5, 4), (3, 7, 6)),
    (Upsample((3, 9)), (2, 6, 6), (2, 3, 9)),
    (ChannelShuffle(2), (6, 3, 3), (6, 3, 3)),
    (Slice(0, 2), (6, 3, 4), (2, 3, 4)),
    (Slice(2, 6), (6,), (4,)),
    *((layer, (4, 5, 5), (4, 5, 5)) for layer in (LayerNorm(), LayerNorm2d(), GroupNorm(2), InstanceNorm2d())),
    *((layer, (4, 5, 5), (4, 5, 5)) for layer in (LocalResponseNorm(5), LayerScale(), DropPath(0.1))),
    *((layer, (7,), (7,)) for layer in (ELU(), GELU(), SiLU(), Softplus(), ReLU6(), Hardswish(), Hardsigmoid())),
    *((layer, (7,), (7,)) for layer in (LogSoftmax(), LayerNorm())),
]


@pytest.mark.parametrize(("layer", "shape", "expected"), SHAPES, ids=[f"{row[0]} on {row[1]}" for row in SHAPES])
def test_the_output_shape_is_that_of_pytorch(layer: Layer, shape: Shape, expected: Shape) -> None:
    assert layer.output_shape(shape) == expected


MERGED: list[tuple[Layer, tuple[Shape, ...], Shape]] = [
    (Add(), ((8, 3, 3), (8, 3, 3), (8, 3, 3)), (8, 3, 3)),
    (Add(), ((5,), (5,)), (5,)),
    (Multiply(), ((8, 3, 3), (8, 1, 1)), (8, 3, 3)),
    (Multiply(), ((8, 1, 1), (8, 3, 3)), (8, 3, 3)),
    (Concat(), ((8, 3, 3), (4, 3, 3), (1, 3, 3)), (13, 3, 3)),
    (Concat(), ((8,), (4,)), (12,)),
    (Crop(), ((64, 64, 64), (128, 56, 54)), (64, 56, 54)),
]


@pytest.mark.parametrize(("layer", "shapes", "expected"), MERGED, ids=[f"{row[0]} of {row[1]}" for row in MERGED])
def test_branches_come_together_in_one_shape(layer: Layer, shapes: tuple[Shape, ...], expected: Shape) -> None:
    merged = layer.output_shape(*shapes)

    assert merged == expected


PARAMETERS: list[tuple[Layer, Shape, dict[str, Shape], int]] = [
    # as torch: (in_channels, out_channels / groups, kernel)
    (ConvTranspose2d(64, 2, stride=2), (128, 7, 7), {"weight": (128, 64, 2, 2), "bias": (64,)}, 32_832),
    (ConvTranspose2d(8, 3, groups=4, bias=False), (4, 7, 7), {"weight": (4, 2, 3, 3)}, 72),
    (LayerNorm(), (10,), {"weight": (10,), "bias": (10,)}, 20),
    (LayerNorm(), (2, 3, 4), {"weight": (2, 3, 4), "bias": (2, 3, 4)}, 48),
    (LayerNorm2d(), (96, 56, 56), {"weight": (96,), "bias": (96,)}, 192),
    (GroupNorm(4), (8, 5, 5), {"weight": (8,), "bias": (8,)}, 16),
    (InstanceNorm2d(), (8, 5, 5), {}, 0),
    (InstanceNorm2d(affine=True), (8, 5, 5), {"weight": (8,), "bias": (8,)}, 16),
    (LocalResponseNorm(5), (8, 5, 5), {}, 0),
    (LayerScale(), (96, 56, 56), {"weight": (96,)}, 96),
]


@pytest.mark.parametrize(("layer", "shape", "expected", "total"), PARAMETERS, ids=[str(row[0]) for row in PARAMETERS])
def test_parameters_are_what_is_learned(layer: Layer, shape: Shape, expected: dict[str, Shape], total: int) -> None:
    assert layer.parameter_shapes(shape) == expected
    assert layer.parameters(shape) == total


def test_a_transposed_convolution_multiplies_each_input_cell_by_each_weight() -> None:
    """7·7 cells, each times 128·64·2·2 weights."""
    assert ConvTranspose2d(64, 2, stride=2).macs((128, 7, 7)) == 49 * 128 * 64 * 4


def test_batch_norm_carries_two_statistics_for_each_channel() -> None:
    assert BatchNorm2d().buffer_shapes((8, 3, 3)) == {"running_mean": (8,), "running_var": (8,)}


IMPOSSIBLE: list[tuple[Callable[[], Any], str]] = [
    (
        lambda: Conv2d(8, 3, padding="full"),  # type: ignore[arg-type]
        "padding of conv2d must be one of same, valid, not full",
    ),
    (
        lambda: Conv2d(8, 3, padding=((1, 2), (3,))),  # type: ignore[arg-type]
        "padding of conv2d must be a whole number or a pair of them, not (3)",
    ),
    (
        lambda: Conv2d(8, 3, padding=((1, 2), 3)),  # type: ignore[arg-type]
        "padding of conv2d must be a whole number or a pair of them, not ((1, 2), 3)",
    ),
    (lambda: Conv2d(8, 3, padding=((1, -2), (0, 0))), "padding of conv2d must be from 0 to 1000000000, not -2"),
    (
        lambda: Conv2d(8, 3, padding_mode="mirror"),
        "padding_mode of conv2d must be one of zeros, reflect, replicate, circular, not mirror",
    ),
    (lambda: Pad((1, 2)), "padding of pad must be a whole number or four of them, not (1, 2)"),  # type: ignore[arg-type]
    (lambda: GELU("erf"), "approximate of gelu must be one of none, tanh, not erf"),
    (lambda: GroupNorm(3).output_shape((8, 2, 2)), "groups=3 does not divide the 8 input channels: 8 mod 3 = 2"),
    (lambda: ChannelShuffle(3).output_shape((8, 2, 2)), "groups=3 does not divide the 8 input channels: 8 mod 3 = 2"),
    (lambda: Slice(2, 9).output_shape((8, 2, 2)), "channels 2 to 9 cannot be cut out of 8"),
    (lambda: Slice(4, 4).output_shape((8, 2, 2)), "channels 4 to 4 cannot be cut out of 8"),
    (lambda: Add().output_shape((8, 2, 2), (8, 2, 3)), "add cannot bring 8×2×2 and 8×2×3 together"),
    (lambda: Concat().output_shape((8, 2, 2), (8, 2, 3)), "concat cannot bring 8×2×2 and 8×2×3 together"),
    (lambda: Multiply().output_shape((8, 2, 2), (4, 1, 1)), "multiply cannot bring 8×2×2 and 4×1×1 together"),
    (lambda: Crop().output_shape((8, 2, 2), (8, 2, 3)), "a map of (2, 2) has no centre of (2, 3)"),
    (lambda: Upsample().output_shape((8, 2, 2)), "give either size or scale_factor"),
    (lambda: Upsample(2, 2).output_shape((8, 2, 2)), "give either size or scale_factor"),
    (
        lambda: ConvTranspose2d(8, 3, stride=2, output_padding=2).output_shape((1, 4, 4)),
        "output_padding 2 must be smaller than stride 2 or dilation 1",
    ),
]


@pytest.mark.parametrize(("make", "sentence"), IMPOSSIBLE, ids=[sentence for _, sentence in IMPOSSIBLE])
def test_an_impossible_combination_says_what_clashes_with_what(make: Callable[[], Any], sentence: str) -> None:
    with pytest.raises(LayerError) as caught:
        make()

    assert str(caught.value) == sentence


@pytest.mark.parametrize("mode", ["reflect", "circular"])
def test_no_padding_copies_more_than_there_is(mode: str) -> None:
    """Reflection goes around the outermost cell: of 3 cells there are 2 to copy; a circle has all 3."""
    fits = 2 if mode == "reflect" else 3

    assert Pad(fits, mode).output_shape((1, 3, 3)) == (1, 3 + 2 * fits, 3 + 2 * fits)
    assert Conv2d(1, 1, padding=fits, padding_mode=mode).output_shape((1, 3, 3))[1] == 3 + 2 * fits
    for layer in (Pad(fits + 1, mode), Conv2d(1, 1, padding=fits + 1, padding_mode=mode)):
        with pytest.raises(LayerError, match=f"at most {fits}"):
            layer.output_shape((1, 3, 3))


def test_decimals_are_the_numbers_that_were_written() -> None:
    assert Softplus(0.1).beta == Fraction(1, 10)
    assert LocalResponseNorm(5).alpha == Fraction(1, 10_000)
    assert Pad(1, value=-0.5).value == Fraction(-1, 2)


EVERY_LAYER = [
    *("conv2d(6, 3, padding=same)", "conv2d(4, 2, padding=((1, 0), (2, 3)), padding_mode=circular)"),
    *("conv2d(4, 3, padding=1, padding_mode=reflect, groups=2)", "conv_transpose2d(3, 3, 2, 1, 1, bias=False)"),
    *("conv_transpose2d(4, (2, 3), groups=2, dilation=2)", "flatten", "flatten | linear(3)"),
    *("max_pool2d(2, ceil_mode=True)", "avg_pool2d(3, 1, 1)", "adaptive_avg_pool2d(2)", "adaptive_max_pool2d((3, 2))"),
    *("global_avg_pool2d", "global_max_pool2d", "relu", "relu6", "leaky_relu", "elu(0.5)", "gelu"),
    *("gelu(approximate=tanh)", "silu", "hardswish", "sigmoid", "hardsigmoid", "tanh", "softplus(2)", "softmax"),
    *("log_softmax", "identity", "dropout", "drop_path(0.2)", "batch_norm2d", "layer_norm", "layer_norm2d"),
    "group_norm(2)",
    *("instance_norm2d", "instance_norm2d(affine=True)", "local_response_norm(3)", "layer_scale"),
    *("pad((1, 0, 2, 1))", "pad(1, mode=replicate)", "pad(1, value=0.5)", "upsample(scale_factor=2)"),
    *("upsample(size=(3, 9), mode=bilinear)", "upsample(scale_factor=1.5, mode=bilinear, align_corners=True)"),
    *("channel_shuffle(2)", "slice(1, 3)", "add of (input, input, input)", "multiply of (input, input)"),
    *(
        "multiply(identity, adaptive_avg_pool2d(1))",
        "concat of (input, input)",
        "conv2d(2, 3) | crop of (input, conv1)",
    ),
]


def arrays_of(network: Network, generator: np.random.Generator) -> dict[str, Any]:
    return {
        f"{name}.{array}": generator.normal(size=shape)
        for name in network.names
        for array, shape in network.parameter_shapes(name).items()
    }


@pytest.mark.parametrize("text", EVERY_LAYER)
def test_every_layer_runs_as_its_structure_says_and_is_the_derivative_of_what_it_runs(text: str) -> None:
    """Shapes of values and gradients are the announced ones; the slope along a random direction is the gradient's."""
    network = parse(f"4x5x4 | {text}")
    generator = np.random.default_rng(1)
    parameters = arrays_of(network, generator)
    x = generator.normal(size=(2, 4, 5, 4))
    values = network.forward(x, parameters)
    last = network.outputs[0]
    dy = generator.normal(size=values[last].shape)
    gradients = network.backward(dy, values, parameters)
    arrays = {"input": x, **parameters}
    direction = {name: generator.normal(size=array.shape) for name, array in arrays.items()}

    def loss(step: float) -> float:
        moved = {name: array + step * direction[name] for name, array in arrays.items()}
        return float((dy * network.forward(moved.pop("input"), moved)[last]).sum())

    step = 1e-6
    slope = (loss(step) - loss(-step)) / (2 * step)

    assert [value.shape[1:] for value in values.values()] == [network.input_shape, *network.shapes]
    assert {name: gradients[name].shape for name in arrays} == {name: array.shape for name, array in arrays.items()}
    assert sum((gradients[name] * direction[name]).sum() for name in arrays) == pytest.approx(slope, rel=1e-5, abs=1e-7)


def test_no_layer_is_left_out_above() -> None:
    written = {type(node.layer).kind for text in EVERY_LAYER for node in parse(f"4x5x4 | {text}").nodes}

    assert written == set(LAYERS)


def test_a_layer_takes_as_many_inputs_as_it_has() -> None:
    with pytest.raises(LayerError, match="of relu must be 1, not 2"):
        Network((1, 2, 2), (Node("both", ReLU(), ("input", "input")),))
    with pytest.raises(LayerError, match=r"of concat must be 2\+, not 1"):
        Network((1, 2, 2), (Node("one", Concat()),))
    with pytest.raises(LayerError, match="of multiply must be 2, not 3"):
        Network((1, 2, 2), (Node("three", Multiply(), ("input", "input", "input")),))
