"""`mistakes` through the real command line, and the comparison as the plain face asks it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Program

DECK = """\
format: 1
id: slips
title: {pl: Pomyłki, en: Slips}
cards:
- id: size
  type: computed
  question: {pl: "Rozmiar?", en: "Size?"}
  network: "1x32x32 | conv2d(1, 5, padding=1)"
  ask: output_size
- id: lighter
  type: compare
  question: {pl: "Która sieć jest lżejsza?", en: "Which one is lighter?"}
  networks: {wide: "2x9x9 | conv2d(2, 5)", narrow: "2x9x9 | conv2d(2, 3)"}
  compare: parameters
"""
"""Without padding the size is 28. 2·2·25 + 2 = 102 against 2·2·9 + 2 = 38 parameters: 2.68 times, inverted 0.37."""


@pytest.fixture
def deck(program: Program) -> str:
    path = program.home / "decks" / "slips.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(DECK, encoding="utf-8")
    return "slips"


@pytest.fixture
def slipped(program: Program, deck: str) -> None:
    """Make one mistake twice and another one once."""
    program("review", deck, typed="28\n1\nb 0.37\n1\n28\n1\n:q\n")


def test_a_comparison_lists_its_networks_and_is_answered_on_one_line(program: Program, deck: str) -> None:
    done = program("review", deck, typed=":s\nb\nb 2.68\n:q\n")

    assert "a) wide: 2x9x9 | conv2d(2, 5)\nb) narrow: 2x9x9 | conv2d(2, 3)\n" in done.stdout
    assert "Add how many times" in done.stdout
    assert "\nRight" in done.stdout
    assert "102 / 38 ≈ 2.68" in done.stdout


def test_a_previewed_comparison_says_what_was_read(program: Program, deck: str) -> None:
    read = json.loads(program("preview", "lighter", "--answer", "wide 0.37", "--json").stdout)

    assert deck == "slips"
    assert read["reading"] == {"network": 1, "factor": 0.37}
    assert (read["cells"], read["mistakes"]) == ([False, False], ["compare.inverted"])


@pytest.mark.usefixtures("slipped")
def test_mistakes_are_listed_with_their_decks(program: Program) -> None:
    assert program("mistakes", lang="pl").stdout.splitlines() == [
        "pominięte wypełnienie: 2 razy (Pomyłki)",
        "odwrócony iloraz: 1 raz (Pomyłki)",
    ]
    assert program("mistakes", "--days", "1").stdout.splitlines()[0] == "padding forgotten: 2 times (Slips)"


@pytest.mark.usefixtures("slipped")
def test_mistakes_as_json(program: Program) -> None:
    listed = json.loads(program("mistakes", "--json", "--days", "7").stdout)

    assert listed["days"] == 7
    assert listed["mistakes"][0] == {
        "id": "size.no_pad",
        "name": "padding forgotten",
        "count": 2,
        "decks": [{"id": "slips", "title": "Slips", "count": 2}],
    }


def test_without_mistakes_it_says_where_they_come_from(program: Program) -> None:
    assert "studycards review" in program("mistakes").stdout
    assert "ostatnich 30 dni" in program("mistakes", "--days", "30", lang="pl").stdout
    assert json.loads(program("mistakes", "--json").stdout) == {"days": None, "mistakes": []}
