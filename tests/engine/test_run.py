"""A run: what goes through a network forward and back. Expected numbers are worked by hand or by finite differences."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.errors import LayerError
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.run import Rule, Run

if TYPE_CHECKING:
    from studycards.engine.network import Node
    from studycards.engine.operations import Operation
    from studycards.engine.rationals import Nested

X = [[1, 2, 0], [3, -1, 4], [2, 0, 1]]
K = [[1, 2], [0, -1]]
DY = [[1, 2], [-1, 3]]

CONV = parse("[1, 3, 3] | conv1: conv2d(1, 2)")

CHAIN = parse("[1, 4, 4] | conv1: conv2d(2, 2) | relu | pool: max_pool2d(2, stride=1) | flatten | fc: linear(3)")


def nested(value: object) -> Nested:
    """Return lists of numbers as tuples of fractions."""
    return tuple(map(nested, value)) if isinstance(value, list) else Fraction(str(value))


def by_hand() -> Run:
    """Return the convolution of the library of mistakes, with an upstream gradient."""
    given = {"input": X, "conv1.weight": K, "conv1.bias": 1, "gradient of conv1": DY}
    return Run.of(CONV, {name: nested(value) for name, value in given.items()})


def random_run(seed: int, loss: str = "cross_entropy(target=[0, 2])") -> Run:
    """Return a chain with smooth numbers, so that no value lies near a kink."""
    generator = np.random.default_rng(seed)
    shapes = {"input": (2, 1, 4, 4)} | {
        f"{node}.{array}": shape for node in CHAIN.names for array, shape in CHAIN.parameter_shapes(node).items()
    }
    data = {name: nested(generator.integers(-9, 10, shape).tolist()) for name, shape in shapes.items()}
    return Run.of(CHAIN, data, batch=2, loss=parse_loss(loss, {}))


@pytest.mark.parametrize(
    ("quantity", "of", "expected"),
    [
        ("output", "conv1", [[7, -1], [2, 7]]),
        ("output", None, [[7, -1], [2, 7]]),
        ("output", "input", X),
        ("gradient", "conv1.weight", [[-1, 15], [-1, 10]]),
        ("gradient", "conv1.bias", 5),
        ("gradient", "input", [[1, 4, 4], [-1, 0, 4], [0, 1, -3]]),
        ("gradient", "conv1.input", [[1, 4, 4], [-1, 0, 4], [0, 1, -3]]),
        ("gradient", "conv", DY),
    ],
)
def test_what_is_asked_of_a_run_is_what_the_hand_gets(quantity: str, of: str | None, expected: object) -> None:
    assert by_hand().tensor(quantity, of) == nested(expected)


def test_the_loss_its_gradient_and_a_step_follow_from_each_other() -> None:
    """z = Wx + b = (ln 3, 0): p = (3/4, 1/4), so that the loss of class 1 is ln 4, dz = (3/4, -3/4) and db = dz."""
    given = {"input": 1, "fc.weight": [[0], [0]], "fc.bias": ["1.0986122886681098", 0]}
    run = Run.of(
        parse("[1] | fc: linear(2)"),
        {name: nested(value) for name, value in given.items()},
        loss=parse_loss("cross_entropy(target=1)", {}),
        optimizer=parse_optimizer("sgd(lr=0.1)", {}),
    )

    assert float(run.array("loss")) == pytest.approx(1.3862943611)
    assert run.tensor("gradient", "fc") == nested([0.75, -0.75])
    assert run.tensor("update", "fc.weight") == nested([[-0.075], [0.075]])


@given(st.integers(0, 10_000))
def test_gradients_are_the_slopes_of_the_loss(seed: int) -> None:
    """Along a random direction of the bias of the last layer and of what comes out of the pooling, both smooth ways."""
    run = random_run(seed)
    direction = np.random.default_rng(seed).normal(size=(2, 3))
    output = run.values["fc"]
    step = 1e-6
    assert run.loss is not None
    there, back = (run.loss.value(output + sign * step * direction) for sign in (1, -1))
    slope = float(there - back) / (2 * step)

    assert float((run.array("gradient", "fc") * direction).sum()) == pytest.approx(slope, rel=1e-4, abs=1e-7)
    assert np.allclose(run.array("gradient", "fc.bias"), run.array("gradient", "fc").sum(0))


@given(st.integers(0, 10_000), st.sampled_from(["conv1", "relu1", "pool", "flatten1"]))
def test_a_run_from_its_own_values_on_is_the_same_run(seed: int, name: str) -> None:
    run = random_run(seed, "mse_loss(target=0)")
    again = run.taking({f"{word} of {name}": nested(run.array(word, name).tolist()) for word in ("output", "gradient")})

    for asked in [("output", "fc"), ("loss", None), ("gradient", "conv1.weight"), ("gradient", "input")]:
        assert np.array_equal(again.array(*asked), run.array(*asked))


def test_given_values_are_followed_through() -> None:
    """From a first map of ones on, pooling gives ones and the dense layer the sum of its weights."""
    run = random_run(1)
    ones = run.taking({"output of relu1": nested(np.ones((2, 2, 3, 3)).tolist())})

    assert np.array_equal(ones.array("output", "pool"), np.ones((2, 2, 2, 2)))
    assert np.array_equal(
        ones.array("output", "fc")[0], ones.parameters["fc.weight"].sum(1) + ones.parameters["fc.bias"]
    )


def test_the_share_that_a_layer_sends_back_can_be_given() -> None:
    """fc sends Wᵀ·dy = 4 6 back to x, the shortcut dy = 1 2; with 5 7 for the former the sum is 6 9."""
    network = parse("[2] | fc: linear(2, bias=False) | s: add of (fc, input)")
    given = {"input": [1, 1], "fc.weight": [[0, 2], [2, 2]], "gradient of s": [1, 2]}
    run = Run.of(network, {name: nested(value) for name, value in given.items()})
    other = run.taking({"gradient of fc.input": nested([5, 7])})

    assert run.tensor("gradient", "input") == nested([5, 8])
    assert other.tensor("gradient", "input") == nested([6, 9])
    assert other.tensor("gradient", "fc.input") == nested([5, 7])
    assert other.tensor("gradient", "fc.weight") == run.tensor("gradient", "fc.weight")


def test_a_rule_changes_the_run_that_follows_it_and_no_other() -> None:
    def flipped(_: Node, own: Operation) -> Operation:
        return own._replace(arguments=(own.arguments[0][..., ::-1, ::-1], *own.arguments[1:]))

    run = by_hand()
    wrong = run.following(Rule(operation=flipped))

    assert wrong.tensor("output", "conv1") == nested([[5, 1], [2, 3]])
    assert run.tensor("output", "conv1") == nested([[7, -1], [2, 7]])


def doubled(name: str) -> Rule:
    """Return the rule that a node gives twice what it should, and sends twice as much back."""

    def revise(node: Node, own: Operation) -> Operation:
        if node.name != name:
            return own
        return own._replace(
            forward=lambda *given, **options: 2 * own.forward(*given, **options),
            backward=lambda dy, *given, **options: own.backward(2 * dy, *given, **options),
        )

    return Rule(operation=revise)


@given(
    st.integers(0, 10_000),
    st.lists(st.tuples(st.sampled_from(["conv1", "relu1", "pool", "flatten1", "fc"]), st.booleans()), max_size=3),
    st.sampled_from(CHAIN.names),
)
def test_what_a_run_shares_with_the_one_before_makes_no_difference(
    seed: int, taken: list[tuple[str, bool]], wrong: str
) -> None:
    """From values and gradients on that are taken one by one, and then with a rule at work: as if from nothing."""
    run = random_run(seed)
    for name, is_gradient in taken:
        words = ("gradient" if is_gradient else "output", name)
        run = run.taking({" of ".join(words): nested((run.array(*words) + 1).round(3).tolist())})
    following = run.following(doubled(wrong))

    for one in (run, following):
        alone = replace(one, before=None)

        assert {name: array.tolist() for name, array in one.values.items()} == {
            name: array.tolist() for name, array in alone.values.items()
        }
        assert {name: array.tolist() for name, array in one.all_gradients.items()} == {
            name: array.tolist() for name, array in alone.all_gradients.items()
        }


@pytest.mark.parametrize("name", ["output of relu1", "gradient of pool", "gradient of conv1.weight"])
def test_what_a_run_keeps_counts_as_given_and_changes_nothing(name: str) -> None:
    run = random_run(3)
    words = name.split(" of ")
    kept = run.keeping([name])

    assert (run.is_given(*words), kept.is_given(*words)) == (False, True)
    for asked in [("output", "fc"), ("loss", None), ("gradient", "conv1.weight"), ("gradient", "input")]:
        assert np.array_equal(kept.array(*asked), run.array(*asked))


def test_what_depends_on_no_absent_array_can_be_asked_without_it() -> None:
    run = Run.of(CONV, {"conv1.weight": nested(K), "gradient of conv1": nested(DY)})

    assert run.tensor("gradient", "input") == nested([[1, 4, 4], [-1, 0, 4], [0, 1, -3]])
    with pytest.raises(LayerError, match=r"data is missing: input, conv1\.bias"):
        run.array("gradient", "conv1.weight")


def test_windows_are_what_a_layer_sees_without_padding() -> None:
    run = Run.of(parse("[1, 3, 3] | max_pool2d(2, stride=1) "), {"input": nested([[1, 2, 3], [4, 5, 6], [7, 8, 9]])})
    padded = Run.of(parse("[1, 2, 2] | avg_pool2d(2, padding=1)"), {"input": nested([[1, 2], [3, 4]])})

    assert run.windows("pool") == nested([[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]])
    assert padded.windows("pool") == nested([[1], [2], [3], [4]])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"conv2.weight": 1}, "the network has no layer 'conv2'"),
        ({"conv1.scale": 1}, "there is no array 'conv1.scale' here; there are: input, conv1.weight"),
        ({"weight": 1}, "there is no array 'weight' here; there are: input, conv1.weight, conv1.bias"),
        ({"input": [[1, 2]]}, "input must have the shape 3×3, not 1×2"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(data: dict[str, object], sentence: str) -> None:
    with pytest.raises(LayerError, match=sentence):
        Run.of(CONV, {name: nested(value) for name, value in data.items()})


def test_a_gradient_needs_something_to_begin_with() -> None:
    run = Run.of(CONV, {"input": nested(X), "conv1.weight": nested(K), "conv1.bias": nested(0)})

    with pytest.raises(LayerError, match="a loss or a given gradient"):
        run.array("gradient", "input")
    with pytest.raises(LayerError, match="an optimizer is needed"):
        run.array("update", "conv1.weight")
