"""Whatever is typed into any question is read or refused: no reader ever raises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.decks.reader import read_deck
from studycards.locale import LANGUAGES, Language
from studycards.questions import ask
from studycards.questions.question import Reading, Unreadable, Verdict

if TYPE_CHECKING:
    from studycards.questions.question import Question

DECK = """format: 1
id: fuzz
title: {pl: Wszystko, en: Everything}
language: pl
cards:
- {id: count, type: computed, question: "?", network: "[3, 8, 8] | conv2d(4, 3)", ask: parameters}
- {id: bytes, type: computed, question: "?", network: "[3, 8, 8] | conv2d(4, 3)", ask: activation_memory}
- {id: measured, type: number, question: "?", answer: 1 / 3, tolerance: 2 decimals, unit: MB}
- {id: shape, type: computed, question: "?", network: "[3, 8, 8] | conv2d(4, 3)", ask: output_shape}
- {id: size, type: computed, question: "?", network: "[3, 8, 8] | conv2d(4, 3)", ask: output_size}
- id: unknown
  type: computed
  question: "?"
  vars: {p: 0..2}
  network: "[3, 8, 8] | conv2d(4, 3, padding=p)"
  ask: {solve: p, for: output_size}
- id: tensor
  type: computed
  question: "?"
  network: "[1, 3, 3] | conv1: conv2d(2, 2)"
  data: {input: 1..3, conv1.weight: -1..1, conv1.bias: 1}
  ask: output of conv1
- id: scalar
  type: computed
  question: "?"
  network: {input: [3], layers: [softmax], loss: "nll_loss(target=0)"}
  data: {input: 1..3}
  ask: loss
- id: sheet
  type: steps
  question: "?"
  network: {input: [1, 3, 3], layers: [conv1: "conv2d(1, 2, bias=False)", relu]}
  data: {input: 1..3, conv1.weight: -1..1}
  steps: [output_shape of conv1, output of conv1, output of relu]
- id: comparison
  type: compare
  question: "?"
  networks: {one: "[3, 8, 8] | conv2d(4, 5)", two: "[3, 8, 8] | conv2d(4, 3)"}
  compare: parameters
- {id: options, type: choice, question: "?", options: [{right: a}, {wrong: b}, {wrong: c}]}
- {id: truth, type: true_false, question: "?", answer: true, explanation: "."}
- {id: words, type: text, question: "?", answer: łączenie, accept: [pooling]}
- {id: cloze, type: cloze, question: "Splot to {{c1::korelacja}}."}
- {id: order, type: order, question: "?", items: [a, b, c]}
- {id: match, type: match, question: "?", pairs: [[a, b], [c, d], [e, f]]}
"""

ANYTHING = st.text(max_size=60) | st.text("0123456789 ,.;|&[]()x×/*^+-−eE%½²∞?\n\t abcABCłTF", max_size=40)


def everything() -> dict[str, Question]:
    """Return a question of each kind by the id of its card."""
    read = read_deck(Path("fuzz.yaml"), DECK.encode())
    assert read.deck is not None, read.problems
    return {card.id: ask(card, card.prompts[0], 1) for card in read.deck.cards}


QUESTIONS = everything()


@pytest.mark.parametrize("name", QUESTIONS)
@settings(max_examples=60)
@given(typed=ANYTHING)
def test_any_text_is_read_or_refused_in_words(name: str, typed: str) -> None:
    question = QUESTIONS[name]
    reading = question.read(typed)

    assert isinstance(reading, Reading | Unreadable)
    if isinstance(reading, Unreadable):
        assert all(Language(code).render(reading.reason) for code in LANGUAGES)
    else:
        assert isinstance(question.grade(reading), Verdict)


PIECES = (
    *(
        "1 ",
        "1\n",
        "1,",
        "1;",
        "1,2;",
        "1&",
        " & ",
        "&",
        "0.125 ",
        "1e-05 ",
        "1/2 ",
        "1+",
        "1-",
        "-",
        "2^",
        "(",
        ")(",
        "[",
        "()",
    ),
    *(
        "[1],",
        "|",
        "1|2\n",
        "1x",
        "x",
        "×",
        "a",
        "a ",
        "a 1 ",
        "A)",
        "½",
        "²",
        "9",
        "٣",
        "−",
        "\t",
        "\n",
        " ",
        ",",
        ".",
        ";",
        "%",
    ),
    *("ź", "\u0301", "\N{NO-BREAK SPACE}1", "\u200b", "1,5; ", "1 000 ", "abc 2,5 ", "korelacja ", "prawda "),
)
"""What the longest answers repeat."""

LONGEST = 20_000


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_long_answer_is_read_or_refused_in_words(name: str) -> None:
    for piece in PIECES:
        assert isinstance(QUESTIONS[name].read(long(piece)), Reading | Unreadable), piece


def long(piece: str) -> str:
    return (piece * LONGEST)[: LONGEST - 1] + "1"
