"""The board: what a lecturer would draw, as text, whole or cut to the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.engine.notation import parse
from studycards.locale import Language
from studycards.study.lab.board import board, reach_board
from studycards.study.lab.opening import flow_of
from studycards.study.lab.picture import picture_of
from studycards.study.lab.reach import reach_of
from studycards.study.lab.slabs import Ground
from studycards.study.lab.stage import Stage
from studycards.study.lab.start import LabStart
from tests.study.lab.flows import drawn_flow, hand_flow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.study.lab.slabs import Row

ENGLISH = Language("en")


def text(rows: Iterable[Row]) -> str:
    return "\n".join("".join(scrap.text for scrap in row).rstrip() for row in rows)


def test_input_kernel_output_and_products_side_by_side() -> None:
    picture = picture_of(Stage.of(hand_flow(), "conv1").moved(0, 1))

    assert (
        text(board(picture, ENGLISH, 80, 20))
        == """\
X input       K kernel     Y output
 1 ⎡2  0⎤     ⎡ 1  −1⎤       0 ‹ 5›
 0 ⎣1  3⎦  ⊛  ⎣ 2   0⎦  →    4  −1
 2  0  1
              ⊙
              ⎡2  0⎤
              ⎣2  0⎦
              Σ = 4
              b = 1"""
    )


def test_in_a_low_room_the_products_give_way_to_their_sum() -> None:
    picture = picture_of(Stage.of(hand_flow(), "conv1").moved(0, 1))

    assert (
        text(board(picture, ENGLISH, 80, 6))
        == """\
X input       K kernel     Y output
 1 ⎡2  0⎤     ⎡ 1  −1⎤       0 ‹ 5›
 0 ⎣1  3⎦  ⊛  ⎣ 2   0⎦  →    4  −1
 2  0  1
              Σ = 4
              b = 1"""
    )


@pytest.mark.parametrize("width", [10, 24, 40, 80])
def test_all_rows_are_equally_wide_and_fit_where_they_can(width: int) -> None:
    flow = drawn_flow("1x9x9 | conv2d(1, 3, padding=1)")
    rows = board(picture_of(Stage.of(flow, "conv1").moved(8, 8)), ENGLISH, width, 9)
    widths = {sum(len(scrap.text) for scrap in row) for row in rows}

    assert len(widths) == 1
    assert width < 30 or widths.pop() <= width


def test_what_is_looked_at_stays_in_sight_when_a_map_is_cut() -> None:
    flow = drawn_flow("1x20x20 | conv2d(1, 3)")
    rows = board(picture_of(Stage.of(flow, "conv1").moved(17, 17)), ENGLISH, 60, 9)
    grounds = {scrap.ground for row in rows for scrap in row}

    assert {Ground.CHOSEN, Ground.USED} <= grounds
    assert "…" in text(rows)
    assert "⋮" in text(rows)


def test_a_cell_of_what_comes_out_knows_its_place() -> None:
    rows = board(picture_of(Stage.of(hand_flow(), "conv1")), ENGLISH, 80, 20)

    assert {scrap.place for row in rows for scrap in row if scrap.place} == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_what_a_cell_sees_is_left_out_where_it_does_not_fit() -> None:
    reach = reach_of(Stage.of(drawn_flow("1x7x7 | conv2d(1, 3) | conv2d(1, 3)"), "conv2"))

    assert reach_board(reach, ENGLISH, 80, 8)
    assert not reach_board(reach, ENGLISH, 80, 5)
    assert not reach_board(reach, ENGLISH, 20, 8)


def test_the_first_layer_sees_no_more_than_its_own_picture_shows() -> None:
    flow = flow_of(parse("1x3x3 | relu | relu"), LabStart(), 1)

    assert reach_of(Stage.of(flow, "relu1")) == ()
    assert reach_of(Stage.of(flow, "relu2", "x")) == ()


def test_of_a_large_map_the_part_around_the_window_is_laid_out() -> None:
    """Cell (80, 90) of a 100×120 map: what is marked is where it should be, and knows its place."""
    flow = drawn_flow("1x102x122 | conv2d(1, 3, bias=False)")
    picture = picture_of(Stage.of(flow, "conv1").moved(80, 90))
    row, column = picture.result.first

    assert picture.result.size == (100, 120)
    assert len(picture.result.spots) < 100
    assert picture.result.marked == [(80 - row, 90 - column)]
    rows = board(picture, ENGLISH, 60, 9)
    places = {scrap.place for line in rows for scrap in line if scrap.place and scrap.ground is Ground.CHOSEN}

    assert places == {(80, 90)}
