"""Output shapes, parameters and multiply-adds of single layers, in exact integers."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError, replace
from fractions import Fraction
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studycards.engine.layers import (
    LAYERS,
    AvgPool2d,
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    LayerError,
    LeakyReLU,
    Linear,
    MaxPool2d,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.layers import (
        Layer,
        Shape,
    )

SHAPES: list[tuple[Layer, Shape, Shape]] = [
    # floor((32 + 2*2 - 5) / 1) + 1 = 32, floor((32 - 5) / 2) + 1 = 14
    (Conv2d(16, 5, padding=2), (3, 32, 32), (16, 32, 32)),
    (Conv2d(16, 5, stride=2), (3, 32, 32), (16, 14, 14)),
    # the first layers of AlexNet and ResNet: floor((224 + 4 - 11) / 4) + 1 = 55, floor((224 + 6 - 7) / 2) + 1 = 112
    (Conv2d(64, 11, stride=4, padding=2), (3, 224, 224), (64, 55, 55)),
    (Conv2d(64, 7, stride=2, padding=3), (3, 224, 224), (64, 112, 112)),
    # a dilated kernel spans 2*(3 - 1) + 1 = 5 cells
    (Conv2d(8, 3, dilation=2), (1, 32, 32), (8, 28, 28)),
    # rows and columns on their own: floor((10 + 2 - 3) / 2) + 1 = 5, floor((20 - 2*4 - 1) / 3) + 1 = 4
    (Conv2d(4, (3, 5), stride=(2, 3), padding=(1, 0), dilation=(1, 2)), (2, 10, 20), (4, 5, 4)),
    # even kernels: 28 - 2 + 1
    (Conv2d(1, 2), (1, 28, 28), (1, 27, 27)),
    (Conv2d(8, 1), (256, 7, 9), (8, 7, 9)),
    (MaxPool2d(2), (64, 28, 28), (64, 14, 14)),
    (MaxPool2d(2), (64, 7, 7), (64, 3, 3)),
    (MaxPool2d(2, ceil_mode=True), (64, 7, 7), (64, 4, 4)),
    (MaxPool2d(3, stride=2), (64, 55, 55), (64, 27, 27)),
    (MaxPool2d(3, stride=2, padding=1), (64, 112, 112), (64, 56, 56)),
    (MaxPool2d(3, dilation=2), (1, 9, 9), (1, 2, 2)),
    (MaxPool2d((2, 3), stride=(1, 2)), (5, 6, 7), (5, 5, 3)),
    # ceil((3 + 2 - 2) / 2) + 1 = 3, but a third window would start at 4, where only padding is left
    (MaxPool2d(2, stride=2, padding=1, ceil_mode=True), (1, 3, 3), (1, 2, 2)),
    # a window larger than the input is allowed to hang over
    (MaxPool2d(3, stride=2, ceil_mode=True), (1, 2, 2), (1, 1, 1)),
    (AvgPool2d(2), (6, 28, 28), (6, 14, 14)),
    (AvgPool2d(3, stride=1, padding=1), (6, 8, 8), (6, 8, 8)),
    (GlobalAvgPool2d(), (512, 7, 7), (512,)),
    (Flatten(), (64, 7, 7), (3136,)),
    (Flatten(), (10,), (10,)),
    (Linear(10), (3136,), (10,)),
    (BatchNorm2d(), (16, 32, 32), (16, 32, 32)),
    *((layer, shape, shape) for layer in (ReLU(), Softmax(), Dropout()) for shape in ((3, 4, 5), (7,))),
    *((layer, (3, 4, 5), (3, 4, 5)) for layer in (LeakyReLU(), Sigmoid(), Tanh())),
]


@pytest.mark.parametrize(("layer", "shape", "expected"), SHAPES, ids=[f"{row[0]} on {row[1]}" for row in SHAPES])
def test_the_output_shape_is_that_of_pytorch(layer: Layer, shape: Shape, expected: Shape) -> None:
    assert layer.output_shape(shape) == expected


PARAMETERS: list[tuple[Layer, Shape, dict[str, Shape], int]] = [
    (Conv2d(128, 3), (64, 56, 56), {"weight": (128, 64, 3, 3), "bias": (128,)}, 73_856),
    (Conv2d(128, 3, bias=False), (64, 56, 56), {"weight": (128, 64, 3, 3)}, 73_728),
    (Conv2d(128, 3, groups=4), (64, 56, 56), {"weight": (128, 16, 3, 3), "bias": (128,)}, 18_560),
    (Conv2d(64, 3, groups=64, bias=False), (64, 56, 56), {"weight": (64, 1, 3, 3)}, 576),
    (Conv2d(2, (3, 5)), (4, 8, 8), {"weight": (2, 4, 3, 5), "bias": (2,)}, 122),
    (Linear(10), (3136,), {"weight": (10, 3136), "bias": (10,)}, 31_370),
    (Linear(10, bias=False), (3136,), {"weight": (10, 3136)}, 31_360),
    (BatchNorm2d(), (128, 32, 32), {"weight": (128,), "bias": (128,)}, 256),
    *(
        (layer, (64, 28, 28), {}, 0)
        for layer in (MaxPool2d(2), AvgPool2d(2), GlobalAvgPool2d(), Flatten(), ReLU(), Dropout(), Softmax())
    ),
]


@pytest.mark.parametrize(("layer", "shape", "expected", "total"), PARAMETERS, ids=[str(row[0]) for row in PARAMETERS])
def test_parameters_are_what_is_learned(layer: Layer, shape: Shape, expected: dict[str, Shape], total: int) -> None:
    """Values from the mistake library: 73,856, with groups 18,560, batch norm 2C; running statistics do not count."""
    assert layer.parameter_shapes(shape) == expected
    assert list(layer.parameter_shapes(shape)) == list(expected)
    assert layer.parameters(shape) == total


def test_multiply_adds_are_those_of_convolutions_and_linear_layers_without_biases() -> None:
    assert Conv2d(128, 3, stride=2, padding=1).macs((64, 56, 56)) == 57_802_752
    assert Conv2d(64, 3, padding=1, groups=64).macs((64, 56, 56)) == 9 * 64 * 56 * 56
    assert Linear(10).macs((3136,)) == 31_360
    assert MaxPool2d(2).macs((64, 56, 56)) == BatchNorm2d().macs((64, 56, 56)) == ReLU().macs((64, 56, 56)) == 0


def positions(size: int, kernel: int, stride: int, padding: int, dilation: int = 1, *, ceil_mode: bool = False) -> int:
    """Lay the windows one by one: as long as they fit or, in ceil mode, while the one before stops short of the end.

    The last one may then hang over, but must begin in the input or in the padding before it.
    """
    span, end = dilation * (kernel - 1) + 1, size + 2 * padding

    def fits(start: int) -> bool:
        return start + span <= end

    def is_needed(start: int) -> bool:
        return start - stride + span < end and start < padding + size

    return sum(1 for _ in takewhile(is_needed if ceil_mode else fits, count(0, stride)))


sizes = st.integers(1, 24)
small = st.integers(1, 5)


@given(sizes, small, small, st.integers(0, 4), small)
def test_a_convolution_has_as_many_positions_as_can_be_counted(
    size: int, kernel: int, stride: int, padding: int, dilation: int
) -> None:
    windows = positions(size, kernel, stride, padding, dilation)
    layer = Conv2d(1, (kernel, 1), (stride, 1), (padding, 0), (dilation, 1))

    if windows:
        assert layer.output_shape((1, size, 1)) == (1, windows, 1)
    else:
        with pytest.raises(LayerError, match="the kernel spans"):
            layer.output_shape((1, size, 1))


@given(size=sizes, kernel=small, stride=small, padding=st.integers(0, 2), dilation=small, ceil_mode=st.booleans())
def test_a_pooling_has_as_many_windows_as_can_be_counted(
    size: int, kernel: int, stride: int, padding: int, dilation: int, *, ceil_mode: bool
) -> None:
    assume(2 * padding <= kernel)
    windows = positions(size, kernel, stride, padding, dilation, ceil_mode=ceil_mode)
    assume(windows)
    layer = MaxPool2d((1, kernel), (1, stride), (0, padding), (1, dilation), ceil_mode=ceil_mode)

    assert layer.output_shape((1, 1, size)) == (1, 1, windows)


@given(sizes, sizes, small, small, st.integers(1, 4), st.integers(1, 4))
def test_multiply_adds_are_output_cells_times_weights_of_a_filter(
    height: int, width: int, kernel: int, stride: int, groups: int, multiple: int
) -> None:
    assume(min(height, width) >= kernel)
    layer = Conv2d(groups * 2, kernel, stride, groups=groups)
    shape = (groups * multiple, height, width)
    weight = layer.parameter_shapes(shape)["weight"]

    assert layer.macs(shape) * weight[0] == math.prod(layer.output_shape(shape)) * math.prod(weight)


IMPOSSIBLE: list[tuple[Callable[[], Any], str]] = [
    (
        lambda: Conv2d(8, 7).output_shape((3, 5, 5)),
        "the kernel spans 7 cells, 1 * (7 - 1) + 1, but the padded input has 5, 0 + 5 + 0",
    ),
    (
        lambda: Conv2d(8, 3, dilation=3, padding=1).output_shape((3, 4, 4)),
        "the kernel spans 7 cells, 3 * (3 - 1) + 1, but the padded input has 6, 1 + 4 + 1",
    ),
    (
        lambda: Conv2d(8, 3, groups=2).output_shape((3, 5, 5)),
        "groups=2 does not divide the 3 input channels: 3 mod 2 = 1",
    ),
    (lambda: Conv2d(9, 3, groups=2), "groups=2 does not divide out_channels=9: 9 mod 2 = 1"),
    (lambda: MaxPool2d(3, padding=2).output_shape((3, 9, 9)), "padding 2 is more than half of kernel size 3"),
    (lambda: AvgPool2d(2, padding=2).output_shape((3, 9, 9)), "padding 2 is more than half of kernel size 2"),
    (
        lambda: Linear(10).output_shape((16, 5, 5)),
        "linear needs a vector, but its input has the shape 16×5×5: flatten it first",
    ),
    (
        lambda: Conv2d(8, 3).output_shape((400,)),
        "conv2d needs a map (channels, height, width), but its input has the shape 400",
    ),
    (
        lambda: MaxPool2d(2).output_shape((400,)),
        "max_pool2d needs a map (channels, height, width), but its input has the shape 400",
    ),
    (
        lambda: BatchNorm2d().output_shape((400,)),
        "batch_norm2d needs a map (channels, height, width), but its input has the shape 400",
    ),
    (lambda: Conv2d(0, 3), "out_channels of conv2d must be from 1 to 1000000000, not 0"),
    (lambda: Conv2d(8, 0), "kernel_size of conv2d must be from 1 to 1000000000, not 0"),
    (lambda: Conv2d(8, (3, 0)), "kernel_size of conv2d must be from 1 to 1000000000, not 0"),
    (lambda: Conv2d(8, 3, stride=0), "stride of conv2d must be from 1 to 1000000000, not 0"),
    (lambda: Conv2d(8, 3, padding=-1), "padding of conv2d must be from 0 to 1000000000, not -1"),
    (lambda: Conv2d(8, 10**10), "kernel_size of conv2d must be from 1 to 1000000000, not 10000000000"),
    (lambda: MaxPool2d(2, stride=0), "stride of max_pool2d must be from 1 to 1000000000, not 0"),
    (lambda: Linear(0), "out_features of linear must be from 1 to 1000000000, not 0"),
    (lambda: Dropout(Fraction(3, 2)), "p of dropout must be from 0 to 1, not 3/2"),
    (lambda: LeakyReLU(-1), "negative_slope of leaky_relu must be from 0 to 1000000000, not -1"),
    (lambda: LeakyReLU(math.nan), "negative_slope of leaky_relu must be a number, not nan"),
    (lambda: Conv2d(2.5, 3), "out_channels of conv2d must be a whole number, not 2.5"),  # type: ignore[arg-type]
    (lambda: Conv2d(out_channels=True, kernel_size=3), "out_channels of conv2d must be a whole number, not True"),
    (
        lambda: Conv2d(2, (3, 3, 3)),  # type: ignore[arg-type]
        "kernel_size of conv2d must be a whole number or a pair of them, not (3, 3, 3)",
    ),
    (lambda: Conv2d(2, 3, bias=1), "bias of conv2d must be True or False, not 1"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("make", "sentence"), IMPOSSIBLE, ids=[sentence for _, sentence in IMPOSSIBLE])
def test_an_impossible_combination_says_what_clashes_with_what(make: Callable[[], Any], sentence: str) -> None:
    with pytest.raises(LayerError) as caught:
        make()

    assert str(caught.value) == sentence


def test_a_mistake_is_often_just_another_option() -> None:
    layer = Conv2d(16, 5, padding=2)

    assert replace(layer, padding=0).output_shape((3, 28, 28)) == (16, 24, 24)
    assert layer.output_shape((3, 28, 28)) == (16, 28, 28)


def test_a_layer_is_a_value() -> None:
    assert Conv2d(16, 5) == Conv2d(16, 5, stride=1)
    assert len({Conv2d(16, 5), Conv2d(16, 5), MaxPool2d(2)}) == 2
    with pytest.raises(FrozenInstanceError):
        Conv2d(16, 5).padding = 2  # type: ignore[misc]


def test_options_stay_as_the_author_gave_them() -> None:
    assert Conv2d(16, (3, 5)).kernel_size == (3, 5)
    assert Conv2d(16, 3).kernel_size == 3
    assert MaxPool2d(2).stride is None


def test_probabilities_and_slopes_are_the_decimals_that_were_written() -> None:
    assert LeakyReLU(0.1).negative_slope == Fraction(1, 10)
    assert LeakyReLU().negative_slope == Fraction(1, 100)
    assert Dropout().p == Fraction(1, 2)
    assert BatchNorm2d().eps == Fraction(1, 100_000)


def test_a_layer_is_written_as_a_call_without_what_goes_without_saying() -> None:
    written = {
        "conv2d(16, 5)": Conv2d(16, 5),
        "conv2d(16, (3, 5), padding=2, bias=False)": Conv2d(16, (3, 5), padding=2, bias=False),
        "max_pool2d(3, stride=2, ceil_mode=True)": MaxPool2d(3, stride=2, ceil_mode=True),
        "avg_pool2d(2)": AvgPool2d(2),
        "global_avg_pool2d": GlobalAvgPool2d(),
        "linear(10)": Linear(10),
        "leaky_relu": LeakyReLU(),
        "leaky_relu(negative_slope=0.2)": LeakyReLU(0.2),
        "leaky_relu(negative_slope=1/3)": LeakyReLU(Fraction(1, 3)),
        "dropout(p=0)": Dropout(0),
    }

    assert {str(layer): layer for layer in written.values()} == written


def test_every_layer_is_found_by_its_name() -> None:
    assert all(layer.kind == kind for kind, layer in LAYERS.items())
    assert set(LAYERS) == {
        *("conv2d", "conv_transpose2d", "linear", "flatten", "dropout", "drop_path", "identity"),
        *("max_pool2d", "avg_pool2d", "global_avg_pool2d", "global_max_pool2d"),
        *("adaptive_avg_pool2d", "adaptive_max_pool2d"),
        *("relu", "relu6", "leaky_relu", "elu", "gelu", "silu", "hardswish"),
        *("sigmoid", "hardsigmoid", "tanh", "softplus", "softmax", "log_softmax"),
        *("batch_norm2d", "layer_norm", "layer_norm2d", "group_norm", "instance_norm2d", "local_response_norm"),
        *("layer_scale", "pad", "upsample", "channel_shuffle", "slice"),
        *("add", "multiply", "concat", "crop"),
    }
