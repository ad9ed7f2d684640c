"""The terms of every worked solution add up to the engine's own value, and stand where they say they stand."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it
from studycards.engine.errors import LayerError
from studycards.engine.trace import (
    OPERATIONS,
    Largest,
    Number,
    Power,
    Product,
    Quotient,
    Step,
    Sum,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace import Expression, Operation

SEEDS = st.integers(0, 2**32 - 1)
SLOW_LOOPS = settings(max_examples=25)
TOLERANCE = 1e-12


class Call(NamedTuple):
    """A call of a function of the engine."""

    function: str
    arrays: dict[str, Array]
    options: dict[str, Any]

    @property
    def exact(self) -> bool:
        return next(iter(self.arrays.values())).dtype == object


def fractions(seed: int, *shape: int) -> Array:
    """Return quarters from -3 to 3 as fractions: with zeros, and with ties."""
    numbers = np.random.default_rng(seed).integers(-12, 13, shape)
    exact: Array = np.vectorize(lambda number: Fraction(int(number), 4), otypes=[object])(numbers)
    return exact


def floats(seed: int, *shape: int) -> Array:
    return np.random.default_rng(seed).normal(0, 2, shape)


@st.composite
def sizes(draw: st.DrawFn, least: int, most: int) -> int | tuple[int, int]:
    """Draw an option for both axes at once, or for each."""
    one = st.integers(least, most)
    return draw(one | st.tuples(one, one))


@st.composite
def lines(draw: st.DrawFn) -> Call:
    """Draw an operation on (N, C, L)."""
    function = draw(st.sampled_from(["conv1d", "max_pool1d", "avg_pool1d"]))
    seed, kernel = draw(SEEDS), draw(st.integers(1, 3))
    arrays = {"x": fractions(seed, 2, 2, draw(st.integers(3, 7)))}
    options: dict[str, Any] = {"stride": draw(st.integers(1, 3))}
    if function == "conv1d":
        arrays |= {"weight": fractions(seed + 1, 2, 1, kernel), "bias": fractions(seed + 2, 2)}
        options |= {"padding": draw(st.integers(0, 2) | st.just((2, 0))), "dilation": draw(st.integers(1, 2))}
        return Call(function, arrays, {**options, "groups": 2})
    padding = draw(st.integers(0, kernel // 2))
    return Call(
        function, arrays, {**options, "kernel_size": kernel, "padding": padding, "ceil_mode": draw(st.booleans())}
    )


@st.composite
def convolutions(draw: st.DrawFn) -> Call:
    groups, per_group, filters = draw(st.sampled_from([(1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 1), (3, 1, 2)]))
    batch, kernel = draw(st.integers(1, 2)), (draw(st.integers(1, 3)), draw(st.integers(1, 3)))
    height, width, seed = draw(st.integers(3, 6)), draw(st.integers(3, 6)), draw(SEEDS)
    options: dict[str, Any] = {"stride": draw(sizes(1, 3)), "padding": draw(sizes(0, 2)), "dilation": draw(sizes(1, 2))}
    if draw(st.booleans()):
        options |= {"stride": 1, "padding": draw(st.sampled_from(["same", "valid", ((0, 1), (2, 1))]))}
    arrays = {
        "x": fractions(seed, batch, groups * per_group, height, width),
        "weight": fractions(seed + 1, groups * filters, per_group, *kernel),
    }
    if draw(st.booleans()):
        arrays["bias"] = fractions(seed + 2, groups * filters)
    mode = draw(st.sampled_from(["zeros", "reflect", "replicate", "circular"]))
    return Call("conv2d", arrays, {**options, "groups": groups, "padding_mode": mode})


@st.composite
def transposed_convolutions(draw: st.DrawFn) -> Call:
    groups, per_group, filters = draw(st.sampled_from([(1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 1)]))
    kernel, seed = (draw(st.integers(1, 3)), draw(st.integers(1, 3))), draw(SEEDS)
    stride, dilation = draw(st.integers(1, 3)), draw(st.integers(1, 2))
    output_padding = draw(st.integers(0, max(stride, dilation) - 1))
    arrays = {
        "x": fractions(seed, draw(st.integers(1, 2)), groups * per_group, draw(st.integers(2, 3)), 2),
        "weight": fractions(seed + 1, groups * per_group, filters, *kernel),
    }
    if draw(st.booleans()):
        arrays["bias"] = fractions(seed + 2, groups * filters)
    options = {"stride": stride, "padding": draw(st.integers(0, 1)), "output_padding": output_padding}
    return Call("conv_transpose2d", arrays, {**options, "groups": groups, "dilation": dilation})


@st.composite
def poolings(draw: st.DrawFn) -> Call:
    kernel = (draw(st.integers(1, 3)), draw(st.integers(1, 3)))
    padding = tuple(draw(st.integers(0, size // 2)) for size in kernel)
    x = fractions(draw(SEEDS), draw(st.integers(1, 2)), 2, draw(st.integers(3, 6)), draw(st.integers(3, 6)))
    options = {
        "kernel_size": kernel,
        "stride": draw(st.none() | sizes(1, 3)),
        "padding": padding,
        "ceil_mode": draw(st.booleans()),
    }
    if draw(st.booleans()):
        return Call("max_pool2d", {"x": x}, {**options, "dilation": draw(sizes(1, 2))})
    options["count_include_pad"] = draw(st.booleans())
    return Call("avg_pool2d", {"x": x}, {**options, "divisor_override": draw(st.none() | st.integers(1, 5))})


@st.composite
def adaptive_poolings(draw: st.DrawFn) -> Call:
    function = draw(
        st.sampled_from(["adaptive_avg_pool2d", "adaptive_max_pool2d", "global_avg_pool2d", "global_max_pool2d"])
    )
    x = fractions(draw(SEEDS), draw(st.integers(1, 2)), 2, draw(st.integers(1, 5)), draw(st.integers(1, 5)))
    output_size = draw(sizes(1, 4) | st.just((None, 2)))
    return Call(function, {"x": x}, {"output_size": output_size} if function.startswith("adaptive") else {})


@st.composite
def linear_layers(draw: st.DrawFn) -> Call:
    batch, features, units, seed = (
        draw(st.integers(1, 3)),
        draw(st.integers(1, 4)),
        draw(st.integers(1, 3)),
        draw(SEEDS),
    )
    arrays = {"x": fractions(seed, batch, features), "weight": fractions(seed + 1, units, features)}
    if draw(st.booleans()):
        arrays["bias"] = fractions(seed + 2, units)
    return Call("linear", arrays, {})


@st.composite
def norms(draw: st.DrawFn) -> Call:
    name, seed = draw(st.sampled_from(["batch_norm", "layer_norm", "group_norm", "instance_norm"])), draw(SEEDS)
    shape = (draw(st.integers(1, 2)), 4, draw(st.integers(2, 3)), 2)
    affine = shape[2:] if name == "layer_norm" else (shape[1],)
    arrays = {"x": floats(seed, *shape)}
    if name in {"batch_norm", "instance_norm"}:
        arrays |= {"running_mean": floats(seed + 1, 4), "running_var": np.abs(floats(seed + 2, 4))}
    if draw(st.booleans()):
        arrays["weight"] = floats(seed + 3, *affine)
    if draw(st.booleans()):
        arrays["bias"] = floats(seed + 4, *affine)
    options: dict[str, dict[str, Any]] = {
        "batch_norm": {"training": draw(st.booleans())},
        "layer_norm": {"normalized_shape": affine},
        "group_norm": {"num_groups": draw(st.sampled_from([1, 2, 4]))},
        "instance_norm": {"use_input_stats": draw(st.booleans())},
    }
    return Call(name, arrays, {**options[name], "eps": draw(st.sampled_from([1e-5, 0.1]))})


@st.composite
def exact_pointwise(draw: st.DrawFn) -> Call:
    name = draw(st.sampled_from(["relu", "leaky_relu", "relu6", "hardsigmoid", "hardswish", "dropout"]))
    x = fractions(draw(SEEDS), 2, 2, 2, 3)
    arrays = {"x": x, "mask": fractions(draw(SEEDS), *x.shape) > 0} if name == "dropout" else {"x": x}
    options: dict[str, dict[str, Any]] = {
        "leaky_relu": {"negative_slope": Fraction(1, 8)},
        "dropout": {"p": draw(st.sampled_from([0.25, 0.1, 1]))},
    }
    return Call(name, arrays, options.get(name, {}))


KINKS = np.array([[-3.0, 0.0, 3.0, 6.0, 1.0]])
"""Where one of the piecewise functions changes its formula."""


@st.composite
def inexact_pointwise(draw: st.DrawFn) -> Call:
    named_options: dict[str, dict[str, Any]] = {
        "elu": {"alpha": 0.5},
        "gelu": {"approximate": draw(st.sampled_from(["none", "tanh"]))},
        "log_softmax": {"dim": draw(st.sampled_from([0, 1, -1]))},
        "sigmoid": {},
        "silu": {},
        "softmax": {"dim": draw(st.sampled_from([0, 1, -1]))},
        "softplus": {"beta": 2.0, "threshold": draw(st.sampled_from([20.0, 1.0]))},
        "tanh": {},
    }
    name = draw(st.sampled_from(sorted(named_options)))
    x = draw(st.just(KINKS) | st.builds(floats, SEEDS, st.just(3), st.just(4)))
    return Call(name, {"x": x}, named_options[name])


@st.composite
def mergers(draw: st.DrawFn) -> Call:
    function, seed = draw(st.sampled_from(["add", "multiply", "concat"])), draw(SEEDS)
    if function == "concat":
        lengths = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
        return Call(
            function,
            {f"x{number}": fractions(seed + number, 1, length, 2, 2) for number, length in enumerate(lengths)},
            {},
        )
    other = draw(st.sampled_from([(2, 2, 2, 3), (2, 2, 1, 1), (1, 2, 1, 3)]))
    return Call(function, {"x0": fractions(seed, 2, 2, 2, 3), "x1": fractions(seed + 1, *other)}, {})


@st.composite
def movements(draw: st.DrawFn) -> Call:
    """Draw an operation that copies cells of x or weighs a few of them."""
    x = fractions(draw(SEEDS), draw(st.integers(1, 2)), 4, draw(st.integers(2, 4)), draw(st.integers(2, 4)))
    sides = draw(st.lists(st.integers(-1, 2), min_size=4, max_size=4))
    mode = draw(st.sampled_from(["nearest", "bilinear"]))
    choices: list[tuple[str, dict[str, Any]]] = [
        ("flatten", {}),
        ("crop", {"size": (draw(st.integers(1, 2)), 2)}),
        ("channel_shuffle", {"groups": draw(st.sampled_from([1, 2, 4]))}),
        ("pad", {"pad": sides, "value": Fraction(1, 2)}),
        (
            "pad",
            {
                "pad": [max(side, 0) for side in sides],
                "mode": draw(st.sampled_from(["reflect", "replicate", "circular"])),
            },
        ),
        ("interpolate", {"size": draw(sizes(1, 5)), "mode": mode}),
        ("interpolate", {"scale_factor": draw(st.sampled_from([0.5, 1.5, 2, (2, 1)])), "mode": mode}),
        ("interpolate", {"size": draw(sizes(1, 5)), "mode": "bilinear", "align_corners": True}),
    ]
    function, options = draw(st.sampled_from(choices))
    return Call(function, {"x": x}, options)


@st.composite
def response_norms(draw: st.DrawFn) -> Call:
    options = {"size": draw(st.integers(1, 4)), "alpha": 0.5, "beta": draw(st.sampled_from([1, 0.75])), "k": 2.0}
    return Call("local_response_norm", {"x": floats(draw(SEEDS), 1, draw(st.integers(1, 5)), 2)}, options)


REDUCTIONS = st.sampled_from(["none", "mean", "sum"])


@st.composite
def class_losses(draw: st.DrawFn) -> Call:
    seed, classes, size = draw(SEEDS), draw(st.integers(2, 3)), draw(st.sampled_from([(), (2,)]))
    arrays = {"x": floats(seed, 3, classes, *size)}
    if draw(st.booleans()):
        arrays["weight"] = 0.5 + np.abs(floats(seed + 1, classes))
    options: dict[str, Any] = {"reduction": draw(REDUCTIONS)}
    target = np.random.default_rng(seed).integers(0, classes, (3, *size))
    if draw(st.booleans()):
        return Call(
            "nll_loss", {**arrays, "target": target}, {**options, "ignore_index": draw(st.sampled_from([-100, 1]))}
        )
    options["label_smoothing"] = draw(st.sampled_from([0.0, 0.25]))
    if draw(st.booleans()):
        return Call("cross_entropy", {**arrays, "target": np.abs(floats(seed + 2, 3, classes, *size))}, options)
    return Call(
        "cross_entropy", {**arrays, "target": target}, {**options, "ignore_index": draw(st.sampled_from([-100, 1]))}
    )


@st.composite
def number_losses(draw: st.DrawFn) -> Call:
    seed = draw(SEEDS)
    arrays = {"x": fractions(seed, 2, 3), "target": fractions(seed + 1, 2, 3)}
    choices = [
        ("mse_loss", {}),
        ("l1_loss", {}),
        ("huber_loss", {"delta": 0.5}),
        ("smooth_l1_loss", {"beta": draw(st.sampled_from([0, 0.5]))}),
    ]
    function, options = draw(st.sampled_from(choices))
    if function != "smooth_l1_loss" and draw(st.booleans()):
        arrays["weight"] = abs(fractions(seed + 2, 2, 3)) + 1
    return Call(function, arrays, {**options, "reduction": draw(REDUCTIONS)})


@st.composite
def binary_losses(draw: st.DrawFn) -> Call:
    seed = draw(SEEDS)
    generator = np.random.default_rng(seed)
    arrays = {"target": generator.integers(0, 2, (2, 3)).astype(float)}
    if draw(st.booleans()):
        arrays["weight"] = generator.random(3)
    if draw(st.booleans()):
        sure = draw(st.sampled_from([0.0, 0.5]))
        arrays["x"] = generator.choice([sure, 0.25, 0.875], (2, 3))
        return Call("binary_cross_entropy", arrays, {"reduction": draw(REDUCTIONS)})
    if draw(st.booleans()):
        arrays["pos_weight"] = generator.random(3)
    return Call(
        "binary_cross_entropy_with_logits", {**arrays, "x": floats(seed, 2, 3)}, {"reduction": draw(REDUCTIONS)}
    )


CALLS: dict[str, st.SearchStrategy[Call]] = {
    "conv2d": convolutions(),
    "conv_transpose2d": transposed_convolutions(),
    "conv1d and pooling in a line": lines(),
    "pooling": poolings(),
    "adaptive pooling": adaptive_poolings(),
    "linear": linear_layers(),
    "norms": norms(),
    "local_response_norm": response_norms(),
    "rectifiers and dropout": exact_pointwise(),
    "smooth activations": inexact_pointwise(),
    "mergers": mergers(),
    "movements": movements(),
    "losses of classes": class_losses(),
    "losses of numbers": number_losses(),
    "binary losses": binary_losses(),
}


def added_up(expression: Expression, arrays: dict[str, Array]) -> Any:  # noqa: ANN401 - integer, fraction or float
    """Return what `expression` is worth, computed anew from its numbers; each must stand where it says it stands."""
    values = [added_up(part, arrays) for part in expression.parts]
    compute: dict[type, Callable[..., Any]] = {
        Sum: lambda *terms: sum(terms),
        Product: lambda *factors: getattr(expression, "sign", 1) * math.prod(factors),
        Quotient: lambda above, below: above / (below if isinstance(below, float) else Fraction(below)),
        Power: pow,
        Largest: lambda *candidates: max(candidates),
        Step: lambda outcome: outcome,
    }
    if isinstance(expression, Number):
        assert_stands_there(expression, arrays)
    return compute[type(expression)](*values) if type(expression) in compute else expression.value


def assert_stands_there(number: Number, arrays: dict[str, Array]) -> None:
    """Only padding may lie outside of the array."""
    if number.name in arrays and not (number.padding and outside(number.index, arrays[number.name])):
        assert arrays[number.name][number.index] == number.value


def outside(index: tuple[int, ...], array: Array) -> bool:
    return not all(0 <= i < size for i, size in zip(index, array.shape, strict=True))


def assert_equal(step: Step, value: Any, call: Call, dy: Array) -> None:  # noqa: ANN401 - integer, fraction or float
    arrays = {**call.arrays, "dy": dy}

    if call.exact:
        assert step.value == value
        assert added_up(step, arrays) == value
    else:
        assert step.value == pytest.approx(value, rel=TOLERANCE, abs=TOLERANCE)
        assert added_up(step, arrays) == pytest.approx(value, rel=TOLERANCE, abs=TOLERANCE)


def compute(call: Call, suffix: str = "", *before: Array) -> Any:  # noqa: ANN401 - an array or gradients
    """Call a function of the engine, which takes the inputs of a merger in its own ways."""
    function = getattr(F, call.function + suffix)
    if call.function == "concat":
        return function(*before, list(call.arrays.values()), 1)
    if "x0" in call.arrays:
        return function(*before, *call.arrays.values())
    return function(*before, **call.arrays, **call.options)


def trace(call: Call) -> Operation:
    if call.function == "concat":
        return OPERATIONS["concat"](list(call.arrays.values()), 1)
    if "x0" in call.arrays:
        return OPERATIONS[call.function](*call.arrays.values())
    return OPERATIONS[call.function](**call.arrays, **call.options)


def gradients_of(call: Call, dy: Array) -> dict[str, Array]:
    gradients = compute(call, "_backward", dy)
    if call.function == "concat":
        return {f"x{number}": gradient for number, gradient in enumerate(gradients["tensors"])}
    return {"x0": gradients["x"], "x1": gradients["other"]} if "x0" in call.arrays else gradients


@pytest.mark.parametrize("kind", CALLS)
@given(data=st.data(), seed=SEEDS)
@SLOW_LOOPS
def test_every_cell_of_every_output_and_gradient_is_the_sum_of_its_terms(
    kind: str, data: st.DataObject, seed: int
) -> None:
    call = data.draw(CALLS[kind])
    try:
        y = compute(call)
    except LayerError:
        reject()
    traced = trace(call)
    dy = fractions(seed, *y.shape) if call.exact else floats(seed, *y.shape)
    gradients = gradients_of(call, dy)

    assert traced.shape == y.shape
    for cell in np.ndindex(y.shape):
        assert_equal(traced.output(cell), y[cell], call, dy)
    for argument, gradient in gradients.items():
        assert gradient.shape == call.arrays[argument].shape
        for cell in np.ndindex(gradient.shape):
            assert_equal(traced.gradient(argument, cell, dy), gradient[cell], call, dy)


def test_every_operation_of_the_engine_can_be_traced() -> None:
    """The running statistics are no operation: nothing is learned through them."""
    forwards = {name for name in F.__all__ if not name.endswith("_backward")} - {"running_statistics"}

    assert set(OPERATIONS) == forwards
