"""The real command line in a pipe: what it prints, what it returns, what it keeps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

DECK = """\
format: 1
id: mixed
title: {pl: Różne karty, en: Mixed cards}
cards:
- id: m-recall
  question: {pl: Co liczy splot?, en: What does a convolution compute?}
  answer: {pl: "**Sumę** iloczynów.", en: "A **sum** of products."}
- id: m-size
  type: computed
  question: {pl: "Kształt wyjścia?", en: "Output shape?"}
  network: "3x32x32 | conv1: conv2d(16, 5, padding=2)"
  ask: output_shape
- id: m-number
  type: number
  tags: [sums]
  question: {pl: "Ile to 3 razy 4?", en: "What is 3 times 4?"}
  answer: 12
  hint: {pl: Dodaj trzy razy cztery., en: Add four three times.}
- id: m-choice
  type: choice
  shuffle: false
  question: {pl: "Które?", en: "Which one?"}
  options:
  - right: {pl: To, en: This}
  - wrong: {pl: Tamto, en: That}
    why: {pl: "Tamto jest dalej.", en: "That is farther."}
"""


class Program:
    """The installed program with a data folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *arguments: str, typed: str = "", lang: str = "en") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "STUDYCARDS_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-m", "studycards", "--lang", lang, *arguments],
            input=typed, capture_output=True, text=True, env=environment, check=False, timeout=60,
        )  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")


@pytest.fixture
def deck(tmp_path: Path) -> str:
    path = tmp_path / "mixed.yaml"
    path.write_text(DECK, encoding="utf-8")
    return str(path)


def due(program: Program, deck: str) -> dict[str, Any]:
    listed: dict[str, Any] = json.loads(program("due", deck, "--json").stdout)
    counts: dict[str, Any] = listed["total"]
    return counts


def test_a_whole_review_in_a_pipe(program: Program, deck: str) -> None:
    done = program("review", deck, typed="\n3\n16x32x32\n\n?\n12\n4\na\n\n")

    assert done.returncode == 0, done.stderr
    assert "What does a convolution compute?" in done.stdout
    assert "A sum of products." in done.stdout, "the marks of bold are not printed"
    assert "Hint: Add four three times." in done.stdout
    assert "4 answers" in done.stdout
    assert due(program, deck)["new"] == 0


def test_what_was_rated_before_the_input_ended_is_kept_and_nothing_else(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n16x32x32\n")

    assert due(program, deck) == {"due": 0, "learning": 0, "new": 3}


def test_quitting_and_coming_back_goes_on_where_it_was(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n:q\n")
    done = program("review", deck, typed=":q\n")

    assert "What does a convolution compute?" not in done.stdout
    assert "Output shape?" in done.stdout


def test_undo_after_a_restart(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n:q\n")
    program("review", deck, typed=":u\n:q\n")

    assert due(program, deck)["new"] == 4


def test_an_unreadable_answer_is_explained_and_asked_again(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--tag", "sums", typed="twelve\n12\n")

    assert done.stdout.count("What is 3 times 4?") == 1
    assert "Right" in done.stdout


def test_a_wrong_choice_says_why(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--type", "choice", typed="2\n:q\n")

    assert "That is farther." in done.stdout


def test_polish_all_through(program: Program, deck: str) -> None:
    done = program("quiz", deck, "--type", "number", typed="12\n", lang="pl")

    assert "Ile to 3 razy 4?" in done.stdout
    assert "1 odpowiedź" in done.stdout
    assert "Right" not in done.stdout


def test_nothing_due_is_exit_code_1(program: Program, deck: str) -> None:
    program("review", deck, typed="\n4\n16x32x32\n4\n12\n4\n1\n4\n")
    done = program("review", deck)

    assert done.returncode == 1
    assert done.stdout.startswith("Nothing is due today. The next cards come in ")


def test_the_same_seed_gives_the_same_quiz(program: Program) -> None:
    first, second, other = (program("quiz", "-n", "3", "--seed", seed, typed=":q\n").stdout for seed in "778")

    assert first == second
    assert first != other


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["review", "no-such-deck"], "There is no deck 'no-such-deck'"),
        (["review", "./missing.yaml"], "There is no file or folder missing.yaml."),
        (["due", "mixe", "mixed.yaml"], "There is no file or folder mixed.yaml."),
        (["check", "missing.yaml"], "There is no file or folder missing.yaml."),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(program: Program, arguments: list[str], sentence: str) -> None:
    done = program(*arguments)

    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = Program(tmp_path / "file" / "home")("due")

    assert done.returncode == 2
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_list_names_every_built_in_deck(program: Program) -> None:
    listed = json.loads(program("list", "--json").stdout)["decks"]

    assert all(deck["problems"] == 0 and deck["cards"] for deck in listed)
    assert {deck["id"] for deck in listed} == {line.split()[4] for line in program("list").stdout.splitlines()[1:-1]}


def test_help_speaks_the_language_that_is_asked_for(program: Program) -> None:
    assert "talia" in program("review", "--help", lang="pl").stdout
    assert "deck:" in program("review", "--help", lang="en").stdout


def test_a_closed_pipe_is_no_error(program: Program) -> None:
    environment = {**os.environ, "STUDYCARDS_HOME": str(program.home)}
    command = f"{sys.executable} -m studycards list | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, env=environment, check=False
    )

    assert done.stderr == ""


def test_without_a_command_and_without_a_screen_it_reviews_in_plain_lines(program: Program) -> None:
    done = program(typed=":q\n")

    assert done.returncode == 0, done.stderr
    assert "[1 of 15]" in done.stdout
