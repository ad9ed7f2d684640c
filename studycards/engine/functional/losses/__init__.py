"""Losses: how far the predictions `x` are from the `target`, as one number or one for each prediction.

The names, options and defaults are those of `torch.nn.functional`, without the two that are deprecated there. A single
number is an array without axes. A backward takes the gradient of the loss (1, if nothing comes after it) and returns
those of `x` and of a `target` of numbers; a `weight` is given, nothing is learned through it.
"""

from studycards.engine.functional.losses.binary import (
    binary_cross_entropy,
    binary_cross_entropy_backward,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_backward,
)
from studycards.engine.functional.losses.classification import (
    cross_entropy,
    cross_entropy_backward,
    nll_loss,
    nll_loss_backward,
)
from studycards.engine.functional.losses.lectures import (
    half_squared_error,
    half_squared_error_backward,
    l2_penalty,
    l2_penalty_backward,
)
from studycards.engine.functional.losses.regression import (
    huber_loss,
    huber_loss_backward,
    l1_loss,
    l1_loss_backward,
    mse_loss,
    mse_loss_backward,
    smooth_l1_loss,
    smooth_l1_loss_backward,
)

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_backward",
    "binary_cross_entropy_with_logits",
    "binary_cross_entropy_with_logits_backward",
    "cross_entropy",
    "cross_entropy_backward",
    "half_squared_error",
    "half_squared_error_backward",
    "huber_loss",
    "huber_loss_backward",
    "l1_loss",
    "l1_loss_backward",
    "l2_penalty",
    "l2_penalty_backward",
    "mse_loss",
    "mse_loss_backward",
    "nll_loss",
    "nll_loss_backward",
    "smooth_l1_loss",
    "smooth_l1_loss_backward",
]
