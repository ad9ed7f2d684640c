"""Wrong rules about values: where they are about something, what they leave alone, what they lead to in networks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.decks.asking import Ask
from studycards.engine.names import INPUT
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.run import Run
from studycards.errors import StudycardsError
from studycards.questions.mistakes import MISTAKES
from studycards.questions.mistakes.library import mistaken_values
from studycards.questions.mistakes.value_library import VALUE_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.rationals import Nested

CHAIN = "1x4x4 | conv2d(1, 2) | relu | max_pool2d(2, stride=1) | flatten | linear(2)"
BRANCHES = "2x3x3 | residual(conv2d(2, 3, padding=1) | batch_norm2d) | relu | global_avg_pool2d | linear(3)"
MIXED = (
    "2x4x4 | conv2d(1, 1) | avg_pool2d(2, padding=1) | conv_transpose2d(1, 2, stride=2) | sigmoid | flatten | linear(2)"
)
SMOOTH = "1x3x3 | conv2d(1, 2) | tanh | global_max_pool2d | linear(2) | softmax"


def drawn(text: str, seed: int, *, batch: int = 1, loss: str = "cross_entropy(target=1)") -> Run:
    """Return a run of small whole numbers, all zeros and ties that chance brings included."""
    network = parse(text)
    dice = np.random.default_rng(seed)
    shapes = {INPUT: (batch, *network.input_shape)}
    for name in network.names:
        shapes |= {f"{name}.{array}": shape for array, shape in network.parameter_shapes(name).items()}
    data: dict[str, Nested] = {name: _nested(dice.integers(-2, 3, shape)) for name, shape in shapes.items()}
    optimizer = parse_optimizer("sgd(lr=0.1, weight_decay=0.5)", {})
    return Run.of(network, data, batch=batch, loss=parse_loss(loss, {}), optimizer=optimizer)


def _nested(array: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Nested:
    return tuple(map(_nested, array)) if array.ndim else Fraction(int(array))


def same(arrays: Mapping[str, Array], others: Mapping[str, Array]) -> bool:
    """Say whether all arrays are equal, cell by cell."""
    return all(np.array_equal(array, others[name], equal_nan=True) for name, array in arrays.items())


def asks(run: Run) -> list[Ask]:
    """Return everything that can be asked of a run."""
    weights = [f"{name}.{array}" for name in run.network.names for array in run.network.parameter_shapes(name)]
    return [
        Ask("loss"),
        *(Ask("output", name) for name in run.network.names),
        *(Ask("gradient", name) for name in (INPUT, *run.network.names, *weights)),
        *(Ask("gradient", f"{name}.input") for name in run.network.names),
        *(Ask("update", name) for name in weights),
    ]


@settings(max_examples=60)
@given(
    text=st.sampled_from([CHAIN, BRANCHES, MIXED, SMOOTH]),
    seed=st.integers(0, 10_000),
    batch=st.integers(1, 2),
    data=st.data(),
)
def test_no_rule_raises_and_none_changes_the_run(text: str, seed: int, batch: int, data: st.DataObject) -> None:
    """Whatever is asked: each rule gives a value, or nothing; afterwards the right values are what they were."""
    run, untouched = (drawn(text, seed, batch=batch) for _ in range(2))
    ask = data.draw(st.sampled_from(asks(run)))

    values = {name: mistake.value(run, ask) for name, mistake in VALUE_MISTAKES.items()}

    assert all(value is None or VALUE_MISTAKES[name].applies(run, ask) for name, value in values.items())
    assert same(run.values, untouched.values)
    assert same(run.all_gradients, untouched.all_gradients)
    assert same(run.parameters, untouched.parameters)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_a_kernel_that_looks_the_same_turned_or_transposed_is_not_got_wrong(seed: int) -> None:
    run = drawn("1x4x4 | conv2d(1, 2)", seed)
    same = np.array([[[[2.0, -1.0], [-1.0, 2.0]]]])
    symmetric = Run(run.network, run.x, {**run.parameters, "conv1.weight": same})
    ask = Ask("output")

    assert VALUE_MISTAKES["fwd.kernel_flip"].value(symmetric, ask) == symmetric.tensor("output")
    assert VALUE_MISTAKES["fwd.kernel_transposed"].value(symmetric, ask) == symmetric.tensor("output")


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_without_negative_numbers_nothing_is_wrong_with_the_absolute_value(seed: int) -> None:
    run = drawn("1x3x3 | relu", seed)
    positive = Run(run.network, abs(run.x), run.parameters)

    assert VALUE_MISTAKES["fwd.relu_abs"].value(positive, Ask("output")) == positive.tensor("output")


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_the_gradient_steps_as_far_up_as_down(seed: int) -> None:
    """w lies in the middle between w − η·g and w + η·g."""
    run = drawn(CHAIN, seed)
    ask = Ask("update", "conv1.bias")
    up, down = VALUE_MISTAKES["opt.ascent"].value(run, ask), run.tensor("update", "conv1.bias")

    assert isinstance(up, Fraction)
    assert isinstance(down, Fraction)
    assert float(up + down) / 2 == pytest.approx(run.parameters["conv1.bias"].item())


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        ("output of conv1", {"fwd.kernel_flip", "fwd.no_bias", "fwd.bias_per_tap"}),
        ("output of relu1", {"fwd.kernel_flip", "fwd.relu_abs"}),
        ("output of pool1", {"fwd.avg_for_max"}),
        ("loss", {"fwd.kernel_flip", "fwd.relu_abs", "fwd.avg_for_max", "fwd.no_bias", "fwd.ce_log10"}),
        ("gradient of pool1", {"bwd.smce_sign", "bwd.flatten_by_columns"}),
        ("gradient of relu1", {"bwd.smce_sign", "bwd.maxpool_all", "bwd.overlap_overwritten"}),
        ("gradient of conv1.weight", {"bwd.dw_flipped", "bwd.relu_no_mask", "bwd.maxpool_all", "bwd.smce_no_y"}),
        ("update of conv1.bias", {"bwd.db_mean", "bwd.relu_no_mask", "opt.ascent", "opt.decay_missing"}),
    ],
)
def test_the_rules_on_the_way_apply(ask: str, named: set[str]) -> None:
    run, asked = drawn(CHAIN, 1), Ask.of_words(ask)
    assert asked is not None

    assert named <= set(mistaken_values(run, asked))


@pytest.mark.parametrize(
    ("ask", "unnamed"),
    [
        # what comes behind
        ("output of conv1", {"fwd.relu_abs", "fwd.avg_for_max", "fwd.ce_log10"}),
        ("gradient of fc1", {"bwd.dense_dw_transposed", "bwd.relu_no_mask", "bwd.maxpool_all"}),
        # what is sent elsewhere: to the input, to other weights
        ("gradient of conv1.weight", {"bwd.dx_unrotated", "bwd.db_mean", "bwd.dense_dw_transposed"}),
        ("gradient of conv1.input", {"bwd.dw_flipped", "bwd.db_mean"}),
        # what is not there: padding, strides, several channels, a batch
        ("output of conv1", {"fwd.padding_ignored", "fwd.stride_ignored", "fwd.first_channel_only"}),
        ("gradient of conv1.bias", {"bwd.db_no_batch", "bwd.smce_no_mean", "bwd.stride_ignored", "opt.ascent"}),
        # what is of the other direction
        ("loss", {"bwd.relu_no_mask", "opt.ascent"}),
        ("gradient of input", {"fwd.kernel_flip", "fwd.ce_log10"}),
    ],
)
def test_the_rules_beside_the_way_do_not_apply(ask: str, unnamed: set[str]) -> None:
    run, asked = drawn(CHAIN, 1), Ask.of_words(ask)
    assert asked is not None

    assert not any(VALUE_MISTAKES[name].applies(run, asked) for name in unnamed)
    assert unnamed.isdisjoint(mistaken_values(run, asked))


def test_a_rule_of_a_batch_needs_several_examples() -> None:
    asked = Ask("gradient", "conv1.weight")

    assert not VALUE_MISTAKES["bwd.dw_no_batch"].applies(drawn(CHAIN, 1), asked)
    assert VALUE_MISTAKES["bwd.dw_no_batch"].applies(drawn(CHAIN, 1, batch=2), asked)


def test_a_value_that_is_given_hides_what_comes_before_it() -> None:
    run = drawn(CHAIN, 1)
    given_map = run.taking({"output of relu1": run.tensor("output", "relu1")})

    assert not VALUE_MISTAKES["fwd.kernel_flip"].applies(given_map, Ask("loss"))
    assert VALUE_MISTAKES["fwd.avg_for_max"].applies(given_map, Ask("loss"))


def test_a_gradient_that_is_given_hides_what_comes_behind_it() -> None:
    run = drawn(CHAIN, 1)
    given_gradient = run.taking({"gradient of relu1": run.tensor("gradient", "relu1")})
    asked = Ask("gradient", "conv1.weight")

    assert not VALUE_MISTAKES["bwd.maxpool_all"].applies(given_gradient, asked)
    assert not VALUE_MISTAKES["bwd.smce_sign"].applies(given_gradient, asked)
    assert VALUE_MISTAKES["bwd.relu_no_mask"].applies(given_gradient, asked)


def test_everything_behind_a_wrong_layer_follows_from_it() -> None:
    """x = −1 twice through 2x + 3: 1, then 5. Without the biases −2, then −4."""
    data = {"input": Fraction(-1), "fc1.weight": Fraction(2), "fc1.bias": Fraction(3)}
    run = Run.of(parse("1 | fc1: linear(1) | linear(1) sharing fc1"), data)

    assert run.tensor("output") == 5
    assert VALUE_MISTAKES["fwd.no_bias"].value(run, Ask("output")) == -4


def test_a_shape_that_no_layer_behind_can_take_is_no_obstacle_to_what_is_asked_before_it() -> None:
    """Without its stride the map has 9 cells; the dense layer behind takes 4."""
    run = drawn("1x3x3 | conv2d(1, 1, stride=2) | flatten | linear(2)", 3)
    wrong = VALUE_MISTAKES["fwd.stride_ignored"].value(run, Ask("output", "conv1"))

    assert isinstance(wrong, tuple)
    assert len(wrong) == 3
    assert VALUE_MISTAKES["fwd.stride_ignored"].value(run, Ask("output", "fc1")) is None


def test_a_rule_that_divides_by_zero_leads_to_nothing() -> None:
    """z = (1, −1): Σz = 0."""
    run = Run.of(parse("2 | softmax"), {"input": (Fraction(1), Fraction(-1))})

    assert VALUE_MISTAKES["fwd.softmax_linear"].applies(run, Ask("output"))
    assert VALUE_MISTAKES["fwd.softmax_linear"].value(run, Ask("output")) is None


def test_listed_mistakes_are_taken_in_their_order() -> None:
    run, listed = drawn(CHAIN, 1), ("fwd.no_bias", "par.no_bias", "bwd.dw_flipped", "fwd.kernel_flip")

    assert list(mistaken_values(run, Ask("output", "conv1"), listed)) == ["fwd.no_bias", "fwd.kernel_flip"]


def test_an_unknown_mistake_is_refused_by_its_name() -> None:
    with pytest.raises(StudycardsError) as refusal:
        mistaken_values(drawn(CHAIN, 1), Ask("output"), ("fwd.flip",))

    assert refusal.value.values["name"] == "fwd.flip"


def test_mistakes_about_values_are_not_about_counts() -> None:
    assert not any(VALUE_MISTAKES[name].applies_to("parameters") for name in VALUE_MISTAKES)
    assert not any(mistake.applies_to("output") for name, mistake in MISTAKES.items() if name not in VALUE_MISTAKES)
