"""`preview` through the real command line: what a card looks like, and how an answer is read, graded and explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Program

DECK = """\
format: 1
id: looks
title: {pl: Wygląd, en: Looks}
cards:
- id: l-shape
  type: computed
  question: {pl: "${F} filtrów 5×5. Kształt?", en: "${F} filters of 5×5. The shape?"}
  vars: {F: [8, 16, 32]}
  network: "3x32x32 | conv1: conv2d(F, 5, padding=2)"
  ask: output_shape
- id: l-parameters
  type: computed
  question: {pl: "Ile parametrów?", en: "How many parameters?"}
  network: "3x32x32 | conv1: conv2d(16, 5, padding=2)"
  ask: parameters
- id: l-half
  type: number
  question: {pl: "Ile to 1/8?", en: "What is 1/8?"}
  answer: 1 / 8
  explanation: {pl: "Jedna ósma.", en: "One eighth."}
- id: l-choice
  type: choice
  shuffle: false
  question: {pl: "Które?", en: "Which?"}
  options:
  - right: {pl: To, en: This}
  - wrong: {pl: Tamto, en: That}
    why: {pl: "Tamto jest dalej.", en: "That is farther."}
- id: l-recall
  question: {pl: Co?, en: What?}
  answer: {pl: "**To**.", en: "**This**."}
  reverse: true
- id: l-order
  type: order
  question: {pl: Kolejność?, en: Order?}
  items: [{pl: raz, en: one}, {pl: dwa, en: two}, {pl: trzy, en: three}]
"""


@pytest.fixture
def deck(tmp_path: Path) -> str:
    path = tmp_path / "looks.yaml"
    path.write_text(DECK, encoding="utf-8")
    return str(path)


def previewed(program: Program, *arguments: str, lang: str = "en") -> Any:  # noqa: ANN401 - JSON
    return json.loads(program("preview", *arguments, "--json", lang=lang).stdout)


def test_a_card_shows_its_question_answer_and_solution(program: Program, deck: str) -> None:
    done = program("preview", f"{deck}:l-parameters")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "l-parameters#0, seed 0",
        "How many parameters?",
        "an exact number or an expression, such as 12·5 + 5",
        "",
        "Answer: 1216",
        "  k·k·C_in·C_out + C_out = 5·5·3·16 + 16 = 1216",
    ]


def test_a_wrong_answer_is_read_graded_and_its_mistake_named(program: Program, deck: str) -> None:
    done = program("preview", f"{deck}:l-parameters", "--answer", "5·5·3·16")
    lines = done.stdout.splitlines()

    assert done.returncode == 1
    assert lines[4] == "> 5·5·3·16"
    assert "5·5·3·16 = 1200" in lines[5]
    assert lines[6] == "Wrong"
    assert any(line.startswith("Mistake: par.") for line in lines)
    assert "Answer: 1216" in lines


def test_a_shape_is_marked_part_by_part(program: Program, deck: str) -> None:
    done = program("preview", f"{deck}:l-shape", "--seed", "1", "--answer", "1x32x32")

    assert done.returncode == 1
    assert "Partly right: 67%" in done.stdout
    assert "Parts of the answer: ✗ ✓ ✓" in done.stdout


def test_everything_in_polish(program: Program, deck: str) -> None:
    done = program("preview", f"{deck}:l-half", "--answer", "0,125", lang="pl")

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "l-half#0, ziarno 0",
        "Ile to 1/8?",
        "dokładna liczba albo wyrażenie, np. 12·5 + 5",
        "",
        "> 0,125",
        "Dobrze",
        "Odpowiedź: 0,125",
        "Jedna ósma.",
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_answer_of_a_variant_is_a_value_that_is_right_when_typed(program: Program, deck: str, seed: int) -> None:
    shown = previewed(program, f"{deck}:l-shape", "--seed", str(seed))
    filters = int(shown["question"].split()[0])
    typed = "x".join(map(str, shown["answer"]))
    graded = previewed(program, f"{deck}:l-shape", "--seed", str(seed), "--answer", typed)

    assert (shown["id"], shown["seed"]) == ("l-shape", seed)
    assert shown["answer"] == [filters, 32, 32]
    assert shown["solution"]
    assert "verdict" not in shown
    assert graded == shown | {
        "reading": shown["answer"], "verdict": "right", "score": 1, "cells": [True] * 3, "mistakes": [], "notes": [],
    }  # fmt: skip


def test_the_same_seed_gives_the_same_bytes(program: Program, deck: str) -> None:
    first, second = (program("preview", f"{deck}:l-shape", "--seed", "12").stdout for _ in "12")

    assert first == second
    assert len({previewed(program, f"{deck}:l-shape", "--seed", seed)["answer"][0] for seed in "123456"}) > 1


def test_the_code_of_a_variant_draws_it_again(program: Program, deck: str) -> None:
    shown = previewed(program, f"{deck}:l-shape", "--seed", "12345")

    assert shown["variant"] == "C1S"
    assert previewed(program, f"{deck}:l-shape#c1s") == shown
    refused = program("preview", f"{deck}:l-shape#not-a-code")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)


def test_a_mistake_comes_with_its_id_and_its_sentence(program: Program, deck: str) -> None:
    graded = previewed(program, f"{deck}:l-parameters", "--answer", "1200")

    assert (graded["verdict"], graded["score"], graded["reading"]) == ("wrong", 0, 1200)
    assert "par.no_bias" in graded["mistakes"]
    assert any("bias" in note for note in graded["notes"])


def test_what_cannot_be_read_is_unreadable_and_says_why(program: Program, deck: str) -> None:
    done = program("preview", f"{deck}:l-half", "--answer", "one eighth", "--json")
    graded = json.loads(done.stdout)

    assert done.returncode == 1
    assert (graded["verdict"], graded["reading"], graded["score"], graded["cells"]) == ("unreadable", None, 0, [])
    assert graded["notes"]
    assert graded["notes"][0] in program("preview", f"{deck}:l-half", "--answer", "one eighth").stdout.replace(
        "\n", " "
    )


def test_an_answer_may_begin_with_a_minus(program: Program, deck: str) -> None:
    assert previewed(program, f"{deck}:l-half", "--answer", "-1/8")["reading"] == -0.125
    assert program("preview", f"{deck}:l-half", "--answer").returncode == 2


def test_options_are_listed_and_read_by_their_numbers(program: Program, deck: str) -> None:
    graded = previewed(program, f"{deck}:l-choice", "--answer", "b")

    assert graded["choices"] == ["1. This", "2. That"]
    assert (graded["reading"], graded["verdict"], graded["cells"]) == ([2], "wrong", [False, False])
    assert graded["notes"] == ["That is farther."]


def test_an_order_is_read_by_the_numbers_of_its_items(program: Program, deck: str) -> None:
    assert previewed(program, f"{deck}:l-order", "--answer", "3 1 2")["reading"] == [3, 1, 2]


def test_a_card_stands_for_its_first_prompt_and_the_others_have_ids_of_their_own(program: Program, deck: str) -> None:
    first, other = (previewed(program, f"{deck}:{name}") for name in ("l-recall", "l-recall/reverse"))

    assert (first["id"], first["prompt"], first["question"], first["answer"]) == (
        "l-recall", "l-recall", "What?", "**This**.",
    )  # fmt: skip
    assert (other["id"], other["prompt"], other["question"]) == ("l-recall", "l-recall/reverse", "**This**.")


def test_cards_of_the_built_in_decks_and_of_the_data_folder_go_by_their_id(program: Program) -> None:
    own = program.home / "decks"
    own.mkdir(parents=True)
    (own / "looks.yaml").write_text(DECK, encoding="utf-8")

    assert previewed(program, "l-half")["answer"] == 0.125
    assert previewed(program, "b01-conv-params", "--seed", "5")["id"] == "b01-conv-params"


def test_the_schedule_is_not_touched(program: Program, deck: str) -> None:
    program("preview", f"{deck}:l-half", "--answer", "1")

    assert not program.home.exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("b01-conv-param", "There is no card 'b01-conv-param'; did you mean 'b01-conv-params'?"),
        ("nothing-like-it-at-all-xyz", "a card of another deck is named deck.yaml:id"),
        ("missing.yaml:l-half", "There is no file or folder missing.yaml."),
        ("{deck}:l-hal", "did you mean 'l-half'?"),
        ("{deck}:l-half/reverse", "There is no card 'l-half/reverse'; did you mean 'l-half'?"),
        ("{broken}:any", "The deck has problems; to see them: studycards check"),
    ],
)
def test_a_card_that_is_not_there_is_one_sentence(
    program: Program, deck: str, tmp_path: Path, name: str, sentence: str
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken\n", encoding="utf-8")
    done = program("preview", name.format(deck=deck, broken=broken))

    assert done.returncode == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_variant_that_cannot_be_asked_is_one_sentence(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "impossible.yaml"
    path.write_text(
        DECK.replace("vars: {F: [8, 16, 32]}", "vars: {F: [8, 16, 32]}\n  require: F > 99"), encoding="utf-8"
    )
    done = program("preview", f"{path}:l-shape")

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_how_a_shape_was_read_is_said_once(program: Program) -> None:
    done = program("preview", "calc-size-stride", "--seed", "3", "--answer", "None,8,23,23")

    assert "read as: 8×23×23\n" in done.stdout
