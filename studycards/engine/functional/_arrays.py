"""What all operations share: the type of an array and numbers that keep an array's own kind."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = npt.NDArray[Any]
"""float32, float64, complex128 (complex-step derivatives) or object (exact, of `Fraction`)."""

Gradients = dict[str, Array]
"""The gradient of each argument, under the argument's name."""


def scalar(value: float | Fraction, like: Array) -> float | Fraction:
    """Return `value` as a number that changes no dtype: a `Fraction` beside objects, else a Python float.

    An exact array takes a float as it is written: 0.1 is 1/10, not the nearest binary fraction.
    """
    return Fraction(str(value)) if like.dtype == object else float(value)


def scalars(values: Sequence[float | Fraction], like: Array) -> Array:
    """Return `values` as an array of the kind of `like`."""
    return np.array([scalar(value, like) for value in values], like.dtype)


def check_rank(x: Array, rank: int) -> None:
    """Raise a LayerError unless `x` has `rank` axes, the batch included."""
    if x.ndim != rank:
        raise LayerError(
            "engine.rank",
            "expected an array with {expected} axes, the batch included, not one of shape {shape}",
            expected=rank,
            shape=x.shape,
        )


def check_axes(x: Array, least: int) -> None:
    """Raise a LayerError unless `x` has at least `least` axes, the batch included."""
    if x.ndim < least:
        raise LayerError(
            "engine.few_axes",
            "expected an array with at least {least} axes, the batch included, not one of shape {shape}",
            least=least,
            shape=x.shape,
        )


def check_vector(vector: Array | None, length: int) -> None:
    """Raise a LayerError if there is a `vector` whose shape is not (length,): a bias, or one number per channel."""
    if vector is not None and vector.shape != (length,):
        raise LayerError(
            "engine.vector_shape",
            "expected {length} numbers, one for each channel, not an array of shape {shape}",
            length=length,
            shape=vector.shape,
        )


def check_inexact(x: Array, operation: str) -> None:
    """Raise a TypeError for an array of `Fraction`, as NumPy does for exp, log and sqrt: the result is no fraction."""
    if x.dtype == object:
        raise TypeError(f"{operation} of fractions is no fraction")


def per_channel(vector: Array, x: Array) -> Array:
    """Return a `vector` (C,) so that it meets the channels of `x` (N, C, ...): (C, 1, ...)."""
    return vector.reshape(-1, *[1] * (x.ndim - 2))


def check_gradient(dy: Array, shape: tuple[int, ...]) -> None:
    """Raise a LayerError unless `dy` has the `shape` of the output that it is the gradient of."""
    if dy.shape != shape:
        raise LayerError(
            "engine.gradient_shape",
            "dy must have the shape of the output, {expected}, not {found}",
            expected=shape,
            found=dy.shape,
        )
