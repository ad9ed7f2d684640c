"""`stats` through the real command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Program

DECK = """\
format: 1
id: {name}
title: {{pl: Talia {name}, en: Deck {name}}}
cards:
- id: {name}-size
  type: computed
  question: {{pl: "Rozmiar?", en: "Size?"}}
  network: "1x32x32 | conv2d(1, 5, padding=1)"
  ask: output_size
- id: {name}-sum
  type: number
  question: {{pl: "2 + 2?", en: "2 + 2?"}}
  answer: 4
"""
"""Without padding the size is 28."""


@pytest.fixture
def studied(program: Program) -> Program:
    """Answer both cards of the deck `one`: the size without padding, then right; nothing of the deck `two`."""
    decks = program.home / "decks"
    decks.mkdir(parents=True)
    for name in ("one", "two"):
        (decks / f"{name}.yaml").write_text(DECK.format(name=name), encoding="utf-8")
    program("review", "one", typed="28\n1\n4\n\n30\n\n:q\n")
    return program


def test_the_figures_as_lines(studied: Program) -> None:
    lines = studied("stats", "one", "two", lang="pl").stdout.splitlines()

    assert lines[0] == "Dziś: 3 odpowiedzi, niecała minuta."
    assert lines[1:4] == [
        "Czeka: 2 nowe karty, około minuty.",
        "Seria: 1 dzień, najdłuższa: 1 dzień.",
        "Razem: 3 odpowiedzi, niecała minuta; nauka w 1 dniu.",
    ]
    assert [line for line in lines if line and not line.startswith(" ")][4:] == [
        "Odpowiedzi dzień po dniu", "Najbliższe dni", "Ile zostaje w pamięci", "Dojrzałość kart", "Najczęstsze błędy",
    ]  # fmt: skip
    assert {"  dojrzałe 0", "  młode 2", "  w nauce 0", "  nowe 2", "  pominięte wypełnienie: 1 raz"} <= set(lines)
    assert "  zawsze: brak pytań; młode brak pytań, dojrzałe brak pytań" in lines


def test_the_same_figures_as_json(studied: Program) -> None:
    told = json.loads(studied("stats", "one", "two", "--json", "--days", "3").stdout)
    [day] = told["days"]

    assert (told["decks"], told["answers"], told["streak"]) == (["one", "two"], 3, {"current": 1, "longest": 1})
    assert (day["date"], day["answers"], day["prompts"], day["new"]) == (told["today"], 3, 2, 2)
    assert told["maturity"] == {"new": 2, "learning": 0, "young": 2, "mature": 0, "suspended": 0}
    assert told["waiting"]["new"] == 2
    assert len(told["forecast"]["next"]) == 3
    assert told["retention"][2] == {
        "days": None, "young": {"asked": 0, "kept": 0}, "mature": {"asked": 0, "kept": 0},
    }  # fmt: skip
    assert told["mistakes"] == [{"id": "size.no_pad", "name": "padding forgotten", "count": 1}]


def test_the_figures_of_one_deck(studied: Program) -> None:
    told = json.loads(studied("stats", "two", "--json").stdout)

    assert (told["decks"], told["answers"], told["days"], told["mistakes"]) == (["two"], 0, [], [])
    assert told["maturity"]["new"] == 2


def test_without_answers_it_says_what_waits(program: Program) -> None:
    lines = program("stats").stdout.splitlines()

    assert lines[:2] == ["No answers today yet.", "Waiting: 15 new cards."]


def test_an_unknown_deck_is_one_sentence(program: Program) -> None:
    done = program("stats", "no-such-deck")

    assert done.returncode == 2
    assert "no-such-deck" in done.stderr
    assert done.stdout == ""
