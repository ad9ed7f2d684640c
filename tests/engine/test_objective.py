"""Losses and optimisers as decks call them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from studycards.engine.errors import LayerError, NotationError
from studycards.engine.functional import losses
from studycards.engine.loss import LOSSES
from studycards.engine.objective import check_loss, check_optimizer, parse_loss, parse_optimizer
from studycards.engine.optim import SGD, Adam, RMSprop

X = np.array([[2.0, 1.0, 0.0]])


@pytest.mark.parametrize(
    ("call", "value", "gradient"),
    [
        ("cross_entropy(target=0)", 0.40760596, [-0.33475904, 0.24472847, 0.09003057]),
        ("cross_entropy(0)", 0.40760596, [-0.33475904, 0.24472847, 0.09003057]),
        ("mse_loss(target=[1, 1, 1])", 2 / 3, [2 / 3, 0, -2 / 3]),
        ("mse_loss(1)", 2 / 3, [2 / 3, 0, -2 / 3]),
        ("l1_loss(target=[0, 0, 0])", 1, [1 / 3, 1 / 3, 0]),
        ("half_squared_error(target=[1, 1, 2])", 2.5, [1, 0, -2]),
        ("l2_penalty(0.1)", 0.5, [0.4, 0.2, 0]),
        ("nll_loss(target=1)", -1, [0, -1, 0]),
        ("huber_loss(target=0, delta=1)", 2 / 3, [1 / 3, 1 / 3, 0]),
    ],
)
def test_a_loss_and_its_gradient_are_what_its_formula_says(call: str, value: float, gradient: list[float]) -> None:
    loss = parse_loss(call, {})

    assert float(loss.value(X)) == pytest.approx(value)
    assert loss.gradient(X) == pytest.approx(np.array([gradient]))


def test_the_target_is_an_expression_over_the_variables() -> None:
    loss = parse_loss("mse_loss(target=[t, t + 1, 2*t])", {"t": Fraction(1)})

    assert float(loss.value(X)) == pytest.approx((1 + 1 + 4) / 3)


def test_a_list_of_classes_is_one_for_each_example() -> None:
    batch = np.array([[2.0, 1.0, 0.0], [2.0, 1.0, 0.0]])

    assert float(parse_loss("cross_entropy(target=[0, 1])", {}).value(batch)) == pytest.approx(0.90760596)


def test_optimisers_have_the_options_of_pytorch() -> None:
    assert parse_optimizer("sgd(lr=1/10, momentum=0.9, nesterov=True)", {}) == SGD(
        Fraction(1, 10), Fraction(9, 10), nesterov=True
    )
    assert parse_optimizer("adam(lr=n, betas=[0.5, 0.9])", {"n": Fraction(2)}) == Adam(
        Fraction(2), (Fraction(1, 2), Fraction(9, 10))
    )
    assert parse_optimizer("rmsprop", {}) == RMSprop()


@pytest.mark.parametrize(
    ("text", "offset", "sentence"),
    [
        ("crossentropy(target=0)", 0, "did you mean 'cross_entropy'"),
        ("cross_entropy", 0, "cross_entropy needs target"),
        ("cross_entropy(goal=0)", 14, "has no option 'goal'"),
        ("cross_entropy(target=k)", 21, "unknown name 'k'"),
        ("mse_loss(target=[1, z])", 20, "unknown name 'z'"),
        ("mse_loss(1) relu", 12, "cannot stand behind a layer"),
        ("", 0, "there is no ''"),
    ],
)
def test_a_wrong_call_is_refused_where_it_is_wrong(text: str, offset: int, sentence: str) -> None:
    with pytest.raises(NotationError, match=sentence) as refused:
        check_loss(text, ["t"])

    assert refused.value.offset == offset


def test_an_unknown_optimiser_is_refused() -> None:
    with pytest.raises(NotationError, match="did you mean 'sgd'"):
        check_optimizer("sdg(lr=0.1)", [])


def test_every_loss_of_the_notation_exists() -> None:
    assert all(hasattr(losses, name) and hasattr(losses, f"{name}_backward") for name in LOSSES)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("cross_entropy(target=[0, 1, 2])", "the target has 3 numbers, but 1 are needed, or one for all"),
        ("cross_entropy(target=0.5)", "a target is 1/2, but classes are whole numbers"),
        ("mse_loss(target=[[1], [2, 3], 4])", "the target has 4 numbers, but 3 are needed"),
    ],
)
def test_a_target_that_does_not_fit_the_predictions_is_refused(call: str, sentence: str) -> None:
    with pytest.raises(LayerError, match=sentence):
        parse_loss(call, {}).value(X)


@pytest.mark.parametrize(
    "call",
    [
        "mse_loss(target=True)",
        "huber_loss(target=0, delta=[1])",
        "l2_penalty(strength=(1, 2))",
        "mse_loss([[[[[1]]]]])",
    ],
)
def test_an_option_of_a_loss_that_is_no_number_is_refused(call: str) -> None:
    with pytest.raises(NotationError):
        parse_loss(call, {})


@pytest.mark.parametrize(
    "call",
    [
        *("sgd(lr=[1, 2])", "sgd(lr=True)", "sgd(lr=0.1, momentum=0.9, nesterov=1)"),
        *("adam(betas=0.5)", "adam(betas=[0.5])", "adam(betas=[[1, 2], 0.5])"),
    ],
)
def test_an_option_of_an_optimiser_of_another_kind_is_refused(call: str) -> None:
    with pytest.raises(NotationError):
        parse_optimizer(call, {})
