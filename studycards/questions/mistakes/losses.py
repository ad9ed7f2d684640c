"""Wrong rules for losses and for their gradients with respect to the predictions.

The right ones: −ln p[t] with p = softmax(z), its gradient p − y with y = 1 for the class t, else 0; (x − t)² with its
gradient 2(x − t); all of them as means, over the examples or over the numbers.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studycards.questions.mistakes.revisions import engine
from studycards.questions.mistakes.values import LossGradientMistake, LossMistake, LossRule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.loss import Loss

_SCORES = ("cross_entropy",)
_CLASSES = ("cross_entropy", "nll_loss")
_LOGARITHMS = ("cross_entropy", "binary_cross_entropy", "binary_cross_entropy_with_logits")
_SQUARES = ("mse_loss", "half_squared_error")
_MEANS = ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss")


class Logits(NamedTuple):
    """What the gradient of a cross-entropy is made of: itself, the probabilities, and how many losses are averaged."""

    right: Array
    p: Array
    losses: int

    @property
    def y(self) -> Array:
        """The part of each class in the target."""
        y: Array = self.p - self.losses * self.right
        return y


def _times(factor: float) -> Callable[[Loss], Loss]:
    """Take the loss so many times."""
    return lambda loss: replace(loss, forward=lambda *given, **options: factor * loss.forward(*given, **options))


def _each(change: Callable[[Array], Array]) -> Callable[[Loss], Loss]:
    """Make one number of the losses of the examples in another way."""

    def revise(loss: Loss) -> Loss:
        def forward(*given: Array, **options: Any) -> Array:  # noqa: ANN401 - the options of any loss
            return change(loss.forward(*given, **options, reduction="none"))

        return replace(loss, forward=forward)

    return revise


def _class_before(loss: Loss) -> Loss:
    """Count the classes from 1."""

    def forward(x: Array, target: Array, **options: Any) -> Array:  # noqa: ANN401 - as above
        return loss.forward(x, target - 1, **options)

    def backward(dy: Array, x: Array, target: Array, **options: Any) -> Gradients:  # noqa: ANN401 - as above
        return loss.backward(dy, x, target - 1, **options)

    return replace(loss, forward=forward, backward=backward)


def _all_classes(loss: Loss) -> Loss:
    """Add the logarithms of all probabilities up."""
    return replace(loss, forward=lambda x, *_, **__: -engine().log_softmax(x).sum(1).mean())


def _logits(change: Callable[[Logits], Array]) -> Callable[[Loss], Loss]:
    """Send another gradient of the scores back."""

    def revise(loss: Loss) -> Loss:
        def backward(dy: Array, x: Array, *target: Array, **options: Any) -> Gradients:  # noqa: ANN401 - as above
            right = loss.backward(dy, x, *target, **options)["x"]
            return {"x": change(Logits(right, engine().softmax(x), x.size // x.shape[1]))}

        return replace(loss, backward=backward)

    return revise


def _gradient(change: Callable[[Array], Array]) -> Callable[[Loss], Loss]:
    """Send the gradient of the predictions back changed."""

    def revise(loss: Loss) -> Loss:
        def backward(*given: Array, **options: Any) -> Gradients:  # noqa: ANN401 - as above
            return {"x": change(loss.backward(*given, **options)["x"])}

        return replace(loss, backward=backward)

    return revise


def _has_batch(_: Loss, batch: int) -> bool:
    return batch > 1


def _has_class_before(loss: Loss, _: int) -> bool:
    """Say whether no target is the class 0, which has none before it."""
    targets = loss.target if isinstance(loss.target, tuple) else (loss.target,)
    return 0 not in targets


_LOSSES: Mapping[str, LossRule] = {
    "fwd.ce_log10": LossRule(_LOGARITHMS, _times(1 / math.log(10))),
    "fwd.ce_sign": LossRule((*_LOGARITHMS, "nll_loss"), _times(-1)),
    "fwd.ce_sum_not_mean": LossRule(_CLASSES, _each(lambda losses: losses.sum()), _has_batch),
    "fwd.ce_one_minus_p": LossRule(_CLASSES, _each(lambda losses: (1 - math.e**-losses).mean())),
    "fwd.ce_all_classes": LossRule(_SCORES, _all_classes),
    "fwd.ce_wrong_class": LossRule(_CLASSES, _class_before, _has_class_before),
    "fwd.mse_sum_not_mean": LossRule(_MEANS, _each(lambda losses: losses.sum())),
    "fwd.square_half": LossRule(("mse_loss",), _times(1 / 2)),
    "fwd.square_no_half": LossRule(("half_squared_error",), _times(2)),
}

_GRADIENTS: Mapping[str, LossRule] = {
    "bwd.smce_no_y": LossRule(_SCORES, _logits(lambda z: z.p / z.losses)),
    "bwd.smce_sign": LossRule(_SCORES, _logits(lambda z: -z.right)),
    "bwd.smce_double_jacobian": LossRule(_SCORES, _logits(lambda z: z.right * z.p * (1 - z.p))),
    "bwd.softmax_denominator": LossRule(_SCORES, _logits(lambda z: (z.p - 1) * z.y / z.losses)),
    "bwd.smce_no_mean": LossRule(_SCORES, _logits(lambda z: z.right * z.losses), _has_batch),
    "bwd.smce_diagonal": LossRule(_SCORES, _logits(lambda z: z.p * (1 - z.p) / z.losses)),
    "bwd.smce_one_over_p": LossRule(_SCORES, _logits(lambda z: -z.y / z.p / z.losses)),
    "bwd.smce_wrong_class": LossRule(_SCORES, _class_before, _has_class_before),
    "bwd.mse_no_two": LossRule(("mse_loss",), _gradient(lambda dx: dx / 2)),
    "bwd.mse_no_mean": LossRule(("mse_loss",), _gradient(lambda dx: dx * dx.size)),
    "bwd.square_sign": LossRule(_SQUARES, _gradient(lambda dx: -dx)),
    "bwd.l2_no_two": LossRule(("l2_penalty",), _gradient(lambda dx: dx / 2)),
}

LOSS_MISTAKES = (
    *(LossMistake(name, rule) for name, rule in _LOSSES.items()),
    *(LossGradientMistake(name, rule) for name, rule in _GRADIENTS.items()),
)
