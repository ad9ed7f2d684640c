"""What training adds to a network, as steps: the loss at its end, and one step of an optimiser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace.lectures import HalfSquaredError, L2Penalty
from studycards.engine.trace.operation import option
from studycards.engine.trace.operations import OPERATIONS
from studycards.engine.trace.terms import Applied, Number, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.loss import Loss
    from studycards.engine.optim import SGD, Adam, AdamW, Optimizer, RMSprop
    from studycards.engine.trace.operation import Operation
    from studycards.engine.trace.terms import Expression

ONE = Number(1)

LECTURES: Mapping[str, Callable[..., Operation]] = {"half_squared_error": HalfSquaredError, "l2_penalty": L2Penalty}
"""The losses that are no functions of `functional`."""


def traced_loss(loss: Loss, x: Array) -> Operation:
    """Return what traces `loss` of the predictions `x` (N, ...)."""
    kind = LECTURES.get(loss.name) or OPERATIONS[loss.name]
    return kind(x, *loss.targets(x), **loss.options)


def first_update(optimizer: Optimizer, parameter: Number, gradient: Number) -> Step:
    """Return how a cell of a parameter comes about that makes its first step: no optimiser remembers anything yet."""
    formula = _FORMULAS[type(optimizer).__name__]
    return Step("update", formula(optimizer, parameter, gradient), parameter.index)


def _sgd(options: SGD, w: Number, gradient: Number) -> Expression:
    """The velocity of the first step is the gradient itself; Nesterov's goes on along it."""
    g = _decayed(options.weight_decay, w, gradient)
    return w - option(options.lr, "lr") * (g + option(options.momentum, "momentum") * g if options.nesterov else g)


def _adam(options: Adam, w: Number, gradient: Number) -> Expression:
    g = _decayed(options.weight_decay, w, gradient)
    return w - _adam_step(options, g)


def _adamw(options: AdamW, w: Number, gradient: Number) -> Expression:
    shrunk = w * (ONE - option(options.lr, "lr") * option(options.weight_decay, "weight_decay"))
    return shrunk - _adam_step(options, gradient)


def _adam_step(options: Adam | AdamW, g: Expression) -> Expression:
    beta1, beta2 = (option(beta, "beta") for beta in options.betas)
    mean = Step("mean_g", (ONE - beta1) * g / (ONE - beta1), _index(g))
    square = Step("mean_g2", (ONE - beta2) * g**2 / (ONE - beta2), _index(g))
    return option(options.lr, "lr") * mean / (Applied("root", square) + option(options.eps, "eps"))


def _rmsprop(options: RMSprop, w: Number, gradient: Number) -> Expression:
    g = _decayed(options.weight_decay, w, gradient)
    new = ONE - option(options.alpha, "alpha")
    square = Step("mean_g2", new * g**2, _index(g))
    variance = square - (new * g) ** 2 if options.centered else square
    return w - option(options.lr, "lr") * g / (Applied("root", variance) + option(options.eps, "eps"))


def _decayed(decay: float | Fraction, w: Number, gradient: Number) -> Expression:
    """Return the gradient with the weight decay in it, where there is any."""
    return Step("g", gradient + option(decay, "weight_decay") * w, gradient.index) if decay else gradient


def _index(g: Expression) -> tuple[int, ...]:
    return g.index if isinstance(g, Number | Step) else ()


_FORMULAS: Mapping[str, Callable[..., Expression]] = {
    "SGD": _sgd,
    "Adam": _adam,
    "AdamW": _adamw,
    "RMSprop": _rmsprop,
}
"""By name: the optimisers' module loads NumPy, which a trace does without."""
