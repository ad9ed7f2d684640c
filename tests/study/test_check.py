"""All errors of a run at once: whatever is wrong with one card or field, what does not depend on it is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.locale import Language
from studycards.study.check import check_decks

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """format: 1
id: hidden
title: Hidden
language: en
cards:
"""

NUMBER = """- id: {id}
  type: number
  question: How many?
  vars: {{n: 2..5}}
  answer: n + 1
  tests: [{{vars: {{n: 2}}, answer: 9}}]
"""


@pytest.fixture(autouse=True)
def no_builtin_decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the built-in decks takes a second that has nothing to say here."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr("studycards.study.check.builtin_folder", lambda: empty)


def checked(folder: Path, cards: str, seeds: int = 10) -> dict[tuple[str | None, str], str]:
    """Return the sentence of each problem by the card and the path that it is about."""
    file = folder / "deck.yaml"
    file.write_text(HEAD + cards, encoding="utf-8")
    problems = check_decks([file], seeds=seeds).problems
    words = Language("en").render
    return {(problem.card, problem.field): words(problem.reason) for problem in problems}


def test_a_faulty_card_hides_nothing_of_another(tmp_path: Path) -> None:
    cards = "- {id: a, question: Q, anwser: A}\n" + NUMBER.format(id="b")

    found = checked(tmp_path, cards)

    assert set(found) == {("a", ""), ("a", "anwser"), ("b", "tests[1]")}


def test_a_misspelt_mistake_hides_no_wrong_example_of_the_same_card(tmp_path: Path) -> None:
    card = """- id: c
  type: computed
  question: Q
  network: "[1, 8, 8] | conv2d(1, 3, padding=1)"
  ask: output_shape
  diagnose: [size.no_pad, size.no_pading]
  tests: [{answer: [1, 9, 9]}]
"""

    found = checked(tmp_path, card)

    assert set(found) == {("c", "diagnose[2]"), ("c", "tests[1]")}
    assert "size.no_pad'" in found["c", "diagnose[2]"]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("level: 9", "level"),
        ("hnt: x", "hnt"),
        ("hint: '${x}'", "hint"),
        ("explanation: '${x'", "explanation"),
        ("requires: [Nothing!]", "requires[1]"),
        ("humane: {digits: 0}", "humane.digits"),
        ("unit: []", "unit"),
        ("require: [m > 1]", "require[1]"),
        ("wrong: [{answer: m, why: x}]", "wrong[1].answer"),
        ("wrong: [{answer: n, why: '${m}'}]", "wrong[1].why"),
        ("wrong: [{answer: n}]", "wrong[1]"),
    ],
)
def test_a_faulty_field_hides_nothing_that_does_not_depend_on_it(tmp_path: Path, line: str, path: str) -> None:
    found = checked(tmp_path, NUMBER.format(id="b") + f"  {line}\n")

    assert set(found) == {("b", path), ("b", "tests[1]")}


@pytest.mark.parametrize("question", ["", "  question: '${m}'\n", "  question: {en: Q, fr: Q}\n"])
def test_a_faulty_question_hides_no_wrong_example(tmp_path: Path, question: str) -> None:
    found = checked(tmp_path, NUMBER.format(id="b").replace("  question: How many?\n", question))

    assert ("b", "tests[1]") in found
    assert len(found) == 2


def test_a_faulty_example_hides_no_other_one_and_each_is_named_as_in_the_file(tmp_path: Path) -> None:
    examples = "[{vars: {m: 1}, answer: 1}, {vars: {n: 2}, answer: 3}, {vars: {n: 3}, answer: 7}]"
    card = NUMBER.format(id="b").replace("[{vars: {n: 2}, answer: 9}]", examples)

    found = checked(tmp_path, card)

    assert set(found) == {("b", "tests[1].vars.m"), ("b", "tests[1]"), ("b", "tests[3]")}
    assert "The result is 4, but the test says 7." in found["b", "tests[3]"]


@pytest.mark.parametrize("fault", ["vars: {n: 2...5}", "answer: n + m", "answer: [n]"])
def test_what_cannot_be_computed_without_the_faulty_field_is_not_guessed(tmp_path: Path, fault: str) -> None:
    sound = "vars: {n: 2..5}" if fault.startswith("vars") else "answer: n + 1"

    found = checked(tmp_path, NUMBER.format(id="b").replace(sound, fault))

    assert found
    assert ("b", "tests[1]") not in found


def test_a_condition_that_cannot_be_read_leaves_the_variants_alone(tmp_path: Path) -> None:
    """Without it they might be what it was to keep out: 2n is n² for n = 2."""
    card = NUMBER.format(id="b").replace("answer: n + 1", "answer: n ** 2\n  require: [n != m]").replace("9}", "4}")

    found = checked(tmp_path, card + "  wrong: [{answer: 2 * n, why: x}]\n")

    assert set(found) == {("b", "require[1]")}


def test_links_are_followed_into_and_out_of_a_faulty_deck(tmp_path: Path) -> None:
    cards = "- {id: a, question: Q, answer: A, level: 9, requires: [b, nowhere]}\n- {id: b, question: Q}\n"

    found = checked(tmp_path, cards)

    assert set(found) == {("a", "level"), ("a", "requires[2]"), ("b", "")}


def test_of_ten_faulty_cards_all_are_told(tmp_path: Path) -> None:
    faults = [
        "- {id: c0, question: Q, anwser: A}\n",
        *(NUMBER.format(id=f"c{number}") for number in range(1, 9)),
        "- {id: c9, question: Q, answer: A, requires: [nowhere]}\n",
    ]

    found = checked(tmp_path, "".join(faults))

    assert {card for card, _ in found} == {f"c{number}" for number in range(10)}


def test_a_variant_that_cannot_be_made_hides_no_clash_of_the_others(tmp_path: Path) -> None:
    card = """- id: d
  type: number
  question: Q
  vars: {n: 0..5}
  answer: 12 / n
  tolerance: 2 decimals
  wrong: [{answer: 3 * n, why: x}]
"""

    found = checked(tmp_path, card, 60)

    assert set(found) == {("d", "vars"), ("d", "wrong[1]")}
    assert "division by zero" in found["d", "vars"]
    assert "for n = 0" in found["d", "vars"]
    assert found["d", "vars"].endswith("add to require: n != 0")


def test_the_caret_points_at_the_entry(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(HEAD + NUMBER.format(id="b") + "  wrong: [{answer: n, why: x}, {answer: n + 1, why: y}]\n")

    problems = {problem.field: problem for problem in check_decks([file], seeds=5).problems}

    assert set(problems) == {"tests[1]", "wrong[2]"}
    wrong = problems["wrong[2]"]
    assert wrong.line[wrong.place.column - 1 :].startswith("{answer: n + 1")
