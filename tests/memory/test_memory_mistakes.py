"""The tally of mistakes follows from the answers that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.memory import Answer, Rating
from tests.clock import HOUR_MS, MONDAY_MS

if TYPE_CHECKING:
    from studycards.memory import Memory
    from tests.clock import Clock


def answered(memory: Memory, prompt: str, *mistakes: str) -> None:
    memory.record(Answer(prompt=prompt, rating=Rating.AGAIN, mistakes=mistakes))


def test_each_mistake_is_counted_on_each_prompt(memory: Memory) -> None:
    answered(memory, "a", "size.no_pad", "size.ceil")
    answered(memory, "a", "size.no_pad")
    answered(memory, "b", "size.no_pad")
    answered(memory, "b")

    assert memory.mistake_counts() == {"size.no_pad": {"a": 2, "b": 1}, "size.ceil": {"a": 1}}


def test_without_answers_there_are_none(memory: Memory) -> None:
    assert memory.mistake_counts() == {}


def test_what_was_taken_back_does_not_count(memory: Memory) -> None:
    answered(memory, "a", "size.no_pad")
    answered(memory, "a", "size.ceil")
    memory.undo()

    assert memory.mistake_counts() == {"size.no_pad": {"a": 1}}


def test_mistakes_follow_a_renamed_prompt(memory: Memory) -> None:
    answered(memory, "old", "size.no_pad")
    memory.rename("old", "new")
    answered(memory, "new", "size.no_pad")

    assert memory.mistake_counts() == {"size.no_pad": {"new": 2}}


def test_days_are_study_days(memory: Memory, clock: Clock) -> None:
    """03:40 on Tuesday still belongs to Monday, whose number is 20458; 04:40 does not."""
    clock.at_ms = MONDAY_MS + 17 * HOUR_MS
    answered(memory, "night", "size.no_pad")
    clock.at_ms += HOUR_MS
    answered(memory, "morning", "size.no_pad")

    assert memory.mistake_counts(20_458) == {"size.no_pad": {"night": 1, "morning": 1}}
    assert memory.mistake_counts(20_459) == {"size.no_pad": {"morning": 1}}
    assert memory.mistake_counts(20_460) == {}
