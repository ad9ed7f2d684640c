"""What a lecturer would ask about activations and normalizations: small cases by hand, kinks, refusals."""

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

    Forward = Callable[[Array], Array]
    Backward = Callable[[Array, Array], dict[str, Array]]

KINKED: dict[Forward, tuple[Backward, dict[int, tuple[int | str, int | str]]]] = {
    F.relu6: (F.relu6_backward, {-1: (0, 0), 0: (0, 0), 2: (2, 1), 6: (6, 0), 7: (6, 0)}),
    F.hardsigmoid: (F.hardsigmoid_backward, {-4: (0, 0), -3: (0, 0), 0: ("1/2", "1/6"), 3: (1, 0), 4: (1, 0)}),
    F.hardswish: (
        F.hardswish_backward,
        {-4: (0, 0), -3: (0, 0), 0: (0, "1/2"), 1: ("2/3", "5/6"), 3: (3, 1), 4: (4, 1)},
    ),
}
"""The backward, and by x the value and the slope."""


def exact(*numbers: float | str) -> Array:
    return np.array([Fraction(number) for number in numbers], object)


class TestActivation:
    @pytest.mark.parametrize("forward", KINKED)
    def test_pieces_are_exact_and_at_a_kink_the_slope_is_that_of_pytorch(self, forward: Forward) -> None:
        backward, points = KINKED[forward]
        x = exact(*points)

        np.testing.assert_array_equal(forward(x), exact(*(value for value, _ in points.values())))
        slopes = exact(*(slope for _, slope in points.values()))
        np.testing.assert_array_equal(backward(exact(*[1] * len(x)), x)["x"], slopes)

    def test_at_0_elu_has_its_left_slope(self) -> None:
        gradients = F.elu_backward(np.ones(3), np.array([-1.0, 0, 1]), 0.25)

        np.testing.assert_allclose(gradients["x"], [0.25 * np.exp(-1), 0.25, 1], rtol=1e-15)

    def test_by_hand(self) -> None:
        """Sigmoid of log 3 is 3/4, softplus of 0 is log 2, elu of log 1/4 is 1/4 - 1."""
        np.testing.assert_allclose(F.silu(np.log([3.0])), np.log([3.0]) * 3 / 4, rtol=1e-15)
        np.testing.assert_allclose(F.softplus(np.zeros(1), beta=2), np.log([2.0]) / 2, rtol=1e-15)
        np.testing.assert_allclose(F.elu(np.log([0.25]), alpha=2), [-3 / 2], rtol=1e-15)

    def test_gelu_weighs_by_the_normal_distribution(self) -> None:
        """Below one standard deviation lie 0.841344746068543 of all (tables); the tanh form comes close."""
        one = np.ones(1)

        np.testing.assert_allclose(F.gelu(one), [0.841344746068543], rtol=1e-14)
        np.testing.assert_allclose(F.gelu(one, "tanh"), [0.841344746068543], rtol=3e-4)

    def test_beyond_its_threshold_softplus_is_the_identity(self) -> None:
        np.testing.assert_array_equal(F.softplus(np.array([21.0, 1000])), [21, 1000])

    @pytest.mark.parametrize("operation", [F.silu, F.elu, F.softplus, F.gelu, F.log_softmax])
    def test_far_out_nothing_overflows(self, operation: Forward) -> None:
        """A warning would fail the test."""
        assert np.isfinite(operation(np.array([[-1000.0, 1000]]))).all()

    @pytest.mark.parametrize("operation", [F.silu, F.elu, F.softplus, F.gelu, F.log_softmax])
    def test_what_has_no_exact_value_is_refused_beside_fractions(self, operation: Forward) -> None:
        with pytest.raises(TypeError):
            operation(exact(1, 2).reshape(1, 2))

    def test_the_error_function_takes_no_complex_numbers(self) -> None:
        with pytest.raises(TypeError):
            F.gelu(np.array([1j]))

    def test_a_logarithm_of_a_share_that_rounds_to_0_is_finite(self) -> None:
        np.testing.assert_array_equal(F.log_softmax(np.array([[0.0, 1000]])), [[-1000, 0]])


class TestNormalization:
    """1, 3, 5, 7 have mean 4 and variance 5: eps 4 makes the root 3."""

    def test_layer_norm_looks_at_the_last_axes_of_one_image(self) -> None:
        x, weight, bias = np.array([[1.0, 3, 5, 7]]), np.array([1.0, 2, 3, 6]), np.array([0.0, 0, 0, 1])

        np.testing.assert_array_equal(F.layer_norm(x, (4,), weight, bias, 4), [[-1, -2 / 3, 1, 7]])
        np.testing.assert_array_equal(F.layer_norm(x, 4, eps=4), F.layer_norm(x, (4,), eps=4))

    def test_group_norm_looks_at_neighbouring_channels(self) -> None:
        """The channels 1, 3 and 5, 7 are one group each: means 2 and 6, variance 1, root 2 with eps 3."""
        x = np.array([[1.0, 3, 5, 7]]).reshape(1, 4, 1, 1)

        np.testing.assert_array_equal(F.group_norm(x, 2, eps=3).ravel(), [-1 / 2, 1 / 2, -1 / 2, 1 / 2])

    def test_instance_norm_looks_at_one_channel(self) -> None:
        x = np.array([[[1.0, 3], [50, 70]]])

        np.testing.assert_allclose(F.instance_norm(x, eps=0), [[[-1, 1], [-1, 1]]], rtol=1e-15)

    def test_instance_norm_may_use_what_was_learned_about_all(self) -> None:
        x, mean, variance = np.array([[[5.0, 1]]]), np.array([1.0]), np.array([3.0])

        np.testing.assert_array_equal(F.instance_norm(x, mean, variance, use_input_stats=False, eps=1), [[[2, 0]]])

    def test_a_batch_of_vectors_is_normalized_feature_by_feature(self) -> None:
        x = np.array([[1.0, 5], [3, 5]])

        np.testing.assert_array_equal(F.batch_norm(x, None, None, training=True, eps=3), [[-1 / 2, 0], [1 / 2, 0]])

    def test_a_mean_of_plain_zeros_among_fractions_is_exact(self) -> None:
        """ReLU leaves plain zeros in an exact array: 0 / 4 must not become 0.0."""
        zeros = F.relu(exact(-1, -2, -3, -4).reshape(4, 1))
        mean, variance = F.running_statistics(zeros, exact(1), exact(1))

        assert (mean.item(), variance.item()) == (Fraction(9, 10), Fraction(9, 10))
        assert isinstance(mean.item(), Fraction)

    def test_an_even_response_window_looks_back_first(self) -> None:
        """Each channel sees itself and the one before: x / (1 + sum of squares), as alpha / size, beta and k are 1."""
        x = exact(1, 2, 3).reshape(1, 3, 1)

        y = F.local_response_norm(x, 2, alpha=2, beta=1, k=1)

        np.testing.assert_array_equal(y.ravel(), exact("1/2", "2/6", "3/14"))

    def test_a_window_wider_than_the_channels_sees_them_all(self) -> None:
        x = np.array([1.0, 2, 3]).reshape(1, 3, 1)

        np.testing.assert_array_equal(
            F.local_response_norm(x, 10**9, alpha=1e9, beta=1).ravel(), [1 / 15, 2 / 15, 3 / 15]
        )

    def test_a_broken_power_of_a_fraction_is_refused(self) -> None:
        with pytest.raises(TypeError):
            F.local_response_norm(exact(1, 2).reshape(1, 2, 1), 2)


MAP = np.zeros((2, 4, 3, 3))


@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("engine.gelu_approximate", lambda: F.gelu(MAP, "erf")),  # type: ignore[arg-type]
        ("engine.normalized_shape", lambda: F.layer_norm(MAP, (3,) * 5)),
        ("engine.normalized_shape", lambda: F.layer_norm(MAP, ())),
        ("engine.normalized_shape", lambda: F.layer_norm(MAP, (3, 3), np.ones(3))),
        ("engine.norm_groups", lambda: F.group_norm(MAP, 3)),
        ("engine.norm_groups", lambda: F.group_norm(MAP, 0)),
        ("engine.group_of_one", lambda: F.group_norm(MAP[:1, :, 0, 0], 4)),
        ("engine.one_position", lambda: F.instance_norm(MAP[:, :, :1, :1])),
        ("engine.few_axes", lambda: F.instance_norm(MAP[:, :, 0, 0])),
        ("engine.few_axes", lambda: F.batch_norm(MAP[0, 0, 0], None, None, training=True)),
        ("engine.few_axes", lambda: F.local_response_norm(MAP[:, :, 0, 0], 5)),
        ("engine.running_statistics", lambda: F.instance_norm(MAP, use_input_stats=False)),
        ("engine.vector_shape", lambda: F.group_norm(MAP, 2, np.ones(2))),
        ("engine.option_too_small", lambda: F.local_response_norm(MAP, 0)),
        ("engine.gradient_shape", lambda: F.silu_backward(MAP[0], MAP)),
        ("engine.gradient_shape", lambda: F.layer_norm_backward(MAP[:1], MAP, 3)),
    ],
)
def test_what_does_not_fit_is_refused_by_name(key: str, call: Callable[[], object]) -> None:
    with pytest.raises(LayerError) as refusal:
        call()

    assert refusal.value.key == key
