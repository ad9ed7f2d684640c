"""Every cell of every value and gradient of a network is worked out, layer by layer, to the engine's own value."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.engine import trace
from studycards.engine.errors import LayerError
from studycards.engine.graph import Graph
from studycards.engine.layers import (
    GELU,
    LAYERS,
    Add,
    AvgPool2d,
    BatchNorm2d,
    ChannelShuffle,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Crop,
    Dropout,
    DropPath,
    Flatten,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    LeakyReLU,
    Linear,
    LocalResponseNorm,
    MaxPool2d,
    Multiply,
    Pad,
    ReLU,
    Sigmoid,
    Slice,
    Softmax,
    Tanh,
    Upsample,
)
from studycards.engine.notation import parse
from studycards.engine.trace import NetworkTrace

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.layers import Layer
    from studycards.engine.network import Network

SEEDS = st.integers(0, 2**32 - 1)


def exact(values: Array) -> Array:
    fractions: Array = np.vectorize(lambda value: Fraction(int(value)), otypes=[object])(values)
    return fractions


def small(seed: int, *shape: int) -> Array:
    return np.random.default_rng(seed).integers(-3, 4, shape).astype(float)


def parameters(network: Network, seed: int) -> dict[str, Array]:
    """Return small whole numbers for everything that the network learns."""
    shapes = {
        f"{node.name}.{array}": shape
        for node in network.nodes
        for array, shape in network.parameter_shapes(node.name).items()
    }
    return {name: small(seed + number, *shape) for number, (name, shape) in enumerate(shapes.items())}


def assert_traced(network: Network, seed: int, *, arrays: dict[str, Array] | None = None, batch: int = 1) -> None:
    """Compare every cell of a forward and a backward pass from all outputs."""
    x = small(seed, batch, *network.input_shape)
    learned = parameters(network, seed) | (arrays or {})
    dy = {name: small(seed + 9, batch, *network.shape_after(name)) for name in network.outputs}
    values = network.forward(x, learned)
    gradients = network.backward(dy, values, learned)
    traced = NetworkTrace.of(network, x, learned, dy)

    for name in network.names:
        for cell in np.ndindex(values[name].shape):
            assert traced.output(name, cell).value == pytest.approx(values[name][cell], rel=1e-9, abs=1e-9)
    for name, gradient in gradients.items():
        for cell in np.ndindex(gradient.shape):
            assert traced.gradient(name, cell).value == pytest.approx(gradient[cell], rel=1e-9, abs=1e-9)


MAPS: st.SearchStrategy[Layer] = st.sampled_from(
    [
        Conv2d(4, 3, padding=1),
        Conv2d(4, 3, padding=1, groups=2, bias=False),
        Conv2d(4, 3, padding=1, padding_mode="circular"),
        ConvTranspose2d(4, 3, padding=1),
        MaxPool2d(3, stride=1, padding=1),
        AvgPool2d(3, stride=1, padding=1),
        BatchNorm2d(),
        GroupNorm(2),
        InstanceNorm2d(affine=True),
        LayerNorm2d(),
        LayerScale(),
        LocalResponseNorm(3),
        ReLU(),
        LeakyReLU(),
        Sigmoid(),
        GELU(),
        Dropout(),
        DropPath(0.1),
        ChannelShuffle(2),
    ]
)
"""Layers that keep the shape of a map of four channels."""


@settings(max_examples=30)
@given(st.lists(MAPS, min_size=1, max_size=3), st.lists(MAPS, max_size=2), st.booleans(), SEEDS)
def test_a_graph_with_branches_and_two_outputs(left: list[Layer], right: list[Layer], added: bool, seed: int) -> None:  # noqa: FBT001 - drawn
    graph = Graph((4, 3, 2))
    stem = graph.add(Conv2d(4, 1))
    one = two = stem
    for layer in left:
        one = graph.add(layer, one)
    for layer in right:
        two = graph.add(layer, two)
    joined = graph.add(Add() if added else Concat(), one, two)
    gate = graph.add(Pad(1), joined)
    graph.add(GlobalAvgPool2d(), gate)
    graph.add(Linear(2))
    head = graph.add(Softmax())

    assert_traced(graph.network(outputs=(head, stem)), seed)


def test_a_weight_used_twice_collects_from_both_uses() -> None:
    """F22: y1 = w * x1, y2 = w * x2; dw = 2 * 1 + 3 * (-2) = -4, and the solution says which layer sent what."""
    graph = Graph((2,))
    first = graph.add(Linear(1, bias=False), graph.add(Slice(0, 1), "input"), name="first")
    second = graph.add(Linear(1, bias=False), graph.add(Slice(1, 2), "input"), name="second", shares=first)
    network = graph.network(outputs=(first, second))
    dy = {"first": exact(np.array([[1]])), "second": exact(np.array([[-2]]))}
    traced = NetworkTrace.of(network, exact(np.array([[2, 3]])), {"first.weight": exact(np.array([[5]]))}, dy)
    step = traced.gradient("first.weight", (0, 0))

    assert step.value == traced.gradient("second.weight", (0, 0)).value == -4
    assert [(part.node, part.value) for part in trace.steps(step)] == [
        ("first", 2),
        ("second", -6),
        ("first.weight", -4),
    ]


def test_a_residual_block_adds_the_gradients_of_both_ways() -> None:
    """F11: y = Wx + x; dx = W'dy + dy = (2, 5) + (2, -1) = (4, 4)."""
    graph = Graph((2,))
    branch = graph.add(Linear(2, bias=False), name="fc")
    graph.add(Add(), branch, "input")
    weight, dy = exact(np.array([[1, 2], [0, -1]])), exact(np.array([[2, -1]]))
    traced = NetworkTrace.of(graph.network(), exact(np.array([[1, 1]])), {"fc.weight": weight}, {"add1": dy})
    steps = [traced.gradient("input", (0, feature)) for feature in range(2)]

    assert [step.value for step in steps] == [4, 4]
    assert [[part.value for part in step.expression.parts] for step in steps] == [[2, 2], [5, -1]]


EXAMPLES = {
    "adaptive_avg_pool2d": "adaptive_avg_pool2d(2)",
    "adaptive_max_pool2d": "adaptive_max_pool2d((1, 2))",
    "avg_pool2d": "avg_pool2d(2, ceil_mode=True)",
    "batch_norm2d": "batch_norm2d",
    "channel_shuffle": "channel_shuffle(2)",
    "conv2d": "conv2d(2, 3, stride=2, padding=1, groups=2)",
    "conv_transpose2d": "conv_transpose2d(4, 3, stride=2, padding=1, output_padding=1, groups=2)",
    "drop_path": "drop_path(0.5)",
    "identity": "identity",
    "dropout": "dropout",
    "elu": "elu",
    "flatten": "flatten",
    "gelu": "gelu",
    "global_avg_pool2d": "global_avg_pool2d",
    "global_max_pool2d": "global_max_pool2d",
    "group_norm": "group_norm(2)",
    "hardsigmoid": "hardsigmoid",
    "hardswish": "hardswish",
    "instance_norm2d": "instance_norm2d",
    "layer_norm": "layer_norm",
    "layer_norm2d": "layer_norm2d",
    "layer_scale": "layer_scale",
    "leaky_relu": "leaky_relu(0.125)",
    "linear": "flatten | linear(3)",
    "local_response_norm": "local_response_norm(2)",
    "log_softmax": "log_softmax",
    "max_pool2d": "max_pool2d(2, stride=1)",
    "pad": "pad((1, 0, 2, 1), mode=replicate)",
    "relu": "relu",
    "relu6": "relu6",
    "sigmoid": "sigmoid",
    "silu": "silu",
    "slice": "slice(1, 3)",
    "softmax": "softmax",
    "softplus": "softplus",
    "tanh": "tanh",
    "upsample": "upsample(scale_factor=2)",
}
"""Each layer with one input, as it stands behind a map of four channels."""


def test_there_is_an_example_of_every_layer() -> None:
    """The others bring several inputs together: they have a test of their own."""
    assert set(LAYERS) - set(EXAMPLES) == {"add", "multiply", "concat", "crop"}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_layer_is_traced_forward_and_backward(kind: str) -> None:
    assert_traced(parse(f"4x3x3 | {EXAMPLES[kind]}"), seed=3, batch=2)


def test_every_kind_of_join_and_head() -> None:
    graph = Graph((2, 5, 5))
    small_map = graph.add(Conv2d(2, 3), "input")
    cropped = graph.add(Crop(), "input", small_map)
    weighed = graph.add(Multiply(), cropped, small_map)
    tall = graph.add(Upsample(scale_factor=2, mode="bilinear"), weighed)
    graph.add(MaxPool2d(2), tall)
    graph.add(Tanh())
    flat = graph.add(Flatten())
    largest = graph.add(GlobalMaxPool2d(), tall)
    graph.add(Concat(), flat, largest)
    graph.add(LayerNorm())
    graph.add(Linear(2))

    assert_traced(graph.network(), seed=1, batch=2)


def test_statistics_and_masks_are_taken_from_the_parameters() -> None:
    network = parse("2x2x2 | batch_norm2d | dropout(0.5)")
    arrays = {
        "bn1.running_mean": np.array([1.0, 2]),
        "bn1.running_var": np.array([4.0, 1]),
        "dropout1.mask": np.array([[[[1, 0], [0, 1]], [[1, 1], [0, 0]]]]),
    }

    assert_traced(network, seed=2, arrays=arrays)


def test_layer_by_layer_in_order() -> None:
    network = parse("1x4x4 | conv2d(1, 3) | relu | flatten | linear(2)")
    traced = NetworkTrace.of(network, small(0, 1, 1, 4, 4), parameters(network, 0))

    with pytest.raises(LayerError, match="no gradient of 'conv1'"):
        traced.gradient("conv1", (0, 0, 0, 0))
    assert [node.name for node, _ in traced.operations] == ["conv1", "relu1", "flatten1", "fc1"]
    assert [operation.shape for _, operation in traced.operations] == [(1, 1, 2, 2), (1, 1, 2, 2), (1, 4), (1, 2)]


def test_names_are_understood_as_everywhere() -> None:
    network = parse("1x3x3 | conv2d(1, 2) | relu")
    arrays = parameters(network, 0)
    traced = NetworkTrace.of(network, small(0, 1, 1, 3, 3), arrays, {"relu": np.ones((1, 1, 2, 2))})

    assert traced.output("relu", (0, 0, 0, 0)).node == "relu1"
    assert traced.gradient("conv.bias", (0,)).node == "conv1.bias"
    assert traced.gradient("relu", (0, 0, 0, 0)).value == 1
    with pytest.raises(LayerError, match="no layer 'pool'"):
        traced.output("pool", (0, 0, 0, 0))
    with pytest.raises(LayerError, match="did you mean 'conv1'"):
        traced.gradient("convv1", (0, 0, 0, 0))
    with pytest.raises(LayerError, match="no gradient of 'bias'"):
        traced.gradient("relu.bias", (0,))
    with pytest.raises(LayerError, match="has no cell"):
        traced.gradient("input", (0, 0, 3, 0))
