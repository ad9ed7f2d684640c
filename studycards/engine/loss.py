"""A loss at the end of a network: which ones there are, and what one is for some predictions."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array, Gradients

Target: TypeAlias = Fraction | tuple[Fraction, ...]
"""One number for all, or all in order."""

VECTORS = 2
"""Axes of a batch of vectors."""


class Written(NamedTuple):
    """How a loss is called: its options in order, and whether its target names classes."""

    options: tuple[str, ...]
    classes: bool = False


LOSSES = {
    "cross_entropy": Written(("target", "label_smoothing"), classes=True),
    "nll_loss": Written(("target",), classes=True),
    "mse_loss": Written(("target",)),
    "l1_loss": Written(("target",)),
    "smooth_l1_loss": Written(("target", "beta")),
    "huber_loss": Written(("target", "delta")),
    "binary_cross_entropy": Written(("target",)),
    "binary_cross_entropy_with_logits": Written(("target",)),
    "half_squared_error": Written(("target",)),
    "l2_penalty": Written(("strength",)),
}
"""The losses by name."""


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """A loss of what leaves a network, called `name`, with the function that computes it and its backward."""

    name: str
    forward: Callable[..., Array]
    backward: Callable[..., Gradients]
    target: Target | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def value(self, x: Array) -> Array:
        """Return the loss of the predictions `x` (N, ...) as an array without axes.

        Raises:
            LayerError: the target does not fit the predictions.
        """
        return self.forward(x, *self.targets(x), **self.options)

    def gradient(self, x: Array) -> Array:
        """Return the gradient of the loss with respect to `x`."""
        import numpy as np  # noqa: PLC0415 - the arrays are there already, the text of a deck needs none

        return self.backward(np.ones((), x.dtype), x, *self.targets(x), **self.options)["x"]

    def targets(self, x: Array) -> tuple[Array, ...]:
        """Return the target as an array that fits `x`; none for a loss without a target.

        Raises:
            LayerError: it has another number of cells, a class is no whole number, or `x` has not one number for each.
        """
        import numpy as np  # noqa: PLC0415 - as in `gradient`

        if self.target is None:
            return ()
        numbers = self.target if isinstance(self.target, tuple) else (self.target,)
        classes = LOSSES[self.name].classes
        if classes and x.ndim != VECTORS:
            raise LayerError(
                "engine.logits_needed",
                "{loss} takes one number for each class, but the network gives the shape {shape}; add a flatten",
                loss=self.name,
                shape=written_shape(x.shape[1:]),
            )
        shape = x.shape[:1] if classes else x.shape
        _check_target(numbers, prod(shape), classes=classes)
        target = np.array(numbers, np.int64 if classes else x.dtype)
        return (np.broadcast_to(target if target.size == 1 else target.reshape(shape), shape),)


def _check_target(numbers: tuple[Fraction, ...], needed: int, *, classes: bool) -> None:
    if len(numbers) not in (1, needed):
        raise LayerError(
            "engine.target_count",
            "the target has {found} numbers, but {needed} are needed, or one for all",
            found=len(numbers),
            needed=needed,
        )
    if classes and (parts := [number for number in numbers if number.denominator > 1]):
        raise LayerError("engine.target_whole", "a target is {found}, but classes are whole numbers", found=parts[0])
