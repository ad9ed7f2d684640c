"""The checker tells what of a text would stay on the screen as it was typed: lone marks, idle placeholders."""

from __future__ import annotations

from pathlib import Path

import pytest

from studycards.decks.reader import read_deck
from studycards.decks.text_checks import text_problems
from studycards.locale import Language

HEAD = "format: 1\nid: deck\ntitle: Deck\nlanguage: en\ncards:\n- id: a\n"


def told(card: str) -> list[tuple[str, int, str]]:
    """Return the path, the column and the key of each problem in the texts of a card."""
    lines = "".join(f"  {line}\n" for line in card.strip().splitlines())
    read = read_deck(Path("deck.yaml"), (HEAD + lines).encode())
    assert read.deck is not None, read.problems
    return [(found.field, found.place.column, found.reason.key) for found in text_problems(read)]


@pytest.mark.parametrize(
    ("text", "column", "key"),
    [
        ("a **bold word", 3, "unpaired_bold"),
        ("a bold** word", 7, "unpaired_bold"),
        ("**a** and **b", 11, "unpaired_bold"),
        ("f(**kwargs)", 3, "unpaired_bold"),
        ("the `code", 5, "unpaired_code"),
        ("`a` and b`", 10, "unpaired_code"),
        ("two ${k} here", 5, "idle_placeholder"),
        ("${k - 1}", 1, "idle_placeholder"),
    ],
)
def test_what_stays_on_the_screen_is_told_where_it_stands(text: str, column: int, key: str) -> None:
    """The text begins in column 14, behind its quotation mark."""
    assert told(f'question: "{text}"\nanswer: A') == [("question", 13 + column, f"decks.{key}")]


@pytest.mark.parametrize(
    "text",
    [
        *("**bold**, *italic* and `code`", "`**kwargs`", "`a ** b`", "2**3**2", "k**2", "(k+1)**2", "a * b", "C_in·*"),
        *("a lone ** or ` between spaces", "`${HOME}`", "$5 and {k}", "$${k}"),
    ],
)
def test_what_means_itself_is_left_alone(text: str) -> None:
    assert told(f'question: "{text}"\nanswer: A') == []


def test_bold_ends_in_its_line() -> None:
    """What a block begins on one line cannot be closed on the next one."""
    assert told("question: |\n  a **bold\n  word**\nanswer: A") == [
        ("question", 7, "decks.unpaired_bold"),
        ("question", 9, "decks.unpaired_bold"),
    ]


@pytest.mark.parametrize(
    ("card", "path"),
    [
        ("question: Q\nanswer: '**A'", "answer"),
        ("question: {pl: P, en: '`Q'}\nanswer: A", "question.en"),
        ("question: Q\nanswer: A\nhint: [one, '**two']", "hint[2]"),
        ("type: choice\nquestion: Q\noptions: [{right: A}, {wrong: B, why: '`w'}]", "options[2].why"),
        ("type: order\nquestion: Q\nitems: [A, '**B']", "items[2]"),
        ("type: match\nquestion: Q\npairs: [[A, B], [C, '`D']]", "pairs[2][2]"),
        ("type: number\nquestion: Q\nanswer: 1\nwrong: [{answer: 2, why: '**w'}]", "wrong[1].why"),
        ("type: text\nquestion: Q\nanswer: A\nreject: [{answer: B, why: '**w'}]", "reject[1].why"),
        (
            "type: steps\nquestion: Q\nnetwork: 3x8x8 | relu\nsteps: [{ask: flops, title: '`t'}]",
            "steps[1].title",
        ),
    ],
)
def test_every_text_that_is_shown_is_looked_at(card: str, path: str) -> None:
    [(found, _, _)] = told(card)

    assert found == path


@pytest.mark.parametrize(
    "card",
    [
        "type: number\nvars: {k: 3..5}\nquestion: 'k = ${k}, so ${k**2} and ${2**k}**2'\nanswer: 2**k",
        "type: cloze\nquestion: 'It is {{c1::1/k²|1/k**2|k**-2}}.'",
        "type: text\nquestion: Q\nanswer: A\naccept: ['**', '${x}']",
    ],
)
def test_placeholders_holes_and_typed_answers_may_hold_stars(card: str) -> None:
    assert told(card) == []


def test_the_sentence_says_which_types_have_variables_and_how_to_write_the_signs_themselves() -> None:
    read = read_deck(Path("deck.yaml"), (HEAD + "  question: ${k}?\n  answer: A\n").encode())
    [problem] = text_problems(read)

    assert Language("en").render(problem.reason) == (
        "a card of type basic has no variables, so '${k}' stays on the screen as it stands; "
        "give it a type with 'vars' (number, computed, steps, compare), "
        "or write `${k}` if the signs themselves are meant"
    )
