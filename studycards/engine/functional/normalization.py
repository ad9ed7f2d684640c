"""Normalizations that look at one image at a time: layer, group and instance normalization.

Each takes some values of an image to mean 0 and variance 1, then scales and shifts them by what is learned. They differ
in which values belong together. A standard deviation is a root: NumPy refuses it on arrays of `Fraction` (TypeError).
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_axes, check_gradient, check_vector, per_channel
from studycards.engine.functional._moments import standardize, standardize_backward
from studycards.engine.functional.batch_norm import batch_norm, batch_norm_backward

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array, Gradients


def layer_norm(
    x: Array,
    normalized_shape: int | tuple[int, ...],
    weight: Array | None = None,
    bias: Array | None = None,
    eps: float | Fraction = 1e-5,
) -> Array:
    """Return `weight * (x - mean) / sqrt(var + eps) + bias`, mean and biased variance over the last axes.

    Args:
        x: (..., *normalized_shape).
        normalized_shape: the lengths of the last axes, which are normalized together.
        weight: of the shape `normalized_shape`, the scale; 1 where it is None.
        bias: of the shape `normalized_shape`, the shift; 0 where it is None.
        eps: keeps the root away from 0.

    Raises:
        LayerError: the shapes do not fit.
    """
    y, _ = standardize(x, _last_axes(x, normalized_shape, weight, bias), eps)
    if weight is not None:
        y = y * weight
    return y if bias is None else y + bias


def layer_norm_backward(
    dy: Array,
    x: Array,
    normalized_shape: int | tuple[int, ...],
    weight: Array | None = None,
    bias: Array | None = None,
    eps: float | Fraction = 1e-5,
) -> Gradients:
    """Return the gradients of `x` and, where they are there, of `weight` and `bias`.

    With n the normalized values and dn = weight * dy: dx = (dn - mean(dn) - n * mean(dn * n)) / sqrt(var + eps),
    dweight = sum of dy * n over what is not normalized, dbias = sum of dy.
    """
    check_gradient(dy, x.shape)
    axes = _last_axes(x, normalized_shape, weight, bias)
    normalized, root = standardize(x, axes, eps)
    gradients = {"x": standardize_backward(dy if weight is None else dy * weight, normalized, root, axes)}
    other_axes = tuple(range(x.ndim - len(axes)))
    if weight is not None:
        gradients["weight"] = (dy * normalized).sum(other_axes)
    if bias is not None:
        gradients["bias"] = dy.sum(other_axes)
    return gradients


def group_norm(
    x: Array,
    num_groups: int,
    weight: Array | None = None,
    bias: Array | None = None,
    eps: float | Fraction = 1e-5,
) -> Array:
    """Return `weight * (x - mean) / sqrt(var + eps) + bias`, mean and biased variance over a group of channels.

    Args:
        x: (N, C, ...).
        num_groups: into how many groups of neighbours the channels are divided.
        weight: (C,), the scale; 1 where it is None.
        bias: (C,), the shift; 0 where it is None.
        eps: keeps the root away from 0.

    Raises:
        LayerError: the shapes do not fit, or the groups do not divide the channels.
    """
    _check_groups(x, num_groups, weight, bias)
    normalized, _ = standardize(_grouped(x, num_groups), (2,), eps)
    y = normalized.reshape(x.shape)
    if weight is not None:
        y = y * per_channel(weight, x)
    return y if bias is None else y + per_channel(bias, x)


def group_norm_backward(
    dy: Array,
    x: Array,
    num_groups: int,
    weight: Array | None = None,
    bias: Array | None = None,
    eps: float | Fraction = 1e-5,
) -> Gradients:
    """Return the gradients of `x` and, where they are there, of `weight` and `bias`.

    With n the normalized values and dn = weight * dy: dx = (dn - mean(dn) - n * mean(dn * n)) / sqrt(var + eps) in
    each group, dweight = sum of dy * n over the batch and the positions, dbias = sum of dy.
    """
    check_gradient(dy, x.shape)
    _check_groups(x, num_groups, weight, bias)
    normalized, root = standardize(_grouped(x, num_groups), (2,), eps)
    dn = dy if weight is None else dy * per_channel(weight, x)
    gradients = {"x": standardize_backward(_grouped(dn, num_groups), normalized, root, (2,)).reshape(x.shape)}
    axes = (0, *range(2, x.ndim))
    if weight is not None:
        gradients["weight"] = (dy * normalized.reshape(x.shape)).sum(axes)
    if bias is not None:
        gradients["bias"] = dy.sum(axes)
    return gradients


def instance_norm(
    x: Array,
    running_mean: Array | None = None,
    running_var: Array | None = None,
    weight: Array | None = None,
    bias: Array | None = None,
    *,
    use_input_stats: bool = True,
    eps: float | Fraction = 1e-5,
) -> Array:
    """Return `weight * (x - mean) / sqrt(var + eps) + bias`, mean and biased variance over one channel of one image.

    Args:
        x: (N, C, ...), at least one axis of positions.
        running_mean: (C,), the mean unless `use_input_stats`.
        running_var: (C,), the variance unless `use_input_stats`.
        weight: (C,), the scale; 1 where it is None.
        bias: (C,), the shift; 0 where it is None.
        use_input_stats: normalize by the image itself; else by the running statistics, as `batch_norm` does.
        eps: keeps the root away from 0.

    Raises:
        LayerError: the shapes do not fit, or there is one position only.
    """
    if not use_input_stats:
        return batch_norm(x, running_mean, running_var, weight, bias, eps=eps)
    _check_positions(x)
    return group_norm(x, x.shape[1], weight, bias, eps)


def instance_norm_backward(
    dy: Array,
    x: Array,
    running_mean: Array | None = None,
    running_var: Array | None = None,
    weight: Array | None = None,
    bias: Array | None = None,
    *,
    use_input_stats: bool = True,
    eps: float | Fraction = 1e-5,
) -> Gradients:
    """Return the gradients of `x` and, where they are there, of `weight` and `bias`: as of groups of one channel."""
    check_gradient(dy, x.shape)
    if not use_input_stats:
        return batch_norm_backward(dy, x, running_mean, running_var, weight, bias, eps=eps)
    _check_positions(x)
    return group_norm_backward(dy, x, x.shape[1], weight, bias, eps)


def _last_axes(
    x: Array, normalized_shape: int | tuple[int, ...], weight: Array | None, bias: Array | None
) -> tuple[int, ...]:
    """Return the axes that `normalized_shape` names, counted from the front; refuse what does not have this shape."""
    shape = (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)
    found = [x.shape[-len(shape) :], *(array.shape for array in (weight, bias) if array is not None)]
    if not shape or any(other != shape for other in found):
        raise LayerError(
            "engine.normalized_shape",
            "layer_norm over {expected} needs these last axes of the input and this weight and bias, not {found}",
            expected=shape,
            found=", ".join(map(str, found)),
        )
    return tuple(range(x.ndim - len(shape), x.ndim))


def _grouped(x: Array, num_groups: int) -> Array:
    """Return `x` (N, C, ...) as (N, groups, values of a group)."""
    return x.reshape(len(x), num_groups, prod(x.shape[1:]) // num_groups)


def _check_groups(x: Array, num_groups: int, *vectors: Array | None) -> None:
    check_axes(x, 2)
    channels = x.shape[1]
    if num_groups < 1 or channels % num_groups:
        raise LayerError(
            "engine.norm_groups",
            "num_groups={groups} must divide the {channels} channels",
            groups=num_groups,
            channels=channels,
        )
    if x.size == num_groups:
        raise LayerError(
            "engine.group_of_one",
            "a group needs more than one value to be normalized: the shape {shape} has {groups} groups",
            shape=x.shape,
            groups=num_groups,
        )
    for vector in vectors:
        check_vector(vector, channels)


def _check_positions(x: Array) -> None:
    check_axes(x, 3)
    if prod(x.shape[2:]) == 1:
        raise LayerError(
            "engine.one_position",
            "instance_norm needs more than one position in a channel, not the shape {shape}",
            shape=x.shape,
        )
