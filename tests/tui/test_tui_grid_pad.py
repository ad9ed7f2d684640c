"""Grids and sheets: keys in, the text a learner could have typed out."""

from __future__ import annotations

from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.cache import DeckCache
from studycards.decks.library import Library
from studycards.locale import Language
from studycards.questions import ask
from studycards.questions.question import TensorReading
from studycards.questions.reading.tensors import read_tensor
from studycards.tui.pads.grid import GridCommand, GridPad, grid_pad
from studycards.tui.pads.sheet import StepPad, sheet_pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.questions import Question
    from studycards.tui.pads.sheet import SheetPad

PL, EN = Language("pl"), Language("en")
NEXT, BACK, UP, DOWN, LEFT, RIGHT = (GridCommand(name) for name in ("next", "back", "up", "down", "left", "right"))
ERASE, CLEAR = GridCommand.ERASE, GridCommand.CLEAR


def used(pad: GridPad, *keys: str) -> GridPad:
    """Use keys: commands by their names, others by their characters."""
    for key in keys:
        for part in [key] if isinstance(key, GridCommand) else key:
            pad = (pad.command(part) if isinstance(part, GridCommand) else pad.press(part)) or pad
    return pad


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        (("1 2;3 4",), "1 2; 3 4"),
        (("1   2; 3    4",), "1 2; 3 4"),
        (("1", NEXT, "2", NEXT, "3", NEXT, "4"), "1 2; 3 4"),
        (("1", RIGHT, "2", DOWN, "4", LEFT, "3"), "1 2; 3 4"),
        (("1 2;3 4", BACK, BACK, BACK, "9"), "9 2; 3 4"),
        (("1 2;3 45", ERASE, ERASE, "6"), "1 2; 3 6"),
        (("1 2;3 45", UP, UP, DOWN, "7"), "1 2; 3 7"),
        (("-1 2*3;(1+2)/4 0,5",), "-1 2*3; (1+2)/4 0,5"),
        (("1 2;3 4q]é",), "1 2; 3 4"),
        (("1 2;3",), "1 2; 3 _"),
        (("1 2;3 4", CLEAR), "1 2; 3 _"),
        ((), ""),
    ],
)
def test_cells_are_filled_by_keys(keys: tuple[str, ...], typed: str) -> None:
    assert used(grid_pad((2, 2)), *keys).typed == typed


@pytest.mark.parametrize(
    ("shape", "keys", "typed"),
    [
        ((3,), "1 2 3", "1 2 3"),
        ((2, 1), "0,5;1,5", "0,5; 1,5"),
        ((2,), "12 544", "12 544"),
        ((1, 2), "12 544", "12 544"),
        ((2, 2), "1 1/2;3 4", "1 1/2; 3 4"),
        ((2, 1, 2), "1 2 3 4", "1 2 ;; 3 4"),
        ((2, 2, 1, 1), "1 2 3 4", "1 ;; 2 ;;; 3 ;; 4"),
    ],
)
def test_a_tensor_is_typed_so_that_it_cannot_be_read_as_another(shape: tuple[int, ...], keys: str, typed: str) -> None:
    pad = used(grid_pad(shape), keys)
    reading = read_tensor(pad.typed, shape)

    assert pad.typed == typed
    assert isinstance(reading, TensorReading)


@given(
    st.lists(st.integers(1, 3), min_size=1, max_size=4).map(tuple).filter(lambda shape: prod(shape) > 1),
    st.lists(st.sampled_from(["0", "7", "-3", "12", "544", "0,5", "1/3", "2*3"]), min_size=81, max_size=81),
)
def test_a_filled_grid_reads_as_its_cells_in_its_shape(shape: tuple[int, ...], texts: list[str]) -> None:
    cells = tuple(texts[: prod(shape)])
    pad = GridPad(shape=shape, cells=cells)
    reading = read_tensor(pad.typed, shape)
    alone = [read_tensor(f"| {cell} | 0 |") for cell in cells]

    assert isinstance(reading, TensorReading)
    assert [size for size in reading.shape if size > 1] == [size for size in shape if size > 1]
    assert flat(reading.value) == [flat(one.value)[0] for one in alone if isinstance(one, TensorReading)]


def test_a_row_and_a_matrix_end_where_keys_lead_no_further() -> None:
    pad = grid_pad((2, 2))

    assert pad.command(UP) is None
    assert pad.command(BACK) is None
    assert used(pad, LEFT).cursor == 0
    assert used(pad, RIGHT, RIGHT).cursor == 1
    assert used(pad, DOWN).command(DOWN) is None
    assert used(pad, NEXT, NEXT, NEXT).command(NEXT) is None


def test_channels_are_reached_one_after_the_other() -> None:
    pad = used(grid_pad((2, 2, 2)), NEXT, NEXT, GridCommand.NEXT_MATRIX)

    assert pad.cursor == 4
    assert used(pad, NEXT, GridCommand.PREVIOUS_MATRIX).cursor == 0
    assert pad.panel(PL).labels == ("[0] 0/4", "[1] 0/4")


@pytest.mark.parametrize(
    "pasted",
    ["1 2; 3 4", "1 2\n3 4\n", "[[1, 2], [3, 4]]", "array([[1., 2.],\n       [3., 4.]])", "1\t2\n3\t4"],
)
def test_a_whole_matrix_is_pasted(pasted: str) -> None:
    filled = grid_pad((2, 2)).pasted(pasted, PL)

    assert isinstance(filled, GridPad)
    assert filled.cells == ("1", "2", "3", "4")


def test_pasted_numbers_can_be_edited() -> None:
    """Decimals as the language writes them, with a plain minus; what has no short decimal stays a fraction."""
    pasted = [grid_pad((1, 4)).pasted("-0.5 1/3 12544 2*3", language) for language in (PL, EN)]

    assert [pad.cells for pad in pasted if isinstance(pad, GridPad)] == [
        ("-0,5", "1/3", "12544", "6"), ("-0.5", "1/3", "12544", "6"),
    ]  # fmt: skip


def test_a_lone_number_is_pasted_into_its_cell() -> None:
    filled = used(grid_pad((2, 2)), "1 ").pasted("-7", PL)

    assert isinstance(filled, GridPad)
    assert filled.cells == ("1", "-7", "", "")


def test_a_paste_of_another_shape_names_both() -> None:
    refused = grid_pad((2, 2)).pasted("1 2 3; 4 5 6", PL)

    assert not isinstance(refused, GridPad)
    assert (refused.values["found"], refused.values["expected"]) == ("2×3", "2×2")


def test_empty_cells_are_named() -> None:
    lacks = used(grid_pad((2, 2)), "1").lacks

    assert lacks is not None
    assert PL.render(lacks) == "Puste komórki: [0,1], [1,0], [1,1]"
    assert grid_pad((2, 2)).lacks is None


KEYS = st.lists(st.sampled_from([*GridCommand, *"0123456789-+*/,.; ()[]xyz"]), max_size=40)


@given(st.sampled_from([(3,), (2, 2), (2, 1, 3), (1, 2, 2, 2)]), KEYS)
def test_no_key_leaves_the_grid_or_changes_its_size(shape: tuple[int, ...], keys: list[str]) -> None:
    pad = used(grid_pad(shape), *keys)

    assert pad.cursor in range(prod(shape))
    assert len(pad.cells) == prod(shape)
    assert isinstance(pad.typed, str)


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Question]]:
    library = Library.load(
        [Path(__file__).parent / "decks" / "values.yaml"], DeckCache.open(tmp_path_factory.mktemp("cache") / "cache.db")
    )
    yield {name: ask(library.card(name), name, 0) for name in ("tensor", "channels", "sheet")}
    library.close()


def filled(step: StepPad, *keys: str) -> StepPad:
    assert step.grid is not None
    return StepPad(
        question=step.question, title=step.title, grid=used(step.grid, *keys), line=step.line, on_line=step.on_line
    )


def test_a_grid_and_a_line_carry_over_what_is_there(questions: dict[str, Question]) -> None:
    step = filled(sheet_pad(questions["tensor"]).step, "0 4;3 0")
    line = step.turned(PL)
    assert isinstance(line, StepPad)
    back = line.turned(PL)
    other = StepPad(question=step.question, grid=step.grid, line="1 2; 3 4").turned(PL)

    assert (line.on_line, line.line) == (True, "0 4; 3 0")
    assert isinstance(back, StepPad)
    assert (back.on_line, back.grid) == (False, step.grid)
    assert isinstance(other, StepPad)
    assert other.typed == "1 2; 3 4"


def test_a_line_of_another_shape_stays_a_line(questions: dict[str, Question]) -> None:
    step = StepPad(question=questions["tensor"], grid=grid_pad((2, 2)), line="1 2 3")

    assert not isinstance(step.turned(PL), StepPad)


def test_a_sheet_is_typed_with_its_steps_apart(questions: dict[str, Question]) -> None:
    sheet = sheet_pad(questions["sheet"])
    sheet = sheet.with_step(filled(sheet.step, "3 1;-1 2")).moved(3).written("0,018")

    assert sheet.typed == "3 1; -1 2 &  &  & 0,018 & "
    reading = questions["sheet"].read(sheet.typed)
    assert [step is None for step in cast("TensorReading", reading).value.steps] == [False, True, True, False, True]  # type: ignore[union-attr]


def objected(sheet: SheetPad) -> tuple[int, str] | None:
    objection = sheet.objection
    return None if objection is None else (objection.step, PL.render(objection.reason))


def test_a_sheet_objects_to_empty_cells_then_to_what_cannot_be_read_then_once_to_steps_left_out(
    questions: dict[str, Question],
) -> None:
    empty = sheet_pad(questions["sheet"])
    partly = empty.with_step(filled(empty.step, "3 1;-1"))
    whole = empty.with_step(filled(empty.step, "3 1;-1 2"))
    unreadable = whole.moved(3).written("0,0x")

    assert objected(empty) == (0, "Nic jeszcze nie jest wpisane.")
    assert objected(partly) == (0, "Etap 1: Pusta komórka: [1,1]")
    assert (objected(unreadable) or (0,))[0] == 3
    assert objected(whole) == (1, "Bez odpowiedzi są etapy 2–5. Ponownie ten sam klawisz idzie dalej mimo to.")
    assert objected(whole.told()) is None
    assert objected(whole.told().moved(3).written("1")) is not None, "a change asks again"


def flat(value: object) -> list[object]:
    return [cell for part in value for cell in flat(part)] if isinstance(value, tuple) else [value]


def test_every_place_of_a_grid_is_shown_at_its_index() -> None:
    pad = GridPad(shape=(2, 2, 2), cells=tuple("".join(map(str, index)) for index in product(range(2), repeat=3)))

    assert [cell.text for cell in pad.panel(EN, open_=False).cells] == list(pad.cells)


def test_a_matrix_as_the_program_prints_it_can_be_pasted() -> None:
    pasted = grid_pad((2, 2)).pasted("⎡  4  −10 ⎤\n⎣ −8  0,5 ⎦", PL)

    assert isinstance(pasted, GridPad)
    assert pasted.typed == "4 -10; -8 0,5"


@pytest.mark.parametrize("line", ["1 _; _ 4", "[[1, _], [_, 4]]", "1|_\n_|4", "1,_;_,4"])
def test_cells_that_are_empty_on_a_line_are_so_in_the_grid(line: str) -> None:
    pasted = grid_pad((2, 2)).pasted(line, PL)

    assert isinstance(pasted, GridPad)
    assert pasted.cells == ("1", "", "", "4")


def test_a_line_with_a_mistake_beside_an_empty_cell_stays_a_line() -> None:
    assert not isinstance(grid_pad((2, 2)).pasted("1 _; x 4", PL), GridPad)
