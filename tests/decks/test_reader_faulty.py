"""Every faulty deck of the corpus is explained exactly as the file beside it says.

`faulty/NAME.yaml` is the deck, `NAME.txt` what an author reads in English, `NAME.pl.txt` in Polish. They were
taken from the renderer once and then read through line by line; no option of these tests makes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from studycards.decks import yaml_nodes
from studycards.decks.problems import render_problem
from studycards.decks.reader import read_deck
from studycards.locale import Language

FAULTY = Path(__file__).parent / "faulty"
DECKS = sorted(path.stem for path in FAULTY.glob("*.yaml"))
POLISH = sorted(path.name.removesuffix(".pl.txt") for path in FAULTY.glob("*.pl.txt"))


def explained(name: str, language: Language) -> str:
    path = FAULTY / f"{name}.yaml"
    problems = read_deck(Path(path.name), path.read_bytes()).problems
    return "".join(f"{render_problem(problem, language)}\n" for problem in problems)


@pytest.mark.parametrize("name", DECKS)
def test_a_faulty_deck_is_explained_in_english(name: str) -> None:
    assert explained(name, Language("en")) == (FAULTY / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", POLISH)
def test_a_faulty_deck_is_explained_in_polish(name: str) -> None:
    assert explained(name, Language("pl")) == (FAULTY / f"{name}.pl.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DECKS)
def test_a_faulty_deck_gives_no_deck(name: str) -> None:
    path = FAULTY / f"{name}.yaml"
    read = read_deck(path, path.read_bytes())

    assert read.deck is None
    assert read.plain is None


@pytest.mark.parametrize("name", DECKS)
def test_the_parser_without_c_explains_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML is sometimes installed without its C parser, whose sentences differ from those of the other one."""
    with_c = explained(name, Language("en"))
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)

    assert explained(name, Language("en")) == with_c


def test_the_corpus_is_large_and_complete() -> None:
    explanations = {path.stem for path in FAULTY.glob("*.txt") if not path.name.endswith(".pl.txt")}

    assert len(DECKS) >= 50
    assert explanations == set(DECKS)
    assert set(POLISH) <= set(DECKS)
