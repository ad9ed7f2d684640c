"""What a lecturer would ask about the operations: small cases by hand, kinks, ties, edges, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it
from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array


def feature_map(*rows: list[float]) -> Array:
    """Return one map as (1, 1, H, W)."""
    return np.array([[rows]], float)


def fractions(array: Array) -> Array:
    exact: Array = np.vectorize(Fraction, otypes=[object])(array)
    return exact


ZEROS = np.zeros((1, 2, 4, 4))


class TestConvolution:
    def test_a_kernel_is_not_flipped(self) -> None:
        """Cross-correlation: 1*1 + 2*2 + 4*3 + 5*4 = 37."""
        x = feature_map([1, 2, 3], [4, 5, 6], [7, 8, 9])
        y = F.conv2d(x, feature_map([1, 2], [3, 4]))

        np.testing.assert_array_equal(y, feature_map([37, 47], [67, 77]))

    def test_same_padding_of_an_even_kernel_pads_the_end(self) -> None:
        y = F.conv2d(feature_map([1, 2, 3]), feature_map([1, 10]), padding="same")

        np.testing.assert_array_equal(y, feature_map([21, 32, 3]))

    def test_gradients_by_hand(self) -> None:
        """dW is dY slid over X; each cell of X collects dY * W from the windows that saw it; db is the sum of dY."""
        x, weight, dy = feature_map([1, 2, 3], [4, 5, 6]), feature_map([1, -1], [2, 0]), feature_map([1, 10])
        gradients = F.conv2d_backward(dy, x, weight, np.array([0.0]))

        np.testing.assert_array_equal(gradients["weight"], feature_map([21, 32], [54, 65]))
        np.testing.assert_array_equal(gradients["x"], feature_map([1, 9, -10], [2, 20, 0]))
        np.testing.assert_array_equal(gradients["bias"], [11])

    def test_without_a_bias_there_is_no_gradient_of_one(self) -> None:
        gradients = F.conv2d_backward(feature_map([1]), feature_map([1]), feature_map([1]))

        assert gradients.keys() == {"x", "weight"}

    def test_tenths_add_up_exactly(self) -> None:
        """0.1 + 0.2 is 3/10, not 0.30000000000000004."""
        tenths = np.array([[[[Fraction(1, 10), Fraction(2, 10)]]]])
        ones = np.array([[[[Fraction(1), Fraction(1)]]]])

        assert F.conv2d(tenths, ones).item() == Fraction(3, 10)

    def test_an_input_in_any_memory_order_gives_the_same(self) -> None:
        x = np.arange(24.0).reshape(1, 2, 3, 4)
        turned = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
        weight = np.arange(8.0).reshape(1, 2, 2, 2)

        np.testing.assert_array_equal(F.conv2d(turned, weight, stride=2), F.conv2d(x, weight, stride=2))


class TestPooling:
    def test_a_tie_sends_the_gradient_to_the_first_maximum_row_by_row(self) -> None:
        gradients = F.max_pool2d_backward(feature_map([5]), feature_map([1, 3], [3, 3]), 2)

        np.testing.assert_array_equal(gradients["x"], feature_map([0, 5], [0, 0]))

    def test_a_cell_that_wins_several_windows_adds_up_their_gradients(self) -> None:
        gradients = F.max_pool2d_backward(feature_map([1, 10]), feature_map([1, 7, 2]), (1, 2), 1)

        np.testing.assert_array_equal(gradients["x"], feature_map([0, 11, 0]))

    def test_padding_never_wins(self) -> None:
        """Were padding 0, every window here would give 0."""
        y = F.max_pool2d(feature_map([-1, -2], [-3, -4]), 2, stride=2, padding=1)

        np.testing.assert_array_equal(y, feature_map([-1, -2], [-3, -4]))

    def test_ceil_mode_keeps_a_window_only_if_it_starts_before_the_map_ends(self) -> None:
        """Width 4, kernel 2, stride 3: the ceiling of (4 - 2) / 3 + 1 is 2 and the second window starts at 3.

        Padded by 1, the ceiling of (6 - 2) / 3 + 1 is 3, but the third would start at 5, where the map has ended.
        """
        x = feature_map([1, 2, 3, 4])

        np.testing.assert_array_equal(F.max_pool2d(x, (1, 2), 3, ceil_mode=True), feature_map([2, 4]))
        np.testing.assert_array_equal(F.max_pool2d(x, (1, 2), 3, (0, 1), ceil_mode=True), feature_map([1, 4]))

    def test_an_average_counts_padding_but_not_what_hangs_over_it(self) -> None:
        """Of 1 2 3 the windows are (padding, 1) and (2, 3); without padding in ceil mode (1, 2) and (3, nothing)."""
        x = feature_map([1, 2, 3])

        np.testing.assert_array_equal(F.avg_pool2d(x, (1, 2), 2, (0, 1)), feature_map([1 / 2, 5 / 2]))
        np.testing.assert_array_equal(
            F.avg_pool2d(x, (1, 2), 2, (0, 1), count_include_pad=False), feature_map([1, 5 / 2])
        )
        np.testing.assert_array_equal(F.avg_pool2d(x, (1, 2), 2, ceil_mode=True), feature_map([3 / 2, 3]))

    def test_an_average_of_zeros_among_fractions_is_exact(self) -> None:
        """ReLU and gradients of pooling leave plain zeros in an exact array: 0 / 4 must not become 0.0."""
        zeros = F.relu(fractions(feature_map([-1, -2], [-3, -4])))

        assert isinstance(F.avg_pool2d(zeros, 2).item(), Fraction)
        assert isinstance(F.global_avg_pool2d(zeros).item(), Fraction)

    def test_a_global_average_leaves_one_cell_of_each_channel(self) -> None:
        x = np.array([[[[1.0, 2], [3, 6]], [[0, 0], [0, 4]]]])

        np.testing.assert_array_equal(F.global_avg_pool2d(x), [[[[3]], [[1]]]])


class TestActivation:
    def test_at_the_kink_relu_has_slope_0(self) -> None:
        gradients = F.relu_backward(np.array([[1.0, 1, 1]]), np.array([[-1.0, 0, 2]]))

        np.testing.assert_array_equal(gradients["x"], [[0, 0, 1]])

    def test_at_the_kink_leaky_relu_has_its_negative_slope(self) -> None:
        gradients = F.leaky_relu_backward(np.array([[1.0, 1, 1]]), np.array([[-1.0, 0, 2]]), 0.25)

        np.testing.assert_array_equal(gradients["x"], [[0.25, 0.25, 1]])

    def test_a_slope_of_one_hundredth_is_exact_beside_fractions(self) -> None:
        assert F.leaky_relu(fractions(np.array([[-3.0]]))).item() == Fraction(-3, 100)

    def test_large_scores_overflow_nowhere(self) -> None:
        """A warning would fail the test."""
        scores = np.array([[-1000.0, 0, 1000]])

        np.testing.assert_array_equal(F.sigmoid(scores), [[0, 0.5, 1]])
        np.testing.assert_array_equal(F.softmax(scores), [[0, 0, 1]])
        np.testing.assert_array_equal(F.tanh(scores), [[-1, 0, 1]])

    def test_a_sigmoid_far_below_0_keeps_its_digits(self) -> None:
        """There 1 / (1 + exp(-x)) is exp(x) to sixteen digits."""
        np.testing.assert_allclose(F.sigmoid(np.array([-40.0])), np.exp([-40.0]), rtol=1e-15)

    def test_softmax_of_logarithms_are_the_shares(self) -> None:
        np.testing.assert_allclose(F.softmax(np.log([[1.0, 2, 5]])), [[1 / 8, 2 / 8, 5 / 8]], rtol=1e-15)

    @pytest.mark.parametrize("operation", [F.sigmoid, F.tanh, F.softmax])
    def test_what_has_no_exact_value_is_refused_beside_fractions(self, operation: Callable[[Array], Array]) -> None:
        with pytest.raises(TypeError):
            operation(fractions(np.array([[1.0, 2]])))


class TestDropout:
    def test_what_is_kept_grows_by_what_was_expected_to_drop(self) -> None:
        x, mask = np.array([[1.0, 2, 3, 4]]), np.array([[1, 0, 0, 1]])

        np.testing.assert_array_equal(F.dropout(x, mask, 0.75), [[4, 0, 0, 16]])
        np.testing.assert_array_equal(F.dropout_backward(x, x, mask, 0.75)["x"], [[4, 0, 0, 16]])

    def test_nothing_survives_probability_1(self) -> None:
        np.testing.assert_array_equal(F.dropout(np.ones((1, 2)), np.zeros((1, 2)), 1), [[0, 0]])

    def test_a_tenth_is_exact_beside_fractions(self) -> None:
        assert F.dropout(fractions(np.array([[1.0]])), np.array([[True]]), 0.1).item() == Fraction(10, 9)


class TestBatchNorm:
    def test_training_normalizes_by_the_biased_variance_of_the_batch(self) -> None:
        """1, 3, 5, 7 have mean 4 and variance 20 / 4 = 5; eps 4 makes the root 3."""
        x = feature_map([1, 3], [5, 7])
        y = F.batch_norm(x, None, None, np.array([3.0]), np.array([10.0]), training=True, eps=4)

        np.testing.assert_array_equal(y, feature_map([7, 9], [11, 13]))

    def test_without_training_the_running_statistics_normalize(self) -> None:
        """(5 - 1) / sqrt(3 + 1) = 2."""
        y = F.batch_norm(feature_map([5]), np.array([1.0]), np.array([3.0]), eps=1)

        np.testing.assert_array_equal(y, feature_map([2]))

    def test_running_statistics_move_by_momentum_to_the_unbiased_variance(self) -> None:
        """Of 1, 3, 5, 7 the mean is 4 and the unbiased variance 20 / 3: 0.75 * 8 + 0.25 * 4 = 7, 0.75 * 4 + 5 / 3."""
        x = feature_map([1, 3], [5, 7])
        mean, variance = F.running_statistics(x, np.array([8.0]), np.array([4.0]), momentum=0.25)

        np.testing.assert_array_equal(mean, [7])
        np.testing.assert_allclose(variance, [3 + 5 / 3], rtol=1e-15)

    def test_statistics_of_fractions_are_exact(self) -> None:
        """Of 0, 0, 1 the mean is 1/3, the unbiased variance (1/9 + 1/9 + 4/9) / 2 = 1/3; momentum is 1/10."""
        zeros = fractions(np.zeros(1))
        mean, variance = F.running_statistics(fractions(feature_map([0, 0, 1])), zeros, zeros)

        assert (mean.item(), variance.item()) == (Fraction(1, 30), Fraction(1, 30))


@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("engine.rank", lambda: F.conv2d(ZEROS[0], np.zeros((1, 2, 3, 3)))),
        ("engine.rank", lambda: F.linear(ZEROS, np.zeros((3, 4)))),
        ("engine.groups", lambda: F.conv2d(ZEROS, np.zeros((3, 1, 3, 3)), groups=2)),
        ("engine.groups", lambda: F.conv2d(ZEROS, np.zeros((3, 2, 3, 3)), groups=0)),
        ("engine.weight_channels", lambda: F.conv2d(ZEROS, np.zeros((2, 2, 3, 3)), groups=2)),
        ("engine.vector_shape", lambda: F.conv2d(ZEROS, np.zeros((3, 2, 3, 3)), np.zeros(2))),
        ("engine.vector_shape", lambda: F.batch_norm(ZEROS, np.zeros(3), np.ones(2))),
        ("engine.linear_features", lambda: F.linear(np.zeros((1, 5)), np.zeros((3, 4)))),
        ("engine.same_with_stride", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), stride=2, padding="same")),
        ("engine.kernel_too_large", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), dilation=2)),
        ("engine.option_too_small", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), stride=0)),
        ("engine.option_too_small", lambda: F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), padding=-1)),
        ("engine.pool_padding", lambda: F.max_pool2d(ZEROS, 3, padding=2)),
        ("engine.zero_divisor", lambda: F.avg_pool2d(ZEROS, 2, divisor_override=0)),
        ("engine.dropout_probability", lambda: F.dropout(ZEROS, ZEROS, 1.5)),
        ("engine.running_statistics", lambda: F.batch_norm(ZEROS, None, None)),
        ("engine.batch_of_one", lambda: F.batch_norm(ZEROS[:, :, :1, :1], None, None, training=True)),
    ],
)
def test_what_does_not_fit_is_refused_by_name(key: str, call: Callable[[], Array]) -> None:
    with pytest.raises(LayerError) as refusal:
        call()

    assert refusal.value.key == key


def test_a_refusal_shows_its_formula() -> None:
    with pytest.raises(LayerError, match=r"the kernel spans 5 cells, 2 \* \(3 - 1\) \+ 1, but .* has 4, 0 \+ 4 \+ 0"):
        F.conv2d(ZEROS, np.zeros((1, 2, 3, 3)), dilation=2)


def test_every_operation_with_arguments_to_learn_has_a_backward() -> None:
    """The statistics are no operation: nothing is learned through them."""
    forwards = {name for name in F.__all__ if not name.endswith("_backward")} - {"running_statistics"}

    assert {f"{name}_backward" for name in forwards} == {name for name in F.__all__ if name.endswith("_backward")}
