"""From floats to the fractions that they stand for, and back: answers are compared exactly."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.layers import written_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.functional._arrays import Array

Nested: TypeAlias = "Fraction | tuple[Nested, ...]"
"""One number, or the parts along one axis."""

LARGEST_DENOMINATOR = 10_000
NEAR = 1e-12
"""Sums and products of hand-sized numbers are off by less, relative to the number or to 1.

Of numbers that are no such fraction (roots, logarithms) about one in 10,000 lies as near to one by chance, and then the
two differ in the thirteenth digit only.
"""

DIGITS = 12
"""Decimal places of what is no simple fraction: equal values that were computed in two ways stay equal."""


@lru_cache(4096)  # 10 µs each, and the same few numbers come again and again
def fraction_of(value: float) -> Fraction:
    """Return the simple fraction that `value` was meant to be: 0.1 + 0.2 is 3/10; else a rounded decimal."""
    simple = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    near = abs(float(simple) - value) <= NEAR * max(1.0, abs(value))
    return simple if near else Fraction(f"{value:.{DIGITS}f}")


def tensor_of(array: Array) -> Nested:
    """Return an array as tuples in tuples, without its leading axes of size 1: (1, 1, 2, 2) is 2×2, (1,) a number.

    Raises:
        LayerError: a cell is infinite or no number.
    """
    if not np.isfinite(array).all():
        raise LayerError("engine.not_finite", "a value is infinite or no number")
    return _nested(array.reshape(seen_shape(array.shape)).tolist())


def seen_shape(shape: Sequence[int]) -> tuple[int, ...]:
    """Return a shape without its leading axes of size 1."""
    sizes = list(shape)
    while sizes[:1] == [1]:
        del sizes[0]
    return tuple(sizes)


def array_of(nested: Nested, shape: tuple[int, ...], name: str) -> Array:
    """Return `nested` as an array of `shape`, whose leading axes of size 1 may be left out; one number fills all cells.

    Raises:
        LayerError: the shapes differ; the error says it of `name`.
    """
    given = np.array(_floats(nested))
    if given.ndim == 0:
        return np.full(shape, given)
    if seen_shape(given.shape) != seen_shape(shape):
        raise LayerError(
            "engine.array_needed_shape",
            "{name} must have the shape {expected}, not {found}",
            name=name,
            expected=written_shape(seen_shape(shape) or (1,)),
            found=written_shape(given.shape),
        )
    return given.reshape(shape)


def _nested(value: float | list[object]) -> Nested:
    return tuple(map(_nested, value)) if isinstance(value, list) else fraction_of(value)  # type: ignore[arg-type]


def _floats(nested: Nested) -> float | list[object]:
    return list(map(_floats, nested)) if isinstance(nested, tuple) else float(nested)
