"""Every backward is the derivative of its forward: by differences that are exact, or by a complex step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array

TINY = 1e-30
"""A complex step: its square vanishes beside 1, and nothing is subtracted, so the derivative is exact to rounding."""


class Operation(NamedTuple):
    """A forward, its backward, the array arguments and the options."""

    forward: Callable[..., Array]
    backward: Callable[..., Mapping[str, Array]]
    arrays: dict[str, Array]
    options: dict[str, Any]

    def gradients(self, dy: Array) -> Mapping[str, Array]:
        return self.backward(dy, **self.arrays, **self.options)

    def loss(self, dy: Array, name: str, array: Array) -> Any:  # noqa: ANN401 - real or complex
        """Return sum of dy * y with one argument replaced: the gradient of this number is what a backward returns."""
        return (dy * self.forward(**self.arrays | {name: array}, **self.options)).sum()

    def dy(self) -> Array:
        shape = self.forward(**self.arrays, **self.options).shape
        return np.random.default_rng(7).integers(-64, 65, shape) / 64


def grid(*shape: int, seed: int = 0) -> Array:
    """Return different numbers, 1/4 apart, in random order: exact in float64, without ties, none of them 0."""
    count = int(np.prod(shape))
    return (np.random.default_rng(seed).permutation(count).reshape(shape) - count // 2) / 4 + 1 / 8


def differences(operation: Operation, dy: Array, name: str, step: float) -> Array:
    """Return the central differences of the loss; for a loss that is linear over the step they are its gradient."""
    array = operation.arrays[name]
    gradient = np.zeros(array.shape)
    for index in np.ndindex(array.shape):
        shift = np.zeros(array.shape)
        shift[index] = step
        difference = operation.loss(dy, name, array + shift) - operation.loss(dy, name, array - shift)
        gradient[index] = difference / (2 * step)
    return gradient


def complex_steps(operation: Operation, dy: Array, name: str) -> Array:
    array = operation.arrays[name]
    gradient = np.zeros(array.shape)
    for index in np.ndindex(array.shape):
        shift = np.zeros(array.shape, complex)
        shift[index] = TINY * 1j
        gradient[index] = operation.loss(dy, name, array + shift).imag / TINY
    return gradient


def convolution(x: Array, weight: Array, **options: object) -> Operation:
    bias = grid(len(weight), seed=3)
    return Operation(F.conv2d, F.conv2d_backward, {"x": x, "weight": weight, "bias": bias}, options)


X = grid(2, 2, 5, 4)
LINEAR = {
    "conv2d": convolution(X, grid(3, 2, 3, 2, seed=1), stride=(2, 1), padding=1),
    "conv2d, dilated": convolution(X, grid(2, 2, 2, 2, seed=1), dilation=(3, 2)),
    "conv2d, same": convolution(X, grid(2, 2, 2, 4, seed=1), padding="same"),
    "conv2d, depthwise": convolution(X, grid(4, 1, 2, 2, seed=1), groups=2, stride=2),
    "conv2d, depthwise by 1": convolution(X, grid(2, 1, 3, 2, seed=1), groups=2, padding=((1, 0), (0, 2))),
    "conv2d, reflected": convolution(X, grid(2, 2, 3, 2, seed=1), padding=(2, 1), padding_mode="reflect"),
    "conv1d": Operation(
        F.conv1d,
        F.conv1d_backward,
        {"x": grid(2, 2, 6), "weight": grid(3, 2, 3, seed=1), "bias": grid(3, seed=2)},
        {"stride": 2, "padding": (0, 3), "padding_mode": "circular"},
    ),
    "conv_transpose2d": Operation(
        F.conv_transpose2d,
        F.conv_transpose2d_backward,
        {"x": grid(2, 4, 3, 2), "weight": grid(4, 3, 2, 3, seed=1), "bias": grid(6, seed=2)},
        {"stride": (2, 3), "padding": 1, "output_padding": (1, 2), "groups": 2},
    ),
    "linear": Operation(
        F.linear, F.linear_backward, {"x": grid(3, 4), "weight": grid(2, 4, seed=1), "bias": grid(2, seed=2)}, {}
    ),
    "avg_pool2d": Operation(
        F.avg_pool2d, F.avg_pool2d_backward, {"x": X}, {"kernel_size": 2, "stride": 2, "padding": 1, "ceil_mode": True}
    ),
    "avg_pool1d": Operation(F.avg_pool1d, F.avg_pool1d_backward, {"x": grid(2, 3, 6)}, {"kernel_size": 2, "stride": 1}),
    "adaptive_avg_pool2d": Operation(
        F.adaptive_avg_pool2d, F.adaptive_avg_pool2d_backward, {"x": grid(2, 2, 6, 5)}, {"output_size": (3, 4)}
    ),
    "pad": Operation(F.pad, F.pad_backward, {"x": X}, {"pad": (2, -1, 3, 0), "mode": "constant", "value": 2}),
    "pad, replicated": Operation(F.pad, F.pad_backward, {"x": X}, {"pad": (2, -1, 6, 0), "mode": "replicate"}),
    "crop": Operation(F.crop, F.crop_backward, {"x": X}, {"size": (2, 3)}),
    "interpolate": Operation(F.interpolate, F.interpolate_backward, {"x": X}, {"size": (7, 3)}),
    "interpolate, bilinear": Operation(
        F.interpolate, F.interpolate_backward, {"x": X}, {"scale_factor": 2, "mode": "bilinear"}
    ),
    "interpolate, corners aligned": Operation(
        F.interpolate, F.interpolate_backward, {"x": X}, {"size": (9, 2), "mode": "bilinear", "align_corners": True}
    ),
    "channel_shuffle": Operation(F.channel_shuffle, F.channel_shuffle_backward, {"x": grid(2, 6, 2)}, {"groups": 3}),
    "add": Operation(F.add, F.add_backward, {"x": X, "other": grid(2, 1, 1, seed=1)}, {}),
    "multiply": Operation(F.multiply, F.multiply_backward, {"x": X, "other": grid(2, 2, 1, 1, seed=1)}, {}),
    "global_avg_pool2d": Operation(F.global_avg_pool2d, F.global_avg_pool2d_backward, {"x": grid(2, 3, 4, 2)}, {}),
    "flatten": Operation(F.flatten, F.flatten_backward, {"x": X}, {}),
    "dropout": Operation(F.dropout, F.dropout_backward, {"x": X, "mask": X > 1}, {"p": 0.75}),
}
PIECEWISE_LINEAR = {
    "relu": Operation(F.relu, F.relu_backward, {"x": X}, {}),
    "leaky_relu": Operation(F.leaky_relu, F.leaky_relu_backward, {"x": X}, {"negative_slope": 0.25}),
    "max_pool1d": Operation(
        F.max_pool1d, F.max_pool1d_backward, {"x": grid(2, 3, 7)}, {"kernel_size": 3, "stride": 2, "ceil_mode": True}
    ),
    "adaptive_max_pool2d": Operation(
        F.adaptive_max_pool2d, F.adaptive_max_pool2d_backward, {"x": X}, {"output_size": 3}
    ),
    "global_max_pool2d": Operation(F.global_max_pool2d, F.global_max_pool2d_backward, {"x": X}, {}),
    "max_pool2d": Operation(
        F.max_pool2d, F.max_pool2d_backward, {"x": X}, {"kernel_size": (3, 2), "stride": 1, "padding": 1, "dilation": 2}
    ),
}
SMALL = X / 8
STATISTICS = {"running_mean": np.array([0.5, -1]), "running_var": np.array([2.0, 0.5])}
AFFINE = {"weight": np.array([1.5, -2]), "bias": np.array([0.25, 3])}
SMOOTH = {
    "sigmoid": Operation(F.sigmoid, F.sigmoid_backward, {"x": SMALL}, {}),
    "tanh": Operation(F.tanh, F.tanh_backward, {"x": SMALL}, {}),
    "softmax of vectors": Operation(F.softmax, F.softmax_backward, {"x": grid(3, 5) / 4}, {}),
    "softmax of rows": Operation(F.softmax, F.softmax_backward, {"x": SMALL}, {"dim": -1}),
    "batch_norm": Operation(F.batch_norm, F.batch_norm_backward, {"x": SMALL, **STATISTICS, **AFFINE}, {}),
    "batch_norm in training": Operation(
        F.batch_norm, F.batch_norm_backward, {"x": SMALL, **STATISTICS, **AFFINE}, {"training": True, "eps": 0.01}
    ),
}


@pytest.mark.parametrize("name", LINEAR)
def test_gradients_of_linear_operations_are_their_differences_bit_for_bit(name: str) -> None:
    operation = LINEAR[name]
    dy = operation.dy()

    for argument, gradient in operation.gradients(dy).items():
        np.testing.assert_array_equal(gradient, differences(operation, dy, argument, step=1))


@pytest.mark.parametrize("name", PIECEWISE_LINEAR)
def test_gradients_beside_the_kinks_are_differences_bit_for_bit(name: str) -> None:
    """The values are 1/4 apart and at least 1/8 from 0, so a step of 1/16 meets no kink."""
    operation = PIECEWISE_LINEAR[name]
    dy = operation.dy()

    for argument, gradient in operation.gradients(dy).items():
        np.testing.assert_array_equal(gradient, differences(operation, dy, argument, step=1 / 16))


@pytest.mark.parametrize("name", SMOOTH)
def test_gradients_of_smooth_operations_equal_the_complex_step(name: str) -> None:
    operation = SMOOTH[name]
    dy = operation.dy()

    for argument, gradient in operation.gradients(dy).items():
        wanted = complex_steps(operation, dy, argument)
        np.testing.assert_allclose(gradient, wanted, rtol=1e-13, atol=1e-14 * abs(wanted).max())


@pytest.mark.parametrize("name", [*LINEAR, *PIECEWISE_LINEAR])
def test_the_complex_step_serves_the_other_operations_as_well(name: str) -> None:
    """Nothing drops an imaginary part on its way: kinks look at the real part, sums and products keep both."""
    operation = {**LINEAR, **PIECEWISE_LINEAR}[name]
    dy = operation.dy()

    for argument, gradient in operation.gradients(dy).items():
        np.testing.assert_allclose(complex_steps(operation, dy, argument), gradient, rtol=1e-13, atol=1e-14)


@pytest.mark.parametrize("name", [*LINEAR, *PIECEWISE_LINEAR, *SMOOTH])
def test_arguments_are_left_as_they_are(name: str) -> None:
    operation = {**LINEAR, **PIECEWISE_LINEAR, **SMOOTH}[name]
    before = {argument: array.copy() for argument, array in operation.arrays.items()}

    operation.gradients(operation.dy())

    for argument, array in operation.arrays.items():
        np.testing.assert_array_equal(array, before[argument])
