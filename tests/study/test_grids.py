"""Matrices as lines of text: in brackets, in line, side by side, and no wider than asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language, Text
from studycards.questions.question import Grid
from studycards.study.grids import grid_lines, panel_rows
from studycards.study.panels import Look, panel_of

if TYPE_CHECKING:
    from studycards.questions.question import WrittenCells

PL, EN = Language("pl"), Language("en")


def cells(values: object) -> WrittenCells:
    """Return nested lists as written cells."""
    return tuple(map(cells, values)) if isinstance(values, list) else Text.same(str(values))


def grid(title: str, values: object, *marked: tuple[int, ...]) -> Grid:
    return Grid(Text.same(title), cells(values), frozenset(marked))


X = grid("X", [[1, 0, 2], [3, "−1", 4], [5, 2, 10]])
K = grid("K", [[1, 0], [0, "−1"]])


def test_matrices_stand_side_by_side_below_their_titles() -> None:
    assert grid_lines([X, K], PL, 40) == [
        "X               K",
        "⎡ 1   0   2 ⎤   ⎡ 1   0 ⎤",
        "⎢ 3  −1   4 ⎥   ⎣ 0  −1 ⎦",
        "⎣ 5   2  10 ⎦",
    ]


def test_what_does_not_fit_beside_goes_below() -> None:
    assert grid_lines([X, K], PL, 20) == [
        "X",
        "⎡ 1   0   2 ⎤",
        "⎢ 3  −1   4 ⎥",
        "⎣ 5   2  10 ⎦",
        "",
        "K",
        "⎡ 1   0 ⎤",
        "⎣ 0  −1 ⎦",
    ]


def test_columns_line_up_on_the_decimal_mark() -> None:
    assert grid_lines([grid("Y", [["0,5", 7], ["−12,25", "1/3"], [3, "−0,125"]])], PL, 40) == [
        "Y",
        "⎡   0,5     7     ⎤",
        "⎢ −12,25  1/3     ⎥",
        "⎣   3      −0,125 ⎦",
    ]


def test_marked_cells_are_told_apart_without_colour() -> None:
    window = grid("X", [[1, 0, 2], [3, "−1", 4]], (0, 1), (0, 2), (1, 1), (1, 2))

    assert grid_lines([window], PL, 40) == ["X", "⎡ 1  ‹0›‹2›⎤", "⎣ 3 ‹−1›‹4›⎦"]
    looks = {piece.look for row in panel_rows([panel_of(window, PL)], PL, 40) for piece in row}
    assert Look.MARKED in looks


def test_a_vector_is_one_row_and_a_number_stands_behind_its_title() -> None:
    assert grid_lines([grid("b", [1, 2, 3]), grid("L", "0,69")], PL, 40) == [
        "b             L = 0,69",
        "[ 1  2  3 ]",
    ]


def test_channels_stand_side_by_side_with_their_indices() -> None:
    assert grid_lines([grid("X", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]])], PL, 40) == [
        "X",
        "[0]        [1]",
        "⎡ 1  2 ⎤   ⎡ 5  6 ⎤",
        "⎣ 3  4 ⎦   ⎣ 7  8 ⎦",
    ]


def test_samples_begin_a_band_of_their_own_unless_they_have_one_channel() -> None:
    two = [[[[1]], [[2]]], [[[3]], [[4]]]]
    one = [[[[1]]], [[[2]]]]

    assert grid_lines([grid("W", two)], PL, 40) == [
        "W", "[0,0]   [0,1]", "[ 1 ]   [ 2 ]", "", "[1,0]   [1,1]", "[ 3 ]   [ 4 ]",
    ]  # fmt: skip
    assert grid_lines([grid("W", one)], PL, 40) == ["W", "[0,0]   [1,0]", "[ 1 ]   [ 2 ]"]


def test_the_channels_of_all_samples_stand_below_each_other() -> None:
    samples = [[[[1]], [[2]]], [[["−10"]], [[4]]]]

    assert grid_lines([grid("X", samples)], PL, 60) == [
        "X",
        "[0,0]     [0,1]",
        "[ 1 ]     [ 2 ]",
        "",
        "[1,0]     [1,1]",
        "[ −10 ]   [ 4 ]",
    ]


def test_a_matrix_wider_than_the_screen_is_cut_between_columns_and_says_which() -> None:
    wide = grid("X", [[1, 2, 3, 4, 5], [6, 7, 8, 9, 0]])

    assert grid_lines([wide], EN, 14) == [
        "X", "columns 0–3", "⎡ 1  2  3  4 ⎤", "⎣ 6  7  8  9 ⎦", "", "column 4", "⎡ 5 ⎤", "⎣ 0 ⎦",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [0, 1, 7])
def test_no_width_is_too_small_to_lay_out(width: int) -> None:
    assert grid_lines([X, K, grid("b", []), grid("L", 1)], PL, width)


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=4).flatmap(
        lambda shape: st.tuples(st.just(shape), st.lists(st.integers(-999, 999), min_size=256, max_size=256))
    ),
    st.integers(20, 100),
)
def test_every_cell_stands_there_once_and_no_row_is_too_wide(drawn: tuple[list[int], list[int]], width: int) -> None:
    shape, numbers = drawn
    values: list[object] = [*numbers]
    for size in reversed(shape):
        values = [values[first : first + size] for first in range(0, len(values) - size + 1, size)]
    panel = panel_of(grid("", values[0]), PL)
    rows = panel_rows([panel], PL, width)

    places = [piece.place for row in rows for piece in row if piece.look is Look.CELL]
    assert sorted(place for place in places if place is not None) == list(range(len(panel.cells)))
    assert max(sum(len(piece.text) for piece in row) for row in rows) <= width
