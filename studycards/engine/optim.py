"""One step of an optimiser, with the names, defaults and formulas of `torch.optim`.

An optimiser is a frozen value: its options. A step takes a parameter, its gradient and the state that the step before
left behind (None before the first one), and returns the new parameter and the new state; nothing is changed in place.
Arrays keep their kind: steps of `SGD` are exact on arrays of `Fraction`; the others take a root, which NumPy refuses
there (TypeError).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, scalar

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array

Number = float | Fraction


@dataclass(frozen=True, slots=True)
class SGD:
    """Gradient descent, with or without momentum. The state is the velocity.

    As in PyTorch the velocity holds gradients, not steps: the learning rate multiplies it afterwards. The first
    velocity is the gradient itself, which `dampening` leaves alone.
    """

    lr: Number = 1e-3
    momentum: Number = 0
    dampening: Number = 0
    weight_decay: Number = 0
    nesterov: bool = False

    def __post_init__(self) -> None:
        _check_not_negative(lr=self.lr, momentum=self.momentum, weight_decay=self.weight_decay)
        if self.nesterov and (self.momentum == 0 or self.dampening != 0):
            raise LayerError(
                "engine.nesterov",
                "nesterov=True needs a momentum and no dampening, not momentum={momentum} and dampening={dampening}",
                momentum=self.momentum,
                dampening=self.dampening,
            )

    def step(self, parameter: Array, gradient: Array, velocity: Array | None = None) -> tuple[Array, Array | None]:
        """Return the new parameter and the new velocity, None without momentum.

        g = gradient + weight_decay * parameter; v = momentum * v + (1 - dampening) * g; parameter - lr * v.
        With Nesterov's momentum the step goes along g + momentum * v.
        """
        g = _decayed(parameter, gradient, self.weight_decay)
        if self.momentum == 0:
            return parameter - _times(self.lr, g), None
        new = g if velocity is None else _times(self.momentum, velocity) + _times(1 - scalar(self.dampening, g), g)
        direction = g + _times(self.momentum, new) if self.nesterov else new
        return parameter - _times(self.lr, direction), new


class Moments(NamedTuple):
    """The state of Adam: how many steps were made, and the running means of the gradient and of its square."""

    steps: int
    mean: Array
    square: Array


@dataclass(frozen=True, slots=True)
class Adam:
    """Adaptive moments (Kingma and Ba, 2015). Weight decay is added to the gradient."""

    lr: Number = 1e-3
    betas: tuple[Number, Number] = (0.9, 0.999)
    eps: Number = 1e-8
    weight_decay: Number = 0

    def __post_init__(self) -> None:
        _check_not_negative(lr=self.lr, eps=self.eps, weight_decay=self.weight_decay)
        _check_betas(self.betas)

    def step(self, parameter: Array, gradient: Array, state: Moments | None = None) -> tuple[Array, Moments]:
        """Return the new parameter and the new moments.

        g = gradient + weight_decay * parameter; m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g²;
        after t steps: parameter - lr * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps).
        """
        g = _decayed(parameter, gradient, self.weight_decay)
        return _adam_step(self, parameter, g, state)


@dataclass(frozen=True, slots=True)
class AdamW:
    """Adam whose weight decay shrinks the weights directly (Loshchilov and Hutter, 2019), not through the gradient."""

    lr: Number = 1e-3
    betas: tuple[Number, Number] = (0.9, 0.999)
    eps: Number = 1e-8
    weight_decay: Number = 1e-2

    def __post_init__(self) -> None:
        _check_not_negative(lr=self.lr, eps=self.eps, weight_decay=self.weight_decay)
        _check_betas(self.betas)

    def step(self, parameter: Array, gradient: Array, state: Moments | None = None) -> tuple[Array, Moments]:
        """Return the new parameter and the new moments: `Adam` from (1 - lr * weight_decay) * parameter on."""
        check_gradient(gradient, parameter.shape)
        shrunk = parameter * (1 - scalar(self.lr, parameter) * scalar(self.weight_decay, parameter))
        return _adam_step(self, shrunk, gradient, state)


class Averages(NamedTuple):
    """The state of RMSprop: the running means of g² and, if centered, of g; the velocity, if there is momentum."""

    square: Array
    mean: Array
    velocity: Array


@dataclass(frozen=True, slots=True)
class RMSprop:
    """Steps in units of the running root mean square (Hinton's lecture; centered: Graves, 2013)."""

    lr: Number = 1e-2
    alpha: Number = 0.99
    eps: Number = 1e-8
    weight_decay: Number = 0
    momentum: Number = 0
    centered: bool = False

    def __post_init__(self) -> None:
        _check_not_negative(
            lr=self.lr, alpha=self.alpha, eps=self.eps, weight_decay=self.weight_decay, momentum=self.momentum
        )

    def step(self, parameter: Array, gradient: Array, state: Averages | None = None) -> tuple[Array, Averages]:
        """Return the new parameter and the new averages.

        g = gradient + weight_decay * parameter; s = alpha * s + (1 - alpha) * g²; centered: s - mean(g)² stands for s;
        velocity = momentum * velocity + g / (sqrt(s) + eps); parameter - lr * velocity.
        """
        g = _decayed(parameter, gradient, self.weight_decay)
        nothing = np.zeros_like(parameter)
        square, mean, velocity = state or Averages(nothing, nothing, nothing)
        square = _moved(square, g * g, self.alpha)
        if self.centered:
            mean = _moved(mean, g, self.alpha)
        root = np.sqrt(square - mean * mean) + scalar(self.eps, parameter)  # without centering the mean stays 0
        velocity = _times(self.momentum, velocity) + g / root
        return parameter - _times(self.lr, velocity), Averages(square, mean, velocity)


Optimizer = SGD | Adam | AdamW | RMSprop


def _adam_step(options: Adam | AdamW, parameter: Array, g: Array, state: Moments | None) -> tuple[Array, Moments]:
    """Return the step that `Adam` describes, for a gradient that is decayed already."""
    beta1, beta2 = (scalar(beta, parameter) for beta in options.betas)
    steps, mean, square = state or Moments(0, np.zeros_like(parameter), np.zeros_like(parameter))
    new = Moments(steps + 1, _moved(mean, g, beta1), _moved(square, g * g, beta2))
    # both start from 0: divided by what they would be for a gradient of 1, they are means again
    unbiased_mean, unbiased_square = new.mean / (1 - beta1**new.steps), new.square / (1 - beta2**new.steps)
    direction = unbiased_mean / (np.sqrt(unbiased_square) + scalar(options.eps, parameter))
    return parameter - _times(options.lr, direction), new


def _times(factor: Number, array: Array) -> Array:
    """Return `factor * array`, of the kind of the array."""
    product: Array = array * scalar(factor, array)
    return product


def _moved(average: Array, value: Array, keep: Number) -> Array:
    """Return the running mean `keep * average + (1 - keep) * value`."""
    return _times(keep, average) + _times(1 - scalar(keep, value), value)


def _decayed(parameter: Array, gradient: Array, weight_decay: Number) -> Array:
    """Return the gradient of the loss with half of `weight_decay` times the square of the parameter added to it."""
    check_gradient(gradient, parameter.shape)
    return gradient + _times(weight_decay, parameter) if weight_decay else gradient


def _check_not_negative(**options: Number) -> None:
    for option, value in options.items():
        if not value >= 0:
            raise LayerError(
                "engine.optimizer_option",
                "{option} must not be negative, but it is {value}",
                option=option,
                value=value,
            )


def _check_betas(betas: tuple[Number, Number]) -> None:
    for beta in betas:
        if not 0 <= beta < 1:
            raise LayerError(
                "engine.optimizer_beta", "betas must be from 0 up to, but not including 1, not {value}", value=beta
            )
