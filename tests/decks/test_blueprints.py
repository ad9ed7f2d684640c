"""Blueprints of exams: what is read, what is refused, and which files are taken for one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.decks.blueprint import build_blueprint
from studycards.decks.blueprint_reader import read_blueprint
from studycards.decks.locations import builtin_folder, deck_files, exam_files
from studycards.decks.problems import render_problem
from studycards.locale import Language, Text

if TYPE_CHECKING:
    from studycards.decks.blueprint_reader import ReadBlueprint

GOOD = """\
format: 1
id: mine
title: {pl: Mój egzamin, en: My exam}
language: pl
minutes: 20
marks: {0.5: "3.0", 0: "2.0", 0.75: "4.5"}
carried: 0.5
half: [par.no_bias, size.no_plus_one]
reason: 0.25
parts:
- title: Teoria
  sections:
  - topic: {pl: Sploty, en: Convolutions}
    decks: one
    types: [choice, true_false]
    levels: 2
    tags: [sizes]
    count: 2
    points: 3
    minutes: 8
- title: Obliczenia
  sections:
  - {topic: Rozmiary, decks: [one, two], count: 1, points: 4, minutes: 12}
"""


def read(text: str) -> ReadBlueprint:
    return read_blueprint(Path("mine.yaml"), text.encode())


def explained(text: str, code: str = "en") -> list[str]:
    language = Language("pl" if code == "pl" else "en")
    return [render_problem(problem, language).splitlines()[1].strip() for problem in read(text).problems]


def test_a_blueprint_is_read_with_all_its_fields() -> None:
    blueprint = read(GOOD).blueprint

    assert blueprint is not None
    assert (blueprint.id, blueprint.minutes, blueprint.carried) == ("mine", 20, Fraction(1, 2))
    assert (blueprint.half, blueprint.reason) == (("par.no_bias", "size.no_plus_one"), Fraction(1, 4))
    assert (blueprint.questions, blueprint.points) == (3, 10)
    first, second = blueprint.sections
    assert (first.decks, first.types, first.levels, first.tags) == (
        ("one",),
        ("choice", "true_false"),
        (2,),
        ("sizes",),
    )
    assert (second.decks, second.count, second.points, second.minutes) == (("one", "two"), 1, 4, 12)
    assert [part.title for part in blueprint.parts] == [Text(pl="Teoria"), Text(pl="Obliczenia")]


@pytest.mark.parametrize(
    ("share", "mark"),
    [("0", "2.0"), ("0.499", "2.0"), ("0.5", "3.0"), ("0.7499", "3.0"), ("0.75", "4.5"), ("1", "4.5")],
)
def test_a_mark_is_given_from_its_share_on(share: str, mark: str) -> None:
    blueprint = read(GOOD).blueprint

    assert blueprint is not None
    assert blueprint.mark(Fraction(share)).en == mark
    assert blueprint.mark(Fraction(share)).pl == mark.replace(".", ",")


def test_the_plain_form_gives_the_blueprint_again() -> None:
    result = read(GOOD)

    assert build_blueprint(result.plain) == result.blueprint


@pytest.mark.parametrize(
    ("found", "changed", "sentence"),
    [
        ("minutes: 20", "minutes: soon", "expected a whole number from 1 to 1440, found 'soon'"),
        ("minutes: 20", "minutes: 19", "the sections take 20 min together, but the whole exam has 19 min"),
        ("count: 2", "cuont: 2", "unknown field 'cuont'"),
        ("carried: 0.5", "carried: 50", "a share of the points: a number from 0 to 1"),
        ('0: "2.0", ', "", "there is no mark from 0 on"),
        ('0.5: "3.0", 0:', '0.0: "3.0", 0:', "two marks begin at the same share"),
        ('0.5: "3.0"', '5: "3.0"', "expected a share of the points"),
        ("types: [choice, true_false]", "types: [choise]", "did you mean 'choice'"),
        ("levels: 2", "levels: 6", "a whole number from 1 to 5"),
        ("minutes: 20\n", "", "minutes"),
        ("parts:\n", "part:\n", "unknown field 'part'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(found: str, changed: str, sentence: str) -> None:
    text = GOOD.replace(found, changed)

    assert text != GOOD
    assert any(sentence in line for line in explained(text)), explained(text)
    assert len(explained(text, "pl")) == len(explained(text))
    assert read(text).blueprint is None


@pytest.mark.parametrize("text", ["", "nothing", "- a\n- b\n", "cards: []\n", "\0", "a: [", "parts: 3\n"])
def test_whatever_the_file_holds_the_result_says_what_is_wrong(text: str) -> None:
    result = read(text)

    assert result.blueprint is None
    assert result.problems


def test_a_problem_found_later_has_its_place() -> None:
    problem = read(GOOD).problem("parts[2].sections[1].decks", read("").problems[0].reason)

    assert problem.place.line == 23
    assert problem.line[problem.place.column - 1 :].startswith("decks")


def test_files_in_a_folder_of_exams_are_no_decks(tmp_path: Path) -> None:
    for name in ("deck.yaml", "exams/one.yaml", "deeper/exams/two.yaml", "exams/.hidden.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")

    assert [file.name for file in deck_files([tmp_path])] == ["deck.yaml"]
    assert {file.name for file in exam_files([tmp_path])} == {"one.yaml", "two.yaml"}
    assert [file.name for file in exam_files([tmp_path / "exams"])] == ["one.yaml"]
    assert [file.name for file in exam_files([tmp_path / "exams" / "one.yaml"])] == ["one.yaml"]


@pytest.mark.parametrize(("name", "questions", "points", "minutes"), [
    ("probny", 38, 100, 90), ("kolokwium", 14, 32, 30), ("diagnoza", 20, 20, 15),
])  # fmt: skip
def test_the_exams_of_the_program_are_those_of_the_curriculum(
    name: str, questions: int, points: int, minutes: int
) -> None:
    reads = [read_blueprint(file, file.read_bytes()) for file in exam_files([builtin_folder()])]
    blueprints = {one.blueprint.id: one.blueprint for one in reads if one.blueprint is not None}
    blueprint = blueprints[name]

    assert (blueprint.questions, blueprint.points, blueprint.minutes) == (questions, points, minutes)
    assert [(str(mark.share), mark.name.en) for mark in blueprint.marks] == [
        ("0", "2.0"), ("1/2", "3.0"), ("3/5", "3.5"), ("7/10", "4.0"), ("4/5", "4.5"), ("9/10", "5.0"),
    ]  # fmt: skip
