"""Which mistakes a learner makes: named, counted, the commonest first, with the decks they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.locale import Language
from studycards.memory import Rating
from studycards.study import Workspace
from studycards.study.mistakes import frequent_mistake
from studycards.study.wording import mistake_words, summary_words
from tests.clock import DAY_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studycards.study.mistakes import MadeMistake
    from tests.clock import Clock

PL = Language("pl")
EN = Language("en")

DECK = """\
format: 1
id: sizes
title: {pl: Rozmiary, en: Sizes}
cards:
- id: padded
  type: computed
  question: {pl: "Rozmiar?", en: "Size?"}
  network: "1x32x32 | conv2d(1, 5, padding=2)"
  ask: output_size
- id: larger
  type: computed
  question: {pl: "Rozmiar?", en: "Size?"}
  network: "1x64x64 | conv2d(1, 5, padding=2)"
  ask: output_size
- id: sum
  type: number
  question: {pl: "2 + 2?", en: "2 + 2?"}
  answer: 4
  wrong: [{answer: 5, why: {pl: Za dużo., en: Too much.}}]
"""
"""Without padding the sizes are 28 and 60; without the +1, 31 and 63."""

SLIPS = {"padded": "28", "larger": "60", "sum": "5"}


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    (tmp_path / "builtin").mkdir()
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")
    with Workspace.open(
        tmp_path / "home", clock, language="pl", decks=[tmp_path / "deck.yaml"], builtin=tmp_path / "builtin"
    ) as opened:
        yield opened


def study(workspace: Workspace, answers: dict[str, str]) -> list[str]:
    """Answer the cards of the deck by their ids; return what the summary says."""
    session = workspace.quiz(schedule=True)
    for _ in answers:
        assert session.view.question is not None
        session.submit(answers[session.view.question.prompt])
        session.rate(Rating.GOOD)
    return [PL.render(words) for words in summary_words(session.view.summary)]


def told(made: tuple[MadeMistake, ...]) -> list[str]:
    return [PL.render(mistake_words(mistake)) for mistake in made]


def test_mistakes_are_named_and_counted_the_commonest_first(workspace: Workspace) -> None:
    study(workspace, {**SLIPS, "sum": "4"})
    study(workspace, {"padded": "28", "larger": "63", "sum": "4"})
    [first, *_] = made = workspace.mistakes()

    assert told(made) == ["pominięte wypełnienie: 3 razy", "brak +1 w rozmiarze: 1 raz"]
    assert [(deck.id, PL.render(deck.title), deck.count) for deck in first.decks] == [("sizes", "Rozmiary", 3)]


def test_wrong_answers_of_one_card_have_no_name_in_the_tally(workspace: Workspace) -> None:
    study(workspace, {"padded": "32", "larger": "64", "sum": "5"})

    assert workspace.mistakes() == ()


def test_only_the_last_days_count_where_asked(workspace: Workspace, clock: Clock) -> None:
    study(workspace, SLIPS)
    clock.at_ms += 2 * DAY_MS

    assert workspace.mistakes(2) == ()
    assert [mistake.count for mistake in workspace.mistakes(3)] == [2]


def test_the_summary_names_a_mistake_that_was_made_twice(workspace: Workspace) -> None:
    assert study(workspace, SLIPS)[-1] == "Najczęstszy błąd: pominięte wypełnienie (2 razy)"


def test_the_summary_is_silent_about_different_mistakes(workspace: Workspace) -> None:
    assert not any("błąd" in line for line in study(workspace, {"padded": "28", "larger": "63", "sum": "5"}))


def test_the_most_frequent_one_needs_two_times_and_a_name() -> None:
    assert frequent_mistake([]) is None
    assert frequent_mistake(["size.no_pad", "size.ceil"]) is None
    assert frequent_mistake(["wrong[0]", "wrong[0]", "gone.rule", "gone.rule"]) is None

    made = frequent_mistake(["wrong[0]"] * 3 + ["compare.inverted", "size.ceil", "size.ceil", "compare.inverted"])

    assert made is not None
    assert EN.render(mistake_words(made)) == "inverted quotient: 2 times"
