"""The operations pass the backend node tests of the ONNX project: a suite that nobody here wrote, forward only.

An adapter for each operator says what its attributes mean in the words of PyTorch. `CANNOT_APPLY` lists the cases that
ask for something that is not ours, each with the reason; all the others must pass.
"""

from __future__ import annotations

import math
from fnmatch import fnmatch
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it
from studycards.engine.optim import SGD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from studycards.engine.functional._arrays import Array

    Adapter = Callable[..., tuple[Array, ...]]

CANNOT_APPLY = {
    "test_averagepool_3d_*": "three axes of positions: our maps have one or two",
    "test_maxpool_3d_*": "three axes of positions: our maps have one or two",
    "test_convtranspose_3d": "three axes of positions: our maps have one or two",
    "test_averagepool_2d_dilations": "average pooling with dilation: PyTorch has none",
    "test_averagepool_2d_ceil_last_window_starts_on_pad": "a window that starts in the padding: PyTorch drops it",
    "test_adam*": "the step 0 of ONNX, whose means are not corrected: PyTorch counts from 1",
    "test_hardsigmoid*": "slope and shift are attributes: PyTorch's are 1/6 and 1/2",
    "test_flatten_axis[023]": "two axes are left of any axis: ours keeps the batch",
    "test_flatten_negative_axis[124]": "two axes are left of any axis: ours keeps the batch",
    "test_dropout_*": "not in training: there is nothing to compute",
    "test_training_dropout": "the mask is drawn inside and not told",
    "test_training_dropout_default": "the mask is drawn inside and not told",
    "test_training_dropout_zero_ratio": "the mask is drawn inside and not told",
    "test_resize_*cubic*": "cubic interpolation",
    "test_resize_*antialias": "antialiasing",
    "test_resize_tf_crop_and_resize*": "a part of the map is resized: crop first",
    "test_resize_*half_pixel": "places of cells by another rule than PyTorch's",
    "test_resize_*symmetric": "places of cells by another rule than PyTorch's",
    "test_resize_downsample_scales_linear_align_corners": "aligns corners of a map of 1.2 x 2.4 cells",
    "test_resize_*nearest_floor_align_corners": "nearest with aligned corners: PyTorch has none",
    "test_resize_*asymmetric": "nearest that rounds up: PyTorch rounds down",
    "test_resize_downsample_*_nearest*": "nearest around half pixels: PyTorch's starts at the corner",
    "test_resize_upsample_sizes_nearest_not_*": "the sizes are bounds, and the shape of the map is kept",
}


class Node(NamedTuple):
    """A case: its name, its arrays in the order of the operator (None where one is left out), and its attributes."""

    name: str
    inputs: list[Array | None]
    attributes: dict[str, Any]
    outputs: dict[int, Array]


def same(function: Callable[..., Array], **names: str) -> Adapter:
    """Return the adapter of an operator that differs from `function` in the names of its attributes only."""

    def adapted(*arrays: Array, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401 - of any operator
        return (function(*arrays, **{names.get(name, name): value for name, value in attributes.items()}),)

    return adapted


def margins(sizes: Sequence[int], kernel: Sequence[int], attributes: dict[str, Any]) -> list[tuple[int, int]]:
    """Return the padding before and after each axis. SAME gives a size divided by the stride, rounded up."""
    axes = len(kernel)
    strides, dilations = (attributes.get(name, [1] * axes) for name in ("strides", "dilations"))
    automatic = attributes.get("auto_pad", "NOTSET")
    if automatic in {"NOTSET", "VALID"}:
        pads = attributes.get("pads", [0] * 2 * axes)
        return list(zip(pads[:axes], pads[axes:], strict=True))
    totals = [
        max(0, (math.ceil(size / stride) - 1) * stride + (width - 1) * dilation + 1 - size)
        for size, width, stride, dilation in zip(sizes, kernel, strides, dilations, strict=True)
    ]
    smaller = [(total // 2, total - total // 2) for total in totals]
    return smaller if automatic == "SAME_UPPER" else [(after, before) for before, after in smaller]


def as_torch(sides: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the padding as `pad` takes it: the last axis first."""
    return tuple(number for side in reversed(sides) for number in side)


def conv(x: Array, weight: Array, bias: Array | None = None, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    (top, left) = margins(x.shape[2:], weight.shape[2:], attributes)
    strides, dilations = (tuple(attributes.get(name, (1, 1))) for name in ("strides", "dilations"))
    return (F.conv2d(x, weight, bias, strides, (top, left), dilations, attributes.get("group", 1)),)


def conv_transpose(x: Array, weight: Array, bias: Array | None = None, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    """A row is a map with one row. The whole output is made, then what is not asked for is cut off."""
    if x.ndim == 3:
        (y,) = conv_transpose(x[:, :, None], weight[:, :, None], bias, **attributes)
        return (y[:, :, 0],)
    strides, dilations, added = (
        tuple(attributes.get(name, default))
        for name, default in (("strides", (1, 1)), ("dilations", (1, 1)), ("output_padding", (0, 0)))
    )
    y = F.conv_transpose2d(x, weight, bias, strides, 0, added, attributes.get("group", 1), dilations)
    wanted = attributes.get("output_shape")
    if attributes.get("auto_pad", "NOTSET") == "SAME_UPPER":
        wanted = [size * stride for size, stride in zip(x.shape[2:], strides, strict=True)]
    if wanted:
        surplus = [old - new for new, old in zip(wanted, y.shape[2:], strict=True)]
        sides = [(number // 2, number - number // 2) if number > 0 else (0, number) for number in surplus]
    else:
        sides = margins(x.shape[2:], weight.shape[2:], attributes)
    return (F.pad(y, as_torch([(-before, -after) for before, after in sides])),)


def max_pool(x: Array, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    """What PyTorch does not pad is padded first. The places of the maxima, a second output, are not compared."""
    kernel, options, sides = pooling(x, attributes)
    function: Callable[..., Array] = F.max_pool1d if x.ndim == 3 else F.max_pool2d
    options["dilation"] = scalar_or_pair(attributes.get("dilations", [1] * len(sides)))
    x = x.astype(np.float32)  # one case is of whole numbers, which have no -inf
    if is_padding_of_pytorch(sides, attributes):
        return (function(x, kernel, padding=scalar_or_pair([before for before, _ in sides]), **options),)
    return (function(F.pad(x, as_torch(sides), value=-math.inf), kernel, **options),)


def average_pool(x: Array, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    """What PyTorch does not pad is padded first, and the mean of what is no padding is a quotient of means."""
    kernel, options, sides = pooling(x, attributes)
    function: Callable[..., Array] = F.avg_pool1d if x.ndim == 3 else F.avg_pool2d
    counted = bool(attributes.get("count_include_pad", 0))
    if is_padding_of_pytorch(sides, attributes):
        padding = scalar_or_pair([before for before, _ in sides])
        return (function(x, kernel, padding=padding, count_include_pad=counted, **options),)
    total, inside = (function(F.pad(array, as_torch(sides)), kernel, **options) for array in (x, np.ones_like(x)))
    return (total if counted else total / inside,)


def pooling(x: Array, attributes: dict[str, Any]) -> tuple[Any, dict[str, Any], list[tuple[int, int]]]:
    """Return the kernel and the options that both poolings have, and the padding at the sides."""
    kernel = attributes["kernel_shape"]
    sides = margins(x.shape[2:], kernel, attributes)
    stride = scalar_or_pair(attributes.get("strides", [1] * len(kernel)))
    return scalar_or_pair(kernel), {"stride": stride, "ceil_mode": bool(attributes.get("ceil_mode", 0))}, sides


def is_padding_of_pytorch(sides: list[tuple[int, int]], attributes: dict[str, Any]) -> bool:
    """Return whether padding is the same on both sides and at most half the kernel."""
    kernel = attributes["kernel_shape"]
    return all(before == after and 2 * before <= size for (before, after), size in zip(sides, kernel, strict=True))


def scalar_or_pair(numbers: Sequence[int]) -> int | tuple[int, ...]:
    """Return the option of one axis as a number, that of two as a pair."""
    return numbers[0] if len(numbers) == 1 else tuple(numbers)


def softmax(x: Array, axis: int = -1, *, function: Callable[..., Array]) -> tuple[Array, ...]:
    return (function(x, axis),)


def gelu(x: Array, approximate: str = "none") -> tuple[Array, ...]:
    return (F.gelu(x, "tanh" if approximate == "tanh" else "none"),)


def batch_norm(
    x: Array,
    weight: Array,
    bias: Array,
    mean: Array,
    variance: Array,
    **attributes: Any,  # noqa: ANN401
) -> tuple[Array, ...]:
    """In ONNX momentum weighs the old statistics, and the variance that is kept is biased: it is not compared."""
    training = bool(attributes.get("training_mode", 0))
    y = F.batch_norm(x, mean, variance, weight, bias, training=training, eps=attributes.get("epsilon", 1e-5))
    if not training:
        return (y,)
    return (y, F.running_statistics(x, mean, variance, 1 - attributes.get("momentum", 0.9))[0])


def layer_norm(
    x: Array, weight: Array, bias: Array | None = None, axis: int = -1, epsilon: float = 1e-5
) -> tuple[Array, ...]:
    """Mean and inverse deviation, more outputs, are not compared."""
    return (F.layer_norm(x, x.shape[axis:], weight, bias, epsilon),)


def group_norm(x: Array, weight: Array, bias: Array, num_groups: int, epsilon: float = 1e-5) -> tuple[Array, ...]:
    return (F.group_norm(x, num_groups, weight, bias, epsilon),)


def instance_norm(x: Array, weight: Array, bias: Array, epsilon: float = 1e-5) -> tuple[Array, ...]:
    return (F.instance_norm(x, None, None, weight, bias, eps=epsilon),)


def gemm(a: Array, b: Array, c: Array | None = None, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    """A row of numbers is a bias; whatever else is added comes afterwards."""
    x = (a.T if attributes.get("transA") else a) * attributes.get("alpha", 1)
    weight = b if attributes.get("transB") else b.T
    if c is None:
        return (F.linear(x, weight),)
    scaled = c * np.float32(attributes.get("beta", 1))
    if c.shape == (1, len(weight)):
        return (F.linear(x, weight, scaled[0]),)
    return (F.add(F.linear(x, weight), scaled),)


def flatten(x: Array, axis: int = 1) -> tuple[Array, ...]:
    assert axis % x.ndim == 1
    return (F.flatten(x),)


def concat(*arrays: Array, axis: int) -> tuple[Array, ...]:
    return (F.concat(arrays, axis),)


def pad(
    x: Array, pads: Array, value: Array | None = None, axes: Array | None = None, mode: str = "constant"
) -> tuple[Array, ...]:
    sides = [(0, 0)] * x.ndim
    for axis, side in zip(range(x.ndim) if axes is None else axes, pads.reshape(2, -1).T, strict=True):
        sides[int(axis)] = (int(side[0]), int(side[1]))
    names: dict[str, Any] = {"edge": "replicate", "wrap": "circular"}
    if mode != "constant":
        return (F.pad(x, as_torch(sides[2:]), names.get(mode, mode)),)
    return (F.pad(x, as_torch(sides), value=0.0 if value is None else float(value)),)


def resize(
    x: Array,
    _roi: Array | None,
    scales: Array | None = None,
    sizes: Array | None = None,
    **attributes: Any,  # noqa: ANN401
) -> tuple[Array, ...]:
    """`axes` name those of the scales, (2, 3) or (3, 2)."""
    order = np.argsort(attributes.get("axes", [0, 1, 2, 3]))[-2:]
    options: dict[str, Any] = {"mode": "nearest"}
    if attributes.get("mode") == "linear":
        align = attributes.get("coordinate_transformation_mode") == "align_corners"
        options = {"mode": "bilinear", "align_corners": align}
    if scales is None:
        assert sizes is not None
        return (F.interpolate(x, (int(sizes[order[0]]), int(sizes[order[1]])), **options),)
    return (F.interpolate(x, None, (float(scales[order[0]]), float(scales[order[1]])), **options),)


def dropout(x: Array, ratio: Array | None = None, *_training: Array, mask: Array, seed: int = 0) -> tuple[Array, ...]:  # noqa: ARG001
    """The mask that ONNX drew."""
    return (F.dropout(x, mask, 0.5 if ratio is None else float(ratio)),)


def classification(
    x: Array,
    target: Array,
    weight: Array | None = None,
    *,
    function: Callable[..., Array],
    ignore_index: int = -100,
    reduction: str = "mean",
) -> tuple[Array, ...]:
    """The logarithms are the second output of softmax and cross-entropy."""
    loss = function(x, target, weight, ignore_index=ignore_index, reduction=reduction)
    return (loss, F.log_softmax(x)) if function is F.cross_entropy else (loss,)


def momentum(rate: Array, _step: Array, *arrays: Array, **attributes: Any) -> tuple[Array, ...]:  # noqa: ANN401
    """Parameters, gradients and velocities follow each other. In their first step dampening is not there."""
    optimizer = SGD(
        float(rate),
        attributes["alpha"],
        weight_decay=attributes["norm_coefficient"],
        nesterov=attributes["mode"] == "nesterov",
    )
    count = len(arrays) // 3
    steps = [optimizer.step(*arrays[first::count]) for first in range(count)]
    return (*(parameter for parameter, _ in steps), *(velocity for _, velocity in steps if velocity is not None))


ADAPTERS: dict[str, Adapter] = {
    "Add": same(F.add),
    "AveragePool": average_pool,
    "BatchNormalization": batch_norm,
    "Concat": concat,
    "Conv": conv,
    "ConvTranspose": conv_transpose,
    "Dropout": dropout,
    "Elu": same(F.elu),
    "Flatten": flatten,
    "Gelu": gelu,
    "Gemm": gemm,
    "GlobalAveragePool": same(F.global_avg_pool2d),
    "GlobalMaxPool": same(F.global_max_pool2d),
    "GroupNormalization": group_norm,
    "HardSwish": same(F.hardswish),
    "InstanceNormalization": instance_norm,
    "LRN": same(F.local_response_norm, bias="k"),
    "LayerNormalization": layer_norm,
    "LeakyRelu": same(F.leaky_relu, alpha="negative_slope"),
    "LogSoftmax": partial(softmax, function=F.log_softmax),
    "MaxPool": max_pool,
    "Momentum": momentum,
    "Mul": same(F.multiply),
    "NegativeLogLikelihoodLoss": partial(classification, function=F.nll_loss),
    "Pad": pad,
    "Relu": same(F.relu),
    "Resize": resize,
    "Sigmoid": same(F.sigmoid),
    "Softmax": partial(softmax, function=F.softmax),
    "SoftmaxCrossEntropyLoss": partial(classification, function=F.cross_entropy),
    "Softplus": same(F.softplus),
    "Swish": lambda x, alpha: (F.silu(x * alpha) / alpha,),
    "Tanh": same(F.tanh),
}

OPERATORS = (*ADAPTERS, "Adam", "HardSigmoid")
"""Those that ours have cases of, none of which applies to the last two."""

MODULES = {
    "BatchNormalization": "batch_normalization",
    "InstanceNormalization": "instance_normalization",
    "SoftmaxCrossEntropyLoss": "softmax_cross_entropy_loss",
}
"""Where the cases of an operator are, if not in the module of its name."""


def nodes(operator: str) -> Iterator[Node]:
    """Yield the cases of an operator: importing their module makes them, the numbers drawn from a fixed seed.

    Those that spell out an operator as a graph of simpler ones are left out.
    """
    from onnx.backend.test.case import node as suite  # noqa: PLC0415 - 0.4 s, needed only when these tests run
    from onnx.helper import get_attribute_value  # noqa: PLC0415

    import_module(f"{suite.__name__}.{MODULES.get(operator, operator.lower())}")
    for case in suite._NodeTestCases:  # noqa: SLF001 - the loader of ONNX makes the cases of all operators, 6 s
        node, *others = case.model.graph.node
        if node.op_type != operator or others:
            continue
        ((inputs, outputs),) = case.data_sets
        arrays, results = iter(inputs), iter(outputs)
        yield Node(
            case.name,
            [next(arrays) if name else None for name in node.input],
            {attribute.name: plain(get_attribute_value(attribute)) for attribute in node.attribute},
            {place: next(results) for place, name in enumerate(node.output) if name},
        )


def plain(value: Any) -> Any:  # noqa: ANN401 - an attribute
    """Return an attribute as Python has it: text is bytes in ONNX."""
    return value.decode() if isinstance(value, bytes) else value


def reason(node: Node) -> str | None:
    """Return why a case cannot apply, or None."""
    return next((why for pattern, why in CANNOT_APPLY.items() if fnmatch(node.name, pattern)), None)


@pytest.mark.parametrize("operator", ADAPTERS)
def test_the_cases_of_onnx_pass(operator: str) -> None:
    """All that apply, to five digits: the cases are in single precision."""
    applying = [node for node in nodes(operator) if reason(node) is None]

    assert applying
    for node in applying:
        arguments = {"mask": node.outputs[1]} if operator == "Dropout" else {}
        results = ADAPTERS[operator](*node.inputs, **node.attributes, **arguments)
        for place, result in enumerate(results):
            if place in node.outputs:
                wanted = node.outputs[place]
                assert result.shape == wanted.shape, node.name
                np.testing.assert_allclose(result, wanted, rtol=1e-5, atol=1e-6, err_msg=node.name)


def test_every_reason_is_about_a_case() -> None:
    names = [node.name for operator in OPERATORS for node in nodes(operator)]

    for pattern in CANNOT_APPLY:
        assert any(fnmatch(name, pattern) for name in names), pattern
