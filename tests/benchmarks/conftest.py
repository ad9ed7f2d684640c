"""Whole processes in a real pseudo-terminal, timed from their start to a text on their screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
