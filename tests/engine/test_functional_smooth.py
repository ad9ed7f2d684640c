"""Every backward of an activation, a normalization or a loss is the derivative of its forward, whatever the options.

A complex step: f(x + ih·d) = f(x) + ih·(gradient · d), up to h² beside 1. Nothing is subtracted, so the slope along d
is exact to rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array

    Draw = Callable[[st.SearchStrategy[Any]], Any]

TINY = 1e-30
REDUCTIONS = st.sampled_from(["none", "mean", "sum"])
CHANNELS = 4
SHAPES = st.sampled_from([(3, CHANNELS), (1, CHANNELS, 5), (2, CHANNELS, 2, 3)])
MAPS = st.sampled_from([(1, CHANNELS, 5), (2, CHANNELS, 2, 3)])


class Call(NamedTuple):
    """The name of an operation, the arrays that have gradients, and everything else."""

    function: str
    arrays: dict[str, Array]
    options: dict[str, Any]


class Numbers:
    """Random numbers in the shapes that a call needs."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def normal(self, *shape: int) -> Array:
        return self.random.normal(0, 2, shape)

    def between_0_and_1(self, *shape: int) -> Array:
        return self.random.uniform(0.02, 0.98, shape)

    def shares(self, *shape: int) -> Array:
        parts = self.between_0_and_1(*shape)
        shares: Array = parts / parts.sum(1, keepdims=True)
        return shares


NUMBERS = st.integers(0, 2**32 - 1).map(Numbers)
POSITIVE = st.floats(0.1, 3)


@st.composite
def activations(draw: Draw) -> Call:
    options: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "relu6": st.just({}),
        "hardsigmoid": st.just({}),
        "hardswish": st.just({}),
        "silu": st.just({}),
        "elu": st.fixed_dictionaries({"alpha": POSITIVE}),
        "gelu": st.just({"approximate": "tanh"}),
        "softplus": st.fixed_dictionaries({"beta": POSITIVE, "threshold": st.sampled_from([1.0, 20.0])}),
        "softmax": st.fixed_dictionaries({"dim": st.integers(-2, 1)}),
        "log_softmax": st.fixed_dictionaries({"dim": st.integers(-2, 1)}),
    }
    function = draw(st.sampled_from(sorted(options)))
    return Call(function, {"x": draw(NUMBERS).normal(*draw(SHAPES))}, draw(options[function]))


@st.composite
def normalizations(draw: Draw) -> Call:
    """Draw a normalization with all, one or none of the arrays that are learned."""
    numbers, shape = draw(NUMBERS), draw(MAPS)
    options: dict[str, Any] = {"eps": draw(POSITIVE)}
    function = draw(st.sampled_from(["batch_norm", "group_norm", "instance_norm", "layer_norm"]))
    learned: tuple[int, ...] = (CHANNELS,)
    if function == "group_norm":
        options["num_groups"] = draw(st.sampled_from([1, 2, 4]))
    elif function == "layer_norm":
        learned = options["normalized_shape"] = shape[draw(st.integers(0, len(shape) - 1)) :]
    else:
        own = draw(st.booleans())
        options["training" if function == "batch_norm" else "use_input_stats"] = own
        options["running_mean"], options["running_var"] = numbers.normal(CHANNELS), numbers.between_0_and_1(CHANNELS)
    arrays = {"x": numbers.normal(*shape)}
    for name in draw(st.sampled_from([(), ("weight",), ("bias",), ("weight", "bias")])):
        arrays[name] = numbers.normal(*learned)
    return Call(function, arrays, options)


@st.composite
def response_norms(draw: Draw) -> Call:
    options = {"size": draw(st.integers(1, 10)), "alpha": draw(POSITIVE), "beta": draw(POSITIVE), "k": draw(POSITIVE)}
    return Call("local_response_norm", {"x": draw(NUMBERS).normal(*draw(MAPS))}, options)


@st.composite
def losses_of_classes(draw: Draw) -> Call:
    """Draw a loss whose target are indices, some of them ignored, or probabilities."""
    numbers, shape = draw(NUMBERS), draw(SHAPES)
    function = draw(st.sampled_from(["cross_entropy", "nll_loss"]))
    arrays = {"x": numbers.normal(*shape)}
    options: dict[str, Any] = {"reduction": draw(REDUCTIONS)}
    if draw(st.booleans()):
        options["weight"] = numbers.between_0_and_1(CHANNELS)
    if function == "cross_entropy":
        options["label_smoothing"] = draw(st.floats(0, 1))
    if function == "cross_entropy" and draw(st.booleans()):
        return Call(function, arrays | {"target": numbers.shares(*shape)}, options)
    target = numbers.random.integers(0, CHANNELS, (shape[0], *shape[2:]))
    target.flat[0] = 0
    options |= {"target": target, "ignore_index": draw(st.sampled_from([-100, 1]))}
    return Call(function, arrays, options)


@st.composite
def losses_of_numbers(draw: Draw) -> Call:
    numbers, shape = draw(NUMBERS), draw(SHAPES)
    function = draw(st.sampled_from(["mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"]))
    options: dict[str, Any] = {"reduction": draw(REDUCTIONS)}
    if function != "smooth_l1_loss" and draw(st.booleans()):
        options["weight"] = numbers.between_0_and_1(*shape)
    width = {"smooth_l1_loss": "beta", "huber_loss": "delta"}.get(function)
    if width:
        options[width] = draw(POSITIVE)
    return Call(function, {"x": numbers.normal(*shape), "target": numbers.normal(*shape)}, options)


@st.composite
def binary_losses(draw: Draw) -> Call:
    numbers, shape = draw(NUMBERS), draw(SHAPES)
    logits = draw(st.booleans())
    x = numbers.normal(*shape) if logits else numbers.between_0_and_1(*shape)
    options: dict[str, Any] = {"reduction": draw(REDUCTIONS)}
    if draw(st.booleans()):
        options["weight"] = numbers.between_0_and_1(*shape[-1:])
    if logits and draw(st.booleans()):
        options["pos_weight"] = numbers.between_0_and_1(*shape[-1:])
    function = "binary_cross_entropy_with_logits" if logits else "binary_cross_entropy"
    return Call(function, {"x": x, "target": numbers.between_0_and_1(*shape)}, options)


CALLS = st.one_of(
    activations(), normalizations(), response_norms(), losses_of_classes(), losses_of_numbers(), binary_losses()
)


@settings(max_examples=400)
@given(CALLS, NUMBERS)
def test_each_gradient_is_the_slope_along_any_direction(call: Call, numbers: Numbers) -> None:
    forward, backward = getattr(F, call.function), getattr(F, f"{call.function}_backward")
    dy = np.asarray(numbers.normal(*forward(**call.arrays, **call.options).shape))
    gradients = backward(dy, **call.arrays, **call.options)

    assert gradients.keys() == call.arrays.keys()
    for name, array in call.arrays.items():
        direction = numbers.normal(*array.shape)
        moved = call.arrays | {name: array + 1j * TINY * direction}
        slope = (dy * forward(**moved, **call.options)).sum().imag / TINY
        terms = gradients[name] * direction
        np.testing.assert_allclose(terms.sum(), slope, rtol=1e-12, atol=1e-12 * (1 + abs(terms).sum()))


@pytest.mark.parametrize("x", [-6.0, -1.0, -0.25, 0.0, 0.5, 2.0, 7.0])
def test_the_gradient_of_gelu_is_its_slope(x: float) -> None:
    """Python's error function takes no complex numbers, so this one is a difference, good to nine digits."""
    step, one = 1e-5, np.array([1.0])
    difference = (F.gelu(np.array([x + step])) - F.gelu(np.array([x - step]))) / (2 * step)

    np.testing.assert_allclose(F.gelu_backward(one, np.array([x]))["x"], difference, rtol=1e-9, atol=1e-9)


@settings(max_examples=100)
@given(SHAPES, NUMBERS, st.floats(-50, 50))
def test_what_is_added_to_all_scores_changes_no_probability(shape: tuple[int, ...], numbers: Numbers, c: float) -> None:
    x = numbers.normal(*shape)

    np.testing.assert_allclose(F.softmax(x + c), F.softmax(x), rtol=1e-12)
    np.testing.assert_allclose(np.exp(F.log_softmax(x + c)), F.softmax(x), rtol=1e-12)
    np.testing.assert_allclose(F.softmax(x).sum(1), 1, rtol=1e-14)


@settings(max_examples=100)
@given(MAPS, NUMBERS)
def test_the_normalizations_are_special_cases_of_each_other(shape: tuple[int, ...], numbers: Numbers) -> None:
    """One group is all channels of an image; groups of one channel are instances; those of one image are a batch."""
    x = numbers.normal(*shape)

    np.testing.assert_allclose(F.group_norm(x, 1), F.layer_norm(x, shape[1:]), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(F.group_norm(x, CHANNELS), F.instance_norm(x), rtol=0, atol=0)
    alone = F.batch_norm(x[:1], None, None, training=True)
    np.testing.assert_allclose(F.instance_norm(x[:1]), alone, rtol=1e-12, atol=1e-14)
