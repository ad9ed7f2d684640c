"""The worked examples of the course's plan, each with its published answer and the wrong answers beside it.

Families A01 to A19 (sizes), B01 to B20 (parameters), C01 to C11 (cost, memory) and D01 to D08 (receptive fields).
The answers are written out; nothing here is computed twice.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from studycards.decks.varied import Ask, ComputedCard, NumberCard, Variable, WrongAnswer
from studycards.locale import Text
from studycards.questions.kinds.computed import ShapeQuestion
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.posing import ask_varied

Size = tuple[int, ...]

SHAPES: dict[str, tuple[str, Size, dict[str, Size]]] = {
    "A01": ("1x28x28 | conv2d(1, 5)", (1, 24, 24), {"size.no_plus_one": (1, 23, 23), "size.same_assumed": (1, 28, 28)}),
    "A02": (
        "1x32x32 | conv2d(1, 5, stride=2, padding=2)",
        (1, 16, 16),
        {
            "size.pad_once": (1, 15, 15),
            "size.no_plus_one": (1, 15, 15),
            "size.ceil": (1, 17, 17),
            "size.no_stride": (1, 32, 32),
        },
    ),
    "A03": (
        "1x20x20 | conv2d(1, 3, dilation=2, padding=1)",
        (1, 18, 18),
        {"size.no_dilation": (1, 20, 20), "size.dilation_times_k": (1, 17, 17)},
    ),
    "A04": ("1x29x15 | conv2d(1, (5, 7), stride=(2, 1), padding=(2, 1))", (1, 15, 11), {}),
    "A06": ("1x10x10 | conv2d(1, 6, stride=3, padding=2)", (1, 3, 3), {"size.same_assumed": (1, 4, 4)}),
    "A08": ("1x9x9 | conv2d(1, 3, dilation=2, padding=2)", (1, 9, 9), {}),
    "A09": ("1x10x10 | conv2d(1, 5, stride=2, padding=3)", (1, 6, 6), {}),
    "A11": ("1x32x32 | conv2d(1, 7, padding=1)", (1, 28, 28), {}),
    "A12": ("1x13x14 | conv2d(1, 3, stride=2, padding=1)", (1, 7, 7), {}),
    "A14": (
        "3x32x32 | conv2d(16, 5)",
        (16, 28, 28),
        {"shape.channels_in": (3, 28, 28), "size.same_assumed": (16, 32, 32)},
    ),
    "A15": (
        "1x32x32 | conv2d(1, 5) | max_pool2d(2) | conv2d(1, 5) | max_pool2d(2)",
        (1, 5, 5),
        {"size.same_assumed": (1, 8, 8)},
    ),
    "A16": (
        "1x55x55 | max_pool2d(3, stride=2)",
        (1, 27, 27),
        {"size.no_plus_one": (1, 26, 26), "size.same_assumed": (1, 28, 28), "size.pool_stride1": (1, 53, 53)},
    ),
    "A17": ("1x24x24 | max_pool2d(3, stride=2, ceil_mode=True)", (1, 12, 12), {}),
}

COUNTS: dict[str, tuple[str, int, dict[str, int]]] = {
    "B01": (
        "3x9x9 | conv2d(16, 3)",
        448,
        {"par.no_bias": 432, "par.no_cin": 160, "par.bias_cin": 435},
    ),
    "B02": (
        "16x9x9 | conv2d(32, 3, bias=False) | batch_norm2d",
        4672,
        {"par.bn_gamma_only": 4640, "par.bn_buffers": 4736},
    ),
    "B03": (
        "16x9x9 | conv2d(32, 3, groups=4)",
        1184,
        {"par.groups_ignored": 4640, "par.groups_twice": 320},
    ),
    "B04": ("32x9x9 | conv2d(32, 3, groups=32, bias=False)", 288, {"par.groups_ignored": 9216, "par.no_cout": 9}),
    "B05": (
        "16x9x9 | conv2d(16, 3, groups=16, bias=False) | conv2d(32, 1, bias=False)",
        656,
        {"par.depthwise_only": 144, "par.groups_ignored": 2816},
    ),
    "B06": ("256x9x9 | conv2d(64, 1)", 16_448, {"par.no_bias": 16_384, "par.bias_cin": 16_640}),
    "B08": ("3x9x9 | conv2d(16, 3, bias=False) | conv2d(16, 3, bias=False)", 2736, {}),
    "B10": ("120 | linear(84)", 10_164, {"par.no_bias": 10_080}),
    "B11": (
        "64x7x7 | flatten | linear(10)",
        31_370,
        {"par.dense_no_flatten": 650, "par.no_bias": 31_360},
    ),
}

# A quantity of a network, with those wrong answers of the plan that are mistakes of the library.
QUANTITIES: dict[str, tuple[str, str, int, dict[str, int]]] = {
    "A18": (
        "1x7x7 | conv_transpose2d(1, 4, stride=2, padding=1)",
        "output_size",
        14,
        {"tconv.pad_added": 18, "tconv.forward_formula": 3},
    ),
    "C01": (
        "3x12x12 | conv2d(8, 3)",
        "macs",
        21_600,
        {"mac.params": 216, "mac.no_cin": 7_200},
    ),
    "C02 separable": (
        "8x10x10 | conv2d(8, 3, padding=1, groups=8, bias=False) | conv2d(16, 1, bias=False)",
        "macs",
        20_000,
        {"mac.params": 200},
    ),
    "C02 ordinary": ("8x10x10 | conv2d(16, 3, padding=1, bias=False)", "macs", 115_200, {"mac.params": 1_152}),
    "C03": ("400 | linear(120)", "macs", 48_000, {"mac.bias_counted": 48_120}),
    "C04": ("16x10x10 | conv2d(150, 1)", "flops", 480_000, {"mac.not_doubled": 240_000}),
    "C05 for one image": ("16x32x32 | relu", "activation_memory", 65_536, {"mem.elements_not_bytes": 16_384}),
    "C10 direct": ("200x10x10 | conv2d(32, 5, padding=2)", "macs", 16_000_000, {"mac.params": 160_000}),
    "C10 reduced": ("200x10x10 | conv2d(16, 1) | conv2d(32, 5, padding=2)", "macs", 1_600_000, {"mac.params": 16_000}),
    "C11": (
        "16x10x10 | conv2d(16, 3, padding=1, groups=16) | conv2d(32, 1)",
        "macs",
        65_600,
        {},
    ),
    "D01": (
        "1x64x64 | conv2d(1, 3) | conv2d(1, 3)",
        "receptive_field",
        5,
        {"rf.sum_kernels": 6, "rf.product": 9},
    ),
    "D02": (
        "1x64x64 | conv2d(1, 7, 2) | max_pool2d(3, 2) | conv2d(1, 3)",
        "receptive_field",
        19,
        {"rf.no_jump": 11, "rf.stride_included": 29},
    ),
    "D03": (
        "1x64x64 | conv2d(1, 3) | conv2d(1, 3, dilation=2) | conv2d(1, 3, dilation=4)",
        "receptive_field",
        15,
        {"rf.no_dilation": 7},
    ),
    "D04": ("1x64x64 | repeat(15, conv2d(1, 3))", "receptive_field", 31, {}),
    "D08": (
        (
            "8x9x9 | concat(conv2d(4, 1), conv2d(4, 1) | conv2d(4, 3, padding=1),"
            " conv2d(4, 1) | conv2d(4, 3, padding=1) | conv2d(4, 3, padding=1))"
        ),
        "receptive_field",
        5,
        {},
    ),
    "B13": ("512x7x7 | flatten | linear(1)", "weights", 25_088, {}),
    "B18": (
        (
            "64x56x56 | residual(conv2d(128, 3, 2, 1, bias=False) | batch_norm2d | relu"
            " | conv2d(128, 3, 1, 1, bias=False) | batch_norm2d,"
            " shortcut=conv2d(128, 1, 2, bias=False) | batch_norm2d)"
        ),
        "parameters",
        230_144,
        {},
    ),
    "B20": (
        (
            "192x28x28 | concat(conv2d(64, 1), conv2d(96, 1) | conv2d(128, 3, padding=1),"
            " conv2d(16, 1) | conv2d(32, 5, padding=2), max_pool2d(3, 1, 1) | conv2d(32, 1))"
        ),
        "weights",
        163_328,
        {},
    ),
}

# Expressions as an author writes them: variables, the answer, what it comes to; then the wrong ones alike.
NUMBERS: dict[str, tuple[dict[str, int], str, int, dict[str, int]]] = {
    "A01": ({"n": 28, "k": 5}, "n - k + 1", 24, {"n - k": 23, "n": 28, "n // k": 5}),
    "A05": (
        {"n": 10, "k": 4, "s": 1, "p": 1, "r": 2},
        "(n + p + r - k) // s + 1",
        10,
        {"(n + 2*p - k) // s + 1": 9, "(n + 2*r - k) // s + 1": 11},
    ),
    "A06": (
        {"n": 10, "k": 6, "s": 3},
        "ceil(n / s)",
        4,
        {"n // s": 3, "n": 10, "(n - k) // s + 1": 2},
    ),
    "A07": ({"o": 14, "s": 1, "k": 4, "n": 14}, "max((o - 1)*s + k - n, 0) // 2", 1, {"max((o - 1)*s + k - n, 0)": 3}),
    "A08": ({"k": 3, "d": 2}, "d*(k - 1) // 2", 2, {"d*(k - 1)": 4, "(k - 1) // 2": 1, "d*k // 2": 3}),
    "A09": (
        {"n": 10, "k": 5, "s": 2, "o": 6},
        "ceil((s*(o - 1) + k - n) / 2)",
        3,
        {"s*(o - 1) + k - n": 5, "(k - 1) // 2": 2},
    ),
    "A11": ({"n": 32, "p": 1, "o": 28}, "n + 2*p - o + 1", 7, {"n + 2*p - o": 6, "n - o + 1": 5}),
    "A13": (
        {"n": 18, "k": 7, "s": 4, "p": 0},
        "(n + 2*p - k) % s",
        3,
        {"(n + 2*p) % s": 2, "s - (n + 2*p - k) % s": 1},
    ),
    "A17": (
        {"n": 24, "k": 3, "s": 2, "p": 0, "o": 12},
        "o - 1 if (o - 1)*s >= n + p else o",
        12,
        {"(n + 2*p - k) // s + 1": 11, "o + 1": 13},
    ),
    "B07": ({"C": 10}, "7*C**2", 700, {"16*C*C": 1600, "7*C": 70, "18*C*C": 1800}),
    "B09": (
        {"L": 3},
        "round(100*(1 - 9*L / (2*L + 1)**2))",
        45,
        {"round(100*((2*L + 1)**2 / (9*L) - 1))": 81, "round(100*9*L / (2*L + 1)**2)": 55},
    ),
}


def asked(card: ComputedCard | NumberCard, family: str, seed: int) -> ShapeQuestion | NumberQuestion:
    question = ask_varied(card, family, seed)
    assert isinstance(question, ShapeQuestion | NumberQuestion)
    return question


def computed(family: str, network: str, quantity: str, mistakes: tuple[str, ...]) -> ComputedCard:
    """Return a card that lists `mistakes`, or one that never changes anything here: an empty list means all."""
    return ComputedCard(
        id=family,
        question=Text.same(family),
        network=network,
        ask=Ask(quantity),
        diagnose=mistakes or ("shape.flatten_no_channels",),
    )


@pytest.mark.parametrize("family", SHAPES)
def test_the_published_shape_and_its_mistakes(family: str) -> None:
    network, right, wrong = SHAPES[family]
    question = asked(computed(family, network, "output_shape", tuple(wrong)), family, 1)

    assert question.value == right
    assert {slip.name: slip.answer for slip in question.wrong} == wrong


@pytest.mark.parametrize("family", COUNTS)
def test_the_published_count_and_its_mistakes(family: str) -> None:
    network, right, wrong = COUNTS[family]
    question = asked(computed(family, network, "parameters", tuple(wrong)), family, 1)

    assert question.value == right
    assert {slip.name: slip.answer for slip in question.wrong} == wrong


@pytest.mark.parametrize("family", QUANTITIES)
def test_the_published_quantity_and_its_mistakes(family: str) -> None:
    network, quantity, right, wrong = QUANTITIES[family]
    question = asked(computed(family, network, quantity, tuple(wrong)), family, 1)
    size = isinstance(question.value, tuple)

    assert question.value == ((right, right) if size else right)
    assert {slip.name: slip.answer for slip in question.wrong} == {
        name: (answer, answer) if size else answer for name, answer in wrong.items()
    }


@pytest.mark.parametrize("family", NUMBERS)
def test_the_published_number_and_its_wrong_answers(family: str) -> None:
    given, answer, right, wrong = NUMBERS[family]
    card = NumberCard(
        id=family,
        question=Text.same(family),
        variables=tuple(Variable(name, (str(value),)) for name, value in given.items()),
        answer=answer,
        wrong=tuple(WrongAnswer(expression, Text.same(expression)) for expression in wrong),
    )
    question = asked(card, family, 1)

    assert question.value == Fraction(right)
    assert [slip.answer for slip in question.wrong] == list(wrong.values())
