"""What all operations share: the type of an array and numbers that keep an array's own kind."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from studycards.engine.errors import LayerError

Array = npt.NDArray[Any]
"""float32, float64, complex128 (complex-step derivatives) or object (exact, of `Fraction`)."""

Gradients = dict[str, Array]
"""The gradient of each argument, under the argument's name."""


def scalar(value: float | Fraction, like: Array) -> float | Fraction:
    """Return `value` as a number that changes no dtype: a `Fraction` beside objects, else a Python float.

    An exact array takes a float as it is written: 0.1 is 1/10, not the nearest binary fraction.
    """
    return Fraction(str(value)) if like.dtype == object else float(value)


def scalars(values: list[int], like: Array) -> Array:
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


def check_vector(vector: Array | None, length: int) -> None:
    """Raise a LayerError if there is a `vector` whose shape is not (length,): a bias, or one number per channel."""
    if vector is not None and vector.shape != (length,):
        raise LayerError(
            "engine.vector_shape",
            "expected {length} numbers, one for each channel, not an array of shape {shape}",
            length=length,
            shape=vector.shape,
        )
