"""What a lecturer would ask about losses: small cases by hand, kinks, reductions, certain predictions, refusals."""

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

ONE = np.array(1.0)
"""The gradient of a loss that nothing comes after."""


def exact(numbers: list[list[int]]) -> Array:
    fractions: Array = np.vectorize(Fraction, otypes=[object])(numbers)
    return fractions


class TestCrossEntropy:
    def test_it_is_minus_the_logarithm_of_the_share_of_the_target(self) -> None:
        """exp gives 1, 2, 5: shares 1/8, 2/8, 5/8."""
        x = np.log(np.array([[1.0, 2, 5], [1, 2, 5]]))
        losses = F.cross_entropy(x, np.array([1, 2]), reduction="none")

        np.testing.assert_allclose(losses, [np.log(4), np.log(8 / 5)], rtol=1e-14)
        np.testing.assert_allclose(F.cross_entropy(x, np.array([1, 2])), np.log(32 / 5) / 2, rtol=1e-14)

    def test_its_gradient_is_softmax_minus_one_for_the_target(self) -> None:
        x = np.log([[1.0, 2, 5]])
        gradients = F.cross_entropy_backward(ONE, x, np.array([1]))

        np.testing.assert_allclose(gradients["x"], [[1 / 8, -6 / 8, 5 / 8]], rtol=1e-14)
        assert gradients.keys() == {"x"}

    def test_a_weighted_mean_divides_by_the_weights_of_the_targets(self) -> None:
        """Both losses are log 2; weighted 1 and 3 their mean is log 2 again, not 4 log 2 / 2."""
        loss = F.cross_entropy(np.zeros((2, 2)), np.array([0, 1]), np.array([1.0, 3]))

        np.testing.assert_allclose(loss, np.log(2), rtol=1e-15)

    def test_an_ignored_target_counts_nowhere(self) -> None:
        x = np.array([[0.0, 0], [7, -7]])
        target = np.array([0, -100])

        np.testing.assert_allclose(F.cross_entropy(x, target), np.log(2), rtol=1e-15)
        np.testing.assert_array_equal(F.cross_entropy_backward(ONE, x, target)["x"], [[-0.5, 0.5], [0, 0]])

    def test_label_smoothing_spreads_over_all_classes_the_right_one_too(self) -> None:
        """0.5 of the target goes to two classes, half each: the goal is 3/4, 1/4, and softmax of 0 is 1/2."""
        gradients = F.cross_entropy_backward(ONE, np.zeros((1, 2)), np.array([0]), label_smoothing=0.5)

        np.testing.assert_allclose(gradients["x"], [[-1 / 4, 1 / 4]], rtol=1e-15)

    def test_indices_are_probabilities_of_one_class(self) -> None:
        x = np.array([[0.5, -1.25, 2], [1, 0, 3]])
        by_index = F.cross_entropy(x, np.array([2, 0]))
        by_probability = F.cross_entropy(x, np.array([[0.0, 0, 1], [1, 0, 0]]))

        np.testing.assert_allclose(by_index, by_probability, rtol=1e-15)

    def test_a_class_that_is_ruled_out_spoils_nothing(self) -> None:
        """A score of -inf is a probability of 0; the loss of another class is finite."""
        x = np.array([[0.0, 0, -np.inf]])

        np.testing.assert_allclose(F.cross_entropy(x, np.array([0])), np.log(2), rtol=1e-15)

    def test_large_scores_overflow_nowhere(self) -> None:
        assert F.cross_entropy(np.array([[1000.0, 0, -1000]]), np.array([1])) == 1000

    def test_logarithms_of_fractions_are_refused(self) -> None:
        with pytest.raises(TypeError):
            F.cross_entropy(exact([[1, 2]]), np.array([0]))


class TestNegativeLogLikelihood:
    def test_it_is_exact_on_fractions(self) -> None:
        """-(2 * 5 + 3 * 1) / (2 + 3)."""
        x = exact([[5, 0], [0, 1]])
        loss = F.nll_loss(x, np.array([0, 1]), exact([[2, 3]])[0])

        assert loss.item() == Fraction(-13, 5)

    def test_a_logarithm_of_0_counts_only_for_its_own_class(self) -> None:
        x = np.array([[0.0, -np.inf]])

        assert F.nll_loss(x, np.array([0])) == 0
        assert F.nll_loss(x, np.array([1])) == np.inf


class TestLossesOfNumbers:
    """Differences 3, 0, -1/2."""

    X, TARGET = np.array([4.0, 1, 0.5]), np.array([1.0, 1, 1])

    @pytest.mark.parametrize(
        ("forward", "backward", "losses", "slopes"),
        [
            (F.mse_loss, F.mse_loss_backward, [9, 0, 1 / 4], [6, 0, -1]),
            (F.l1_loss, F.l1_loss_backward, [3, 0, 1 / 2], [1, 0, -1]),
            (F.smooth_l1_loss, F.smooth_l1_loss_backward, [5 / 2, 0, 1 / 8], [1, 0, -1 / 2]),
            (F.huber_loss, F.huber_loss_backward, [5 / 2, 0, 1 / 8], [1, 0, -1 / 2]),
        ],
    )
    def test_by_hand(
        self,
        forward: Callable[..., Array],
        backward: Callable[..., dict[str, Array]],
        losses: list[float],
        slopes: list[float],
    ) -> None:
        gradients = backward(ONE, self.X, self.TARGET, reduction="sum")

        np.testing.assert_array_equal(forward(self.X, self.TARGET, reduction="none"), losses)
        assert forward(self.X, self.TARGET, reduction="sum") == sum(losses)
        assert forward(self.X, self.TARGET) == sum(losses) / 3
        np.testing.assert_array_equal(gradients["x"], slopes)
        np.testing.assert_array_equal(gradients["target"], np.negative(slopes))

    def test_beta_makes_the_slope_1_and_delta_is_the_slope(self) -> None:
        """Difference 3 beyond 2: 3 - 2/2 = 2 and 2 * (3 - 2/2) = 4."""
        x, target = np.array([3.0]), np.array([0.0])

        assert F.smooth_l1_loss(x, target, beta=2.0) == 2
        assert F.huber_loss(x, target, delta=2.0) == 4
        np.testing.assert_array_equal(F.huber_loss_backward(ONE, x, target, delta=2.0)["x"], [2])

    def test_weights_divide_a_mean_but_not_that_of_huber(self) -> None:
        """Weighted 1 and 3: (1 * 4 + 3 * 0) / 4 = 1; huber: (1 * 1.5 + 0) / 2."""
        x, target, weight = np.array([2.0, 0]), np.zeros(2), np.array([1.0, 3])

        assert F.mse_loss(x, target, weight=weight) == 1
        assert F.l1_loss(x, target, weight=weight) == 1 / 2
        assert F.huber_loss(x, target, weight=weight) == 3 / 4

    def test_thirds_stay_thirds(self) -> None:
        loss = F.mse_loss(exact([[1, 0, 0]]), exact([[0, 0, 0]]))

        assert (loss.shape, loss.item()) == ((), Fraction(1, 3))


class TestBinaryCrossEntropy:
    def test_by_hand(self) -> None:
        """-log(1/4) for yes and -log(3/4) for no."""
        x, target = np.array([0.25, 0.25]), np.array([1.0, 0])

        np.testing.assert_allclose(F.binary_cross_entropy(x, target, reduction="sum"), np.log(16 / 3), rtol=1e-15)
        gradients = F.binary_cross_entropy_backward(ONE, x, target, reduction="sum")
        np.testing.assert_allclose(gradients["x"], [-4, 4 / 3], rtol=1e-15)

    def test_a_sure_but_wrong_prediction_costs_100(self) -> None:
        assert F.binary_cross_entropy(np.array([0.0]), np.array([1.0])) == 100

    def test_of_scores_the_gradient_is_sigmoid_minus_target(self) -> None:
        """Sigmoid of log 3 is 3/4."""
        gradients = F.binary_cross_entropy_with_logits_backward(ONE, np.log([3.0]), np.array([1.0]))

        np.testing.assert_allclose(gradients["x"], [-1 / 4], rtol=1e-15)

    def test_a_positive_weight_multiplies_yes_only(self) -> None:
        """Both losses are log 2: (5 log 2 + log 2) / 2."""
        loss = F.binary_cross_entropy_with_logits(np.zeros(2), np.array([1.0, 0]), pos_weight=np.array([5.0, 5]))

        np.testing.assert_allclose(loss, 3 * np.log(2), rtol=1e-15)

    def test_large_scores_overflow_nowhere(self) -> None:
        x, target = np.array([1000.0, -1000]), np.array([0.0, 1])

        np.testing.assert_array_equal(F.binary_cross_entropy_with_logits(x, target, reduction="none"), [1000, 1000])


ROWS, INDICES = np.zeros((2, 3)), np.array([0, 2])


@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("engine.reduction", lambda: F.mse_loss(ROWS, ROWS, reduction="average")),  # type: ignore[arg-type]
        ("engine.reduction", lambda: F.cross_entropy(ROWS, INDICES, reduction="")),  # type: ignore[arg-type]
        ("engine.loss_shape", lambda: F.l1_loss(ROWS, ROWS[0])),
        ("engine.loss_shape", lambda: F.mse_loss(ROWS, ROWS, weight=ROWS[0])),
        ("engine.loss_shape", lambda: F.binary_cross_entropy(ROWS, ROWS[:1])),
        ("engine.weight_spread", lambda: F.binary_cross_entropy(ROWS, ROWS, np.ones(2))),
        ("engine.weight_spread", lambda: F.binary_cross_entropy_with_logits(ROWS, ROWS, pos_weight=np.ones((4, 2, 3)))),
        ("engine.no_probability", lambda: F.binary_cross_entropy(ROWS - 1, ROWS)),
        ("engine.huber_delta", lambda: F.huber_loss(ROWS, ROWS, delta=0)),
        ("engine.smooth_l1_beta", lambda: F.smooth_l1_loss(ROWS, ROWS, beta=-1)),
        ("engine.label_smoothing", lambda: F.cross_entropy(ROWS, INDICES, label_smoothing=-0.1)),
        ("engine.target_index", lambda: F.cross_entropy(ROWS, np.array([0, 3]))),
        ("engine.target_index", lambda: F.nll_loss(ROWS, np.array([0, -1]))),
        ("engine.target_shape", lambda: F.cross_entropy(ROWS, np.array([0, 1, 2]))),
        ("engine.target_shape", lambda: F.cross_entropy(ROWS, np.array([0.0, 1]))),
        ("engine.target_shape", lambda: F.nll_loss(ROWS, ROWS)),
        ("engine.target_kind", lambda: F.cross_entropy(ROWS, ROWS.astype(int))),
        ("engine.ignored_probabilities", lambda: F.cross_entropy(ROWS, ROWS, ignore_index=1)),
        ("engine.vector_shape", lambda: F.nll_loss(ROWS, INDICES, np.ones(2))),
        ("engine.few_axes", lambda: F.cross_entropy(ROWS[0], np.array(0))),
        ("engine.mean_of_nothing", lambda: F.cross_entropy(ROWS, np.array([-100, -100]))),
        ("engine.mean_of_nothing", lambda: F.mse_loss(ROWS[:0], ROWS[:0])),
        ("engine.gradient_shape", lambda: F.mse_loss_backward(ROWS, ROWS, ROWS)),
        ("engine.gradient_shape", lambda: F.mse_loss_backward(ONE, ROWS, ROWS, reduction="none")),
    ],
)
def test_what_does_not_fit_is_refused_by_name(key: str, call: Callable[[], object]) -> None:
    with pytest.raises(LayerError) as refusal:
        call()

    assert refusal.value.key == key
