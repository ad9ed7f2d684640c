"""Worked solutions of values: each line is arithmetic that a person would write, and nothing is left unsaid."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from studycards.decks.asking import Ask
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.run import Run
from studycards.locale import Language
from studycards.questions.question import Grid
from studycards.questions.values.solution import solve_value

if TYPE_CHECKING:
    from studycards.engine.rationals import Nested
    from studycards.questions.question import Words, WrittenCells
    from studycards.questions.values.solution import ValueSolution

PL, EN = Language("pl"), Language("en")

X = [[1, 2, 0], [0, 1, 3], [2, 1, 0]]
K = [[1, 0], [-1, 2]]
ONE_CONVOLUTION = {"input": X, "conv1.weight": K, "conv1.bias": 1}


def exact(nested: Any) -> Nested:  # noqa: ANN401 - nested lists
    return tuple(map(exact, nested)) if isinstance(nested, list) else Fraction(nested)


def run_of(
    network: str, data: dict[str, Any], *, loss: str | None = None, optimizer: str | None = None, batch: int = 1
) -> Run:
    return Run.of(
        parse(network),
        {name: exact(nested) for name, nested in data.items()},
        batch=batch,
        loss=None if loss is None else parse_loss(loss, {}),
        optimizer=None if optimizer is None else parse_optimizer(optimizer, {}),
    )


def solved(ask: str, run: Run, layout: str = "CHW") -> ValueSolution:
    asked = Ask.of_words(ask)
    assert asked is not None
    return solve_value(run, asked, layout)


def sentences(parts: tuple[Words | Grid, ...], language: Language = PL) -> list[str]:
    return [language.render(part) for part in parts if not isinstance(part, Grid)]


def grids(parts: tuple[Words | Grid, ...]) -> list[tuple[str, Any, set[tuple[int, ...]]]]:
    return [(PL.render(part.title), plain(part.cells), {*part.marked}) for part in parts if isinstance(part, Grid)]


def plain(cells: WrittenCells) -> Any:  # noqa: ANN401 - nested lists
    return [plain(cell) for cell in cells] if isinstance(cells, tuple) else PL.render(cells)


def cells_of(ask: str, run: Run, language: Language = PL) -> list[str]:
    """The lines that begin with a cell."""
    lines = sentences(solved(ask, run).in_full(), language)
    return [line for line in lines if re.match(r"(Y|dX|dZ|dK|dW|db)\[[0-9,]+\] [=≈] ", line)]


CONVOLUTION = run_of("1x3x3 | conv1: conv2d(1, 2)", ONE_CONVOLUTION)
PADDED = run_of(
    "1x3x3 | conv1: conv2d(1, 2, stride=2, padding=1)", {**ONE_CONVOLUTION, "gradient of conv1": [[1, 2], [3, -1]]}
)
POOLING = run_of(
    "1x4x4 | pool1: max_pool2d(2)",
    {
        "input": [[1, 2, 3, 4], [5, 6, 7, 8], [-1, -2, -3, -4], [0, 1, 0, 2]],
        "gradient of pool1": [[1, 2], [3, 4]],
    },
)
AVERAGE = run_of("1x2x4 | avg_pool2d(2)", {"input": [[1, 2, 3, 4], [3, 0, 1, 2]], "gradient of pool1": [2, 1]})
DENSE = run_of(
    "2 | fc: linear(2)",
    {"input": [1, -2], "fc.weight": [[1, 2], [-1, 0]], "fc.bias": ["0.5", 0], "gradient of fc": [2, -1]},
    optimizer="sgd(lr=0.1)",
)
RELU = run_of("1x2x2 | relu", {"input": [[1, -2], [0, 4]], "gradient of relu": [[1, 2], [3, -4]]})
LOGITS = run_of("2 | fc: linear(2)", {"input": [0, 0], "fc.weight": 1, "fc.bias": [math.log(3), 0]},
                loss="cross_entropy(target=0)")  # fmt: skip
RESIDUAL = run_of(
    "1x2x2 | residual(conv1: conv2d(1, 1))",
    {"input": [[1, -2], [3, 4]], "conv1.weight": 2, "conv1.bias": 1, "gradient of add1": [[1, 2], [3, 4]]},
)
CHAIN = run_of(
    "1x4x4 | conv1: conv2d(1, 3) | relu | max_pool2d(2) | flatten | fc: linear(2)",
    {
        "input": [[1, 2, 0, 1], [0, 1, 3, 1], [2, 1, 0, 1], [1, 1, 1, 1]],
        "conv1.weight": [[1, 0, 0], [-1, 1, 0], [0, 0, 1]],
        "conv1.bias": 1,
        "fc.weight": [["0.5"], ["-0.5"]],
        "fc.bias": 0,
    },
    loss="cross_entropy(target=0)",
    optimizer="sgd(lr=0.1)",
)


@pytest.mark.parametrize(
    ("ask", "run", "expected"),
    [
        (
            "output of conv1",
            CONVOLUTION,
            [
                "Y[0,0] = 1·1 + 2·0 + 0·(−1) + 1·2 + 1 = 4",
                "Y[0,1] = 2·1 + 0·0 + 1·(−1) + 3·2 + 1 = 8",
                "Y[1,0] = 0·1 + 1·0 + 2·(−1) + 1·2 + 1 = 1",
                "Y[1,1] = 1·1 + 3·0 + 1·(−1) + 0·2 + 1 = 1",
            ],
        ),
        (
            "gradient of conv1.weight",
            PADDED,
            [
                "dK[0,0] = 1·0ₚ + 2·0ₚ + 3·0ₚ + (−1)·1 = −1",
                "dK[0,1] = 1·0ₚ + 2·0ₚ + 3·0 + (−1)·3 = −3",
                "dK[1,0] = 1·0ₚ + 2·2 + 3·0ₚ + (−1)·1 = 3",
                "dK[1,1] = 1·1 + 2·0 + 3·2 + (−1)·0 = 7",
            ],
        ),
        (
            "output of pool1",
            POOLING,
            [
                "Y[0,0] = max(1; 2; 5; 6) = 6",
                "Y[0,1] = max(3; 4; 7; 8) = 8",
                "Y[1,0] = max(−1; −2; 0; 1) = 1",
                "Y[1,1] = max(−3; −4; 0; 2) = 2",
            ],
        ),
        ("output of pool1", AVERAGE, ["Y[0] = (1 + 2 + 3 + 0)/4 = 1,5", "Y[1] = (3 + 4 + 1 + 2)/4 = 2,5"]),
        (
            "gradient of input",
            AVERAGE,
            [
                *("dX[0,0] = 2/4 = 0,5", "dX[0,1] = 2/4 = 0,5", "dX[0,2] = 1/4 = 0,25", "dX[0,3] = 1/4 = 0,25"),
                *("dX[1,0] = 2/4 = 0,5", "dX[1,1] = 2/4 = 0,5", "dX[1,2] = 1/4 = 0,25", "dX[1,3] = 1/4 = 0,25"),
            ],
        ),
        ("output of fc", DENSE, ["Y[0] = 1·1 + 2·(−2) + 0,5 = −2,5", "Y[1] = (−1)·1 + 0·(−2) + 0 = −1"]),
        ("gradient of input", DENSE, ["dX[0] = 1·2 + (−1)·(−1) = 3", "dX[1] = 2·2 + 0·(−1) = 4"]),
        ("gradient of fc.weight", DENSE, ["dW[0,0] = 2·1 = 2", "dW[0,1] = 2·(−2) = −4",
                                          "dW[1,0] = (−1)·1 = −1", "dW[1,1] = (−1)·(−2) = 2"]),
        ("gradient of fc.bias", DENSE, ["db[0] = 2", "db[1] = −1"]),
        (
            "gradient of input",
            RELU,
            [
                "dX[0,0] = 1·1 = 1 (X[0,0] = 1 > 0)",
                "dX[0,1] = 2·0 = 0 (X[0,1] = −2 ≤ 0)",
                "dX[1,0] = 3·0 = 0 (X[1,0] = 0 ≤ 0)",
                "dX[1,1] = (−4)·1 = −4 (X[1,1] = 4 > 0)",
            ],
        ),
        ("gradient of fc", LOGITS, ["dZ[0] = 0,75 − 1 = −0,25", "dZ[1] = 0,25 − 0 = 0,25"]),
        ("output of add1", RESIDUAL, ["Y[0,0] = 3 + 1 = 4", "Y[0,1] = −3 + (−2) = −5", "Y[1,0] = 7 + 3 = 10",
                                      "Y[1,1] = 9 + 4 = 13"]),
        ("gradient of input", RESIDUAL, ["dX[0,0] = 1·2 + 1 = 3", "dX[0,1] = 2·2 + 2 = 6", "dX[1,0] = 3·2 + 3 = 9",
                                         "dX[1,1] = 4·2 + 4 = 12"]),
    ],
)  # fmt: skip
def test_each_cell_has_its_line(ask: str, run: Run, expected: list[str]) -> None:
    assert cells_of(ask, run) == expected


def test_the_first_line_says_what_the_letters_are_and_that_indices_begin_at_0() -> None:
    full = solved("output of conv1", CONVOLUTION).in_full()

    assert sentences(full)[:2] == [
        "Indeksy liczymy od 0. Oznaczenia: X = wejście, K = conv1.weight, b = conv1.bias, Y = wyjście conv1.",
        "Y[i,j] = Σ X[i+u,j+v]·K[u,v] + b",
    ]
    assert sentences(full, EN)[0] == (
        "Indices begin at 0. Notation: X = input, K = conv1.weight, b = conv1.bias, Y = output of conv1."
    )


def test_a_solution_is_the_rule_and_the_first_cell() -> None:
    assert sentences(solved("output of conv1", CONVOLUTION).solution) == [
        "Y[i,j] = Σ X[i+u,j+v]·K[u,v] + b",
        "Y[0,0] = 1·1 + 2·0 + 0·(−1) + 1·2 + 1 = 4",
    ]


def test_hints_are_the_rule_and_the_first_line_without_its_result() -> None:
    assert sentences(solved("output of conv1", CONVOLUTION).hints) == [
        "Y[i,j] = Σ X[i+u,j+v]·K[u,v] + b",
        "Y[0,0] = 1·1 + 2·0 + 0·(−1) + 1·2 + 1 = ?",
    ]


def test_padding_is_drawn_around_the_input_and_visible_in_the_terms() -> None:
    full = solved("output of conv1", PADDED).in_full()

    assert "0ₚ to zero z wypełnienia." in sentences(full)
    assert "Y[1,0] = 0ₚ·1 + 0·0 + 0ₚ·(−1) + 2·2 + 1 = 5" in sentences(full)
    assert grids(full)[0] == (
        "X: okno dla Y[0,0]",
        [
            ["0ₚ", "0ₚ", "0ₚ", "0ₚ", "0ₚ"],
            ["0ₚ", "1", "2", "0", "0ₚ"],
            ["0ₚ", "0", "1", "3", "0ₚ"],
            ["0ₚ", "2", "1", "0", "0ₚ"],
            ["0ₚ", "0ₚ", "0ₚ", "0ₚ", "0ₚ"],
        ],
        {(0, 0), (0, 1), (1, 0), (1, 1)},
    )


def test_the_gradient_of_a_kernel_marks_what_one_weight_has_seen() -> None:
    [first, *_] = grids(solved("gradient of conv1.weight", PADDED).in_full())

    assert (first[0], first[2]) == ("X: liczby użyte w dK[0,0]", {(0, 0), (0, 2), (2, 0), (2, 2)})


def test_the_gradient_behind_a_max_pool_names_the_winner_of_the_window() -> None:
    lines = cells_of("gradient of input", POOLING)

    assert lines[0] == "dX[0,0] = 1·0 = 0 (max(1; 2; 5; 6) = X[1,1])"
    assert lines[5] == "dX[1,1] = 1·1 = 1 (max(1; 2; 5; 6) = X[1,1])"


def test_only_up_to_nine_cells_have_a_window_each() -> None:
    """16 cells: the window of the first one shows how they lie."""
    assert [title for title, _, _ in grids(solved("gradient of input", POOLING).in_full())] == [
        "X: liczby użyte w dX[0,0]"
    ]


def test_cells_beyond_36_are_counted() -> None:
    """7×7 cells are 49; 13 are left out."""
    lines = sentences(solved("output of relu", run_of("1x7x7 | relu", {"input": 1})).in_full())

    assert lines[-2:] == ["Y[5,0] = max(0; 1) = 1", "Pominięto jeszcze 13 komórek liczonych tak samo."]


def test_what_an_author_wrote_as_a_logarithm_stays_one() -> None:
    """e^(ln 3) = 3, so that the probabilities are 3/4 and 1/4 exactly."""
    assert sentences(solved("loss", LOGITS).solution) == [
        "Po drodze: wyjście fc.",
        "p = softmax(Z), L = −ln p[t]",
        "Σ = e^(ln 3) + e^0 = 3 + 1 = 4",
        "p[0] = e^(ln 3)/4 = 3/4 = 0,75",
        "L = −ln 0,75 ≈ 0,2877",
    ]


def test_the_loss_of_a_batch_is_a_mean() -> None:
    """Both examples have p = (3/4, 1/4): (−ln 0.75 − ln 0.25) / 2 = 0.8370."""
    data = {"input": [[0, 0], [0, 0]], "fc.weight": 1, "fc.bias": [math.log(3), 0]}
    lines = sentences(
        solved("loss", run_of("2 | fc: linear(2)", data, loss="cross_entropy(target=[0, 1])", batch=2)).in_full(), EN
    )

    assert lines[-1] == "L = (−ln 0.75 − ln 0.25)/2 ≈ 0.8370"
    assert "p[1,1] = e^0/4 = 1/4 = 0.25" in lines


@pytest.mark.parametrize(
    ("loss", "value", "gradient"),
    [
        ("mse_loss(target=[1, 2])", "L = ((3 − 1)² + (1 − 2)²)/2 = 2,5", "dZ[0] = (1/2)·2·(3 − 1) = 2"),
        ("half_squared_error(target=[1, 2])", "L = (3 − 1)²/2 + (1 − 2)²/2 = 2,5", "dZ[0] = 3 − 1 = 2"),
    ],
)
def test_losses_of_numbers(loss: str, value: str, gradient: str) -> None:
    run = run_of("2 | relu", {"input": [3, 1]}, loss=loss)

    assert sentences(solved("loss", run).solution)[-1] == value
    assert sentences(solved("gradient of relu", run).solution)[-1] == gradient


def test_a_probability_next_to_zero_keeps_its_logarithm() -> None:
    """1/(1 + e^30) = 9.358e-14, and minus its logarithm is 30."""
    data: dict[str, Any] = {"input": [0, 30], "fc.weight": [[1, 0], [0, 1]], "fc.bias": 0}
    lines = sentences(solved("loss", run_of("2 | fc: linear(2)", data, loss="cross_entropy(target=0)")).in_full(), EN)

    assert lines[-1] == "L ≈ −ln(9.358·10^−14) ≈ 30"


def test_an_update_follows_its_gradient_cell_by_cell() -> None:
    lines = sentences(solved("update of fc.weight", DENSE).in_full())

    assert "dW[0,1] = 2·(−2) = −4" in lines
    assert lines[-5:-2] == ["W′ = W − η·dW; η = 0,1", "W′[0,0] = 1 − 0,1·2 = 0,8", "W′[0,1] = 2 − 0,1·(−4) = 2,4"]


def test_a_chain_lists_what_comes_before_with_its_rule_and_its_numbers() -> None:
    """By hand conv1 gives [[3, 6], [1, 2]], of which relu changes nothing and pool1 takes 6."""
    full = solved("gradient of conv1.weight", CHAIN).in_full()

    assert [title for title, _, _ in grids(full)][:10] == [
        *("wyjście conv1", "wyjście relu1", "wyjście pool1", "wyjście flatten1", "wyjście fc"),
        *("gradient po wyjściu fc", "gradient po wyjściu flatten1", "gradient po wyjściu pool1"),
        *("gradient po wyjściu relu1", "gradient po wyjściu conv1"),
    ]
    assert [cells for _, cells, _ in grids(full)][:3] == [[["3", "6"], ["1", "2"]], [["3", "6"], ["1", "2"]], "6"]
    assert "relu1: dX = dY tam, gdzie X > 0, a gdzie indziej 0" in sentences(full)
    assert sentences(full)[0].endswith("Z to wyjście sieci, L strata, t cel.")


def test_hints_of_a_chain_begin_at_its_beginning() -> None:
    assert sentences(solved("gradient of conv1.weight", CHAIN).hints) == [
        (
            "Najpierw policz: wyjścia conv1 → relu1 → pool1 → flatten1 → fc, "
            "gradienty fc → flatten1 → pool1 → relu1 → conv1."
        ),
        "conv1: dK[u,v] = Σ dY[i,j]·X[i+u,j+v]",
        "wyjście conv1: Y[0,0] = 1·1 + 2·0 + 0·0 + 0·(−1) + 1·1 + 3·0 + 2·0 + 1·0 + 0·1 + 1 = ?",
    ]


def test_nothing_is_said_about_what_is_given() -> None:
    """The gradient behind the layer is given: no forward pass is needed for the gradient of the input."""
    run = run_of("2 | fc: linear(2)", {"fc.weight": [[1, 0], [0, 1]], "gradient of fc": [1, 2]})

    assert sentences(solved("gradient of input", run).in_full()) == [
        "Indeksy liczymy od 0. Oznaczenia: dY = gradient po wyjściu fc, W = fc.weight, dX = gradient po wejściu.",
        "dX[i] = Σ W[o,i]·dY[o]",
        "dX[0] = 1·1 + 0·2 = 1",
        "dX[1] = 0·1 + 1·2 = 2",
    ]


def test_what_is_given_itself_is_only_read_off() -> None:
    run = run_of("2 | fc: linear(2)", {"input": [1, 2], "gradient of fc": [3, 4]})

    assert sentences(solved("gradient of fc", run).solution) == ["dX[0] = 3"]
    assert sentences(solved("output of input", run).in_full())[1:] == ["Y[0] = 1", "Y[1] = 2"]


def test_a_value_that_goes_two_ways_collects_from_both() -> None:
    assert sentences(solved("gradient of input", RESIDUAL).solution, EN) == [
        "On the way: gradient of the output of conv1.",
        "The gradient is the sum of what comes back from each use: conv1, add1.",
        "conv1: dX[i,j] += dY[i,j]·K",
        "add1: dX = dY",
        "dX[0,0] = 1·2 + 1 = 3",
    ]


def test_a_branch_that_does_not_lead_to_the_loss_is_left_out() -> None:
    run = run_of(
        "2 | fc: linear(2, bias=False) | p: softmax | outputs(fc, p)",
        {"input": [1, 2], "fc.weight": [[1, 0], [1, 0]]},
        loss="cross_entropy(target=0)",
    )

    assert sentences(solved("gradient of fc", run).solution, EN) == [
        "On the way: output of fc.",
        "dZ = p − y, p = softmax(Z); y = 1 for the true class, 0 for the others",
        "Σ = e^1 + e^1 ≈ 2.7183 + 2.7183 ≈ 5.4366",
        "p[0] ≈ e^1/5.4366 ≈ 2.7183/5.4366 ≈ 0.5",
        "dZ[0] = 0.5 − 1 = −0.5",
    ]


def test_channels_last_are_shown_and_counted_last() -> None:
    run = run_of("2x1x2 | relu", {"input": [[[1, 2]], [[3, 4]]]})

    assert sentences(solved("output of relu", run, "HWC").in_full())[-4:] == [
        "Y[0,0] = max(0; 1) = 1",
        "Y[0,1] = max(0; 3) = 3",
        "Y[1,0] = max(0; 2) = 2",
        "Y[1,1] = max(0; 4) = 4",
    ]


def test_both_languages_say_the_same_arithmetic() -> None:
    assert cells_of("output of fc", DENSE, EN) == [
        line.replace(",5", ".5") for line in cells_of("output of fc", DENSE, PL)
    ]
