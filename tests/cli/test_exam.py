"""`studycards exam` in a pipe: the list, the conversation, the report, and what is left behind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Program

VALUES = Path(__file__).parents[1] / "tui" / "decks" / "values.yaml"

EXAM = """\
format: 1
id: trial
title: {pl: Próba, en: Trial}
minutes: 10
marks: {0: "2.0", 0.5: "3.0", 1: "5.0"}
carried: 0.5
parts:
- title: {pl: Wszystko, en: Everything}
  sections:
  - {topic: {pl: Etapy, en: Steps}, decks: values, types: steps, count: 1, points: 5}
  - {topic: {pl: Liczby, en: Numbers}, decks: plain, types: number, count: 1, points: 2}
  - {topic: {pl: Zdania, en: Claims}, decks: plain, types: true_false, count: 1, points: 1}
"""

DECK = """\
format: 1
id: plain
title: Plain
language: en
cards:
- {id: sum, type: number, question: What is 3 times 4?, answer: 12}
- {id: claim, type: true_false, question: "Max pooling learns.", answer: false, explanation: It has no weights.}
"""


@pytest.fixture
def exam(program: Program) -> Path:
    """Put one exam and its decks into the data folder."""
    decks, exams = program.home / "decks", program.home / "exams"
    decks.mkdir(parents=True)
    exams.mkdir()
    shutil.copy(VALUES, decks)
    (decks / "plain.yaml").write_text(DECK, encoding="utf-8")
    (exams / "trial.yaml").write_text(EXAM, encoding="utf-8")
    return exams


def typed(*lines: str) -> str:
    return "\n".join([*lines, ""])


def test_without_a_name_the_exams_are_listed(program: Program, exam: Path) -> None:
    done = program("exam")

    assert done.returncode == 0, done.stderr
    assert "trial      Trial: 3 questions, 8 pts, 10 min" in done.stdout
    assert "probny     Mock exam: 38 questions, 100 pts, 90 min" in done.stdout
    assert program("exam", "--list").stdout == done.stdout
    listed = json.loads(program("exam", "--json").stdout)["exams"]
    assert {one["id"] for one in listed} == {"probny", "kolokwium", "diagnoza", "trial"}
    assert exam.is_dir()


def test_an_exam_in_a_pipe_from_the_first_question_to_the_mark(program: Program, exam: Path) -> None:
    done = program("exam", "trial", typed=typed(":g 2", "eleven", "12", "t", ":d", ":d", "n"))

    assert done.returncode == 0, done.stderr
    assert "[2/3 · 2 pts · 10 min left] Numbers" in done.stdout
    assert "That was the last question. Question 1 has no answer." in done.stdout
    assert "Question 1 has no answer. :d once more hands in all the same." in done.stdout
    assert "Mark: 2.0" in done.stdout
    assert "2 of 8 pts, 25%" in done.stdout
    assert "Question 3: 0 of 1 pts" in done.stdout
    assert "It has no weights." in done.stdout
    assert "Put these 2 questions into today's reviews? [y/N]" in done.stdout
    assert json.loads(program("due", "--json").stdout)["total"]["learning"] == 0
    assert exam.is_dir()


def test_yes_puts_what_was_lost_into_the_reviews(program: Program, exam: Path) -> None:
    program("exam", "trial", typed=typed(":g 2", "12", "t", ":d", ":d", "y"))

    assert json.loads(program("due", "--json").stdout)["total"]["learning"] == 2
    assert exam.is_dir()


def test_the_end_of_input_leaves_and_saves(program: Program, exam: Path) -> None:
    left = program("exam", "trial", typed=typed(":g 2", "12"))
    again = program("exam", "trial", typed=typed(":l", ":q"))
    fresh = program("exam", "trial", "--new", typed=typed(":l"))

    assert left.returncode == 1
    assert "The attempt is saved; to go on: studycards exam trial" in left.stdout
    assert "answered: 2\nopen: 1, 3" in again.stdout
    assert "unfinished attempt: 0 of 3 answered, 10 min left" in program("exam", "--list").stdout
    assert "open: 1–3" in fresh.stdout
    assert len(list(exam.glob("trial-*.json"))) == 2


def test_a_sheet_is_typed_step_by_step_put_aside_and_gone_on_with(program: Program, exam: Path) -> None:
    first = program("exam", "trial", typed=typed("1 2; 3 4", "none", "1 2; 3 4", ":b", "0 2; 3 4", ":g 3", ":q"))
    kept = json.loads(next(exam.glob("trial-*.json")).read_text(encoding="utf-8"))
    again = program("exam", "trial", typed=typed(":g 1", "", "", "5 6", ":d", ":d", ""))

    assert "1/5 output conv1 > 1 2; 3 4\n2/5 output relu1 > none\n" in first.stdout
    assert kept["items"][0]["answer"].rstrip("& ") == "1 2; 3 4 & 0 2; 3 4"
    assert "Your answer: 1 2; 3 4 & 0 2; 3 4" in again.stdout
    assert "2/5 output relu1 [0 2; 3 4] > \n3/5 output fc > 5 6" in again.stdout


def test_json_is_all_that_stands_on_standard_output(program: Program, exam: Path) -> None:
    done = program("exam", "trial", "--seed", "4", "--json", typed=typed(":g 2", "12", "f", ":d", ":d", "n"))
    report = json.loads(done.stdout)

    assert (report["exam"], report["seed"], report["handed_in"], report["answered"]) == ("trial", 4, True, 2)
    assert (report["report"]["points"], report["report"]["of"], report["report"]["mark"]) == (3.0, 8, "2.0")
    assert [item["points"] for item in report["report"]["items"]] == [0, 2, 1]
    assert "What is 3 times 4?" in done.stderr
    left = json.loads(program("exam", "trial", "--json", "--seed", "5").stdout)
    assert (left["handed_in"], left["report"]) == (False, None)
    assert exam.is_dir()


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("en", "There is no exam 'final'; there are: "), ("pl", "Nie ma egzaminu „final”; są: ")],
)
def test_an_unknown_exam_is_one_sentence(program: Program, lang: str, sentence: str) -> None:
    done = program("exam", "final", lang=lang)

    assert done.returncode == 2
    assert done.stderr.startswith(f"studycards: {sentence}")
    assert done.stderr.count("\n") == 1


def test_a_faulty_blueprint_is_listed_and_explained_by_the_checker(program: Program, exam: Path) -> None:
    (exam / "trial.yaml").write_text(EXAM.replace("decks: plain, types: number", "decks: plan"), encoding="utf-8")
    checked = program("check", str(program.home))

    assert checked.returncode == 1
    assert "parts[1].sections[2].decks" in checked.stdout
    assert "there is no deck 'plan'; did you mean 'plain'?" in checked.stdout
    begun = program("exam", "trial")
    assert begun.returncode == 2
    assert "takes questions of the deck 'plan', which is missing." in begun.stderr


def test_what_no_program_can_grade_is_graded_after_the_end(program: Program, exam: Path) -> None:
    with (program.home / "decks" / "plain.yaml").open("a", encoding="utf-8") as deck:
        deck.write("- {id: why, question: Why pad?, answer: To keep the size.}\n")
    own = EXAM.replace("trial", "own").replace("types: steps", "types: basic").replace("decks: values", "decks: plain")
    (exam / "own.yaml").write_text(own, encoding="utf-8")
    done = program("exam", "own", typed=typed("To keep it.", "12", "f", ":d", "3", "1", "n"))

    assert "Your answer: To keep it.\nAnswer: To keep the size." in done.stdout
    assert done.stdout.count("Grade this answer: 0 wrong, 1 partly right, 2 right.") == 2
    assert "5.5 of 8 pts, 68%" in done.stdout
    assert "Question 1: 2.5 of 5 pts" in done.stdout
