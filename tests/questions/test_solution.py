"""Worked solutions and hints: the formula, the variant's numbers, the result."""

from __future__ import annotations

import pytest

from studycards.decks.varied import Ask
from studycards.engine.notation import parse
from studycards.locale import Language
from studycards.questions.solutions.solution import solve, work_out

PL = Language("pl")
EN = Language("en")
SHAPE = Ask("output_shape")
COUNT = Ask("parameters")

LENET_HEAD = "6x14x14 | conv2d(16, 5) | relu | max_pool2d(2) | flatten | linear(120)"


def lines(network: str, ask: Ask, language: Language = PL) -> list[str]:
    return [language.render(line).replace("\N{NO-BREAK SPACE}", " ") for line in solve(parse(network), ask)]


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        (
            "3x32x32 | conv2d(16, 5, padding=2)",
            [
                "3×32×32 → 16×32×32",
                "H = W = ⌊(n + 2p − k)/s⌋ + 1 = ⌊(32 + 2·2 − 5)/1⌋ + 1 = 32",
                "C = liczba filtrów = 16",
            ],
        ),
        (
            "3x20x20 | conv2d(8, 3, dilation=2, padding=1)",
            [
                "3×20×20 → 8×18×18",
                "H = W = ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1 = ⌊(20 + 2·1 − 2·(3 − 1) − 1)/1⌋ + 1 = 18",
                "C = liczba filtrów = 8",
            ],
        ),
        (
            "1x29x15 | conv2d(4, (5, 7), stride=(2, 1), padding=(2, 1))",
            [
                "1×29×15 → 4×15×11",
                "H = ⌊(n + 2p − k)/s⌋ + 1 = ⌊(29 + 2·2 − 5)/2⌋ + 1 = 15",
                "W = ⌊(n + 2p − k)/s⌋ + 1 = ⌊(15 + 2·1 − 7)/1⌋ + 1 = 11",
                "C = liczba filtrów = 4",
            ],
        ),
        (
            "8x24x24 | max_pool2d(3, stride=2, ceil_mode=True)",
            [
                "8×24×24 → 8×12×12",
                "H = W = ⌈(n + 2p − k)/s⌉ + 1 = ⌈(24 + 2·0 − 3)/2⌉ + 1 = 12",
                "C jak na wejściu = 8",
            ],
        ),
        ("64x7x7 | flatten", ["64×7×7 → 3136", "C·H·W = 64·7·7 = 3136"]),
        ("64x7x7 | global_avg_pool2d", ["64×7×7 → 64", "po jednej średniej z każdego kanału = 64"]),
    ],
)
def test_a_shape_is_worked_out_axis_by_axis(network: str, expected: list[str]) -> None:
    assert lines(network, SHAPE) == expected


def test_a_window_that_would_start_behind_the_input_is_taken_off() -> None:
    """⌈(4 + 2 − 2)/3⌉ + 1 = 3, but the third window would start at 6, behind the 5 cells up to the input's end."""
    [_, line, _] = lines("1x4x4 | max_pool2d(2, stride=3, padding=1, ceil_mode=True)", SHAPE)

    assert line.endswith("⌈(4 + 2·1 − 2)/3⌉ + 1 − 1 (ostatnie okno zaczynałoby się już za wejściem) = 2")


def test_a_chain_names_its_layers_and_passes_over_those_that_keep_the_shape() -> None:
    assert lines(LENET_HEAD, SHAPE, EN) == [
        "6×14×14 → 16×10×10 → 16×5×5 → 400 → 120",
        "conv1: H = W = ⌊(n + 2p − k)/s⌋ + 1 = ⌊(14 + 2·0 − 5)/1⌋ + 1 = 10",
        "conv1: C = number of filters = 16",
        "pool1: H = W = ⌊(n + 2p − k)/s⌋ + 1 = ⌊(10 + 2·0 − 2)/2⌋ + 1 = 5",
        "pool1: C as in the input = 16",
        "flatten1: C·H·W = 16·5·5 = 400",
        "fc1: number of outputs of the layer = 120",
    ]


def test_a_layer_is_worked_out_from_the_input_of_the_network() -> None:
    assert lines(LENET_HEAD, Ask("output_shape", "pool1"))[0] == "6×14×14 → 16×10×10 → 16×5×5"


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("64x8x8 | conv2d(128, 3)", ["k·k·C_in·C_out + C_out = 3·3·64·128 + 128 = 73 856"]),
        ("64x8x8 | conv2d(128, 3, groups=4)", ["k·k·(C_in/g)·C_out + C_out = 3·3·(64/4)·128 + 128 = 18 560"]),
        ("3x9x9 | conv2d(4, (1, 7), bias=False)", ["k_h·k_w·C_in·C_out = 1·7·3·4 = 84"]),
        ("3136 | linear(10)", ["n_in·n_out + n_out = 3136·10 + 10 = 31 370"]),
        ("3136 | linear(10, bias=False)", ["n_in·n_out = 3136·10 = 31 360"]),
        ("128x8x8 | batch_norm2d", ["2·C = 2·128 = 256"]),
        ("64x8x8 | max_pool2d(2)", ["0: nie ma tu niczego, co się uczy."]),
        ("64x8x8 | flatten", ["0: nie ma tu niczego, co się uczy."]),
        ("6x8x8 | conv2d(6, 1) | relu | flatten", ["k·k·C_in·C_out + C_out = 1·1·6·6 + 6 = 42"]),
    ],
)
def test_parameters_are_worked_out_in_one_line(network: str, expected: list[str]) -> None:
    assert lines(network, COUNT) == expected


def test_the_parameters_of_a_network_are_added_up_last() -> None:
    """LeNet-5: C3 fully connected over 6 maps has 2416, C5 has 48 120."""
    assert lines(LENET_HEAD, COUNT) == [
        "conv1: k·k·C_in·C_out + C_out = 5·5·6·16 + 16 = 2416",
        "flatten1: C·H·W = 16·5·5 = 400",
        "fc1: n_in·n_out + n_out = 400·120 + 120 = 48 120",
        "razem: 2416 + 48 120 = 50 536",
    ]


def test_a_fully_connected_layer_shows_where_its_inputs_come_from() -> None:
    assert lines(LENET_HEAD, Ask("parameters", "fc1")) == [
        "flatten1: C·H·W = 16·5·5 = 400",
        "fc1: n_in·n_out + n_out = 400·120 + 120 = 48 120",
    ]


def test_a_second_fully_connected_layer_shows_itself_alone() -> None:
    [line] = lines(LENET_HEAD + " | linear(84)", Ask("parameters", "fc2"))

    assert line.endswith("120·84 + 84 = 10 164")


@pytest.mark.parametrize("ask", [SHAPE, COUNT, Ask("parameters", "fc1"), Ask("output_shape", "pool1")])
def test_the_hints_lead_on_without_the_results(ask: Ask) -> None:
    formula, first, *others = (PL.render(hint) for hint in work_out(parse(LENET_HEAD), ask).hints)

    assert "=" not in formula.removeprefix("H = W = ")
    assert first.endswith(f"{formula} = {first.split(' = ')[-2]} = ?")
    assert len(others) <= 1


@pytest.mark.parametrize(
    ("network", "quantity", "expected"),
    [
        ("64x56x56 | conv2d(128, 3, 2, 1)", "macs", ["k·k·C_in·C_out·H·W = 3·3·64·128·28·28 = 57 802 752"]),
        (
            "64x56x56 | conv2d(128, 3, 2, 1)",
            "flops",
            ["k·k·C_in·C_out·H·W = 3·3·64·128·28·28 = 57 802 752", "2·MAC = 2·57 802 752 = 115 605 504"],
        ),
        ("64x56x56 | relu", "macs", ["0: nie ma tu splotu ani warstwy gęstej."]),
        (
            "64x56x56 | relu",
            "activation_memory",
            ["C·H·W = 64·56·56 = 200 704", "po 4 bajty (float32): 4·200 704 = 802 816"],
        ),
        ("64x8x8 | conv2d(128, 3)", "weights", ["k·k·C_in·C_out = 3·3·64·128 = 73 728"]),
        ("64x8x8 | conv2d(128, 3)", "biases", ["C_out = 128"]),
        (
            "1x7x7 | conv_transpose2d(1, 3, stride=2, padding=1, output_padding=1)",
            "output_size",
            [
                "7×7 → 14×14",
                "H = W = (n − 1)·s + k + p_out − 2p = (7 − 1)·2 + 3 + 1 − 2·1 = 14",
            ],
        ),
        (
            "1x5x5 | conv2d(1, 2, padding=same)",
            "output_size",
            ["5×5 → 5×5", "H = W = ⌊(n + p₁ + p₂ − k)/s⌋ + 1 = ⌊(5 + 0 + 1 − 2)/1⌋ + 1 = 5"],
        ),
    ],
)
def test_every_quantity_is_worked_out(network: str, quantity: str, expected: list[str]) -> None:
    assert lines(network, Ask(quantity)) == expected


def test_the_macs_of_a_network_are_a_product_for_each_layer_and_their_sum() -> None:
    """LeNet-5: 240 000 in C3 (fully connected over 6 maps), 48 000 in C5."""
    assert lines(LENET_HEAD, Ask("macs")) == [
        "conv1: k·k·C_in·C_out·H·W = 5·5·6·16·10·10 = 240 000",
        "flatten1: C·H·W = 16·5·5 = 400",
        "fc1: n_in·n_out = 400·120 = 48 000",
        "razem: 240 000 + 48 000 = 288 000",
    ]


def test_a_receptive_field_is_a_running_table() -> None:
    """Family D02 of the course's plan: r = 7, j = 2, then r = 11, j = 4, then r = 19."""
    assert lines("1x64x64 | conv2d(1, 7, 2) | max_pool2d(3, 2) | conv2d(1, 3)", Ask("receptive_field"), EN) == [
        "1 → 7 → 11 → 19",
        "r = r₀ + (k − 1)·j₀, j = j₀·s (field and jump after a layer; r₀, j₀ before it, 1 and 1 at the input)",
        "conv1: r = 1 + (7 − 1)·1 = 7, j = 1·2 = 2",
        "pool1: r = 7 + (3 − 1)·2 = 11, j = 2·2 = 4",
        "conv2: r = 11 + (3 − 1)·4 = 19",
    ]


def test_the_rule_names_the_dilation_where_there_is_one() -> None:
    found = lines("1x64x64 | conv2d(1, 3) | conv2d(1, 3, dilation=2)", Ask("receptive_field"))

    assert found[1].startswith("r = r₀ + d(k − 1)·j₀")
    assert found[-1] == "conv2: r = 3 + 2·(3 − 1)·1 = 7"


def test_branches_that_see_unlike_stretches_see_all_between_together() -> None:
    """The longer branch sees from −2 to 2, the shortcut the cell itself."""
    found = lines("4x9x9 | residual(conv2d(4, 3, padding=1) | conv2d(4, 3, padding=1))", Ask("receptive_field"), EN)

    assert found[0] == "1 → 5"
    assert found[-1] == "add1: r (cells −2 to 2) = 5"


def test_a_receptive_field_that_is_not_square_is_worked_out_axis_by_axis() -> None:
    found = lines("1x64x64 | conv2d(1, (3, 4), dilation=(2, 1))", Ask("receptive_field"), EN)

    assert found[1:] == ["r_H = 1 + 2·(3 − 1)·1 = 5", "r_W = 1 + (4 − 1)·1 = 4"]


INCEPTION = "192x28x28 | concat(conv2d(64, 1), conv2d(96, 1) | conv2d(128, 3, padding=1), max_pool2d(3, 1, 1))"


def test_branches_are_no_chain() -> None:
    """The shapes at a glance are those through which everything passes; channels of branches add up."""
    way, *others = lines(INCEPTION, SHAPE, EN)

    assert way == "192×28×28 → 384×28×28"
    assert others[-1] == "concat1: C = 64 + 128 + 192 = 384"


def test_a_layer_in_a_branch_is_worked_out_along_its_branch_alone() -> None:
    assert lines(INCEPTION, Ask("output_shape", "conv3"))[0] == "192×28×28 → 96×28×28 → 128×28×28"


def test_a_published_architecture_is_summed_up_by_its_stages() -> None:
    """ResNet-18 has 11 689 512 parameters; a stage of two blocks of 64 channels 4·(9·64·64 + 2·64)."""
    found = lines("resnet18", COUNT, EN)

    assert found[2] == "layer1: 147 968"
    assert found[-1].startswith("in total: 9408 + 128 + 147 968 + ")
    assert found[-1].endswith(" = 11 689 512")
    assert len(lines("resnet18", SHAPE)) == 1


def test_what_learns_nothing_has_no_hint_to_give() -> None:
    assert work_out(parse("64x8x8 | max_pool2d(2)"), COUNT).hints == ()


def test_a_long_solution_is_short_at_first_and_has_all_its_lines_in_full() -> None:
    """An unpadded U-Net of two levels: 10 convolutions, 2 poolings, 2 up-convolutions, each with a line in full."""
    level = " | conv2d(4, 3) | conv2d(4, 3)"
    down, up = " | max_pool2d(2)", " | conv_transpose2d(4, 2, stride=2)"
    worked = work_out(parse(f"[1, 60, 60]{level}{down}{level}{down}{level}{up}{level}{up}{level}"), Ask("output_size"))

    assert len(worked.solution) == 1
    assert len(worked.full) == 1 + 14
    assert worked.full[0] == worked.solution[0]


def test_a_short_solution_is_all_there_is() -> None:
    worked = work_out(parse("[1, 28, 28] | conv2d(6, 5) | max_pool2d(2)"), SHAPE)

    assert worked.solution == worked.whole
    assert worked.full == ()


def test_many_counts_are_added_up_at_once() -> None:
    """Seven layers of 2·2 + 2 numbers."""
    worked = work_out(parse("[2]" + " | linear(2)" * 7), COUNT)

    assert [EN.render(line) for line in worked.solution] == ["in total: 6 + 6 + 6 + 6 + 6 + 6 + 6 = 42"]
    assert len(worked.full) == 7 + 1


def test_of_some_lines_only_those_with_arithmetic_are_in_the_short_solution() -> None:
    """LeNet: four sizes are computed; how many channels there are is seen in the shapes."""
    worked = work_out(parse("[1, 32, 32] | conv2d(6, 5) | max_pool2d(2) | conv2d(16, 5) | max_pool2d(2)"), SHAPE)

    assert [EN.render(line)[:14] for line in worked.solution[1:]] == [
        "conv1: H = W =", "pool1: H = W =", "conv2: H = W =", "pool2: H = W =",
    ]  # fmt: skip
    assert len(worked.full) == 1 + 8
