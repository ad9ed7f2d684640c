"""Values of several layers brought together: added, multiplied, or one behind the other; and channels shuffled."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient
from studycards.engine.windows import check_least

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.functional._arrays import Array, Gradients


def add(x: Array, other: Array) -> Array:
    """Return `x + other`: of one shape, or broadcast, as (N, C, 1, 1) over (N, C, H, W).

    Raises:
        LayerError: the shapes cannot be broadcast.
    """
    _broadcast_shape(x, other)
    y: Array = x + other
    return y


def add_backward(dy: Array, x: Array, other: Array) -> Gradients:
    """Return the gradients of `x` and `other`: `dy`, summed over the axes along which a value was used again."""
    check_gradient(dy, _broadcast_shape(x, other))
    return {"x": _summed_to(x.shape, dy), "other": _summed_to(other.shape, dy)}


def multiply(x: Array, other: Array) -> Array:
    """Return `x * other`: of one shape, or broadcast, as (N, C, 1, 1) over (N, C, H, W) in squeeze-and-excite.

    Raises:
        LayerError: the shapes cannot be broadcast.
    """
    _broadcast_shape(x, other)
    y: Array = x * other
    return y


def multiply_backward(dy: Array, x: Array, other: Array) -> Gradients:
    """Return the gradients: `dy * other` and `dy * x`, summed over the axes along which a value was used again."""
    check_gradient(dy, _broadcast_shape(x, other))
    return {"x": _summed_to(x.shape, dy * other), "other": _summed_to(other.shape, dy * x)}


def concat(tensors: Sequence[Array], dim: int = 0) -> Array:
    """Return the arrays one behind the other along axis `dim`; the channels of maps are axis 1.

    Raises:
        LayerError: there is no array, no such axis, or another axis differs.
    """
    _check_concat(tensors, dim)
    return np.concatenate(tensors, dim)


def concat_backward(dy: Array, tensors: Sequence[Array], dim: int = 0) -> dict[str, list[Array]]:
    """Return the gradients of the `tensors`: `dy` cut where they meet."""
    axis, lengths = _check_concat(tensors, dim)
    shape = tensors[0].shape
    check_gradient(dy, (*shape[:axis], sum(lengths), *shape[axis + 1 :]))
    parts = [slice(first, end) for first, end in pairwise(accumulate(lengths, initial=0))]
    return {"tensors": [dy[(slice(None),) * axis + (part,)] for part in parts]}


def channel_shuffle(x: Array, groups: int) -> Array:
    """Return `x` (N, C, ...) with its channels dealt out: the first of each group, the second of each group, ...

    Raises:
        LayerError: `groups` does not divide the channels, or there is nothing behind them.
    """
    _check_shuffle(x, groups)
    return _dealt(x, groups)


def channel_shuffle_backward(dy: Array, x: Array, groups: int) -> Gradients:
    """Return the gradient of `x`: the channels of `dy` dealt back, as into C/groups groups."""
    _check_shuffle(x, groups)
    check_gradient(dy, x.shape)
    return {"x": _dealt(dy, x.shape[1] // groups)}


def _dealt(x: Array, groups: int) -> Array:
    N, C, *size = x.shape
    return x.reshape(N, groups, C // groups, *size).swapaxes(1, 2).reshape(x.shape)


def _summed_to(shape: tuple[int, ...], gradient: Array) -> Array:
    """Return the sum of a gradient over the axes along which an array of `shape` was broadcast."""
    new = gradient.ndim - len(shape)
    axes = [axis for axis in range(gradient.ndim) if axis < new or shape[axis - new] != gradient.shape[axis]]
    return gradient.sum(tuple(axes), keepdims=True).reshape(shape) if axes else gradient


def _broadcast_shape(x: Array, other: Array) -> tuple[int, ...]:
    try:
        return np.broadcast_shapes(x.shape, other.shape)
    except ValueError:
        raise LayerError(
            "engine.broadcast", "shapes {first} and {second} do not match", first=x.shape, second=other.shape
        ) from None


def _check_concat(tensors: Sequence[Array], dim: int) -> tuple[int, list[int]]:
    """Return the axis, counted from the front, and how long each array is along it."""
    if not tensors:
        raise LayerError("engine.concat_nothing", "concat needs at least one array")
    shapes = [array.shape for array in tensors]
    axes = len(shapes[0])
    if not -axes <= dim < axes:
        raise LayerError("engine.no_such_axis", "there is no axis {dim} in the shape {shape}", dim=dim, shape=shapes[0])
    axis = dim % axes
    for shape in shapes:
        if (*shape[:axis], *shape[axis + 1 :]) != (*shapes[0][:axis], *shapes[0][axis + 1 :]) or len(shape) != axes:
            raise LayerError(
                "engine.concat_shapes",
                "shapes {first} and {second} differ in more than axis {dim}",
                first=shapes[0],
                second=shape,
                dim=dim,
            )
    return axis, [shape[axis] for shape in shapes]


def _check_shuffle(x: Array, groups: int) -> None:
    check_least(1, groups=groups)
    if x.ndim < 3:
        raise LayerError(
            "engine.shuffle_axes", "channel_shuffle needs axes behind the channels, not {shape}", shape=x.shape
        )
    if x.shape[1] % groups:
        raise LayerError(
            "engine.groups_inputs",
            "groups={groups} does not divide the {channels} input channels: {channels} mod {groups} = {rest}",
            groups=groups,
            channels=x.shape[1],
            rest=x.shape[1] % groups,
        )
