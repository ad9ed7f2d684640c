"""Losses and first steps of optimisers, term by term: equal to the engine's, and to sums done by hand."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.trace import Number, first_update, traced_loss

X = np.array([[0.5, 0.25], [0.75, 0.125]])
ONE = np.ones(())

LOSSES = [
    "cross_entropy(target=1)",
    "cross_entropy(target=[0, 1], label_smoothing=0.1)",
    "nll_loss(target=[1, 0])",
    "mse_loss(target=[[1, 0], [0, 2]])",
    "l1_loss(target=0.3)",
    "huber_loss(target=0, delta=0.5)",
    "smooth_l1_loss(target=0)",
    "binary_cross_entropy(target=[[1, 0], [0, 1]])",
    "binary_cross_entropy_with_logits(target=1)",
    "half_squared_error(target=[[1, 0], [0, 2]])",
    "l2_penalty(strength=0.01)",
]

OPTIMIZERS = [
    "sgd(lr=0.1)",
    "sgd(lr=0.1, momentum=0.9)",
    "sgd(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01)",
    "adam(lr=0.1)",
    "adam(lr=0.1, weight_decay=0.5)",
    "adamw(lr=0.1, weight_decay=0.5)",
    "rmsprop(lr=0.1)",
    "rmsprop(lr=0.1, centered=True, weight_decay=0.5)",
]


@pytest.mark.parametrize("text", LOSSES)
def test_the_terms_of_a_loss_and_of_its_gradient_re_add(text: str) -> None:
    loss = parse_loss(text, {})
    traced = traced_loss(loss, X)

    assert traced.output(()).value == pytest.approx(float(loss.value(X)))
    for cell in np.ndindex(X.shape):
        assert traced.gradient("x", cell, ONE).value == pytest.approx(float(loss.gradient(X)[cell]))


def test_half_the_squared_error_is_added_up_without_a_mean() -> None:
    """((3 - 1)² + (1 - 2)²) / 2 = 2.5, and its gradient is the difference."""
    traced = traced_loss(parse_loss("half_squared_error(target=[1, 2])", {}), np.array([[3.0, 1.0]]))

    assert traced.output(()).value == 2.5
    assert [traced.gradient("x", (0, i), ONE).value for i in range(2)] == [2, -1]


@pytest.mark.parametrize("text", OPTIMIZERS)
def test_a_first_step_is_that_of_the_optimiser(text: str) -> None:
    optimizer = parse_optimizer(text, {})
    expected = float(optimizer.step(np.array([2.0]), np.array([-3.0]))[0][0])
    step = first_update(optimizer, Number(2.0, "w", (0,)), Number(-3.0, "gradient", (0,)))

    assert step.value == pytest.approx(expected)


def test_a_step_of_gradient_descent_goes_against_the_gradient() -> None:
    """2 - 0.1 * (-3) = 2.3."""
    step = first_update(parse_optimizer("sgd(lr=0.1)", {}), Number(Fraction(2), "w"), Number(Fraction(-3), "gradient"))

    assert step.value == Fraction(23, 10)
