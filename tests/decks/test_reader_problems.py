"""A problem is shown with its line and a caret under the very characters it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from studycards.decks.problems import Place, Problem, problem_to_json, render_problem
from studycards.locale import Language, message

REASON = message("decks.double_key", key="level", line=12_345)


def problem(
    line: str, column: int, width: int, *, path: str = "decks/cnn.yaml", card: str | None = "conv-1"
) -> Problem:
    return Problem(Place(Path(path), 41, column), card, "level", REASON, line, width)


def test_a_problem_has_four_lines() -> None:
    assert render_problem(problem("      tolernce: 0.1", 7, 8), Language("en")).splitlines() == [
        "decks/cnn.yaml:41:7  card conv-1, level",
        "  the field 'level' is already in line 12 345; keep one of the two",
        "   41 |       tolernce: 0.1",
        "      |       ^^^^^^^^",
    ]


def test_a_problem_outside_any_card_names_its_field_alone() -> None:
    head, *_ = render_problem(problem("level: 1", 1, 5, card=None), Language("pl")).splitlines()

    assert head == "decks/cnn.yaml:41:1  level"


@pytest.mark.parametrize("column", [1, 40, 90, 200, 491])
def test_the_caret_of_a_long_line_stays_under_its_word(column: int) -> None:
    line = "." * (column - 1) + "WORD" + "." * (500 - column - 3)
    *_, shown, caret = render_problem(problem(line, column, 4), Language("en")).splitlines()

    assert len(shown) < 110
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "WORD"


def test_the_caret_counts_cells() -> None:
    """A wide character takes two cells of the terminal, a combining one none."""
    *_, caret = render_problem(problem("卷积 e\u0301: x", 4, 2), Language("en")).splitlines()

    assert caret == "      |      ^"


def test_nothing_shown_can_command_the_terminal() -> None:
    hostile = problem("a\x1b]0;b\x07\t\u202ec", 2, 1, path="x\x1b[31m.yaml", card="c\x1b")

    assert all(char.isprintable() for char in render_problem(hostile, Language("en")).replace("\n", ""))


def test_a_problem_as_json() -> None:
    assert problem_to_json(problem("level: 1", 1, 5), Language("pl")) == {
        "path": "decks/cnn.yaml",
        "line": 41,
        "column": 1,
        "width": 5,
        "card": "conv-1",
        "field": "level",
        "key": "decks.double_key",
        "reason": "pole 'level' jest już w wierszu 12\N{NO-BREAK SPACE}345; zostaw jedno z nich",
    }
