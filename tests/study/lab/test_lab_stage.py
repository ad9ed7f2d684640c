"""A layer at work: expected numbers are worked out by hand, and every picture adds up to the cell that it is about."""

from __future__ import annotations

from itertools import product
from math import isclose
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.decks.asking import Ask
from studycards.engine.notation import parse
from studycards.engine.run import Run
from studycards.errors import StudycardsError
from studycards.locale import Language
from studycards.study.lab.opening import flow_of, opening
from studycards.study.lab.picture import picture_of
from studycards.study.lab.plates import Mark
from studycards.study.lab.stage import Stage
from studycards.study.lab.start import LabStart
from tests.study.lab.flows import HAND, drawn_flow, hand_flow, tensor

if TYPE_CHECKING:
    from studycards.study.lab.flow import Flow
    from studycards.study.lab.picture import Picture
    from studycards.study.lab.plates import Plate

POLISH, ENGLISH = Language("pl"), Language("en")


def marked(plate: Plate, mark: Mark = Mark.USED) -> list[tuple[int, int]]:
    return [(i, j) for i, row in enumerate(plate.spots) for j, spot in enumerate(row) if spot.mark is mark]


def values(plate: Plate) -> list[list[float | None]]:
    return [[spot.value for spot in row] for row in plate.spots]


def lines(picture: Picture, language: Language = ENGLISH) -> list[str]:
    return [language.render(words) for words in picture.lines]


def test_the_window_the_kernel_and_the_sum_of_a_cell() -> None:
    """Y[0,1] = 2·1 + 0·(−1) + 1·2 + 3·0 + 1 = 5."""
    picture = picture_of(Stage.of(hand_flow(), "conv1").moved(0, 1))
    window, kernel = picture.sources

    assert values(picture.result) == [[0, 5], [4, -1]]
    assert marked(picture.result, Mark.CHOSEN) == [(0, 1)]
    assert marked(window) == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert marked(kernel) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert picture.products is not None
    assert values(picture.products) == [[2, 0], [2, 0]]
    assert picture.part == 4
    assert [POLISH.render(aside) for aside in picture.asides] == ["b = 1"]
    assert lines(picture) == ["Y[0,1] = 2·1 + 0·(−1) + 1·2 + 3·0 + 1 = 5"]
    assert POLISH.render(picture.rule or "") == "Y[i,j] = Σ X[i+u,j+v]·K[u,v] + b"


BY_HAND = {
    "weight": ("dK", [[3, 7], [-2, 3]]),
    "x": ("dX", [[1, -1, 0], [1, 3, -2], [-2, 4, 0]]),
    "bias": ("db", [[2]]),
}
"""Each cell summed over the places where it met the gradient [1 0; −1 2]."""


@pytest.mark.parametrize("direction", BY_HAND)
def test_each_gradient_of_a_convolution(direction: str) -> None:
    letter, expected = BY_HAND[direction]
    picture = picture_of(Stage.of(hand_flow(), "conv1", direction))

    assert picture.result.letter == letter
    assert values(picture.result) == expected


def test_a_gradient_of_the_kernel_lights_up_all_cells_that_it_met() -> None:
    """dK[0,1] = 1·2 + 0·0 + (−1)·1 + 2·3 = 7: the tap saw the columns 1 and 2."""
    picture = picture_of(Stage.of(hand_flow(), "conv1", "weight").moved(0, 1))
    seen, gradient = picture.sources

    assert marked(seen) == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert marked(gradient) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert lines(picture) == ["dK[0,1] = 1·2 + 0·0 + (−1)·1 + 2·3 = 7"]


def test_padding_lies_around_the_map() -> None:
    picture = picture_of(Stage.of(drawn_flow("1x2x2 | conv2d(1, 3, padding=1)"), "conv1"))
    plate = picture.sources[0]

    assert len(plate.spots) == 4
    assert [[spot.padding for spot in row] for row in plate.spots] == [
        [True, True, True, True],
        [True, False, False, True],
        [True, False, False, True],
        [True, True, True, True],
    ]
    assert marked(plate) == list(product(range(3), range(3)))


def max_flow() -> Flow:
    notation = "1x2x3 | max_pool2d(2, stride=1)"
    network = parse(notation)
    data = {"input": tensor((1, 5, 2), (4, 0, 3)), "gradient of pool1": tensor((2, 7))}
    return flow_of(network, LabStart(notation, Run.of(network, data)), 0)


def test_max_pooling_marks_the_winner_in_its_window() -> None:
    picture = picture_of(Stage.of(max_flow(), "pool1").moved(0, 1))

    assert marked(picture.sources[0]) == [(0, 2), (1, 1), (1, 2)]
    assert marked(picture.sources[0], Mark.MAIN) == [(0, 1)]
    assert lines(picture, POLISH) == ["Y[1] = max(5; 2; 0; 3) = 5"]


def test_the_winner_gets_the_gradient_of_both_windows_that_it_won() -> None:
    """5 wins both windows: 2 + 7 = 9; 3 wins none: 0."""
    flow = max_flow()
    winner = picture_of(Stage.of(flow, "pool1", "x").moved(0, 1))
    loser = picture_of(Stage.of(flow, "pool1", "x").moved(1, 2))

    assert values(winner.result) == [[0, 9, 0], [0, 0, 0]]
    assert marked(winner.sources[0], Mark.MAIN) == [(0, 0), (0, 1)]
    assert marked(loser.sources[0], Mark.MAIN) == []
    assert marked(loser.sources[0]) == [(0, 1)]


def test_a_question_gives_its_numbers_and_says_what_was_drawn_besides() -> None:
    network = parse(HAND)
    run = Run.of(
        network, {"input": tensor((1, 2, 0), (0, 1, 3), (2, 0, 1)), "gradient of conv1": tensor((1, 0), (0, 1))}
    )
    flow = flow_of(network, LabStart(HAND, run), 0)
    stage = opening(flow, Ask("gradient", "conv1.weight"))
    forward = picture_of(Stage.of(flow, "conv1"))

    assert (stage.layer, stage.direction) == ("conv1", "weight")
    assert lines(picture_of(stage))[-1] == "dK[0,0] = 1·1 + 0·2 + 0·0 + 1·1 = 2"
    assert "conv1.weight, conv1.bias" in lines(forward)[-1]
    assert all(float(value).is_integer() for row in values(forward.sources[1]) for value in row if value is not None)


OPENINGS = {
    ("output", "relu1"): ("relu1", None),
    ("output", None): ("pool1", None),
    ("gradient", "input"): ("conv1", "x"),
    ("gradient", "conv1"): ("relu1", "x"),
    ("gradient", "pool1"): ("pool1", None),
    ("gradient", "conv1.bias"): ("conv1", "bias"),
    ("gradient", "relu1.input"): ("relu1", "x"),
    ("parameters", None): ("conv1", None),
}


@pytest.mark.parametrize("asked", OPENINGS)
def test_the_lab_opens_where_what_is_asked_comes_about(asked: tuple[str, str | None]) -> None:
    flow = drawn_flow("1x4x4 | conv2d(1, 3) | relu | max_pool2d(2)")
    stage = opening(flow, Ask(*asked))

    assert (stage.layer, stage.direction) == OPENINGS[asked]


def test_the_lab_opens_at_a_cell_that_is_not_zero() -> None:
    network = parse("1x1x3 | relu")
    run = Run.of(network, {"input": tensor((-1, 2, 3))})
    stage = opening(flow_of(network, LabStart("1x1x3 | relu", run), 0), Ask("output"))

    assert stage.cell == (0, 0, 0, 1)


def test_the_same_seed_draws_the_same_numbers_and_another_one_others() -> None:
    one, same, other = (drawn_flow(HAND, seed).run.x.tolist() for seed in (1, 1, 2))

    assert one == same != other


def test_keys_stay_within_the_array() -> None:
    stage = Stage.of(drawn_flow("2x4x4 | conv2d(3, 3)"), "conv1")

    assert stage.moved(-1, -1).cell == (0, 0, 0, 0)
    assert stage.moved(9, 9).cell == (0, 0, 1, 1)
    assert stage.other_plane(1).cell == (0, 1, 0, 0)
    assert stage.other_plane(9).cell == (0, 2, 0, 0)
    assert stage.stepped(4).cell == (0, 1, 0, 0)
    assert stage.at(99).cell == (0, 2, 1, 1)
    assert stage.stepped(-1).cell == stage.cell
    assert stage.other_inner(5, 2).inner == 1
    assert [step.direction for step in (stage.turned(), stage.turned(-1), stage.turned(4))] == ["x", "bias", None]


def test_another_network_keeps_the_layer_and_the_nearest_cell() -> None:
    stage = Stage.of(drawn_flow("1x5x5 | conv2d(1, 2)"), "conv1").moved(3, 3)

    assert stage.in_flow(drawn_flow("1x4x4 | conv2d(1, 2)")).cell == (0, 0, 2, 2)
    assert stage.in_flow(drawn_flow("1x4x4 | relu")).layer == "relu1"


def test_a_network_that_is_too_large_says_so() -> None:
    with pytest.raises(StudycardsError, match="too_many_cells"):
        drawn_flow("alexnet")


def test_a_network_that_nothing_can_go_through_says_so() -> None:
    with pytest.raises(StudycardsError):
        drawn_flow("2x1x1 | batch_norm2d")


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_numbers_beyond_all_bounds_say_so() -> None:
    """Each of 900 layers multiplies the size of the numbers by √6: 10³⁵⁰ is no float."""
    with pytest.raises(StudycardsError, match="not_finite"):
        drawn_flow(" | ".join(["9", *["linear(9)"] * 900]))


def test_every_way_from_the_input_is_lit_up_by_the_receptive_field() -> None:
    """Two 3×3 convolutions see 5×5 of the input: rows and columns 1 to 5 for the cell in the middle of 3×3."""
    from studycards.study.lab.reach import reach_of  # noqa: PLC0415 - beside what it is about

    flow = drawn_flow("1x7x7 | conv2d(1, 3) | conv2d(1, 3)")
    plates = reach_of(Stage.of(flow, "conv2").moved(1, 1))

    assert [plate.letter for plate in plates] == ["input", "conv1", "conv2"]
    assert marked(plates[0]) == list(product(range(1, 6), range(1, 6)))
    assert marked(plates[1]) == list(product(range(1, 4), range(1, 4)))
    assert marked(plates[2], Mark.CHOSEN) == [(1, 1)]


@st.composite
def convolutions(draw: st.DrawFn) -> str:
    """Draw a network of one convolution with any options that fit."""
    channels, filters, size = draw(st.integers(1, 3)), draw(st.integers(1, 3)), draw(st.integers(3, 6))
    kernel, stride, padding = draw(st.integers(1, 3)), draw(st.integers(1, 2)), draw(st.integers(0, 2))
    dilation = draw(st.integers(1, 2)) if size + 2 * padding > 2 * (kernel - 1) else 1
    bias = draw(st.booleans())
    options = f"stride={stride}, padding={padding}, dilation={dilation}, bias={bias}"
    return f"{channels}x{size}x{size} | conv2d({filters}, {kernel}, {options})"


@given(convolutions(), st.integers(0, 5), st.integers(0, 10_000))
@settings(max_examples=60)
def test_what_is_lit_up_adds_up_to_the_cell(notation: str, seed: int, place: int) -> None:
    """A second implementation by what is seen: window times kernel, channel by channel, and the bias."""
    stage = Stage.of(drawn_flow(notation, seed), "conv1")
    stage = stage.at(place % stage.count)
    channels = picture_of(stage).inner
    total = 0.0
    for channel in range(channels):
        picture = picture_of(stage.other_inner(channel, channels))
        window, kernel = (
            [spot.value for row in plate.spots for spot in row if spot.mark is Mark.USED] for plate in picture.sources
        )
        total += sum(x * k for x, k in zip(window, kernel, strict=True) if x is not None and k is not None)
        shown = picture.products.spots if picture.products else ()
        products = [spot.value or 0.0 for row in shown for spot in row]
        assert picture.part is None or sum(products) == picture.part
    bias = stage.flow.run.parameters.get("conv1.bias")
    total += 0 if bias is None else float(bias[stage.cell[1]])
    [(row, column)] = marked(picture.result, Mark.CHOSEN)

    assert picture.result.spots[row][column].value == total


LAYERS = [
    "conv2d(2, 3, padding=1)", "conv2d(2, 2, stride=2)", "conv_transpose2d(2, 2, stride=2)", "relu", "leaky_relu",
    "sigmoid", "gelu", "max_pool2d(2)", "max_pool2d(3, stride=2, padding=1)", "avg_pool2d(2)",
    "avg_pool2d(3, stride=1, padding=1)", "global_avg_pool2d", "adaptive_max_pool2d(2)", "batch_norm2d", "layer_norm2d",
    "group_norm(2)", "layer_scale", "local_response_norm(3)", "dropout(0.5)", "flatten", "linear(3)", "softmax",
    "log_softmax", "residual(conv2d(2, 3, padding=1))", "concat(conv2d(1, 1), identity)", "multiply(sigmoid, identity)",
    "upsample(scale_factor=2)", "pad(1)", "channel_shuffle(2)", "slice(0, 1)",
]  # fmt: skip


@given(st.lists(st.sampled_from(LAYERS), min_size=1, max_size=3), st.integers(0, 10_000))
@settings(max_examples=60)
def test_every_layer_has_a_picture_in_every_direction(layers: list[str], place: int) -> None:
    """The cell that is looked at is what its trace comes to, which the engine is not computed by."""
    try:
        flow = drawn_flow(" | ".join(["2x4x4", *layers]))
    except (ValueError, StudycardsError):
        return
    for layer in flow.layers:
        for direction in flow.directions(layer):
            stage = Stage.of(flow, layer, direction)
            stage = stage.at(place % stage.count)
            picture = picture_of(stage)
            [(row, column)] = marked(picture.result, Mark.CHOSEN)
            shown = picture.result.spots[row][column].value

            assert shown is not None
            assert isclose(shown, float(flow.step(layer, direction, stage.cell).value), rel_tol=1e-6, abs_tol=1e-9)
            assert all(lines(picture, POLISH))
