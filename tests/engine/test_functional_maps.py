"""Operations on maps by hand: rows, transposed convolution, padding, resizing, merging; edges, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from math import inf, nan
from typing import TYPE_CHECKING

import numpy as np
import pytest

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it
from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.functional.padding import Mode


def feature_map(*rows: list[float]) -> Array:
    """Return one map as (1, 1, H, W)."""
    return np.array([[rows]], float)


def line(*values: float) -> Array:
    """Return one row as (1, 1, L)."""
    return np.array([[values]], float)


ZEROS = np.zeros((1, 2, 4, 4))
ONE_TO_THREE = line(1, 2, 3)


class TestConvolution:
    def test_a_row_is_correlated_with_the_kernel(self) -> None:
        """1*1 + 2*10 = 21, 2*1 + 3*10 = 32; with a 0 before and 0 0 behind: 10, 21, 32, 3, 0."""
        kernel = line(1, 10)

        np.testing.assert_array_equal(F.conv1d(ONE_TO_THREE, kernel), line(21, 32))
        np.testing.assert_array_equal(F.conv1d(ONE_TO_THREE, kernel, padding=(1, 2)), line(10, 21, 32, 3, 0))

    def test_each_side_has_its_own_padding(self) -> None:
        """((top, bottom), (left, right)): one row of zeros above, two columns of them at the right."""
        y = F.conv2d(feature_map([1, 2]), feature_map([1]), padding=((1, 0), (0, 2)))

        np.testing.assert_array_equal(y, feature_map([0, 0, 0, 0], [1, 2, 0, 0]))

    def test_reflected_padding_leaves_the_edge_out(self) -> None:
        y = F.conv1d(ONE_TO_THREE, line(1), padding=2, padding_mode="reflect")

        np.testing.assert_array_equal(y, line(3, 2, 1, 2, 3, 2, 1))

    def test_a_batch_that_fills_the_cache_gives_what_its_images_give(self) -> None:
        """Patches of many images are made in several parts; a sum over images must count each of them once."""
        random = np.random.default_rng(0)
        x = random.integers(-9, 10, (40, 8, 20, 20)).astype(float)
        weight = random.integers(-9, 10, (4, 8, 3, 3)).astype(float)
        y = F.conv2d(x, weight)
        whole = F.conv2d_backward(y, x, weight)
        single = [F.conv2d_backward(y[n : n + 1], x[n : n + 1], weight) for n in range(len(x))]

        np.testing.assert_array_equal(y[-1:], F.conv2d(x[-1:], weight))
        np.testing.assert_array_equal(whole["x"], np.concatenate([gradients["x"] for gradients in single]))
        np.testing.assert_array_equal(whole["weight"], sum(gradients["weight"] for gradients in single))


class TestTransposedConvolution:
    def test_each_cell_stamps_the_kernel_and_stamps_that_overlap_add_up(self) -> None:
        y = F.conv_transpose2d(feature_map([1, 2]), feature_map([1, 10], [0, 100]))

        np.testing.assert_array_equal(y, feature_map([1, 12, 20], [0, 100, 200]))

    def test_the_stride_moves_the_stamps_and_padding_cuts_the_sides(self) -> None:
        """Stride 2: 1 10 | 2 20 stand side by side; padding 1 leaves the middle; output padding puts the end back."""
        x, weight = feature_map([1, 2]), feature_map([1, 10])

        np.testing.assert_array_equal(F.conv_transpose2d(x, weight, None, (1, 2)), feature_map([1, 10, 2, 20]))
        np.testing.assert_array_equal(F.conv_transpose2d(x, weight, None, (1, 2), (0, 1)), feature_map([10, 2]))
        np.testing.assert_array_equal(
            F.conv_transpose2d(x, weight, None, (1, 2), (0, 1), (0, 1)), feature_map([10, 2, 20])
        )

    def test_the_bias_reaches_cells_that_no_stamp_reaches(self) -> None:
        y = F.conv_transpose2d(feature_map([1]), feature_map([1]), np.array([5.0]), (1, 2), 0, (0, 1))

        np.testing.assert_array_equal(y, feature_map([6, 5]))

    def test_thirds_stay_exact(self) -> None:
        third = np.array([[[[Fraction(1, 3)]]]])

        assert F.conv_transpose2d(third, third).item() == Fraction(1, 9)


class TestPooling:
    def test_rows_are_pooled_as_maps_are(self) -> None:
        x = line(1, 5, 2, 4, 3)

        np.testing.assert_array_equal(F.max_pool1d(x, 2), line(5, 4))
        np.testing.assert_array_equal(F.max_pool1d(x, 2, ceil_mode=True), line(5, 4, 3))
        np.testing.assert_array_equal(F.avg_pool1d(x, 2, 1), line(3, 3.5, 3, 3.5))

    def test_parts_of_adaptive_pooling_overlap_where_the_size_does_not_divide(self) -> None:
        """Five cells to three: 1 2 | 2 3 4 | 4 5."""
        x = feature_map([1, 2, 3, 4, 5])

        np.testing.assert_array_equal(F.adaptive_avg_pool2d(x, (None, 3)), feature_map([1.5, 3, 4.5]))
        np.testing.assert_array_equal(F.adaptive_max_pool2d(x, (1, 3)), feature_map([2, 4, 5]))
        gradients = F.adaptive_avg_pool2d_backward(feature_map([6, 6, 6]), x, (1, 3))
        np.testing.assert_array_equal(gradients["x"], feature_map([3, 5, 2, 5, 3]))

    def test_a_global_maximum_gives_its_gradient_to_the_first_of_equals(self) -> None:
        x = feature_map([1, 7], [7, 0])

        np.testing.assert_array_equal(F.global_max_pool2d(x), feature_map([7]))
        np.testing.assert_array_equal(
            F.global_max_pool2d_backward(feature_map([5]), x)["x"], feature_map([0, 5], [0, 0])
        )

    def test_a_window_of_minus_infinities_gives_its_gradient_to_its_first_cell_not_to_padding(self) -> None:
        x = feature_map([-inf, -inf])
        gradients = F.max_pool2d_backward(feature_map([1, 10]), x, (1, 2), 2, (0, 1))

        np.testing.assert_array_equal(gradients["x"], feature_map([1, 10]))

    def test_nan_wins_and_the_last_one_takes_the_gradient(self) -> None:
        x = feature_map([9, nan, nan, 1])

        np.testing.assert_array_equal(F.max_pool2d(x, (1, 4)), feature_map([nan]))
        np.testing.assert_array_equal(
            F.max_pool2d_backward(feature_map([5]), x, (1, 4))["x"], feature_map([0, 0, 5, 0])
        )


class TestPadding:
    @pytest.mark.parametrize(
        ("mode", "padded"),
        [
            ("constant", line(0, 0, 1, 2, 3, 0, 0)),
            ("reflect", line(3, 2, 1, 2, 3, 2, 1)),
            ("replicate", line(1, 1, 1, 2, 3, 3, 3)),
            ("circular", line(2, 3, 1, 2, 3, 1, 2)),
        ],
    )
    def test_two_cells_on_each_side(self, mode: Mode, padded: Array) -> None:
        np.testing.assert_array_equal(F.pad(ONE_TO_THREE, (2, 2), mode), padded)

    def test_a_tenth_is_exact_beside_fractions(self) -> None:
        assert F.pad(np.array([Fraction(1)]), (0, 1), value=0.1)[1] == Fraction(1, 10)

    def test_a_centre_leaves_what_is_odd_at_the_end(self) -> None:
        x = np.arange(25.0).reshape(1, 1, 5, 5)

        np.testing.assert_array_equal(F.crop(x, (3, 2)), x[:, :, 1:4, 1:3])
        np.testing.assert_array_equal(F.crop_backward(feature_map([7]), x, 1)["x"].nonzero()[2:], [[2], [2]])


class TestInterpolation:
    def test_nearest_repeats_cells(self) -> None:
        np.testing.assert_array_equal(F.interpolate(feature_map([1, 2]), scale_factor=2)[0, 0, 1], [1, 1, 2, 2])
        np.testing.assert_array_equal(F.interpolate(feature_map([1, 2, 3]), (1, 2)), feature_map([1, 2]))

    def test_alignment_of_corners_changes_the_whole_grid(self) -> None:
        """0 and 9 to four cells: at -1/4 (that is 0), 1/4, 3/4, 5/4 (that is 1), or at 0, 1/3, 2/3, 1."""
        x = feature_map([0, 9])

        np.testing.assert_array_equal(F.interpolate(x, (1, 4), mode="bilinear"), feature_map([0, 2.25, 6.75, 9]))
        np.testing.assert_array_equal(
            F.interpolate(x, (1, 4), mode="bilinear", align_corners=True), feature_map([0, 3, 6, 9])
        )

    def test_a_place_that_is_whole_is_never_missed_by_rounding(self) -> None:
        """In floating point 49 * (1 / 49) is less than 1, so cell 49 of 98 would copy the wrong one of two."""
        y = F.interpolate(feature_map([0, 1]), (1, 98))

        assert y.sum() == 49


class TestMerging:
    def test_channels_of_the_groups_take_turns(self) -> None:
        x = np.arange(6.0).reshape(1, 6, 1)

        np.testing.assert_array_equal(F.channel_shuffle(x, 2).ravel(), [0, 3, 1, 4, 2, 5])

    def test_a_gate_of_each_channel_collects_the_gradient_of_its_map(self) -> None:
        """Squeeze and excite: dgate is the sum of dy * x over the map, 1*1 + 1*2 and 1*3 + 1*4."""
        x, gate, dy = np.array([[[[1.0, 2]], [[3, 4]]]]), np.array([[[[10.0]], [[0]]]]), np.ones((1, 2, 1, 2))
        gradients = F.multiply_backward(dy, x, gate)

        np.testing.assert_array_equal(F.multiply(x, gate), [[[[10, 20]], [[0, 0]]]])
        np.testing.assert_array_equal(gradients["other"], [[[[3]], [[7]]]])
        np.testing.assert_array_equal(gradients["x"], [[[[10, 10]], [[0, 0]]]])

    def test_arrays_stand_one_behind_the_other_and_each_gets_its_part_of_the_gradient(self) -> None:
        tensors = [np.full((1, channels, 1, 2), float(channels)) for channels in (1, 2, 3)]
        y = F.concat(tensors, 1)

        np.testing.assert_array_equal(y[0, :, 0, 0], [1, 2, 2, 3, 3, 3])
        for gradient, array in zip(F.concat_backward(y, tensors, 1)["tensors"], tensors, strict=True):
            np.testing.assert_array_equal(gradient, array)
        np.testing.assert_array_equal(F.concat([ONE_TO_THREE, ONE_TO_THREE], -1), line(1, 2, 3, 1, 2, 3))


@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("engine.rank", lambda: F.conv1d(ZEROS, ONE_TO_THREE)),
        ("engine.unknown_padding", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), padding="full")),  # type: ignore[arg-type]
        ("engine.pad_too_large", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), padding=4, padding_mode="reflect")),
        ("engine.unknown_mode_near", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), padding_mode="reflekt")),  # type: ignore[arg-type]
        ("engine.option_too_small", lambda: F.conv_transpose2d(ZEROS, np.zeros((2, 1, 2, 2)), groups=0)),
        ("engine.groups_inputs", lambda: F.conv_transpose2d(ZEROS, np.zeros((2, 1, 2, 2)), groups=3)),
        ("engine.transposed_channels", lambda: F.conv_transpose2d(ZEROS, np.zeros((3, 1, 2, 2)))),
        ("engine.vector_shape", lambda: F.conv_transpose2d(ZEROS, np.zeros((2, 1, 2, 2)), np.zeros(2))),
        ("engine.output_padding", lambda: F.conv_transpose2d(ZEROS, np.zeros((2, 1, 2, 2)), output_padding=1)),
        ("engine.transposed_too_small", lambda: F.conv_transpose2d(ZEROS, np.zeros((2, 1, 2, 2)), padding=3)),
        ("engine.option_too_small", lambda: F.adaptive_avg_pool2d(ZEROS, (0, 1))),
        ("engine.pad_numbers", lambda: F.pad(ZEROS, (1, 1, 1))),
        ("engine.pad_axes", lambda: F.pad(ZEROS, (1, 1), "reflect")),
        ("engine.pad_value", lambda: F.pad(ZEROS, (1, 1, 1, 1), "circular", 1)),
        ("engine.pad_cuts_all", lambda: F.pad(ZEROS, (-2, -2))),
        ("engine.crop_too_large", lambda: F.crop(ZEROS, (5, 1))),
        ("engine.unknown_mode", lambda: F.interpolate(ZEROS, 2, mode="bicubic")),
        ("engine.size_or_scale", lambda: F.interpolate(ZEROS, 2, 2)),
        ("engine.scale_factor", lambda: F.interpolate(ZEROS, scale_factor=0.2)),
        ("engine.align_corners", lambda: F.interpolate(ZEROS, 2, align_corners=True)),
        ("engine.shuffle_axes", lambda: F.channel_shuffle(np.zeros((1, 2)), 2)),
        ("engine.groups_inputs", lambda: F.channel_shuffle(ZEROS, 3)),
        ("engine.broadcast", lambda: F.multiply(ZEROS, np.zeros((1, 3, 1, 1)))),
        ("engine.concat_nothing", lambda: F.concat([])),
        ("engine.concat_shapes", lambda: F.concat([ZEROS, ZEROS[:, :, :2]], 1)),
        ("engine.no_such_axis", lambda: F.concat([ZEROS], 4)),
    ],
)
def test_what_does_not_fit_is_refused_by_name(key: str, call: Callable[[], Array]) -> None:
    with pytest.raises(LayerError) as refusal:
        call()

    assert refusal.value.key == key
