"""What the tests of questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.questions import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question, Verdict


@pytest.fixture(scope="session")
def grade() -> Callable[[Question, str], Verdict]:
    """Read and grade a typed answer that is expected to be readable."""

    def graded(question: Question, typed: str) -> Verdict:
        reading = question.read(typed)
        assert isinstance(reading, Reading), reading
        return question.grade(reading)

    return graded
