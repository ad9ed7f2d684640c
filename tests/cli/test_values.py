"""Questions about arrays as lines of text and as JSON: `preview`, and a session in plain lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Program

DECK = Path(__file__).parents[1] / "tui" / "decks" / "values.yaml"


def lines(program: Program, card: str, *arguments: str, lang: str = "en") -> list[str]:
    return program("preview", f"{DECK}:{card}", *arguments, lang=lang).stdout.splitlines()


def previewed(program: Program, card: str, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(program("preview", f"{DECK}:{card}", *arguments, "--json").stdout)


def found(part: list[str], whole: list[str]) -> bool:
    """Say whether the lines of `part` follow each other in `whole`."""
    return any(whole[first : first + len(part)] == part for first in range(len(whole)))


def test_arrays_are_shown_as_matrices(program: Program) -> None:
    shown = lines(program, "tensor")

    assert found(["  ⎡ 1  0  2 ⎤   ⎡ 1   2 ⎤", "  ⎢ 3  1  0 ⎥   ⎣ 0  −1 ⎦", "  ⎣ 0  2  1 ⎦"], shown)
    assert found(["  Right answer", "  ⎡ 0  4 ⎤", "  ⎣ 3  0 ⎦"], shown)


def test_a_tensor_is_marked_cell_by_cell_beside_what_is_right(program: Program) -> None:
    marked = lines(program, "tensor", "--answer", "0 4; 3 1")

    assert found(["  Your answer   Right answer", "  ⎡ 0✓ 4✓⎤      ⎡ 0  4 ⎤", "  ⎣ 3✓ 1✗⎦      ⎣ 3 ‹0›⎦"], marked)
    assert "Partly right: 75%" in marked


def test_a_right_tensor_is_not_shown_twice(program: Program) -> None:
    done = program("preview", f"{DECK}:tensor", "--answer", "0 4; 3 0")

    assert done.returncode == 0
    assert "Right answer" not in done.stdout


def test_the_full_solution_is_printed_on_request(program: Program) -> None:
    short, full = lines(program, "tensor"), lines(program, "tensor", "--full")

    assert not any("‹" in line for line in short)
    assert found(["    ⎡‹1›‹0› 2 ⎤", "    ⎢‹3›‹1› 0 ⎥", "    ⎣ 0  2  1 ⎦"], full)
    assert any(isinstance(part, dict) for part in previewed(program, "tensor", "--full")["full"])


def test_json_has_numbers_nested_as_the_answer_is(program: Program) -> None:
    shown = previewed(program, "channels", "--answer", "0 4; 3 0 ;; 3 3; 1 5")

    assert shown["grids"][0]["cells"] == [["1", "0", "2"], ["3", "1", "0"], ["0", "2", "1"]]
    assert shown["answer"] == [[[0, 4], [3, 0]], [[3, 3], [1, 2]]]
    assert shown["reading"] == [[[0, 4], [3, 0]], [[3, 3], [1, 5]]]
    assert shown["cells"] == [[[True, True], [True, True]], [[True, True], [True, False]]]
    assert (shown["verdict"], shown["score"]) == ("partial", 0.875)


def test_json_of_a_sheet_tells_of_each_step(program: Program) -> None:
    asked = previewed(program, "sheet")
    graded = previewed(program, "sheet", "--answer", "3 1; -1 2 & 3 1; 1 2 & 5 2 & & 0 0,5")

    assert [step["title"] for step in asked["steps"]] == [
        "output conv1", "output relu1", "output fc", "loss `[/b]`", "gradient fc",
    ]  # fmt: skip
    assert asked["steps"][1]["answer"] == [[3, 1], [0, 2]]
    assert isinstance(asked["steps"][3]["answer"], float)
    assert "verdict" not in asked["steps"][0]
    assert [step["verdict"] for step in graded["steps"]] == ["right", "partial", "right", "wrong", "wrong"]
    assert graded["steps"][1]["cells"] == [[True, True], [False, True]]
    assert graded["steps"][2]["notes"], "a slip carried forward is said so"
    assert graded["reading"] == [[[3, 1], [-1, 2]], [[3, 1], [1, 2]], [5, 2], None, [0, 0.5]]
    assert graded["cells"] == [True, False, True, False, False]


@pytest.fixture
def home(program: Program) -> Program:
    """Return the program with the deck in its data folder."""
    folder = program.home / "decks"
    folder.mkdir(parents=True)
    (folder / "values.yaml").write_text(DECK.read_text(encoding="utf-8"), encoding="utf-8")
    return program


def session(program: Program, typed: str, kind: str = "steps") -> str:
    return program("quiz", "values", "-n", "1", "--plain", "--type", kind, typed=typed, lang="pl").stdout


def test_a_sheet_is_asked_step_by_step(home: Program) -> None:
    said = session(home, "3 1; -1 2\n3 1; 0 2\n5 1\n0,018\n-0,018 0,018\n")

    assert "1/5 wyjście conv1 > 3 1; -1 2" in said
    assert "4/5 strata [/b] > 0,018" in said
    assert "\nDobrze\n1. wyjście conv1: Dobrze\n" in said
    assert "dobrze 1, częściowo 0, źle 0" in said


def test_an_empty_line_leaves_a_step_out_and_an_unreadable_one_is_asked_again(home: Program) -> None:
    said = session(home, "3 1; x 2\n3 1; -1 2\n\n\n\n\n")

    assert said.partition("Częściowo")[0].count("1/5 wyjście conv1 >") == 2
    assert "Częściowo dobrze: 20 %" in said
    assert "2. wyjście relu1: bez odpowiedzi" in said


def test_one_can_go_back_a_step(home: Program) -> None:
    said = session(home, "9 9; 9 9\n:b\n3 1; -1 2\n:b\n:b\n3 1; -1 2\n\n\n\n\n")

    assert said.partition("Częściowo")[0].count("1/5 wyjście conv1 >") == 4
    assert "1. wyjście conv1: Dobrze" in said


def test_a_sheet_left_wholly_empty_is_no_answer(home: Program) -> None:
    said = session(home, "\n" * 5 + ":s\n")

    assert said.count("1/5 wyjście conv1 >") == 2
    assert "Pominięto 1 kartę" in said or "pominięto 1 kartę" in said


def test_commands_work_between_steps(home: Program) -> None:
    said = session(home, "3 1; -1 2\n!\n")

    assert "Odpowiedź pokazana" in said
    assert "2. wyjście relu1\n   Poprawnie\n   ⎡ 3  1 ⎤\n   ⎣ 0  2 ⎦" in said


def test_the_full_solution_of_the_last_answer_can_be_asked_for(home: Program) -> None:
    said = program_with_two(home, "!\n:f\n")

    assert ":f wypisuje pełne rozwiązanie." in said
    assert "Pełne rozwiązanie:" in said
    assert "⎡‹1›‹0› 2 ⎤" in said
    assert "Pełne rozwiązanie można zobaczyć po odpowiedzi." in session(home, ":f\n")


def test_undo_before_the_first_rating_says_that_there_is_nothing_to_undo(home: Program) -> None:
    reviewed = home("review", "values", "--plain", typed="!\n:u\n:q\n", lang="en").stdout

    assert "> :u\nThere is nothing to undo.\n" in reviewed


def program_with_two(program: Program, typed: str) -> str:
    return program("quiz", "values", "-n", "2", "--plain", "--type", "computed", typed=typed, lang="pl").stdout
