"""`calc` through the real command line: tables, single quantities, worked solutions, and what it refuses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Program

SMALL = "3x32x32 | conv1: conv2d(16, 5, padding=2) | relu | max_pool2d(2)"

TABLE = """\
name   layer                     output shape  parameters       MACs  receptive field
input                            3×32×32
conv1  conv2d(16, 5, padding=2)  16×32×32            1216  1 228 800                5
relu1  relu                      16×32×32               0          0                5
pool1  max_pool2d(2)             16×16×16               0          0                6

parameters                      1216
MACs                       1 228 800
FLOPs                      2 457 600
activation memory (bytes)    147 456

For one image. MACs: multiply-adds of convolutions and linear layers, without biases; 1 MAC = 2 FLOPs.
Activation memory: the outputs of all layers, 4 bytes a value (float32).
"""
"""By hand: 5·5·3·16 + 16 parameters; 5·5·3·16·32·32 MACs; fields of 5 and 5 + 1; 4·(2·16·32·32 + 16·16·16) bytes."""


def calculated(program: Program, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    done = program("calc", *arguments, "--json")

    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_network_is_a_table_with_its_totals(program: Program) -> None:
    done = program("calc", SMALL)

    assert done.returncode == 0, done.stderr
    assert done.stdout.replace("\N{NO-BREAK SPACE}", " ") == TABLE


def test_the_table_speaks_polish(program: Program) -> None:
    lines = program("calc", SMALL, lang="pl").stdout.splitlines()

    assert lines[0].split("  ")[0] == "nazwa"
    assert "pole recepcyjne" in lines[0]
    assert any(line.startswith("pamięć aktywacji (bajty)") for line in lines)


def test_columns_of_a_published_architecture_line_up(program: Program) -> None:
    """25,557,032 parameters are those of the publication; MACs and receptive field as other counters give them."""
    lines = program("calc", "resnet50").stdout.replace("\N{NO-BREAK SPACE}", "_").splitlines()
    table = lines[: lines.index("")]

    assert len(table) == 2 + 175
    assert len({len(line) for line in table if not line.startswith("input")}) == 1
    assert "25_557_032" in lines[len(table) + 1]
    assert "4_089_184_256" in lines[len(table) + 2]


def test_branches_and_shared_weights_say_where_they_come_from(program: Program) -> None:
    done = program(
        "calc", "3x8x8 | stem: conv2d(3, 3, padding=1) | conv2d(3, 3, padding=1) sharing stem | add of (stem, input)"
    )

    assert "conv2d(3, 3, padding=1) sharing stem " in done.stdout
    assert "add of (stem, input) " in done.stdout


def test_branches_at_different_strides_have_shapes_but_no_receptive_field(program: Program) -> None:
    done = program("calc", "1x32x32 | concat(conv2d(8, 17), max_pool2d(2))")

    assert done.returncode == 0
    assert re.search(r"concat1 .* 9×16×16 +0 +0 +–$", done.stdout, re.MULTILINE)
    assert "see the input at different strides, 1 and 2" in done.stdout


def test_the_table_as_json(program: Program) -> None:
    table = calculated(program, SMALL)

    assert table["network"] == SMALL
    assert table["output"] == [16, 16, 16]
    assert table["layers"][0] == {
        "name": "conv1",
        "layer": "conv2d(16, 5, padding=2)",
        "inputs": ["input"],
        "output_shape": [16, 32, 32],
        "parameters": 1216,
        "macs": 1228800,
        "receptive_field": [5, 5],
    }
    assert table["total"] == {"parameters": 1216, "macs": 1228800, "flops": 2457600, "activation_memory": 147456}


@pytest.mark.parametrize(
    ("network", "ask", "answer"),
    [
        (SMALL, "output_shape", [16, 16, 16]),
        (SMALL, "output_shape of conv1", [16, 32, 32]),
        (SMALL, "parameters of conv1", 1216),
        (SMALL, "macs", 1228800),
        (SMALL, "flops", 2457600),
        (SMALL, "weights", 1200),
        (SMALL, "biases", 16),
        (SMALL, "receptive_field", 6),
        (SMALL, "activation_memory", 147456),
        ("1x9x9 | conv2d(1, (3, 5))", "receptive_field", [3, 5]),
        ("vgg16", "parameters", 138357544),
        ("resnet50", "receptive_field of layer1", 35),
        ("3x8x8 | residual(conv2d(3, 3, padding=1) | relu)", "output_shape of add1", [3, 8, 8]),
        ("3x8x8 | concat(conv2d(4, 1), identity)", "output_shape", [7, 8, 8]),
    ],
)
def test_one_quantity_as_json(program: Program, network: str, ask: str, answer: object) -> None:
    assert calculated(program, network, "--ask", ask) == {"network": network, "ask": ask, "answer": answer}


@pytest.mark.parametrize(
    ("ask", "written"),
    [("macs", "1 228 800"), ("output_shape", "16×16×16"), ("receptive_field of pool1", "6")],
)
def test_one_quantity_alone_on_a_line(program: Program, ask: str, written: str) -> None:
    printed = program("calc", SMALL, "--ask", ask).stdout

    assert printed.replace("\N{NO-BREAK SPACE}", " ") == f"{written}\n"


def test_the_worked_solution_follows_the_answer(program: Program) -> None:
    done = program("calc", SMALL, "--ask", "parameters of conv1", "--explain")

    assert done.stdout.splitlines() == ["1216", "  k·k·C_in·C_out + C_out = 5·5·3·16 + 16 = 1216"]


def test_without_a_question_every_column_is_explained(program: Program) -> None:
    solution = calculated(program, SMALL, "--explain")["solution"]

    assert set(solution) == {"output_shape", "parameters", "macs", "receptive_field"}
    assert solution["output_shape"][0] == "3×32×32 → 16×32×32 → 16×16×16"


@pytest.mark.parametrize(
    ("network", "told"),
    [
        (
            "3x8x8 | conv2d(8, 3",
            ["this parenthesis is never closed", "  3x8x8 | conv2d(8, 3", "                ^"],
        ),
        (
            "3x8x8 | relu | convd(8, 3)",
            [
                "there is no layer 'convd'; did you mean 'conv2d'?",
                "  3x8x8 | relu | convd(8, 3)",
                "                 ^^^^^",
            ],
        ),
        ("resnet51", ["there is no architecture 'resnet51'; did you mean 'resnet50'?", "  resnet51", "  ^^^^^^^^"]),
        (
            "3x8x8 | conv2d(8, k)",
            ["unknown name 'k'", "  3x8x8 | conv2d(8, k)", "                    ^"],
        ),
    ],
)
def test_a_wrong_network_is_one_sentence_with_a_caret(program: Program, network: str, told: list[str]) -> None:
    done = program("calc", network)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [f"studycards: {told[0]}", *told[1:]]


def test_a_long_network_is_cut_around_the_caret(program: Program) -> None:
    done = program("calc", "3x8x8" + " | relu" * 100 + " | rellu" + " | relu" * 100)
    sentence, line, caret = done.stderr.splitlines()

    assert "'rellu'" in sentence
    assert len(line) < 110
    assert line[caret.index("^") : caret.rindex("^") + 1] == "rellu"


def test_a_wrong_network_is_told_in_polish(program: Program) -> None:
    assert program("calc", "3x8x8 | conv2d(8, 3", lang="pl").stderr.startswith("studycards: ten nawias nie jest")


@pytest.mark.parametrize(
    ("ask", "nearest"),
    [("recptive_field of conv1", "receptive_field"), ("parameters of cnv1", "conv1"), ("output_shape conv1", "")],
)
def test_unknown_words_give_the_nearest(program: Program, ask: str, nearest: str) -> None:
    done = program("calc", SMALL, "--ask", ask)

    assert done.returncode == 2
    assert f"'{nearest}'?" in done.stderr or not nearest
    assert len(done.stderr.splitlines()) == 1


def test_a_map_is_needed_for_a_receptive_field(program: Program) -> None:
    done = program("calc", "10 | linear(3)", "--ask", "receptive_field")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_nothing_numeric_needs_no_arrays_no_decks_and_no_screen() -> None:
    """The heaviest modules of the program, in a process of its own."""
    code = "import sys; from studycards.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, "calc", "resnet50"], capture_output=True, text=True, check=True)

    loaded = set(done.stderr.split())

    assert "studycards.engine.architectures" in loaded
    assert not loaded & {"numpy", "yaml", "fsrs", "textual", "sqlite3", "json", "studycards.decks.model", "shutil"}


ONE = "1x3x3 | conv1: conv2d(1, 2) | relu | flatten | fc: linear(2)"
ARRAYS = ("--data", "input=1 2 0; 0 1 3; 2 1 0", "--data", "conv1.weight=[[1, 0], [0, -1]]", "--data", "conv1.bias=0,5")
DENSE = (*ARRAYS, "--data", "fc.weight=1 0 0 0; 0 0 0 1", "--data", "fc.bias=0")
"""The convolution gives 0.5, −0.5, −0.5, 1.5; behind the ReLU the scores are 0.5 and 1.5."""


def test_a_value_is_printed_as_a_matrix(program: Program) -> None:
    done = program("calc", ONE, "--ask", "output of conv1", *ARRAYS, lang="pl")

    assert done.stdout.splitlines() == ["⎡  0,5  −0,5 ⎤", "⎣ −0,5   1,5 ⎦"], done.stderr


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("output of conv1", [[0.5, -0.5], [-0.5, 1.5]]),
        ("output", [0.5, 1.5]),
        ("loss", 0.5),
        ("gradient of fc", [0, 1]),
        ("gradient of fc.weight", [[0, 0, 0, 0], [0.5, 0, 0, 1.5]]),
        ("gradient of conv1.weight", [[1, 3], [1, 0]]),
        ("update of fc.bias", [0, -0.1]),
    ],
)
def test_values_as_json(program: Program, ask: str, answer: object) -> None:
    """L = ½(1.5 − 0.5)²; only the last cell sends a gradient back, so dK is the last window of X."""
    options = ("--loss", "half_squared_error(target=[0.5, 0.5])", "--optimizer", "sgd(lr=0.1)")

    assert calculated(program, ONE, "--ask", ask, *DENSE, *options) == {"network": ONE, "ask": ask, "answer": answer}


def test_a_scalar_value_is_one_line_with_six_decimals_at_most(program: Program) -> None:
    """−ln(1/(1 + e)) = 1.3132616875."""
    done = program("calc", ONE, "--ask", "loss", *DENSE, "--loss", "cross_entropy(target=0)")

    assert done.stdout == "1.313262\n", done.stderr


def test_a_given_gradient_needs_no_loss(program: Program) -> None:
    dy = ("--data", "gradient of conv1=1 0; 0 2")

    assert calculated(program, ONE, "--ask", "gradient of conv1.weight", *ARRAYS, *dy)["answer"] == [[3, 8], [2, 1]]


def test_a_batch_has_an_axis_of_its_own(program: Program) -> None:
    answer = calculated(program, "2 | fc: linear(1)", "--ask", "output", "--batch", "2", "--data", "input=1 2; 3 4",
                        "--data", "fc.weight=1 -1", "--data", "fc.bias=0")["answer"]  # fmt: skip

    assert answer == [[-1], [-1]]


def test_a_sole_number_may_stand_in_brackets(program: Program) -> None:
    arrays = ("--data", "input=[[3]]", "--data", "conv1.weight=[2]", "--data", "conv1.bias=-1")

    assert program("calc", "1x1x1 | conv2d(1, 1)", "--ask", "output", *arrays).stdout == "5\n"


def test_drawn_arrays_are_shown_and_follow_the_seed(program: Program) -> None:
    drawn = ("--data", "input=-2..3", *ARRAYS[2:])
    once, again, other = (
        calculated(program, ONE, "--ask", "output of conv1", *drawn, "--seed", seed) for seed in ("1", "1", "2")
    )
    x = once["data"]["input"]

    assert once == again != other
    assert {cell for row in x for cell in row} <= {-2, -1, 0, 1, 2, 3}
    assert once["answer"] == [[x[i][j] - x[i + 1][j + 1] + 0.5 for j in (0, 1)] for i in (0, 1)]
    assert program("calc", ONE, "--ask", "output of conv1", *drawn).stdout.startswith("input\n⎡")


def test_the_full_solution_of_a_value_follows_it(program: Program) -> None:
    done = program("calc", ONE, "--ask", "output of conv1", *ARRAYS, "--explain")
    solution = calculated(program, ONE, "--ask", "output of conv1", *ARRAYS, "--explain")["solution"]

    assert "Y[0,1] = 2·1 + 0·0 + 1·0 + 3·(−1) + 0.5 = −0.5" in done.stdout
    assert any(isinstance(part, dict) and part["marked"] for part in solution)


STEP = ("--loss", "mse_loss(0)", "--optimizer", "sgd(0.1)")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--ask", "output of conv1", *ARRAYS[:4]], "conv1.bias"),
        (["--ask", "output", "--data", "input=1 2; 3 4"], "input must have the shape 3×3, not 2×2"),
        (
            ["--ask", "output", "--data", "inputt=1"],
            "no array 'inputt' here; there are: input, conv1.weight, conv1.bias",
        ),
        (["--ask", "output", "--data", "input=1", "--data", "input=2"], "input is given twice"),
        (["--ask", "output", "--data", "conv2.weight=1"], "did you mean 'conv1'?"),
        (["--ask", "output", "--data", "input"], "give it as name=values"),
        (["--ask", "output", "--data", "input=1..b"], "input: the range '1..b' cannot be read"),
        (["--ask", "output", "--data", "input=a b"], "input: "),
        (["--ask", "loss", *DENSE], "a loss"),
        (["--ask", "loss of conv1", *DENSE], "'loss' alone"),
        (["--ask", "loss", *DENSE, "--loss", "cross_entropi(target=0)"], "--loss: "),
        (["--ask", "update of fc.bias", *DENSE, "--loss", "cross_entropy(0)"], "an optimizer is needed"),
        (["--ask", "update of fc.bias", *DENSE, "--optimizer", "sgd(rl=1)"], "--optimizer: "),
        (["--ask", "update of fc.bias", *DENSE, "--optimizer", "adam(betas=(1, 2, 3))"], "--optimizer: "),
        (["--ask", "update of conv1", *ARRAYS, *STEP], "no array 'conv1' here; there are: "),
        (["--ask", "gradient of conv1.wieght", *ARRAYS], "no array 'conv1.wieght' here; there are: conv1.weight"),
        (["--ask", "macs", "--data", "input=1"], "--data serves values"),
        (["--ask", "macs", "--batch", "2"], "--batch serves values"),
        (["--loss", "cross_entropy(0)"], "--loss serves values"),
        (["--ask", "gradent of conv1"], "did you mean 'gradient'?"),
    ],
)
def test_what_is_missing_or_wrong_is_one_sentence(program: Program, options: list[str], told: str) -> None:
    done = program("calc", ONE, *options)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
