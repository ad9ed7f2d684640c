"""From a key to what it draws, with the rating on the disk: the time that a learner feels hundreds of times a day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytest_benchmark.fixture import BenchmarkFixture

    from tests.conftest import Terminal

CARDS = 14
"""As many as fit into the first day of a learner, whose limit of new cards is 15."""


@pytest.fixture
def screen(tmp_path: Path, terminal: Callable[[Sequence[str]], Terminal]) -> Terminal:
    """Return a review of recalled cards whose first question has been drawn."""
    cards = "".join(f"- {{id: c{card}, question: Question {card}?, answer: Answer {card}.}}\n" for card in range(100))
    (tmp_path / "deck.yaml").write_text(f"format: 1\nid: deck\ntitle: Deck\ncards:\n{cards}", encoding="utf-8")
    script = Path(sys.executable).with_name("studycards")
    command = [script, "--home", tmp_path / "home", "--lang", "en", "review", tmp_path / "deck.yaml"]
    started = terminal(list(map(str, command)))
    started.wait_for("Question 0?")
    # The first answer waits for the scheduler, which is loaded meanwhile in a thread.
    started.press("\r")
    started.wait_for("Answer 0.")
    return started


def test_rating_a_card_and_seeing_the_next_one(benchmark: BenchmarkFixture, screen: Terminal) -> None:
    shown = iter(range(1, CARDS + 1))

    def rate_and_reveal() -> None:
        card = next(shown)
        screen.press("3")
        screen.wait_for(f"Question {card}?")
        screen.press("\r")
        screen.wait_for(f"Answer {card}.")

    benchmark.pedantic(rate_and_reveal, rounds=CARDS - 1)  # type: ignore[no-untyped-call]  # the plugin has no types here
