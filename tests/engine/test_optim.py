"""Optimisers go where those of PyTorch go (`tests/golden/make_optim.py` asked it); single steps are right by hand."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from studycards.engine import optim
from studycards.engine.errors import LayerError
from studycards.engine.optim import SGD, Adam, AdamW, RMSprop

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.optim import Optimizer

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "optim.json").read_text(encoding="utf-8"))


def label(case: dict[str, Any]) -> str:
    return f"{case['optimizer']}({', '.join(f'{name}={value}' for name, value in case['options'].items())})"


def optimizer_of(case: dict[str, Any]) -> Optimizer:
    options = {name: tuple(value) if isinstance(value, list) else value for name, value in case["options"].items()}
    optimizer: Optimizer = getattr(optim, case["optimizer"])(**options)
    return optimizer


def visited(optimizer: Any, parameter: Array, gradients: list[Array]) -> list[Array]:  # noqa: ANN401 - with its state
    """Return the parameter after each step."""
    state, places = None, []
    for gradient in gradients:
        parameter, state = optimizer.step(parameter, gradient, state)
        places.append(parameter)
    return places


def exact(*numbers: float | str | Fraction) -> Array:
    return np.array([Fraction(number) for number in numbers], object)


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=label)
def test_steps_lead_where_those_of_pytorch_lead(case: dict[str, Any]) -> None:
    gradients = [np.array(gradient) for gradient in GOLDEN["gradients"]]
    places = visited(optimizer_of(case), np.array(GOLDEN["parameter"]), gradients)

    np.testing.assert_allclose(places, case["visited"], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=label)
def test_a_step_changes_nothing_in_place_and_keeps_the_kind_of_the_numbers(case: dict[str, Any]) -> None:
    parameter = np.array(GOLDEN["parameter"], np.float32)
    gradients = [np.array(gradient, np.float32) for gradient in GOLDEN["gradients"]]
    places = visited(optimizer_of(case), parameter, gradients)

    np.testing.assert_array_equal(parameter, np.array(GOLDEN["parameter"], np.float32))
    assert {place.dtype for place in places} == {np.dtype(np.float32)}
    np.testing.assert_allclose(places, case["visited"], rtol=1e-4, atol=1e-5)


class TestByHand:
    def test_plain_descent_goes_against_the_gradient(self) -> None:
        """1 - 0.1 * 3 = 0.7, without 0.7000000000000001."""
        parameter, velocity = SGD(lr=0.1).step(exact(1), exact(3))

        assert (parameter.item(), velocity) == (Fraction(7, 10), None)

    def test_momentum_remembers_gradients_and_the_learning_rate_comes_after(self) -> None:
        """v = 2, then 0.9 * 2 + 1 = 2.8: 1 - 0.1 * 2 = 0.8, 0.8 - 0.1 * 2.8 = 0.52."""
        places = visited(SGD(lr=0.1, momentum=0.9), exact(1), [exact(2), exact(1)])

        assert [place.item() for place in places] == [Fraction(8, 10), Fraction(52, 100)]

    def test_nesterov_looks_one_step_of_momentum_ahead(self) -> None:
        """v = 2 and the step goes along 2 + 0.5 * 2 = 3: 1 - 0.1 * 3 = 0.7."""
        parameter, _ = SGD(lr=0.1, momentum=0.5, nesterov=True).step(exact(1), exact(2))

        assert parameter.item() == Fraction(7, 10)

    def test_weight_decay_pulls_to_0(self) -> None:
        """2 - 0.5 * (0 + 0.25 * 2) = 1.75."""
        parameter, _ = SGD(lr=0.5, weight_decay=0.25).step(exact(2), exact(0))

        assert parameter.item() == Fraction(7, 4)

    def test_the_first_step_of_adam_has_the_length_of_the_learning_rate(self) -> None:
        """Corrected, the first means are the gradient and its square: their quotient is its sign."""
        parameter, moments = Adam(lr=0.5, eps=0).step(np.array([1.0, 1.0]), np.array([0.001, -1000.0]))

        np.testing.assert_allclose(parameter, [0.5, 1.5], rtol=1e-12)
        assert moments.steps == 1

    def test_adamw_shrinks_the_weight_itself(self) -> None:
        """Without a gradient: 2 * (1 - 0.5 * 0.25) = 1.75, and the means stay 0."""
        parameter, moments = AdamW(lr=0.5, weight_decay=0.25).step(np.array([2.0]), np.array([0.0]))

        np.testing.assert_array_equal(parameter, [1.75])
        np.testing.assert_array_equal([moments.mean, moments.square], [[0], [0]])

    def test_rmsprop_divides_by_the_running_root_mean_square(self) -> None:
        """s = 0.75 * 0 + 0.25 * 16 = 4, root 2, plus eps 2: 1 - 0.5 * 4 / 4 = 0.5."""
        parameter, averages = RMSprop(lr=0.5, alpha=0.75, eps=2).step(np.array([1.0]), np.array([4.0]))

        np.testing.assert_array_equal(parameter, [0.5])
        np.testing.assert_array_equal(averages.square, [4])


@pytest.mark.parametrize(
    ("key", "call"),
    [
        ("engine.nesterov", lambda: SGD(nesterov=True)),
        ("engine.nesterov", lambda: SGD(momentum=0.9, dampening=0.5, nesterov=True)),
        ("engine.optimizer_option", lambda: SGD(lr=-0.1)),
        ("engine.optimizer_option", lambda: Adam(eps=-1)),
        ("engine.optimizer_option", lambda: AdamW(weight_decay=-1)),
        ("engine.optimizer_option", lambda: RMSprop(alpha=-0.5)),
        ("engine.optimizer_option", lambda: SGD(momentum=float("nan"))),
        ("engine.optimizer_beta", lambda: Adam(betas=(0.9, 1.0))),
        ("engine.optimizer_beta", lambda: AdamW(betas=(-0.1, 0.9))),
        ("engine.gradient_shape", lambda: SGD().step(np.zeros(2), np.zeros(3))),
        ("engine.gradient_shape", lambda: AdamW().step(np.zeros(2), np.zeros(3))),
    ],
)
def test_what_does_not_fit_is_refused_by_name(key: str, call: Callable[[], object]) -> None:
    with pytest.raises(LayerError) as refusal:
        call()

    assert refusal.value.key == key


@pytest.mark.parametrize("optimizer", [Adam(), AdamW(), RMSprop()])
def test_a_root_of_fractions_is_refused(optimizer: Optimizer) -> None:
    with pytest.raises(TypeError):
        optimizer.step(exact(1), exact(2))
