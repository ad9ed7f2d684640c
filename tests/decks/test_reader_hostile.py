"""Whatever the bytes are, reading ends, raises nothing, and what it prints is safe for a terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.decks.locations import MOST_BYTES
from studycards.decks.problems import render_problem
from studycards.decks.reader import read_deck
from studycards.decks.report import MOST_PROBLEMS
from studycards.locale import Language

PATH = Path("deck.yaml")
VALID = """\
format: 1
id: deck
title: {pl: Talia, en: Deck}
cards:
- id: a
  question: |
    Two lines
    of text.
  answer: {pl: "Tak\\n", en: 'It''s'}
- id: b
  type: cloze
  question: "{{c1::Filtr|Jądro::co?}} ma {{c2::wagi}}."
- id: c
  type: number
  question: ${x} i $${y}
  vars: {x: 1..9:2, y: [1, 2.5], z: x + y}
  require: [x != y]
  networks: {one: "[x, 8, 8] | conv2d(4, 3)"}
  answer: parameters(one) + z
  wrong: [{answer: x, why: Why?}]
  tests: [{vars: {x: 1, y: 1}, answer: 42}]
- id: d
  type: computed
  question: Q
  network: {input: [3, 8, 8], layers: [conv1: "conv2d(4, 3, padding=(1, 2))", relu]}
  ask: output_shape of conv1
"""
PIECES = [
    *("\n", "\t", "\x1b", "\u202e", "\0", "é", "\x85", "\u2028", " ", "  ", "\n- ", "\n  ", "- id: x\n", "---\n"),
    *"-?:,[]{}#&*!|>'\"%@`$\\()+/=.~",
    *("{{", "}}", "${", "..", "<<: ", "null", "1e999999", "9" * 50, "[[[[", "]]]]", "🧠", "Z\u0301"),
    *("type: choice", "options:", "vars:", "tests:", "a: "),
]
ENGLISH = Language("en")


def shown(source: bytes) -> str:
    read = read_deck(PATH, source)
    assert (read.deck is None) == bool(read.problems)
    places = [(problem.place.line, problem.place.column) for problem in read.problems]
    assert places == sorted(places)
    polish = [render_problem(problem, Language("pl")) for problem in read.problems]
    return "\n".join([render_problem(problem, ENGLISH) for problem in read.problems] + polish)


def test_the_deck_that_is_mutated_below_is_valid() -> None:
    assert shown(VALID.encode()) == ""


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes_are_explained_in_printable_characters(source: bytes) -> None:
    assert all(char.isprintable() for char in shown(source).replace("\n", ""))


@given(st.data())
@settings(max_examples=200)
def test_a_spoilt_deck_is_explained_in_printable_characters(data: st.DataObject) -> None:
    source = VALID
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(source)))
        removed = data.draw(st.integers(0, 12))
        source = source[:start] + data.draw(st.sampled_from(PIECES)) + source[start + removed :]

    assert all(char.isprintable() for char in shown(source.encode(errors="surrogatepass")).replace("\n", ""))


@pytest.mark.parametrize(
    ("source", "explanation"),
    [
        pytest.param("[" * 100_000, "nested more than 20 levels", id="lists"),
        pytest.param("{a: " * 100_000, "nested more than 20 levels", id="maps"),
        pytest.param("- " * 100_000, "nested more than 20 levels", id="dashes"),
        pytest.param("a: &a [*a]\nid: x", "the alias '*a' is not allowed", id="itself"),
        pytest.param(
            "a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
            "the alias '*h' is not allowed",
            id="laughs",
        ),
        pytest.param('id: "\\ud800"', "inside double quotes a backslash", id="surrogate"),
        pytest.param("x" * (MOST_BYTES + 1), "larger than 8 MB", id="size"),
        pytest.param(VALID.replace("1..9:2", "0..1e30:1e-30"), "more than 10,000 values", id="range"),
        pytest.param("- [" + "a," * 1_100_000 + "]", "the file has more than 1", id="nodes"),
        pytest.param(
            VALID.replace("vars: {x: 1..9:2,", "vars: {" + "".join(f"x{n}: 1..10000, " for n in range(101))),
            "the ranges of this deck",
            id="ranges",
        ),
        pytest.param(VALID.replace("{{c2::wagi}}", "{{c2::" + "::" * 1_000_000), "this hole is not closed", id="holes"),
        pytest.param(VALID.replace("x + y", "-" * 100_000 + "x"), "at most 500 characters", id="minuses"),
    ],
)
def test_a_hostile_deck_is_refused_in_a_sentence(source: str, explanation: str) -> None:
    assert explanation in shown(source.encode())


def test_thousands_of_problems_are_cut_off() -> None:
    source = "id: x\n" + "".join(f"field{number}: 1\n" for number in range(20_000))

    assert len(read_deck(PATH, source.encode()).problems) == MOST_PROBLEMS


def unseen_characters() -> list[str]:
    """Return what Unicode calls a control or a bidirectional format, its separators and its byte order mark."""
    formats = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN", "B", "S"}
    candidates = map(chr, range(0x3000))
    unseen = [char for char in candidates if unicodedata.bidirectional(char) in formats and char not in "\n\r"]
    return [*unseen, "\u200e", "\u200f", "\u061c", "\ufeff", "\ufff9", "\U000e0041"]


def test_no_unseen_character_reaches_a_text() -> None:
    allowed = {"\u200c", "\u200d"}  # joiners: scripts and emoji are spelled with them
    sources = {char: VALID.replace("Two", f"T{char}o").encode() for char in unseen_characters()}

    assert {char for char, source in sources.items() if read_deck(PATH, source).deck is not None} == allowed
