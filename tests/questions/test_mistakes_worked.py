"""Wrong rules about values, each on its worked example: what is right, and what whoever follows the rule gets.

The numbers of `TABLE` are those of the table that the library was written from, the numbers of `FAMILIES` those of the
course's plan (E01 to H03) or derived by hand beside them. None comes from this program.
"""

from __future__ import annotations

from fractions import Fraction
from math import log
from typing import TYPE_CHECKING, NamedTuple

import pytest

from studycards.decks.asking import Ask
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.run import Run
from studycards.questions.mistakes.value_library import VALUE_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.rationals import Nested


class Example(NamedTuple):
    """A network with what goes through it, what is asked, the right value and the wrong one."""

    network: str
    data: Mapping[str, object]
    ask: str
    right: object
    wrong: object
    loss: str | None = None
    optimizer: str | None = None
    batch: int = 1

    def run(self) -> Run:
        return Run.of(
            parse(self.network),
            {name: _exact(nested) for name, nested in self.data.items()},
            batch=self.batch,
            loss=None if self.loss is None else parse_loss(self.loss, {}),
            optimizer=None if self.optimizer is None else parse_optimizer(self.optimizer, {}),
        )

    def asked(self) -> Ask:
        ask = Ask.of_words(self.ask)
        assert ask is not None
        return ask


def _exact(nested: object) -> Nested:
    if isinstance(nested, list):
        return tuple(map(_exact, nested))
    return Fraction(str(nested))


def _flat(nested: object) -> list[float]:
    if isinstance(nested, list | tuple):
        return [cell for part in nested for cell in _flat(part)]
    return [float(nested)]  # type: ignore[arg-type]


def _shape(nested: object) -> tuple[int, ...]:
    return (len(nested), *_shape(nested[0])) if isinstance(nested, list | tuple) else ()


# Rows 46 to 92 of the table.

X = [[1, 2, 0], [3, -1, 4], [2, 0, 1]]
K = [[1, 2], [0, -1]]
DY = [[1, 2], [-1, 3]]
P = [[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 6, 2], [1, 1, 3, 7]]
X_TRANSPOSED = [[1, 3, 2], [2, -1, 0], [0, 4, 1]]

CONV = "1x3x3 | conv2d(1, 2)"
FORWARD = {"input": X, "conv1.weight": K, "conv1.bias": 1}
BACKWARD = {**FORWARD, "gradient of conv1": DY}
RIGHT_Y, RIGHT_DX, RIGHT_DW = [[7, -1], [2, 7]], [[1, 4, 4], [-1, 0, 4], [0, 1, -3]], [[-1, 15], [-1, 10]]

TWO = "2x3x3 | conv2d(1, 2)"
TWO_CHANNELS = {
    "input": [X, [[0, 1, 1], [1, 0, 2], [0, 1, 0]]],
    "conv1.weight": [[K, [[1, 0], [1, 1]]]],
    "conv1.bias": 0,
}
PAIR = {**BACKWARD, "input": [[X], [X_TRANSPOSED]], "gradient of conv1": [[DY], [[[0, 1], [2, -2]]]]}

AVG, MAX = "1x4x4 | avg_pool2d(2)", "1x4x4 | max_pool2d(2)"
POOLED = {"input": P, "gradient of pool1": [[1, 2], [3, 4]]}
TO_WINNERS = [[0, 0, 2, 0], [1, 0, 0, 0], [0, 3, 0, 0], [0, 0, 0, 4]]
TO_ALL = [[1, 1, 2, 2], [1, 1, 2, 2], [3, 3, 4, 4], [3, 3, 4, 4]]
TO_ALL_EVENLY = [[0.25, 0.25, 0.5, 0.5], [0.25, 0.25, 0.5, 0.5], [0.75, 0.75, 1, 1], [0.75, 0.75, 1, 1]]

SCORES = {"input": [2, 1, 0]}
SOFTMAX = [0.6652, 0.2447, 0.09]
SCORED = ("3 | identity", SCORES)
SCORED_TWICE = ("3 | identity", {"input": [[2, 1, 0], [2, 1, 0]]})
DZ = [-0.3348, 0.2447, 0.09]

NORM = ("1x1x4 | batch_norm2d(eps=0)", {"input": [[1, 3, 5, 7]], "bn1.weight": 1, "bn1.bias": 0})
NORMALIZED = [-1.3416, -0.4472, 0.4472, 1.3416]
NORM_BACK = (NORM[0], {**NORM[1], "gradient of bn1": [[1, 0, 0, 0]]})

RELU = ("3 | relu", {"input": [-2, 0, 3], "gradient of relu1": [5, 7, -1]})
SIGMOID = ("1 | sigmoid", {"input": 1, "gradient of sigmoid1": 1})
STEP = ("1 | linear(1, bias=False)", {"input": 1, "fc1.weight": 1, "gradient of fc1": 0.5})

TABLE: dict[str, Example] = {
    "fwd.kernel_flip": Example(CONV, FORWARD, "output", RIGHT_Y, [[5, 1], [2, 3]]),
    "fwd.kernel_transposed": Example(CONV, FORWARD, "output", RIGHT_Y, [[9, -3], [8, -1]]),
    "fwd.no_bias": Example(CONV, FORWARD, "output", RIGHT_Y, [[6, -2], [1, 6]]),
    "fwd.bias_per_tap": Example(CONV, FORWARD, "output", RIGHT_Y, [[10, 2], [5, 10]]),
    "fwd.first_channel_only": Example(TWO, TWO_CHANNELS, "output", [[7, 1], [3, 7]], [[6, -2], [1, 6]]),
    "fwd.avg_sums": Example(AVG, {"input": P}, "output", [[3.25, 1], [1, 4.5]], [[13, 4], [4, 18]]),
    "fwd.pool_overlap": Example(MAX, {"input": P}, "output", [[5, 2], [2, 7]], [[5, 4, 2], [5, 6, 6], [2, 6, 7]]),
    "fwd.avgpool_pad_excluded": Example(
        "1x2x2 | avg_pool2d(2, padding=1)",
        {"input": [[4, 8], [2, 6]]},
        "output",
        [[1, 2], [0.5, 1.5]],
        [[4, 8], [2, 6]],
    ),
    "fwd.softmax_linear": Example("3 | softmax", SCORES, "output", SOFTMAX, [0.6667, 0.3333, 0]),
    "fwd.softmax_unnormalised": Example("3 | softmax", SCORES, "output", SOFTMAX, [7.3891, 2.7183, 1]),
    "fwd.ce_log10": Example(*SCORED, "loss", 0.407606, 0.177021, "cross_entropy(target=0)"),
    "fwd.ce_sign": Example(*SCORED, "loss", 0.407606, -0.407606, "cross_entropy(target=0)"),
    "fwd.ce_sum_not_mean": Example(*SCORED_TWICE, "loss", 0.907606, 1.81521, "cross_entropy(target=[0, 1])", batch=2),
    "fwd.bn_unbiased": Example(*NORM, "output", NORMALIZED, [-1.1619, -0.3873, 0.3873, 1.1619]),
    "fwd.bn_divide_by_var": Example(*NORM, "output", NORMALIZED, [-0.6, -0.2, 0.2, 0.6]),
    "fwd.dense_transposed": Example(
        "2 | linear(2, bias=False)", {"input": [5, 6], "fc1.weight": [[1, 2], [3, 4]]}, "output", [17, 39], [23, 34]
    ),
    "bwd.dx_unrotated": Example(CONV, BACKWARD, "gradient of input", RIGHT_DX, [[-1, -2, 0], [3, 2, 2], [-2, 5, 3]]),
    "bwd.dx_valid": Example(CONV, BACKWARD, "gradient of input", RIGHT_DX, 0),
    "bwd.dw_flipped": Example(CONV, BACKWARD, "gradient of conv1.weight", RIGHT_DW, [[10, -1], [15, -1]]),
    "bwd.db_not_summed": Example(CONV, BACKWARD, "gradient of conv1.bias", 5, DY),
    "bwd.db_mean": Example(CONV, BACKWARD, "gradient of conv1.bias", 5, 1.25),
    "bwd.db_no_batch": Example(CONV, PAIR, "gradient of conv1.bias", 6, 5, batch=2),
    "bwd.dw_no_batch": Example(
        CONV, PAIR, "gradient of conv1.weight", [[8, 15], [-10, 16]], [[-1, 15], [-1, 10]], batch=2
    ),
    "bwd.stride_ignored": Example(
        "1x4x4 | conv2d(1, 2, stride=2, bias=False)",
        {"conv1.weight": K, "gradient of conv1": [[1, -1], [2, 0]]},
        "gradient of input",
        [[1, 2, -1, -2], [0, -1, 0, 1], [2, 4, 0, 0], [0, -2, 0, 0]],
        [[1, 1, -2], [2, 3, 1], [0, -2, 0]],
    ),
    "bwd.maxpool_all": Example(MAX, POOLED, "gradient of input", TO_WINNERS, TO_ALL),
    "bwd.maxpool_spread": Example(MAX, POOLED, "gradient of input", TO_WINNERS, TO_ALL_EVENLY),
    "bwd.avgpool_no_div": Example(AVG, POOLED, "gradient of input", TO_ALL_EVENLY, TO_ALL),
    "bwd.relu_no_mask": Example(*RELU, "gradient of input", [0, 0, -1], [5, 7, -1]),
    "bwd.relu_zero_is_one": Example(*RELU, "gradient of input", [0, 0, -1], [0, 7, -1]),
    "bwd.relu_mask_on_grad": Example(*RELU, "gradient of input", [0, 0, -1], [5, 7, 0]),
    "bwd.sigmoid_at_activation": Example(*SIGMOID, "gradient of input", 0.196612, 0.219362),
    "bwd.sigmoid_raw": Example(*SIGMOID, "gradient of input", 0.196612, 0.731059),
    "bwd.tanh_pre": Example("1 | tanh", {"input": 0.5, "gradient of tanh1": 1}, "gradient of input", 0.786448, 0.75),
    "bwd.smce_no_y": Example(*SCORED, "gradient of input", DZ, SOFTMAX, "cross_entropy(target=0)"),
    "bwd.smce_sign": Example(*SCORED, "gradient of input", DZ, [0.3348, -0.2447, -0.09], "cross_entropy(target=0)"),
    "bwd.smce_double_jacobian": Example(
        *SCORED, "gradient of input", DZ, [-0.0745, 0.0452, 0.0074], "cross_entropy(target=0)"
    ),
    "bwd.softmax_denominator": Example(*SCORED, "gradient of input", DZ, [-0.3348, 0, 0], "cross_entropy(target=0)"),
    "bwd.smce_no_mean": Example(
        *SCORED_TWICE,
        "gradient of input",
        [[-0.1674, 0.1224, 0.045]] * 2,
        [DZ] * 2,
        "cross_entropy(target=0)",
        batch=2,
    ),
    "bwd.dense_dw_transposed": Example(
        "2 | linear(2, bias=False)",
        {"input": [1, 2], "fc1.weight": [[1, 2], [3, 4]], "gradient of fc1": [3, -1]},
        "gradient of fc1.weight",
        [[3, 6], [-1, -2]],
        [[3, -1], [6, -2]],
    ),
    "bwd.dense_dx_no_transpose": Example(
        "2 | linear(2, bias=False)",
        {"fc1.weight": [[1, 2], [3, 4]], "gradient of fc1": [3, -1]},
        "gradient of input",
        [0, 2],
        [1, 5],
    ),
    "bwd.mse_no_two": Example(
        "2 | identity", {"input": [3, 1]}, "gradient of input", [2, -1], [1, -0.5], "mse_loss(target=[1, 2])"
    ),
    "bwd.residual_overwrite": Example(
        "2 | residual(linear(2, bias=False))",
        {"fc1.weight": [[2, 0], [0, 0.5]], "gradient of add1": [3, -1]},
        "gradient of input",
        [9, -1.5],
        [6, -0.5],
    ),
    "bwd.bn_stats_const": Example(
        *NORM_BACK, "gradient of input", [0.1342, -0.1789, -0.0447, 0.0894], [0.4472, 0, 0, 0]
    ),
    "bwd.l2_no_two": Example(
        "2 | identity", {"input": [2, -3]}, "gradient of input", [0.4, -0.6], [0.2, -0.3], "l2_penalty(0.1)"
    ),
    "opt.ascent": Example(*STEP, "update of fc1.weight", 0.95, 1.05, optimizer="sgd(lr=0.1)"),
    "opt.no_lr": Example(*STEP, "update of fc1.weight", 0.95, 0.5, optimizer="sgd(lr=0.1)"),
    "fwd.dropout_no_scale": Example(
        "3 | dropout(0.5)", {"input": [2, 4, 6], "dropout1.mask": [1, 0, 1]}, "output", [4, 0, 12], [2, 0, 6]
    ),
}

# Families of the course's plan.

E04 = {
    "input": [[[1, 2, 0], [0, 1, 0], [1, 0, 3]], [[2, 0, 1], [1, 1, 0], [0, 2, 1]]],
    "conv1.weight": [[[[1, 0], [0, 1]], [[1, -1], [0, 1]]]],
    "conv1.bias": 1,
}
E05 = {"input": [[[1, 2], [0, 3]], [[3, 1], [2, 0]]], "conv1.weight": [[[[2]], [[-1]]]], "conv1.bias": -1}
E10 = ("2x2x2 | global_avg_pool2d", {"input": [[[1, 3], [0, 4]], [[2, 6], [8, 4]]]})
E11 = {"input": [2, 1, 3], "fc1.weight": [[1, 0, -1], [2, 1, 1]], "fc1.bias": [1, -2]}
E12 = ("1x2x3 | relu", {"input": [[-1, 2, 0], [3, -4, 5]]})
E13 = ("3 | softmax", {"input": [0, log(3), log(4)]})
E14 = ("3 | identity", {"input": [0, log(3), log(4)]})
E15 = ("1x1x4 | batch_norm2d(eps=0)", {"input": [[2, 8, 8, 2]], "bn1.weight": 2, "bn1.bias": 1})
E17 = ("4 | dropout(0.75)", {"input": [2, 1, 3, 4], "dropout1.mask": [1, 0, 0, 1]})
E18 = "1x2x2 | residual(conv2d(1, 1, bias=False)) | relu"
SUMMED = {"input": [[1, 0], [-2, 4]], "output of conv1": [[-3, 2], [1, -1]], "conv1.weight": 1}
E20 = (
    "1x2x2 | conv_transpose2d(1, 2, stride=2, bias=False)",
    {"input": [[1, 2], [0, 3]], "upconv1.weight": [[1, 0], [2, -1]]},
)
E20_RIGHT = [[1, 0, 2, 0], [2, -1, 4, -2], [0, 0, 3, 0], [0, 0, 6, -3]]
E21 = (
    "1x1x3 | conv_transpose2d(1, (1, 3), stride=(1, 2), bias=False)",
    {"input": [[1, 2, 3]], "upconv1.weight": [[[[1, 0, -1]]]]},
)
F02 = (
    "1x4x4 | max_pool2d(2)",
    {"input": [[1, 3, 4, 0], [5, 2, 6, 1], [0, 2, 7, 1], [6, 3, 5, 2]], "gradient of pool1": [[2, -1], [4, 3]]},
)
F04 = ("2x2x2 | global_avg_pool2d", {"gradient of gap1": [8, -4]})
F06 = (
    "1x3x3 | conv2d(1, 2)",
    {"input": [[1, 2, 0], [0, 1, 3], [2, 1, 0]], "gradient of conv1": [[1, 0], [-1, 2]]},
)
F07 = (
    "1x3x3 | conv2d(1, 2, bias=False)",
    {"conv1.weight": [[1, 0], [-1, 2]], "gradient of conv1": [[1, 2], [-1, 0]]},
)
F08 = ("3 | softmax", {"input": [0, 0, log(2)], "gradient of softmax1": [4, 0, 2]})
F09 = ("3 | identity", {"input": [0, log(3), log(4)]}, "gradient of input", [0.125, -0.625, 0.5])
F10 = (
    "1x1x4 | batch_norm2d(eps=0)",
    {"input": [[2, 8, 8, 2]], "bn1.weight": 6, "bn1.bias": 0, "gradient of bn1": [[5, 2, 0, 1]]},
)
F13 = (
    "2x2x2 | conv2d(1, 1)",
    {**E05, "gradient of conv1": [[1, 0], [-1, 2]]},
)
F14 = (
    "1x2x2 | conv_transpose2d(1, 2, stride=2, bias=False)",
    {
        "upconv1.weight": [[1, 0], [2, -1]],
        "gradient of upconv1": [[1, 0, 2, 1], [0, 1, 1, 0], [2, 1, 0, 1], [1, 0, 1, 2]],
    },
)
F15 = (
    "2x3x3 | conv2d(2, 2, groups=2, bias=False)",
    {
        "input": [[[1, 2, 0], [0, 1, 0], [1, 0, 3]], [[2, 0, 1], [1, 1, 0], [0, 2, 1]]],
        "gradient of conv1": [[[1, 0], [0, 1]], [[0, 1], [-1, 0]]],
    },
)
F21 = ("2x2x2 | flatten", {"gradient of flatten1": [1, -2, 0, 3, 4, 0, -1, 2]})
F21_RIGHT = [[[1, -2], [0, 3]], [[4, 0], [-1, 2]]]
DECAY = (STEP[0], {"input": 1, "fc1.weight": 4, "gradient of fc1": 1}, "update of fc1.weight", 3.3)

FAMILIES: dict[str, Example] = {
    # E11: W·x = (−1, 9), so with −b (−2, 11) minus the plan's own slip: −1 − 1 = −2 and 8 + 2 = 10
    "fwd.bias_subtracted": Example("3 | linear(2)", E11, "output", [0, 6], [-2, 10]),
    "fwd.bias_per_channel": Example("2x3x3 | conv2d(1, 2)", E04, "output", [[6, 2], [3, 7]], [[7, 3], [4, 8]]),
    "fwd.channels_not_summed": Example(
        "2x3x3 | conv2d(1, 2)", E04, "output", [[6, 2], [3, 7]], [[[3, 3], [1, 5]], [[4, 0], [3, 3]]]
    ),
    # one window of the size of the kernel: 1·1 + 2·2 + 3·0 − 1·1 = 4; the product [[1·1 + 2·0, 1·2 − 2·1], ...]
    "fwd.matmul": Example(
        "1x2x2 | conv2d(1, 2, bias=False)",
        {"input": [[1, 2], [3, 1]], "conv1.weight": K},
        "output",
        4,
        [[1, 0], [3, 5]],
    ),
    "fwd.padding_ignored": Example(
        "1x3x3 | conv2d(1, 3, stride=2, padding=1, bias=False)",
        {"input": [[1, 2, 0], [3, 1, 1], [0, 2, 1]], "conv1.weight": [[0, 1, 0], [1, -1, 1], [0, 1, 0]]},
        "output",
        [[4, 3], [5, 2]],
        7,
    ),
    "fwd.stride_ignored": Example(
        "1x3x3 | conv2d(1, 3, stride=2, padding=1, bias=False)",
        {"input": [[1, 2, 0], [3, 1, 1], [0, 2, 1]], "conv1.weight": [[0, 1, 0], [1, -1, 1], [0, 1, 0]]},
        "output",
        [[4, 3], [5, 2]],
        [[4, 0, 3], [-1, 7, 1], [5, 0, 2]],
    ),
    "fwd.dilation_ignored": Example(
        "1x1x7 | conv2d(1, (1, 3), dilation=2, bias=False)",
        {"input": [[1, 2, 3, 1, 0, 4, 2]], "conv1.weight": [[[[1, 2, -1]]]]},
        "output",
        [7, 0, 1],
        [2, 7, 5, -3, 6],
    ),
    "fwd.pointwise_pixels_summed": Example("2x2x2 | conv2d(1, 1)", E05, "output", [[-2, 2], [-3, 5]], 5),
    # 1 + 3 − 1, 2 + 1 − 1, 0 + 2 − 1, 3 + 0 − 1
    "fwd.pointwise_unweighted": Example("2x2x2 | conv2d(1, 1)", E05, "output", [[-2, 2], [-3, 5]], [[3, 2], [1, 2]]),
    "fwd.tconv_as_conv": Example(*E20, "output", E20_RIGHT, -2),
    "fwd.tconv_upsampled": Example(*E20, "output", E20_RIGHT, [[1, 1, 2, 2], [1, 1, 2, 2], [0, 0, 3, 3], [0, 0, 3, 3]]),
    "fwd.tconv_overwritten": Example(*E21, "output", [1, 0, 1, 0, 1, 0, -3], [1, 0, 2, 0, 3, 0, -3]),
    "fwd.tconv_stride_ignored": Example(*E21, "output", [1, 0, 1, 0, 1, 0, -3], [1, 2, 2, -2, -3]),
    "fwd.avg_for_max": Example(
        MAX,
        {"input": [[1, 3, 4, 0], [5, 3, 6, 2], [0, 2, 7, 1], [6, 0, 1, 7]]},
        "output",
        [[5, 6], [6, 7]],
        [[3, 3], [2, 4]],
    ),
    "fwd.max_for_avg": Example(*E10, "output", [2, 5], [4, 8]),
    "fwd.gap_over_all": Example(*E10, "output", [2, 5], 3.5),
    "fwd.relu_abs": Example(*E12, "output", [[0, 2, 0], [3, 0, 5]], [[1, 2, 0], [3, 4, 5]]),
    "fwd.relu_mask_value": Example(*E12, "output", [[0, 2, 0], [3, 0, 5]], [[0, 1, 0], [1, 0, 1]]),
    "fwd.relu_ignored": Example(E18, SUMMED, "output", [[0, 2], [0, 3]], [[-2, 2], [-1, 3]]),
    "fwd.residual_relu_first": Example(E18, SUMMED, "output", [[0, 2], [0, 3]], [[1, 2], [-1, 4]]),
    "fwd.residual_no_skip": Example(E18, SUMMED, "output of add1", [[-2, 2], [-1, 3]], [[-3, 2], [1, -1]]),
    "fwd.residual_multiplied": Example(E18, SUMMED, "output of add1", [[-2, 2], [-1, 3]], [[-3, 0], [-2, -4]]),
    "fwd.softmax_argmax": Example(*E13, "output", [0.125, 0.375, 0.5], [0, 0, 1]),
    # channels, rows, columns: 1 2 3 4, 5 6 7 8
    "fwd.flatten_by_columns": Example(
        "2x2x2 | flatten",
        {"input": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]},
        "output",
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, 3, 2, 4, 5, 7, 6, 8],
    ),
    "fwd.flatten_channels_last": Example(
        "2x2x2 | flatten",
        {"input": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]},
        "output",
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, 5, 2, 6, 3, 7, 4, 8],
    ),
    "fwd.bn_no_affine": Example(*E15, "output", [-1, 3, 3, -1], [-1, 1, 1, -1]),
    "fwd.dropout_multiplied": Example(*E17, "output", [8, 0, 0, 16], [0.5, 0, 0, 1]),
    "fwd.dropout_by_p": Example(*E17, "output", [8, 0, 0, 16], [2.6667, 0, 0, 5.3333]),
    "fwd.ce_one_minus_p": Example(*E14, "loss", 2.0794, 0.875, "cross_entropy(target=0)"),
    # −ln 0.125 − ln 0.375 − ln 0.5
    "fwd.ce_all_classes": Example(*E14, "loss", 2.0794, 3.7534, "cross_entropy(target=0)"),
    "fwd.ce_wrong_class": Example(*E14, "loss", 0.6931, 0.9808, "cross_entropy(target=2)"),
    # (3 − 1)² + (1 − 2)² = 5
    "fwd.mse_sum_not_mean": Example("2 | identity", {"input": [3, 1]}, "loss", 2.5, 5, "mse_loss(target=[1, 2])"),
    "fwd.square_half": Example("2 | identity", {"input": [3, 1]}, "loss", 2.5, 1.25, "mse_loss(target=[1, 2])"),
    "fwd.square_no_half": Example("1 | identity", {"input": 6}, "loss", 2, 4, "half_squared_error(target=4)"),
    "bwd.dx_valid_unrotated": Example(*F07, "gradient of input", [[1, 2, 0], [-2, 0, 4], [1, -2, 0]], 2),
    "bwd.dx_unweighted": Example(
        *F13, "gradient of input", [[[2, 0], [-2, 4]], [[-1, 0], [1, -2]]], [[[1, 0], [-1, 2]]] * 2
    ),
    "bwd.dw_dy_flipped": Example(*F06, "gradient of conv1.weight", [[3, 7], [0, 0]], [[1, 7], [0, -1]]),
    "bwd.dw_first_window": Example(*F06, "gradient of conv1.weight", [[3, 7], [0, 0]], [[1, 0], [0, 2]]),
    "bwd.dw_not_summed": Example(
        *F13, "gradient of conv1.weight", [[[7]], [[1]]], [[[1, 0], [0, 6]], [[3, 0], [-2, 0]]]
    ),
    "bwd.dw_inputs_mixed": Example(
        *F15,
        "gradient of conv1.weight",
        [[[[2, 2], [0, 4]]], [[[-1, 0], [1, -2]]]],
        [[[[5, 2], [3, 6]]], [[[1, -1], [1, -2]]]],
    ),
    "bwd.dw_gradients_mixed": Example(
        *F15,
        "gradient of conv1.weight",
        [[[[2, 2], [0, 4]]], [[[-1, 0], [1, -2]]]],
        [[[[4, 1], [0, 4]]], [[[2, 0], [4, 0]]]],
    ),
    "bwd.dw_batch_mean": Example(
        "1 | linear(1, bias=False)",
        {"input": [[2], [3]], "gradient of fc1": [[1], [-2]]},
        "gradient of fc1.weight",
        -4,
        -2,
        batch=2,
    ),
    # dw = x₁·dy₁ + x₂·dy₂ = 2·1 + 3·(−2); the first use gives 2
    "bwd.shared_once": Example(
        "1 | fc1: linear(1, bias=False) | linear(1, bias=False) sharing fc1",
        {"input": 2, "output of fc1": 3, "fc1.weight": 1, "gradient of fc1": 1, "gradient of fc2": -2},
        "gradient of fc1.weight",
        -4,
        2,
    ),
    "bwd.shared_mean": Example(
        "1 | fc1: linear(1, bias=False) | linear(1, bias=False) sharing fc1",
        {"input": 2, "output of fc1": 3, "fc1.weight": 1, "gradient of fc1": 1, "gradient of fc2": -2},
        "gradient of fc1.weight",
        -4,
        -2,
    ),
    "bwd.tconv_flipped": Example(*F14, "gradient of input", [[0, 4], [4, 0]], [[0, 0], [0, 4]]),
    "bwd.tconv_stride_ignored": Example(*F14, "gradient of input", [[0, 4], [4, 0]], [[0, 1, 4], [3, 3, 0], [4, 0, 0]]),
    "bwd.dense_db_summed": Example(
        "3 | linear(2)", {**E11, "gradient of fc1": [2, -1]}, "gradient of fc1.bias", [2, -1], 1
    ),
    "bwd.maxpool_writes_x": Example(
        *F02,
        "gradient of input",
        [[0, 0, 0, 0], [2, 0, -1, 0], [0, 0, 3, 0], [4, 0, 0, 0]],
        [[0, 0, 0, 0], [5, 0, 6, 0], [0, 0, 7, 0], [6, 0, 0, 0]],
    ),
    "bwd.overlap_overwritten": Example(
        "1x1x5 | max_pool2d((1, 3), stride=(1, 2))",
        {"input": [[1, 3, 9, 2, 4]], "gradient of pool1": [[2, 5]]},
        "gradient of input",
        [0, 0, 7, 0, 0],
        [0, 0, 5, 0, 0],
    ),
    "bwd.avgpool_as_max": Example(AVG, POOLED, "gradient of input", TO_ALL_EVENLY, TO_WINNERS),
    "bwd.gap_no_div": Example(
        *F04, "gradient of input", [[[2, 2], [2, 2]], [[-1, -1], [-1, -1]]], [[[8, 8], [8, 8]], [[-4, -4], [-4, -4]]]
    ),
    "bwd.gap_by_channels": Example(
        *F04, "gradient of input", [[[2, 2], [2, 2]], [[-1, -1], [-1, -1]]], [[[4, 4], [4, 4]], [[-2, -2], [-2, -2]]]
    ),
    "bwd.relu_times_x": Example(
        "1x2x2 | relu",
        {"input": [[-1, 2], [3, -4]], "gradient of relu1": [[5, -2], [1, 3]]},
        "gradient of input",
        [[0, -2], [1, 0]],
        [[-5, -4], [3, -12]],
    ),
    "bwd.softmax_no_common": Example(*F08, "gradient of input", [0.5, -0.5, 0], [1, 0, 1]),
    "bwd.softmax_diagonal": Example(*F08, "gradient of input", [0.5, -0.5, 0], [0.75, 0, 0.5]),
    "bwd.flatten_by_columns": Example(*F21, "gradient of input", F21_RIGHT, [[[1, 0], [-2, 3]], [[4, -1], [0, 2]]]),
    "bwd.flatten_divided": Example(
        *F21, "gradient of input", F21_RIGHT, [[[0.25, -0.5], [0, 0.75]], [[1, 0], [-0.25, 0.5]]]
    ),
    "bwd.residual_main_missing": Example(
        "2 | residual(linear(2, bias=False))",
        {"fc1.weight": [[1, 2], [0, -1]], "gradient of add1": [2, -1]},
        "gradient of input",
        [4, 4],
        [2, -1],
    ),
    "bwd.bn_variance_const": Example(*F10, "gradient of input", [4, 2, -2, -4], [6, 0, -4, -2]),
    "bwd.smce_diagonal": Example(*F09, [0.1094, 0.2344, 0.25], "cross_entropy(target=1)"),
    "bwd.smce_one_over_p": Example(*F09, [0, -2.6667, 0], "cross_entropy(target=1)"),
    "bwd.smce_wrong_class": Example(*F09, [-0.875, 0.375, 0.5], "cross_entropy(target=1)"),
    "bwd.mse_no_mean": Example(
        "2 | identity", {"input": [3, 1]}, "gradient of input", [2, -1], [4, -2], "mse_loss(target=[1, 2])"
    ),
    "bwd.square_sign": Example(
        "1 | identity", {"input": 1}, "gradient of input", 1, -1, "half_squared_error(target=0)"
    ),
    "opt.weight_forgotten": Example(
        "1 | linear(1, bias=False)",
        {"input": 1, "fc1.weight": 2, "gradient of fc1": -4},
        "update of fc1.weight",
        4,
        2,
        optimizer="sgd(lr=0.5)",
    ),
    "opt.decay_missing": Example(*DECAY, 3.5, optimizer="sgd(lr=0.5, weight_decay=0.1)"),
    "opt.decay_unscaled": Example(*DECAY, 3.1, optimizer="sgd(lr=0.5, weight_decay=0.1)"),
    "opt.decay_subtracted": Example(*DECAY, 3.7, optimizer="sgd(lr=0.5, weight_decay=0.1)"),
}

EXAMPLES = {**TABLE, **FAMILIES}


@pytest.mark.parametrize("mistake", EXAMPLES)
def test_a_rule_gives_the_wrong_value_of_its_worked_example(mistake: str) -> None:
    """Rounded to four places, as the tables are."""
    example = EXAMPLES[mistake]
    run, ask = example.run(), example.asked()

    wrong = VALUE_MISTAKES[mistake].value(run, ask)

    assert _flat(run.tensor(ask.quantity, ask.of)) == pytest.approx(_flat(example.right), abs=6e-5)
    assert wrong is not None
    assert _flat(wrong) == pytest.approx(_flat(example.wrong), abs=6e-5)
    assert _shape(wrong) == _shape(example.wrong)


def test_every_value_mistake_has_a_worked_example() -> None:
    assert set(EXAMPLES) == set(VALUE_MISTAKES)


def test_the_table_and_the_plan_name_each_rule_once() -> None:
    assert len(TABLE) == 47
    assert TABLE.keys().isdisjoint(FAMILIES)
