"""Worked solutions against those that people wrote: the curriculum's families E and F, and the list of mistakes."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

from studycards.engine import trace
from studycards.engine.errors import LayerError
from studycards.engine.trace import OPERATIONS

if TYPE_CHECKING:
    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace import Operation, Step


def exact(nested: Any) -> Array:  # noqa: ANN401 - nested lists
    """Return nested lists as an array of fractions."""
    array: Array = np.vectorize(Fraction, otypes=[object])(np.array(nested, dtype=object))
    return array


def maps(*channels: list[list[int]]) -> Array:
    """Return maps as (1, C, H, W)."""
    return exact([list(channels)])


def values(operation: Operation) -> list[Any]:
    """Return all cells of the output, row by row."""
    return [operation.output(cell).value for cell in np.ndindex(operation.shape)]


def gradients(operation: Operation, argument: str, dy: Array) -> list[Any]:
    """Return all cells of a gradient, row by row."""
    shape = getattr(operation, argument).shape
    return [operation.gradient(argument, cell, dy).value for cell in np.ndindex(shape)]


def products(step: Step) -> list[list[Any]]:
    """Return the numbers in each term of a sum."""
    assert isinstance(step.expression, trace.Sum)
    return [
        [term.value] if isinstance(term, trace.Number) else [number.value for number in trace.numbers(term)]
        for term in step.expression.terms
    ]


class TestForward:
    def test_e01_one_window(self) -> None:
        x, kernel = maps([[1, 2, 0], [3, 1, 1], [0, 4, 2]]), maps([[1, 0, -1], [2, 0, -2], [1, 0, -1]])
        step = OPERATIONS["conv2d"](x, kernel, exact([1])).output((0, 0, 0, 0))

        assert products(step) == [
            [1, 1], [2, 0], [0, -1], [3, 2], [1, 0], [1, -2], [0, 1], [4, 0], [2, -1], [1],
        ]  # fmt: skip
        assert step.value == 4

    def test_e02_a_map(self) -> None:
        convolution = OPERATIONS["conv2d"](maps([[1, 2, 0], [0, 1, 3], [2, 1, 0]]), maps([[1, 0], [-1, 2]]))

        assert values(convolution) == [3, 7, 0, 0]
        assert products(convolution.output((0, 0, 0, 1))) == [[2, 1], [0, 0], [1, -1], [3, 2]]

    def test_e03_padding_and_stride(self) -> None:
        """The window of the first cell begins one row above and one column before the map."""
        x, kernel = maps([[1, 2, 0], [3, 1, 1], [0, 2, 1]]), maps([[0, 1, 0], [1, -1, 1], [0, 1, 0]])
        convolution = OPERATIONS["conv2d"](x, kernel, stride=2, padding=1)
        window = list(trace.numbers(convolution.output((0, 0, 0, 0)), "x"))

        assert values(convolution) == [4, 3, 5, 2]
        assert [(number.index[2:], number.padding) for number in window] == [
            ((-1, -1), True), ((-1, 0), True), ((-1, 1), True),
            ((0, -1), True), ((0, 0), False), ((0, 1), False),
            ((1, -1), True), ((1, 0), False), ((1, 1), False),
        ]  # fmt: skip
        assert [number.value for number in window] == [0, 0, 0, 0, 1, 2, 0, 3, 1]

    def test_e04_two_channels(self) -> None:
        x = maps([[1, 2, 0], [0, 1, 0], [1, 0, 3]], [[2, 0, 1], [1, 1, 0], [0, 2, 1]])
        convolution = OPERATIONS["conv2d"](x, maps([[1, 0], [0, 1]], [[1, -1], [0, 1]]), exact([1]))

        assert values(convolution) == [6, 2, 3, 7]

    def test_e05_pointwise(self) -> None:
        x, weight = maps([[1, 2], [0, 3]], [[3, 1], [2, 0]]), maps([[2]], [[-1]])
        convolution = OPERATIONS["conv2d"](x, weight, exact([-1]))

        assert values(convolution) == [-2, 2, -3, 5]
        assert products(convolution.output((0, 0, 0, 0))) == [[1, 2], [3, -1], [-1]]

    def test_e06_depthwise(self) -> None:
        x = maps([[1, 2, 0], [0, 1, 0], [1, 0, 3]], [[2, 0, 1], [1, 1, 0], [0, 2, 1]])
        weight = exact([[[[1, 0], [0, 1]]], [[[1, -1], [0, 1]]]])

        assert values(OPERATIONS["conv2d"](x, weight, groups=2)) == [2, 2, 0, 4, 3, -1, 2, 2]

    def test_e07_dilation(self) -> None:
        x, weight = exact([[[1, 2, 3, 1, 0, 4, 2]]]), exact([[[1, 2, -1]]])
        convolution = OPERATIONS["conv1d"](x, weight, dilation=2)

        assert values(convolution) == [7, 0, 1]
        assert products(convolution.output((0, 0, 0))) == [[1, 1], [3, 2], [0, -1]]

    def test_e08_maximum(self) -> None:
        pooling = OPERATIONS["max_pool2d"](maps([[1, 3, 4, 0], [5, 3, 6, 2], [0, 2, 7, 1], [6, 0, 1, 7]]), 2)
        largest = pooling.output((0, 0, 0, 0)).expression

        assert values(pooling) == [5, 6, 6, 7]
        assert isinstance(largest, trace.Largest)
        assert [candidate.value for candidate in largest.candidates] == [1, 3, 5, 3]
        assert largest.winner == trace.Number(Fraction(5), "x", (0, 0, 1, 0))

    def test_e09_average(self) -> None:
        pooling = OPERATIONS["avg_pool2d"](maps([[1, 3, 4, 0], [5, 3, 6, 2], [0, 2, 7, 1], [6, 0, 1, 7]]), 2)
        total, mean = trace.steps(pooling.output((0, 0, 0, 0)))
        (divisor,) = trace.numbers(mean)

        assert values(pooling) == [3, 3, 2, 4]
        assert (products(total), total.value, divisor.value) == ([[1], [3], [5], [3]], 12, 4)

    def test_fwd_avgpool_pad_excluded_padding_counts(self) -> None:
        pooling = OPERATIONS["avg_pool2d"](maps([[4, 8], [2, 6]]), 2, 2, 1)
        without = OPERATIONS["avg_pool2d"](maps([[4, 8], [2, 6]]), 2, 2, 1, count_include_pad=False)

        assert values(pooling) == [1, 2, Fraction(1, 2), Fraction(3, 2)]
        assert values(without) == [4, 8, 2, 6]

    def test_e10_global_average(self) -> None:
        pooling = OPERATIONS["global_avg_pool2d"](maps([[1, 3], [0, 4]], [[2, 6], [8, 4]]))

        assert values(pooling) == [2, 5]

    def test_e11_dense(self) -> None:
        dense = OPERATIONS["linear"](exact([[2, 1, 3]]), exact([[1, 0, -1], [2, 1, 1]]), exact([1, -2]))

        assert values(dense) == [0, 6]
        assert products(dense.output((0, 0))) == [[1, 2], [0, 1], [-1, 3], [1]]

    def test_e12_relu(self) -> None:
        assert values(OPERATIONS["relu"](exact([[-1, 2, 0], [3, -4, 5]]))) == [0, 2, 0, 3, 0, 5]

    def test_e13_softmax_of_logarithms(self) -> None:
        """(1, 3, 4) / 8: the exponentials, their sum, the quotient."""
        softmax = OPERATIONS["softmax"](np.log([[1.0, 3, 4]]))
        *powers, total, share = trace.steps(softmax.output((0, 1)))

        assert sorted(power.value for power in powers) == pytest.approx([1, 3, 4])
        assert (total.value, share.value) == pytest.approx((8, 3 / 8))

    def test_e14_cross_entropy(self) -> None:
        """-ln(1/8) = ln 8: exponentials, sum, quotient and logarithm."""
        loss = OPERATIONS["cross_entropy"](np.log([[1.0, 3, 4]]), np.array([0])).output(())
        *powers, total, p, loss_of_one, losses, _ = trace.steps(loss)

        assert [power.value for power in powers] == pytest.approx([1, 3, 4])
        assert (total.name, p.name) == ("sum", "p")
        assert (total.value, p.value) == pytest.approx((8, 1 / 8))
        assert (loss_of_one.value, losses.value, loss.value) == pytest.approx([math.log(8)] * 3)

    def test_fwd_ce_sum_not_mean_is_the_mean(self) -> None:
        scores, targets = np.array([[2.0, 1, 0], [2.0, 1, 0]]), np.array([0, 1])
        loss = OPERATIONS["cross_entropy"](scores, targets).output(())

        assert loss.value == pytest.approx(0.907606, abs=1e-6)
        assert [step.value for step in trace.steps(loss) if step.name == "loss"] == pytest.approx([0.407606, 1.407606])

    def test_e15_batch_norm_in_training_is_exact_where_the_root_is(self) -> None:
        x = exact([[[[2, 8, 8, 2]]]])
        norm = OPERATIONS["batch_norm"](x, None, None, exact([2]), exact([1]), training=True, eps=0)
        named = {step.name: step.value for step in trace.steps(norm.output((0, 0, 0, 0)))}

        assert named == {"mean": 5, "variance": 9, "deviation": 3, "n": -1, "y": -1}
        assert values(norm) == [-1, 3, 3, -1]
        assert all(isinstance(value, Fraction) for value in values(norm))

    def test_e16_batch_norm_by_running_statistics(self) -> None:
        arrays = (exact([[[[9]]]]), exact([3]), exact([4]), exact([2]), exact([-1]))
        norm = OPERATIONS["batch_norm"](*arrays, eps=0)

        assert values(norm) == [5]

    def test_e17_dropout(self) -> None:
        dropout = OPERATIONS["dropout"](exact([[2, 1, 3, 4]]), np.array([[1, 0, 0, 1]]), 0.75)

        assert values(dropout) == [8, 0, 0, 16]

    def test_e18_addition(self) -> None:
        added = OPERATIONS["add"](exact([[-3, 2], [1, -1]]), exact([[1, 0], [-2, 4]]))

        assert values(added) == [-2, 2, -1, 3]

    def test_e20_transposed_convolution(self) -> None:
        transposed = OPERATIONS["conv_transpose2d"](maps([[1, 2], [0, 3]]), maps([[1, 0], [2, -1]]), stride=2)

        assert values(transposed) == [1, 0, 2, 0, 2, -1, 4, -2, 0, 0, 3, 0, 0, 0, 6, -3]

    def test_e21_copies_that_overlap_add_up(self) -> None:
        """Cell 2 is 1 * (-1) of the first copy plus 2 * 1 of the second."""
        x, weight = maps([[1, 2, 3]]), maps([[1, 0, -1]])
        transposed = OPERATIONS["conv_transpose2d"](x, weight, stride=2)

        assert values(transposed) == [1, 0, 1, 0, 1, 0, -3]
        assert products(transposed.output((0, 0, 0, 2))) == [[1, -1], [2, 1]]

    def test_e22_index_after_flatten(self) -> None:
        flat = OPERATIONS["flatten"](np.arange(60.0).reshape(1, 4, 3, 5))

        assert flat.output((0, 38)).expression == trace.Number(38, "x", (0, 2, 1, 3))


class Case(NamedTuple):
    operation: Operation
    argument: str
    dy: Array
    expected: list[Any]


KERNEL, INPUT = maps([[1, 2], [0, -1]]), maps([[1, 2, 0], [3, -1, 4], [2, 0, 1]])
CONVOLUTION = OPERATIONS["conv2d"](INPUT, KERNEL, exact([1]))
STRIDED = OPERATIONS["conv2d"](exact(np.zeros((1, 1, 4, 4), int).tolist()), KERNEL, stride=2)
POOLED = maps([[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 6, 2], [1, 1, 3, 7]])
FLAT, ROUND = exact([[[1, 2], [-1, 3]]])[None], exact([[[1, 2], [3, 4]]])[None]
GRADIENTS = {
    "bwd.dx_unrotated": Case(CONVOLUTION, "x", FLAT, [1, 4, 4, -1, 0, 4, 0, 1, -3]),
    "bwd.dw_flipped": Case(CONVOLUTION, "weight", FLAT, [-1, 15, -1, 10]),
    "bwd.db_not_summed": Case(CONVOLUTION, "bias", FLAT, [5]),
    "bwd.stride_ignored": Case(
        STRIDED, "x", maps([[1, -1], [2, 0]]), [1, 2, -1, -2, 0, -1, 0, 1, 2, 4, 0, 0, 0, -2, 0, 0]
    ),
    "bwd.maxpool_all": Case(
        OPERATIONS["max_pool2d"](POOLED, 2), "x", ROUND, [0, 0, 2, 0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 4]
    ),
    "bwd.avgpool_no_div": Case(
        OPERATIONS["avg_pool2d"](POOLED, 2),
        "x",
        ROUND,
        [Fraction(cell, 4) for cell in (1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4)],
    ),
    "bwd.relu_no_mask": Case(OPERATIONS["relu"](exact([[-2, 0, 3]])), "x", exact([[5, 7, -1]]), [0, 0, -1]),
    "bwd.dense_dw_transposed": Case(
        OPERATIONS["linear"](exact([[1, 2]]), exact([[1, 2], [3, 4]])), "weight", exact([[3, -1]]), [3, 6, -1, -2]
    ),
    "bwd.dense_dx_no_transpose": Case(
        OPERATIONS["linear"](exact([[1, 2]]), exact([[1, 2], [3, 4]])), "x", exact([[3, -1]]), [0, 2]
    ),
    "bwd.mse_no_two": Case(OPERATIONS["mse_loss"](exact([3, 1]), exact([1, 2])), "x", exact(1), [2, -1]),
    "F01": Case(OPERATIONS["relu"](exact([[-1, 2], [3, -4]])), "x", exact([[5, -2], [1, 3]]), [0, -2, 1, 0]),
    "F04": Case(
        OPERATIONS["global_avg_pool2d"](maps([[0, 0], [0, 0]], [[0, 0], [0, 0]])),
        "x",
        exact([[[[8]], [[-4]]]]),
        [2, 2, 2, 2, -1, -1, -1, -1],
    ),
    "F05": Case(
        OPERATIONS["linear"](exact([[2, 1, 3]]), exact([[1, 0, -1], [2, 1, 1]])), "x", exact([[2, -1]]), [0, -1, -3]
    ),
    "F06": Case(
        OPERATIONS["conv2d"](maps([[1, 2, 0], [0, 1, 3], [2, 1, 0]]), maps([[1, 0], [-1, 2]])),
        "weight",
        maps([[1, 0], [-1, 2]]),
        [3, 7, 0, 0],
    ),
    "F07": Case(
        OPERATIONS["conv2d"](INPUT, maps([[1, 0], [-1, 2]])),
        "x",
        maps([[1, 2], [-1, 0]]),
        [1, 2, 0, -2, 0, 4, 1, -2, 0],
    ),
    "F10, x": Case(
        OPERATIONS["batch_norm"](exact([[[[2, 8, 8, 2]]]]), None, None, exact([6]), exact([0]), training=True, eps=0),
        "x",
        maps([[5, 2, 0, 1]]),
        [4, 2, -2, -4],
    ),
    "F10, weight": Case(
        OPERATIONS["batch_norm"](exact([[[[2, 8, 8, 2]]]]), None, None, exact([6]), exact([0]), training=True, eps=0),
        "weight",
        maps([[5, 2, 0, 1]]),
        [-4],
    ),
    "F10, bias": Case(
        OPERATIONS["batch_norm"](exact([[[[2, 8, 8, 2]]]]), None, None, exact([6]), exact([0]), training=True, eps=0),
        "bias",
        maps([[5, 2, 0, 1]]),
        [8],
    ),
    "F13": Case(
        OPERATIONS["conv2d"](maps([[1, 2], [0, 3]], [[3, 1], [2, 0]]), maps([[2]], [[-1]])),
        "weight",
        maps([[1, 0], [-1, 2]]),
        [7, 1],
    ),
    "F14": Case(
        OPERATIONS["conv_transpose2d"](maps([[0, 0], [0, 0]]), maps([[1, 0], [2, -1]]), stride=2),
        "x",
        maps([[1, 0, 2, 1], [0, 1, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]]),
        [0, 4, 4, 0],
    ),
    "F20": Case(OPERATIONS["max_pool1d"](exact([[[1, 3, 9, 2, 4]]]), 3, 2), "x", exact([[[2, 5]]]), [0, 0, 7, 0, 0]),
    "F21": Case(
        OPERATIONS["flatten"](exact(np.zeros((1, 2, 2, 2), int).tolist())),
        "x",
        exact([[1, -2, 0, 3, 4, 0, -1, 2]]),
        [1, -2, 0, 3, 4, 0, -1, 2],
    ),
}
"""Gradients with the results that the curriculum and the list of mistakes give for them."""


@pytest.mark.parametrize("name", GRADIENTS)
def test_a_gradient_is_what_was_worked_out_by_hand(name: str) -> None:
    case = GRADIENTS[name]

    assert gradients(case.operation, case.argument, case.dy) == case.expected


class TestTermsOfGradients:
    def test_each_window_that_saw_a_cell_sends_back_dy_times_the_weight_that_it_saw_it_through(self) -> None:
        """The cell in the middle was seen by all four windows: 3 * 1 - 1 * 2 + 2 * 0 + 1 * (-1)."""
        step = CONVOLUTION.gradient("x", (0, 0, 1, 1), FLAT)
        places = [(number.name, number.index[2:]) for number in trace.numbers(step)]

        assert step.value == 0
        assert products(step) == [[1, -1], [2, 0], [-1, 2], [3, 1]]
        assert places == [
            ("dy", (0, 0)), ("weight", (1, 1)), ("dy", (0, 1)), ("weight", (1, 0)),
            ("dy", (1, 0)), ("weight", (0, 1)), ("dy", (1, 1)), ("weight", (0, 0)),
        ]  # fmt: skip

    def test_a_weight_was_used_once_in_each_window(self) -> None:
        """F06: 1 * 1 + 0 * 2 - 1 * 0 + 2 * 1."""
        x = maps([[1, 2, 0], [0, 1, 3], [2, 1, 0]])
        step = OPERATIONS["conv2d"](x, KERNEL).gradient("weight", (0, 0, 0, 0), maps([[1, 0], [-1, 2]]))

        assert products(step) == [[1, 1], [0, 2], [-1, 0], [2, 1]]

    def test_a_window_that_another_cell_won_sends_back_dy_times_0(self) -> None:
        """Of 1 3 9 2 4 the third cell wins both windows; the first only stood in one and lost it."""
        pooling = OPERATIONS["max_pool1d"](exact([[[1, 3, 9, 2, 4]]]), 3, 2)
        won, lost = (pooling.gradient("x", (0, 0, cell), exact([[[2, 5]]])) for cell in (2, 0))

        assert [term.value for term in terms(won)] == [2, 5]
        assert [term.value for term in terms(lost)] == [0]

    def test_a_tie_is_won_by_the_first_cell(self) -> None:
        pooling = OPERATIONS["max_pool2d"](maps([[1, 3], [3, 3]]), 2)

        assert gradients(pooling, "x", maps([[5]])) == [0, 5, 0, 0]

    def test_f08_softmax_alone(self) -> None:
        softmax = OPERATIONS["softmax"](np.log([[0.25, 0.25, 0.5]]))
        dy = np.array([[4.0, 0, 2]])
        named = {step.name: step.value for step in trace.steps(softmax.gradient("x", (0, 0), dy))}

        assert named["pull"] == pytest.approx(2)
        assert gradients(softmax, "x", dy) == pytest.approx([0.5, -0.5, 0])

    def test_f09_softmax_and_cross_entropy(self) -> None:
        loss = OPERATIONS["cross_entropy"](np.log([[0.125, 0.375, 0.5]]), np.array([1]))

        assert gradients(loss, "x", np.array(1.0)) == pytest.approx([0.125, -0.625, 0.5])

    def test_f23_the_mean_of_a_batch(self) -> None:
        scores = np.log([[0.5, 0.25, 0.25], [0.25, 0.25, 0.5]])
        loss = OPERATIONS["cross_entropy"](scores, np.array([0, 2]))

        assert gradients(loss, "x", np.array(1.0)) == pytest.approx([-0.25, 0.125, 0.125, 0.125, 0.125, -0.25])

    def test_bwd_bn_stats_const(self) -> None:
        norm = OPERATIONS["batch_norm"](np.array([[[[1.0, 3, 5, 7]]]]), None, None, training=True, eps=0)
        expected = [0.1342, -0.1789, -0.0447, 0.0894]

        assert gradients(norm, "x", np.array([[[[1.0, 0, 0, 0]]]])) == pytest.approx(expected, abs=5e-5)

    def test_f12_concatenation_cuts_dy(self) -> None:
        joined = OPERATIONS["concat"]([exact([0, 0]), exact([0]), exact([0, 0, 0])])
        dy = exact([3, -1, 2, 0, 4, -2])
        parts = [
            [joined.gradient(f"x{number}", (cell,), dy).value for cell in range(length)]
            for number, length in enumerate((2, 1, 3))
        ]

        assert parts == [[3, -1], [2], [0, 4, -2]]


def terms(step: Step) -> tuple[trace.Expression, ...]:
    assert isinstance(step.expression, trace.Sum)
    return step.expression.terms


def test_padding_that_repeats_says_which_cell() -> None:
    """Of 1 2 3 the reflected padding before is 2, the second cell."""
    convolution = OPERATIONS["conv2d"](maps([[1, 2, 3]]), maps([[1, 1, 1]]), padding=(0, 1), padding_mode="reflect")
    first, *_ = trace.numbers(convolution.output((0, 0, 0, 0)), "x")

    assert first == trace.Number(Fraction(2), "x", (0, 0, 0, 1), padding=True)


def test_large_scores_are_shifted_before_they_overflow() -> None:
    softmax = OPERATIONS["softmax"](np.array([[-1000.0, 0, 1000]]))

    assert values(softmax) == [0, 0, 1]


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        ("engine.no_cell", lambda: CONVOLUTION.output((0, 0, 2, 0))),
        ("engine.no_cell", lambda: CONVOLUTION.output((0, 0, -1, 0))),
        ("engine.no_cell", lambda: CONVOLUTION.output((0, 0))),
        ("engine.no_cell", lambda: CONVOLUTION.gradient("x", (0, 0, 3, 0), FLAT)),
        ("engine.no_gradient", lambda: CONVOLUTION.gradient("stride", (0,), FLAT)),
        ("engine.no_gradient", lambda: STRIDED.gradient("bias", (0,), FLAT)),
        ("engine.no_gradient", lambda: OPERATIONS["add"](FLAT, FLAT).gradient("x2", (0,), FLAT)),
        ("engine.no_cell", lambda: OPERATIONS["add"](FLAT, FLAT).gradient("x1", (0,), FLAT)),
    ],
)
def test_what_is_not_there_cannot_be_worked_out(key: str, ask: Any) -> None:  # noqa: ANN401 - a call
    with pytest.raises(LayerError) as refusal:
        ask()

    assert refusal.value.key == key
