"""Receptive fields: published and hand-derived values, and the cells that a gradient really reaches."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from studycards.engine.layers import LayerError
from studycards.engine.notation import NotationError, parse
from studycards.engine.summary import summary


def size(text: str) -> tuple[int, int]:
    field = parse(text).receptive_field()
    assert field is not None
    return field.size


def test_stacked_convolutions_see_as_much_as_one_large_one() -> None:
    """Two 3×3 see 5×5, three see 7×7 (VGG paper, section 2.3); n see 2n + 1."""
    assert size("1x32x32 | conv2d(1, 3) | conv2d(1, 3)") == (5, 5)
    assert size("1x32x32 | repeat(3, conv2d(1, 3))") == (7, 7)
    assert size("1x64x64 | repeat(10, conv2d(1, 3, padding=1) | relu)") == (21, 21)


def test_strides_before_a_layer_multiply_what_it_adds() -> None:
    """Layer by layer r = r + (k - 1)·j, j = j·s: 7, 11, 19 and jumps 2, 4, 4 for the stem of ResNet and a 3×3."""
    network = parse("3x224x224 | conv2d(64, 7, stride=2, padding=3) | max_pool2d(3, 2, 1) | conv2d(64, 3, padding=1)")
    fields = [row.receptive_field for row in summary(network)]

    assert [field and field.size for field in fields] == [(7, 7), (11, 11), (19, 19)]
    assert [field and field.jump for field in fields] == [(2, 2), (4, 4), (4, 4)]
    assert [field and field.start for field in fields] == [(-3, -3), (-5, -5), (-9, -9)]


def test_dilation_spreads_a_kernel() -> None:
    """Dilations 1, 2, 4 with 3×3 kernels: 3, 7, 15 (Yu and Koltun, figure 1)."""
    stack = "conv2d(1, 3) | conv2d(1, 3, dilation=2) | conv2d(1, 3, dilation=4)"

    assert size(f"1x64x64 | {stack}") == (15, 15)


def test_rows_and_columns_are_on_their_own() -> None:
    field = parse("1x20x20 | conv2d(1, (1, 3), stride=(1, 2)) | conv2d(1, (5, 3), padding=((4, 0), (0, 0)))")
    seen = field.receptive_field()

    assert seen is not None
    assert (seen.size, seen.jump, seen.start) == ((5, 7), (1, 2), (-4, 0))
    assert seen.of_cell(4, 1) == ((0, 4), (2, 8))


def test_branches_see_their_union() -> None:
    inception = "concat(conv2d(1, 1), conv2d(1, 1) | conv2d(1, 5, padding=2), max_pool2d(3, 1, 1) | conv2d(1, 1))"

    assert size(f"1x28x28 | {inception}") == (5, 5)
    assert size("1x28x28 | residual(conv2d(1, 3, padding=1) | relu | conv2d(1, 3, padding=1)) | conv2d(1, 3)") == (7, 7)


def test_branches_to_different_sides_see_all_between() -> None:
    """One branch looks at the cell to the left, the other at the one to the right."""
    left, right = (f"conv2d(1, (1, 2), padding=((0, 0), {sides}))" for sides in ("(1, 0)", "(0, 1)"))
    field = parse(f"1x8x8 | concat({left}, {right})").receptive_field()

    assert field is not None
    assert (field.size, field.start) == ((1, 3), (0, -1))


def test_vectors_made_of_a_map_see_all_of_it() -> None:
    """VGG-like: what a cell before sees, plus (7 - 1) jumps."""
    before = "1x14x14 | conv2d(2, 3, padding=1) | max_pool2d(2)"

    assert size(before) == (4, 4)
    assert size(f"{before} | flatten | linear(10)") == (4 + 6 * 2, 4 + 6 * 2)
    assert size(f"{before} | global_avg_pool2d") == size(f"{before} | adaptive_avg_pool2d(1)") == (16, 16)


def test_an_upsampling_is_a_jump_of_less_than_a_cell() -> None:
    """A 2×2 up-convolution by 2 sees one cell, so nothing is added; a 3×3 convolution behind it adds one jump of 2."""
    half = parse("1x8x8 | conv2d(1, 2, stride=2) | conv_transpose2d(1, 2, stride=2)").receptive_field()
    up = parse("1x8x8 | upsample(scale_factor=2)").receptive_field()

    assert half is not None
    assert up is not None
    assert (half.size, half.jump) == ((2, 2), (1, 1))
    assert (half.of_cell(0, 1), half.of_cell(3, 2)) == (((0, 1), (0, 1)), ((2, 3), (2, 3)))
    assert (up.size, up.jump) == ((1, 1), (Fraction(1, 2), Fraction(1, 2)))
    assert size("1x8x8 | conv2d(1, 2, stride=2) | conv_transpose2d(1, 2, stride=2) | conv2d(1, 3)") == (4, 4)


def test_a_cell_between_the_windows_of_an_up_convolution_sees_nothing() -> None:
    """Kernels of 2 cells, 3 apart: output cells 0 and 1 see input cell 0, 3 and 4 see cell 1, 2 sees none."""
    field = parse("1x4x4 | conv_transpose2d(1, 2, stride=3)").receptive_field()

    assert field is not None
    assert [field.of_cell(0, column)[1] for column in range(4)] == [(0, 0), (0, 0), (1, 0), (1, 1)]
    assert field.size == (1, 1)


def test_branches_of_different_strides_are_refused() -> None:
    network = parse("1x8x8 | conv2d(1, 2, stride=2) | adaptive_avg_pool2d(8) | concat of (input, pool1)")
    refused = parse("1x8x8 | a: conv2d(1, 1, stride=2) | b: conv2d(1, 5) of input | add of (a, b)")

    assert network.receptive_field() is not None
    with pytest.raises(LayerError) as caught:
        refused.receptive_field()
    assert caught.value.node == "add1"
    assert str(caught.value).startswith(
        "the branches that meet in add1 see the input at different strides, 2 and 1: together they have no"
    )


def test_a_gate_of_whole_channels_and_statistics_are_no_windows() -> None:
    gate = "multiply(identity, adaptive_avg_pool2d(1) | conv2d(1, 1) | sigmoid)"

    assert size(f"1x8x8 | conv2d(1, 3) | {gate} | layer_norm | instance_norm2d") == (3, 3)


def test_a_crop_moves_what_is_seen() -> None:
    field = parse("1x9x9 | a: conv2d(1, 4) | crop of (input, a)").receptive_field()

    assert field is not None
    assert (field.size, field.start) == ((1, 1), (1, 1))


def test_a_vector_has_no_positions() -> None:
    assert parse("8 | linear(3)").receptive_field() is None


def test_a_pattern_without_end_is_refused_at_once() -> None:
    for layer in ("adaptive_avg_pool2d(100000000)", "upsample(100000000)", "conv_transpose2d(1, 1, stride=100000000)"):
        with pytest.raises(LayerError, match="see the input in different ways"):
            parse(f"1x2x2 | {layer}").receptive_field()


kernels, strides, paddings = st.sampled_from([2, 3]), st.integers(1, 2), st.integers(0, 1)
windows = st.one_of(
    st.builds("conv2d(1, {}, {}, {})".format, kernels, strides, paddings),
    st.builds("avg_pool2d({}, {}, {})".format, kernels, strides, paddings),
)
others = st.sampled_from(
    [
        *("conv2d(1, 3, dilation=2, padding=same)", "conv2d(1, (1, 4), padding=((0, 0), (3, 0)))"),
        *("conv_transpose2d(1, 3, stride=2, padding=1, output_padding=1)", "conv_transpose2d(1, 3, stride=3)"),
        *("upsample(scale_factor=2)", "upsample(scale_factor=3, mode=bilinear)", "adaptive_avg_pool2d(9)"),
        *("upsample(size=30, mode=bilinear, align_corners=True)", "pad((1, 0, 2, 1))", "relu"),
        *("residual(conv2d(1, 3, padding=1))", "concat(conv2d(1, 1), avg_pool2d(3, 1, 1)) | conv2d(1, 1)"),
        "concat(identity, conv2d(1, 1, stride=2) | upsample(scale_factor=2)) | conv2d(1, 1)",
        "concat(identity, conv2d(1, 2, stride=2) | conv_transpose2d(1, 2, stride=2)) | conv2d(1, 1)",
    ]
)
EDGE = 10
"""So near to the border of the input of 48×48 padding and dropped cells may cut off a part of what a cell would see."""


@given(st.lists(windows | others, min_size=1, max_size=3), st.data())
def test_a_gradient_reaches_the_ends_of_a_field_and_nothing_outside(steps: list[str], data: st.DataObject) -> None:
    """With weights of 1 each cell that is looked at counts; there may be gaps between the ends, as of dilation."""
    try:
        network = parse(" | ".join(["1x48x48", *steps]))
    except NotationError:  # the half of an odd size, doubled, is not that size
        reject()
    field = network.receptive_field()
    assert field is not None
    cell = [data.draw(st.integers(0, axis - 1)) for axis in network.output_shape[1:]]
    parameters = {
        f"{name}.{array}": np.ones(shape)
        for name in network.names
        for array, shape in network.parameter_shapes(name).items()
    }
    values = network.forward(np.ones((1, 1, 48, 48)), parameters)
    dy = np.zeros((1, *network.output_shape))
    dy[(0, 0, *cell)] = 1
    reached = network.backward(dy, values, parameters)["input"][0, 0].nonzero()

    spans = field.of_cell(*cell)
    inside = all(first >= EDGE and last < 48 - EDGE for first, last in spans)
    for axis, (first, last) in zip(reached, spans, strict=True):
        assert ((axis >= first) & (axis <= last)).all()
        if inside:
            assert (axis.min(), axis.max()) == (first, last)
