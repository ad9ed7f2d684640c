"""Fully connected layers and the flattening before them. Shapes: x (N, I), weight (O, I), bias (O,), y (N, O)."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.functional._arrays import check_gradient, check_rank, check_vector

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array, Gradients


def linear(x: Array, weight: Array, bias: Array | None = None) -> Array:
    """Return `x @ weight.T + bias`.

    Raises:
        LayerError: the shapes do not fit each other.
    """
    _check(x, weight, bias)
    y = x @ weight.T
    return y if bias is None else y + bias


def linear_backward(dy: Array, x: Array, weight: Array, bias: Array | None = None) -> Gradients:
    """Return the gradients of `x`, `weight` and, where there is one, `bias`: `dy @ weight`, `dy.T @ x`, `sum of dy`."""
    _check(x, weight, bias)
    check_gradient(dy, (len(x), len(weight)))
    gradients = {"x": dy @ weight, "weight": dy.T @ x}
    return gradients if bias is None else gradients | {"bias": dy.sum(0)}


def flatten(x: Array) -> Array:
    """Return `x` (N, ...) as (N, features): channels first, then rows, then columns."""
    return x.reshape(len(x), prod(x.shape[1:]))


def flatten_backward(dy: Array, x: Array) -> Gradients:
    """Return the gradient of `x`: `dy` in the shape of `x`."""
    check_gradient(dy, (len(x), prod(x.shape[1:])))
    return {"x": dy.reshape(x.shape)}


def _check(x: Array, weight: Array, bias: Array | None) -> None:
    check_rank(x, 2)
    check_rank(weight, 2)
    if x.shape[1] != weight.shape[1]:
        raise LayerError(
            "engine.linear_features",
            "the weight takes {expected} features, but the input has {found}",
            expected=weight.shape[1],
            found=x.shape[1],
        )
    check_vector(bias, len(weight))
