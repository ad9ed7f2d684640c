"""A question knows the network it is about, with the numbers of its variant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.decks.reader import read_deck
from studycards.engine.notation import parse
from studycards.questions import ask

if TYPE_CHECKING:
    from studycards.questions import Question

DECK = """\
format: 1
id: subjects
title: Sieci
cards:
- id: count
  type: computed
  question: Ile?
  vars: {F: [8], k: [3]}
  network: "[3, 8, 8] | conv1: conv2d(F, k)"
  ask: parameters of conv1
- id: chosen
  type: computed
  question: Ile?
  vars: {F: [8]}
  network: "[3, 8, 8] | conv2d(F, 3, padding=1)"
  ask: output_shape
  choices: 3
  diagnose: [size.no_pad, shape.channels_in]
- id: value
  type: computed
  question: Policz.
  network: "1x2x2 | relu"
  data: {input: [[1, -2], [0, 3]]}
  ask: output
- id: sheet
  type: steps
  question: Policz.
  network: "1x2x2 | relu | flatten"
  data: {input: [[1, -2], [0, 3]]}
  steps: [output_shape of flatten, output of relu]
- id: solved
  type: computed
  question: Jakie p?
  vars: {p: 0..2}
  require: [p == 2]
  network: "1x8x8 | conv2d(1, 5, padding=p)"
  ask: {solve: p, for: output_size, is: 8}
- id: several
  type: number
  question: Ile razy?
  vars: {C: [4]}
  networks: {one: "[C, 8, 8] | conv2d(C, 3)", two: resnet18}
  answer: parameters(two) / parameters(one)
  tolerance: 2 decimals
- id: compared
  type: compare
  question: Która?
  networks: {A: "3x64x64 | resnet18", B: "3x8x8 | conv2d(2, 3)"}
  compare: parameters
- id: bare
  type: number
  question: Ile to 3·4?
  answer: 12
- id: recall
  question: Po co?
  answer: Po nic.
"""

TEXTS = {
    "count": "3x8x8 | conv2d(8, 3)",
    "chosen": "3x8x8 | conv2d(8, 3, padding=1)",
    "value": "1x2x2 | relu",
    "sheet": "1x2x2 | relu | flatten",
    "solved": "1x8x8 | conv2d(1, 5, padding=2)",
    "several": "4x8x8 | conv2d(4, 3)",
    "compared": "3×64×64 | resnet18",
    "bare": None,
    "recall": None,
}


def question_of(card: str) -> Question:
    read = read_deck(Path("subjects.yaml"), DECK.encode())
    assert read.deck is not None, read.problems
    deck = read.deck
    return ask(next(one for one in deck.cards if one.id == card), card, 1)


@pytest.mark.parametrize("card", TEXTS)
def test_the_network_of_a_question_can_be_read_again(card: str) -> None:
    subject = question_of(card).subject

    assert (subject and subject.text) == TEXTS[card]
    assert subject is None or parse(subject.text) == subject.network


def test_where_arrays_are_asked_for_the_subject_has_what_goes_through() -> None:
    value, sheet, count = (question_of(card).subject for card in ("value", "sheet", "count"))

    assert value is not None
    assert value.run is not None
    assert value.run.x.tolist() == [[[[1, -2], [0, 3]]]]
    assert value.ask is not None
    assert value.ask.quantity == "output"
    assert sheet is not None
    assert sheet.run is not None
    assert sheet.ask is not None
    assert (sheet.ask.quantity, sheet.ask.of) == ("output", "relu")
    assert count is not None
    assert count.run is None


def test_two_questions_of_one_seed_are_equal() -> None:
    assert question_of("count") == question_of("count")
