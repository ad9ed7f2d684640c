"""Questions about arrays: a grid or a line, a sheet of steps, and the full solution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.pointing import click, row_of

if TYPE_CHECKING:
    from tests.tui.conftest import OpenFace

pytestmark = pytest.mark.usefixtures("values")

USUAL = (80, 40)
"""High enough for a whole sheet."""


async def test_arrays_stand_below_the_question(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        frame = await face.frame()

    assert "⎡ 1  0  2 ⎤   ⎡ 1   2 ⎤" in frame
    assert row_of(frame, "Policz") < row_of(frame, "conv1.weight") < row_of(frame, "▸·")


async def test_a_grid_is_filled_checked_and_marked_cell_by_cell(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        typed = await face.press(*"0", "enter", *"4", "tab", *"3", "right", *"5-4")
        marked = await face.press("enter")

    assert "⎣   3 ▸5-4▏⎦" in typed
    assert "⎡ 0✓ 4✓⎤" in marked
    assert "⎣ 3✓ 1✗⎦" in marked
    assert "⎣ 3 ‹0›⎦" in marked
    assert "Częściowo dobrze: 75 %" in marked


async def test_enter_goes_on_and_in_the_last_cell_checks(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        first = await face.frame()
        last = await face.press(*"0 4;3 0")
        right = await face.press("enter")

    assert "Enter następna" in first
    assert "Enter sprawdź" not in first
    assert "Enter sprawdź" in last
    assert "✓ Dobrze" in right
    assert "⎡ 0✓ 4✓⎤" in right
    assert "‹" not in right


async def test_the_check_key_works_from_any_cell_and_empty_cells_are_not_graded(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        complained = await face.press(*"0 4", "ctrl+s")
        mended = await face.press("enter", *"3", "tab", *"0", "up")
        checked = await face.press("ctrl+s")

    assert "Puste komórki: [1,0], [1,1]" in complained
    assert "Puste" not in mended
    assert "✓ Dobrze" in checked


async def test_an_empty_grid_is_no_answer(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        frame = await face.press("ctrl+s")

    assert "▸·" in frame
    assert "Źle" not in frame


async def test_the_answer_does_not_move_when_it_is_checked(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        before = await face.press(*"0 4;3 0")
        after = await face.press("enter")

    assert row_of(before, "Wpisane 4 z 4") == row_of(after, "Twoja odpowiedź")


async def test_home_end_erase_and_clear(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        erased = await face.press(*"12 4", "home", "backspace", "end", "delete")

    assert "⎡   1    ▸▏⎤" in erased


async def test_channels_are_switched_by_brackets(open_face: OpenFace) -> None:
    async with open_face("channels") as face:
        second = await face.press(*"0 4;3 0", "left", "right_square_bracket", *"3")
        first = await face.press("left_square_bracket", *"7")
        frame = await face.press("f")

    assert "[ ] kanał" in second
    assert "[0] 4/4        [1] 1/4" in second
    assert "⎡  ▸7▏   4 ⎤   ⎡   3    · ⎤" in first
    assert "pełne" not in frame


async def test_a_single_matrix_has_no_key_for_channels(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        frame = await face.frame()

    assert "[ ]" not in frame


async def test_a_matrix_is_pasted(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        refused = await face.paste("1 2 3")
        pasted = await face.paste("[[0, 4],\n [3, 0]]")
        right = await face.press("enter")

    assert "Wklejone liczby mają kształt 3, a potrzebny jest 2×2" in refused
    assert "Wpisane 0 z 4" in refused
    assert "Wklejone" not in pasted
    assert "✓ Dobrze" in right


async def test_a_line_and_the_grid_carry_over_what_is_there(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        line = await face.press(*"0 4;3", "ctrl+o")
        await face.press("backspace", *"0")
        grid = await face.press("ctrl+o")
        right = await face.press("ctrl+o", "enter")

    assert "›  0 4; 3 _" in line
    assert "^O siatka" in line
    assert "⎣   3   ▸0 ⎦" in grid
    assert "^O jeden wiersz" in grid
    assert "✓ Dobrze" in right
    assert "⎣ 3✓ 0✓⎦" in right


async def test_on_a_line_another_shape_can_be_typed(open_face: OpenFace) -> None:
    """It says which shape is wanted, costs nothing, and does not go back into the grid."""
    async with open_face("tensor") as face:
        await face.press("ctrl+o")
        told = await face.press(*"1 2 3", "enter")
        kept = await face.press("ctrl+o")

    assert "2×2" in told.partition("1 2 3")[2]
    assert "›  1 2 3" in kept


async def test_rows_pasted_on_a_line_stay_rows(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        await face.press("ctrl+o")
        pasted = await face.paste("0 4\n3 0\n")

    assert "›  0 4; 3 0" in pasted


async def test_a_click_goes_to_a_cell(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        await face.press(*"0 4;7")
        await click(face, "4 ⎤")
        frame = await face.press(*"3")

    assert "⎡   0   ▸3▏⎤" in frame


async def test_giving_up_shows_the_right_matrix(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        frame = await face.press(*"9", "ctrl+r")

    assert "Odpowiedź pokazana" in frame
    assert "Poprawnie" in frame
    assert "⎡ 0  4 ⎤" in frame
    assert "Twoja" not in frame


async def test_undo_asks_with_an_empty_grid(open_face: OpenFace) -> None:
    async with open_face("tensor", "channels") as face:
        await face.press("ctrl+r", "4")
        frame = await face.press("ctrl+z")

    assert "Wpisane 0 z" in frame


async def test_the_full_solution_comes_and_goes(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        asked = await face.frame()
        answered = await face.press("ctrl+r")
        shown = await face.press("f")
        hidden = await face.press("f")

    assert "pełne rozwiązanie" not in asked
    assert "f pełne rozwiązanie" in answered
    assert "f krótkie rozwiązanie" in shown
    assert "f pełne rozwiązanie" not in shown
    assert "f pełne rozwiązanie" in hidden
    assert "Pełne rozwiązanie:" in shown
    assert "⎡‹1›‹0› 2 ⎤" in shown
    assert "Pełne rozwiązanie:" not in hidden


async def test_a_question_without_a_longer_solution_offers_none(open_face: OpenFace) -> None:
    async with open_face("claim") as face:
        frame = await face.press("ctrl+r", "f")

    assert "pełne" not in frame.lower()


async def test_a_sheet_is_filled_step_by_step(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        first = await face.frame()
        second = await face.press(*"3 1;-1 2", "enter")
        loss = await face.press(*"3 1;0 2", "enter", *"5 1", "enter")
        last = await face.press(*"0,018", "enter")
        right = await face.press(*"-0,018 0,018", "enter")

    assert "▸ 1 wyjście conv1" in first
    assert "● 1 wyjście conv1   3 1; -1 2" in second
    assert "▸ 2 wyjście relu1" in second
    assert "▸ 4 strata [/b]" in loss
    assert "Enter następny etap" in loss
    assert "● 4 strata [/b]   0,018" in last
    assert "✓ Dobrze" in right
    assert "✓ 1 wyjście conv1   3 1; −1 2" in right


async def test_keys_lead_forth_and_back_between_steps(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        down = await face.press("down", "down", "down", "down")
        line = await face.press("down", *"0,5", "tab")
        back = await face.press("shift+tab")
        up = await face.press("up")

    assert "▸ 3" in down
    assert "▸ 5" in line
    assert "›  0,5" in back
    assert "▸ 3" in up
    assert "● 4 strata [/b]   0,5" in up


async def test_a_click_opens_a_step(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        await face.press(*"3")
        await click(face, "strata")
        frame = await face.frame()

    assert "▸ 4 strata" in frame
    assert "◐ 1 wyjście conv1   3 _; _ _" in frame


async def test_steps_left_out_are_asked_about_once(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        asked = await face.press(*"3 1;-1 2", "ctrl+s")
        changed = await face.press(*"7", "ctrl+s")
        await face.press("delete", "ctrl+s")
        graded = await face.press("ctrl+s")

    assert "Bez odpowiedzi są etapy 2–5." in asked
    assert "▸ 2" in asked
    assert "Etap 2: Puste komórki" in changed
    assert "½ Częściowo dobrze: 20 %" in graded
    assert "– 2 wyjście relu1   bez odpowiedzi" in graded


async def test_an_unreadable_step_is_named_and_opened(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        await face.press("down", "down", "down", "down", "down", *"abc", "down")
        frame = await face.press("ctrl+s")

    assert "▸ 4 strata" in frame
    assert "Etap 4: " in frame
    assert "›  abc" in frame


async def test_a_slip_is_carried_forward_and_said_so(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        await face.press(*"3 1;-1 2", "enter", *"3 1;1 2", "enter", *"5 2", "ctrl+s")
        frame = await face.press("ctrl+s")

    assert "½ 2 wyjście relu1" in frame
    assert "⎣ 1✗ 2✓⎦" in frame
    assert "✓ 3 wyjście fc" in frame
    assert "błąd tylko" in frame


async def test_the_language_changes_in_the_middle_of_a_sheet(open_face: OpenFace) -> None:
    async with open_face("sheet", size=USUAL) as face:
        await face.press(*"3 1;-1 2", "enter", *"3")
        english = await face.press("l")
        polish = await face.press("l")

    assert "▸ 2 output relu1" in english
    assert "⎡  ▸3▏   · ⎤" in english
    assert "▸ 2 wyjście relu1" in polish


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_open_cell_stays_in_sight(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face("sheet", size=size) as face:
        for key in (*"3 1;-1 2", "enter", *"3 1;0 2", "enter", *"5", "tab"):
            frame = await face.press(key)
            typed = "▸" in frame
            assert typed or key == "3"

    assert "▸·" in frame


async def test_the_open_cell_is_still_in_sight_in_a_smaller_terminal(open_face: OpenFace) -> None:
    async with open_face("sheet", size=(80, 24)) as face:
        await face.press(*"3 1;-1 2", "enter", *"3 7")
        await face.pilot.resize_terminal(40, 12)
        frame = await face.frame()

    assert "▸7▏" in frame


async def test_a_question_that_is_not_yet_answered_is_read_from_its_top(open_face: OpenFace) -> None:
    async with open_face("sheet", size=(80, 24)) as face:
        first = await face.frame()
        await face.pilot.resize_terminal(60, 12)
        frame = await face.frame()

    assert first.splitlines()[3].split()[1] in frame


async def test_a_hint_and_a_skip_work_from_a_grid(open_face: OpenFace) -> None:
    async with open_face("tensor") as face:
        hinted = await face.press(*"1", "ctrl+t")
        skipped = await face.press("ctrl+n")

    assert "Podpowiedź 1:" in hinted
    assert "▸1▏" in hinted
    assert "Pominięto 1 kartę" in skipped
