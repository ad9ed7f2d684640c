"""Whole processes in a real pseudo-terminal, timed from their start to a text on their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.homes import opened_before

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.conftest import Terminal


@pytest.fixture
def first_paint(terminal: Callable[[Sequence[str]], Terminal]) -> Callable[[Sequence[str], str], float]:
    """Return the seconds from the start of a command until a text is drawn."""

    def measure(command: Sequence[str], text: str) -> float:
        started = terminal(command)
        seconds = started.wait_for(text)
        started.close()
        return seconds

    return measure


@pytest.fixture(scope="session")
def large_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with 100,000 cards."""
    return opened_before(tmp_path_factory.mktemp("home"), decks=200)
