"""The worked solutions of shapes, counts and receptive fields: equal to the engine's, and to sums done by hand."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from studycards.engine import trace
from studycards.engine.architectures import ARCHITECTURES, build
from studycards.engine.errors import LayerError
from studycards.engine.graph import Graph
from studycards.engine.layers import (
    Add,
    AvgPool2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Crop,
    Flatten,
    Linear,
    MaxPool2d,
    Pad,
    ReLU,
    Slice,
    Upsample,
)
from studycards.engine.network import Network
from studycards.engine.notation import parse

if TYPE_CHECKING:
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.trace import Expression, Step

CALCULATIONS: dict[str, tuple[Layer, int, list[tuple[str, int]]]] = {
    "A01": (Conv2d(1, 5), 28, [("room", 23), ("height", 24)]),
    "A02": (Conv2d(1, 5, stride=2, padding=2), 32, [("room", 31), ("height", 16)]),
    "A03": (Conv2d(1, 3, dilation=2, padding=1), 20, [("span", 5), ("room", 17), ("height", 18)]),
    "A05": (Conv2d(1, 4, padding=((1, 2), (1, 2))), 10, [("room", 9), ("height", 10)]),
    "A07": (Conv2d(1, 4, padding="same"), 14, [("room", 13), ("height", 14)]),
    "A16": (MaxPool2d(3, stride=2), 55, [("room", 52), ("height", 27)]),
    # ceil(21 / 2) + 1 = 12, the last window starts at 22, before 24
    "A17": (
        MaxPool2d(3, stride=2, ceil_mode=True),
        24,
        [("room", 21), ("positions", 12), ("last_start", 22), ("last_end", 24), ("height", 12)],
    ),
    # ceil(3 / 2) + 1 = 3, but the third would start at 4, where the map and the padding before it have ended
    "A17, dropped": (
        AvgPool2d(2, stride=2, padding=1, ceil_mode=True),
        3,
        [("room", 3), ("positions", 3), ("last_start", 4), ("last_end", 4), ("height", 2)],
    ),
    "A18": (ConvTranspose2d(1, 4, stride=2, padding=1), 7, [("height", 14)]),
    "tconv.no_output_padding": (ConvTranspose2d(1, 3, stride=2, padding=1, output_padding=1), 7, [("height", 14)]),
    "a plain number": (ReLU(), 7, [("height", 7)]),
}
"""Sizes from the curriculum and the list of mistakes, each with the steps on the way."""


@pytest.mark.parametrize("name", CALCULATIONS)
def test_a_size_is_worked_out_as_by_hand(name: str) -> None:
    layer, size, expected = CALCULATIONS[name]
    _, height, width = trace.output_shape(layer, (1, size, size))

    assert [(step.name, step.value) for step in trace.steps(height)] == expected
    assert width.value == height.value


def test_the_numbers_of_a_size_say_what_they_are() -> None:
    """room = n + 2 * padding - kernel, then floor(room / stride) + 1."""
    _, height, _ = trace.output_shape(Conv2d(1, 5, stride=2, padding=2), (1, 32, 32))
    room, _ = trace.steps(height)

    assert [(number.name, number.value) for number in trace.numbers(room)] == [
        ("n", 32),
        ("", 2),
        ("padding", 2),
        ("kernel", 5),
    ]
    assert [(number.name, number.value) for number in trace.numbers(height)] == [("stride", 2), ("", 1)]


sizes = st.integers(1, 5) | st.tuples(st.integers(1, 5), st.integers(1, 5))
LAYERS: st.SearchStrategy[Layer] = st.one_of(
    st.builds(Conv2d, st.just(4), sizes, sizes, sizes, sizes, st.sampled_from([1, 2])),
    st.builds(ConvTranspose2d, st.just(4), sizes, sizes, st.integers(0, 2), st.integers(0, 2), st.just(2)),
    st.builds(MaxPool2d, sizes, st.none() | sizes, st.integers(0, 2), st.integers(1, 2), st.booleans()),
    st.builds(AvgPool2d, sizes, st.none() | sizes, st.integers(0, 2), st.booleans()),
    st.builds(Pad, st.integers(0, 3) | st.tuples(*[st.integers(0, 3)] * 4)),
    st.builds(Upsample, st.none(), st.sampled_from([0.5, 1.5, 2.0])),
    st.builds(Slice, st.just(0) | st.just(1), st.just(2)),
    st.just(Flatten()),
)


@given(LAYERS, st.tuples(st.just(4), st.integers(1, 12), st.integers(1, 12)))
def test_the_steps_to_a_shape_lead_to_the_shape(layer: Layer, shape: Shape) -> None:
    try:
        expected = layer.output_shape(shape)
    except LayerError:
        reject()

    assert tuple(step.value for step in trace.output_shape(layer, shape)) == expected
    assert trace.layer_parameters(layer, shape).value == layer.parameters(shape)
    assert trace.layer_macs(layer, shape).value == layer.macs(shape)


def test_channels_add_up_where_branches_meet() -> None:
    channels, height, width = trace.output_shape(Concat(), (16, 8, 8), (12, 8, 8), (12, 8, 8))

    assert [number.value for number in trace.numbers(channels)] == [16, 12, 12]
    assert (channels.value, height.value, width.value) == (40, 8, 8)


def factors(step: Step) -> list[list[object]]:
    """Return the numbers of each product that a step adds up, with those of the steps in it."""
    return [[number.value for number in trace.numbers(inner)] for inner in trace.steps(step)[:-1]]


def test_the_parameters_of_a_convolution_are_the_kernel_times_channels_and_filters_and_a_bias_each() -> None:
    """3 * 3 * 64 * 128 + 128 = 73,856; with 4 groups 3 * 3 * (64 / 4) * 128 + 128 = 18,560."""
    whole = trace.layer_parameters(Conv2d(128, 3), (64, 56, 56))
    grouped = trace.layer_parameters(Conv2d(128, 3, groups=4), (64, 56, 56))

    assert factors(whole) == [[3, 3, 64, 128], [128]]
    assert factors(grouped) == [[3, 3, 64, 4, 128], [128]]
    assert (whole.value, grouped.value) == (73_856, 18_560)


def test_multiply_adds_are_the_weights_times_the_places_of_their_use() -> None:
    """3 * 3 * 64 * 128 weights at 28 * 28 positions: 57,802,752."""
    macs = trace.layer_macs(Conv2d(128, 3, stride=2, padding=1), (64, 56, 56))

    assert [(number.name, number.value) for number in trace.numbers(macs)] == [
        ("kernel_height", 3),
        ("kernel_width", 3),
        ("in_channels", 64),
        ("out_channels", 128),
        ("height", 28),
        ("width", 28),
    ]
    assert macs.value == 57_802_752


def test_the_parameters_of_a_network_are_the_sum_over_its_layers() -> None:
    """LeNet with ReLU: 156 + 2,416 + 48,120 + 10,164 + 850 = 61,706."""
    total = trace.parameters(build("lenet5"))

    assert [step.value for step in trace.steps(total) if step.name == "parameters"] == [
        156, 2_416, 48_120, 10_164, 850, 61_706,
    ]  # fmt: skip


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_the_terms_of_published_networks_add_up(name: str) -> None:
    network = build(name)

    assert trace.parameters(network).value == network.parameters()
    assert trace.macs(network).value == network.macs()
    assert trace.flops(network).value == 2 * network.macs()
    assert trace.activation_elements(network).value == network.activation_memory().elements
    for node, shapes, shape in zip(network.nodes, network.entering, network.shapes, strict=True):
        assert tuple(step.value for step in trace.output_shape(node.layer, *shapes)) == shape


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("name", ARCHITECTURES)
def test_the_rows_of_a_receptive_field_lead_to_the_engines_own(name: str, axis: int) -> None:
    network = build(name)
    try:
        fields = network.receptive_fields()
    except LayerError:  # branches at different strides have none
        with pytest.raises(LayerError):
            trace.receptive_fields(network, axis)
        return
    rows = trace.receptive_fields(network, axis)

    assert [row.node for row in rows] == list(network.names)
    for row, field in zip(rows, fields, strict=True):
        assert field is not None
        found = row.field.value, row.jump.value, row.start.value
        assert found == (field.size[axis], field.jump[axis], field.start[axis])


def test_the_running_table_is_that_of_the_textbook() -> None:
    """C3/1, P2/2, C3/1, P2/2, C3/1 see 3, 4, 8, 10, 18 cells at jumps of 1, 2, 2, 4, 4."""
    network = parse("1x64x64 | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3)")
    rows = trace.receptive_fields(network)

    assert [row.view.kernel.value for row in rows] == [3, 2, 3, 2, 3]
    assert [row.field.value for row in rows] == [3, 4, 8, 10, 18]
    assert [row.jump.value for row in rows] == [1, 2, 2, 4, 4]
    assert [number.value for number in trace.numbers(rows[2].field)] == [1, 3, 1]
    assert [step.value for step in trace.steps(rows[2].field) if step.name == "field"] == [1, 3, 4, 8]


def test_the_centre_of_a_field_moves_with_padding() -> None:
    """D07: two 4x4 convolutions of stride 2 and padding 1; cell 3 is around -1 - 2 + 3 * 4 + (10 - 1) / 2 = 13.5."""
    network = parse("1x64x64 | conv2d(1, 4, stride=2, padding=1) | conv2d(1, 4, stride=2, padding=1)")
    row = trace.receptive_fields(network)[-1]

    assert (row.field.value, row.jump.value, row.start.value) == (10, 4, -3)


def test_branches_see_what_the_widest_of_them_sees() -> None:
    """D08: 1x1; 1x1 and 3x3; 1x1 and two 3x3: the union of 1, 3 and 5 cells."""
    graph = Graph((4, 9, 9))
    first = graph.add(Conv2d(2, 1), "input")
    second = graph.add(Conv2d(2, 3, padding=1), graph.add(Conv2d(2, 1), "input"))
    third = graph.add(Conv2d(2, 3, padding=1), graph.add(Conv2d(2, 1), "input"))
    third = graph.add(Conv2d(2, 3, padding=1), third)
    graph.add(Concat(), first, second, third)
    row = trace.receptive_fields(graph.network())[-1]

    assert (row.field.value, row.start.value) == (5, -2)


def test_branches_that_look_to_different_sides_see_all_between() -> None:
    """Cells 0 to 2 and cells -2 to 0: five in all, though each branch sees three."""
    graph = Graph((1, 9, 9))
    ahead = graph.add(Conv2d(1, 3, padding=((0, 2), (0, 2))), "input")
    behind = graph.add(Conv2d(1, 3, padding=((2, 0), (2, 0))), "input")
    graph.add(Add(), ahead, behind)
    row = trace.receptive_fields(graph.network())[-1]

    assert (row.field.value, row.start.value) == (5, -2)


def test_a_cropped_branch_starts_further_in() -> None:
    graph = Graph((1, 8, 8))
    small = graph.add(Conv2d(1, 5), "input")
    graph.add(Crop(), "input", small)
    row = trace.receptive_fields(graph.network())[-1]

    assert (row.field.value, row.start.value) == (1, 2)


def test_a_vector_has_no_receptive_field() -> None:
    assert trace.receptive_fields(Network.of((8,), [Linear(2)])) == ()


def test_counts_can_be_asked_of_a_group_or_a_layer() -> None:
    network = build("resnet18")

    for name in ("layer1", "conv1", "fc"):
        assert trace.parameters(network, name).value == network.parameters(name)
        assert trace.macs(network, name).value == network.macs(name)


def test_weights_that_are_used_again_count_once() -> None:
    """8 * 8 + 8 = 72 parameters, 2 * 64 multiply-adds."""
    graph = Graph((8,))
    first = graph.add(Linear(8))
    graph.add(Linear(8), shares=first)
    network = graph.network()

    assert trace.parameters(network).value == 72
    assert trace.macs(network).value == 128


def test_structure_needs_no_numpy() -> None:
    code = """
import sys
from studycards.engine import trace
from studycards.engine.notation import parse
network = parse("3x8x8 | conv2d(4, 3) | relu | flatten | linear(10)")
print(trace.parameters(network).value, trace.receptive_fields(network)[-1].field.value, "numpy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["1562", "8", "False"]


def test_expressions_read_as_their_formulas() -> None:
    """Operators put flat what is written in a row, so that faces need no brackets there."""
    two, three = trace.Number(2), trace.Number(3)
    total: Expression = two + three - two
    product: Expression = -(two * three) * two

    assert total == trace.Sum((two, three, trace.Product((two,), -1)))
    assert product == trace.Product((two, three, two), -1)
    assert (total.value, product.value, (two / three**2).value) == (3, -12, trace.Quotient(two, trace.Number(9)).value)
