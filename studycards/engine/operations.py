"""The one place where a layer meets the functions that compute it."""

from __future__ import annotations

from dataclasses import fields
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from studycards.engine import functional
from studycards.engine.layers import (
    Add,
    BatchNorm2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Crop,
    Dropout,
    DropPath,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    GroupNorm,
    Identity,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    Linear,
    Multiply,
    Pad,
    Slice,
    Upsample,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.layers import Layer

SEEN_IN_THE_WEIGHT = {"out_channels", "out_features", "kernel_size", "bias"}
"""Options of a layer that a function takes from the shape of its weight instead."""


class Operation(NamedTuple):
    """A function of the inputs and `arguments` with its options, and the backward that takes dy before the same.

    The backward gives the gradient of a sole input as `x`, and those of several in their order as `x0`, `x1`, ...
    """

    forward: Callable[..., Array]
    backward: Callable[..., Gradients]
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = {}


def operation(layer: Layer, arrays: Mapping[str, Array]) -> Operation:
    """Return what computes `layer` with its own `arrays`: the function of its name, unless the two differ somewhere."""
    special = _SPECIAL.get(type(layer))
    return special(layer, arrays) if special else _by_name(layer, arrays)


def _by_name(layer: Layer, arrays: Mapping[str, Array]) -> Operation:
    options = _options(layer)
    if isinstance(layer, Conv2d | ConvTranspose2d | Linear):
        options = {option: value for option, value in options.items() if option not in SEEN_IN_THE_WEIGHT}
    taken = (arrays["weight"], arrays.get("bias")) if "weight" in arrays else tuple(arrays.values())
    forward, backward = getattr(functional, layer.kind), getattr(functional, f"{layer.kind}_backward")
    return Operation(forward, backward, taken, options)


def _dropout(layer: Dropout, arrays: Mapping[str, Array]) -> Operation:
    """Return dropout with the mask that was given; without one it changes nothing."""
    return _by_name(layer, arrays) if "mask" in arrays else UNCHANGED


def _global_pool(layer: Layer, _arrays: Mapping[str, Array]) -> Operation:
    return Operation(_global, _global_backward, (layer.kind,))


def _pad(layer: Pad, _arrays: Mapping[str, Array]) -> Operation:
    value = layer.value if layer.mode == "constant" else None
    return Operation(functional.pad, functional.pad_backward, (layer.sides, layer.mode, value))


def _upsample(layer: Upsample, _arrays: Mapping[str, Array]) -> Operation:
    return Operation(functional.interpolate, functional.interpolate_backward, (), _options(layer))


def _slice(layer: Slice, _arrays: Mapping[str, Array]) -> Operation:
    return Operation(_cut, _cut_backward, (layer.start, layer.stop))


def _batch_norm(layer: BatchNorm2d, arrays: Mapping[str, Array]) -> Operation:
    """Return batch norm by the running statistics where both are given, else by those of the batch."""
    taken = tuple(arrays.get(name) for name in ("running_mean", "running_var", "weight", "bias"))
    options = {"training": taken[0] is None or taken[1] is None, "eps": layer.eps}
    return Operation(functional.batch_norm, functional.batch_norm_backward, taken, options)


def _instance_norm(layer: InstanceNorm2d, arrays: Mapping[str, Array]) -> Operation:
    taken = (None, None, arrays.get("weight"), arrays.get("bias"))
    return Operation(functional.instance_norm, functional.instance_norm_backward, taken, {"eps": layer.eps})


def _group_norm(layer: GroupNorm, arrays: Mapping[str, Array]) -> Operation:
    taken = (layer.num_groups, arrays["weight"], arrays["bias"])
    return Operation(functional.group_norm, functional.group_norm_backward, taken, {"eps": layer.eps})


def _layer_norm(layer: LayerNorm, arrays: Mapping[str, Array]) -> Operation:
    taken = (arrays["weight"].shape, arrays["weight"], arrays["bias"])
    return Operation(functional.layer_norm, functional.layer_norm_backward, taken, {"eps": layer.eps})


def _layer_norm2d(layer: LayerNorm2d, arrays: Mapping[str, Array]) -> Operation:
    return Operation(_channel_norm, _channel_norm_backward, (arrays["weight"], arrays["bias"]), {"eps": layer.eps})


def _layer_scale(_layer: LayerScale, arrays: Mapping[str, Array]) -> Operation:
    return Operation(_scale, _scale_backward, (arrays["weight"],))


def _options(layer: Layer) -> dict[str, Any]:
    return {option.name: getattr(layer, option.name) for option in fields(layer)}


def _identity(x: Array) -> Array:
    return x


def _identity_backward(dy: Array, x: Array) -> Gradients:  # noqa: ARG001 - every backward takes what its forward took
    return {"x": dy}


def _global(x: Array, kind: str) -> Array:
    """Return (N, C): what the function of that name gives as (N, C, 1, 1)."""
    y: Array = getattr(functional, kind)(x).reshape(x.shape[:2])
    return y


def _global_backward(dy: Array, x: Array, kind: str) -> Gradients:
    gradients: Gradients = getattr(functional, f"{kind}_backward")(dy.reshape(*dy.shape, 1, 1), x)
    return gradients


def _channel_norm(x: Array, weight: Array, bias: Array, eps: float) -> Array:
    """Return the layer norm over the channels at each position of `x` (N, C, H, W)."""
    return np.moveaxis(functional.layer_norm(np.moveaxis(x, 1, -1), weight.shape, weight, bias, eps), -1, 1)


def _channel_norm_backward(dy: Array, x: Array, weight: Array, bias: Array, eps: float) -> Gradients:
    last = np.moveaxis(dy, 1, -1), np.moveaxis(x, 1, -1)
    gradients = functional.layer_norm_backward(*last, weight.shape, weight, bias, eps)
    return gradients | {"x": np.moveaxis(gradients["x"], -1, 1)}


def _scale(x: Array, weight: Array) -> Array:
    """Return `x` (N, C, H, W) with each channel times its `weight` (C,)."""
    return x * weight.reshape(-1, 1, 1)


def _scale_backward(dy: Array, x: Array, weight: Array) -> Gradients:
    return {"x": dy * weight.reshape(-1, 1, 1), "weight": (dy * x).sum((0, 2, 3))}


def _cut(x: Array, start: int, stop: int) -> Array:
    return x[:, start:stop]


def _cut_backward(dy: Array, x: Array, start: int, stop: int) -> Gradients:
    """Return `dy` where the slice was taken, 0 in the other channels."""
    dx = np.zeros(x.shape, dy.dtype)
    dx[:, start:stop] = dy
    return {"x": dx}


def _sum(*inputs: Array) -> Array:
    return reduce(functional.add, inputs)


def _sum_backward(dy: Array, *inputs: Array) -> Gradients:
    return {f"x{number}": dy for number in range(len(inputs))}


def _product_backward(dy: Array, x: Array, other: Array) -> Gradients:
    gradients = functional.multiply_backward(dy, x, other)
    return {"x0": gradients["x"], "x1": gradients["other"]}


def _concat(*inputs: Array) -> Array:
    """Return the inputs one behind the other along the channels."""
    return functional.concat(inputs, 1)


def _concat_backward(dy: Array, *inputs: Array) -> Gradients:
    parts = functional.concat_backward(dy, inputs, 1)["tensors"]
    return {f"x{number}": part for number, part in enumerate(parts)}


def _crop(x: Array, like: Array) -> Array:
    """Return the centre of `x` with the height and width of `like`, whose values do not matter."""
    _, _, height, width = like.shape
    return functional.crop(x, (height, width))


def _crop_backward(dy: Array, x: Array, like: Array) -> Gradients:
    _, _, height, width = like.shape
    return functional.crop_backward(dy, x, (height, width))


UNCHANGED = Operation(_identity, _identity_backward)

_SPECIAL: dict[type[Layer], Callable[[Any, Mapping[str, Array]], Operation]] = {
    Dropout: _dropout,
    DropPath: lambda _layer, _arrays: UNCHANGED,
    Identity: lambda _layer, _arrays: UNCHANGED,
    GlobalAvgPool2d: _global_pool,
    GlobalMaxPool2d: _global_pool,
    Pad: _pad,
    Upsample: _upsample,
    Slice: _slice,
    BatchNorm2d: _batch_norm,
    InstanceNorm2d: _instance_norm,
    GroupNorm: _group_norm,
    LayerNorm: _layer_norm,
    LayerNorm2d: _layer_norm2d,
    LayerScale: _layer_scale,
    Add: lambda _layer, _arrays: Operation(_sum, _sum_backward),
    Multiply: lambda _layer, _arrays: Operation(functional.multiply, _product_backward),
    Concat: lambda _layer, _arrays: Operation(_concat, _concat_backward),
    Crop: lambda _layer, _arrays: Operation(_crop, _crop_backward),
}
"""The layers that need more than their function called by its name."""
