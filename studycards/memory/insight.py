"""What a log says beyond what is asked next: the figures of its days, the history of one prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.memory.figures import activity, by_day
from studycards.memory.history import states_after_each
from studycards.memory.model import Mark
from studycards.memory.scheduler import recall_chance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studycards.memory.figures import DayActivity, DayFigures
    from studycards.memory.model import Answered, PromptState, ReviewEvent
    from studycards.memory.queue import Scheduled
    from studycards.memory.settings import Rules
    from studycards.memory.store import Store

TELL_EVERY = 2000
"""Answers between two reports of progress: some 5 ms."""


class Insight:
    """Reads the log of a memory, as it is on the study day `today`.

    Every method raises `StudycardsError` where the file is damaged or kept busy.
    """

    def __init__(self, store: Store, today: int, rules: Rules) -> None:
        self._store = store
        self._rules = rules
        self.today = today

    @property
    def desired_retention(self) -> float:
        """The share of reviews that should still be known when they come back."""
        return self._rules.desired_retention

    def figures(
        self, group_of: Callable[[str], str], tell: Callable[[float], None]
    ) -> dict[str, dict[int, DayFigures]]:
        """Return what each study day came to, apart for each group of prompts.

        Args:
            group_of: gives the group of a prompt, such as its deck.
            tell: is told now and then which share of the log has been read; what it raises ends the reading.
        """
        answers = _watched(self._store.answers(), self._store.last_position(), tell)
        return by_day(answers, self._rules.rollover_hour, group_of)

    def activity(self) -> Iterator[DayActivity]:
        """Yield how much was done on each study day, the latest first; reads no further than is asked for."""
        answers = (answer for _, answer in self._store.latest_answers())
        return activity(answers, self._rules.rollover_hour)

    def schedule(self) -> dict[str, Scheduled]:
        """Return when each prompt that has a state comes back."""
        return self._store.schedule()

    def suspended(self) -> frozenset[str]:
        """Return the prompts that are not asked until they are resumed."""
        return self._store.marked(Mark.SUSPENDED)

    def history(self, prompt: str) -> list[tuple[ReviewEvent, PromptState]]:
        """Return the answers to `prompt` that stand, oldest first, each with the state that it led to."""
        family = self._store.family([prompt])
        states = states_after_each(self._store.entries(family), self._rules)
        pairs = zip(self._store.events_of(family), states, strict=True)
        return [(event, state) for event, state in pairs if event.answer.prompt == prompt]

    def recall_chance(self, state: PromptState) -> float:
        """Return how likely it is, from 0 to 1, that a prompt with this state is still known today."""
        return recall_chance(state, self.today, self._rules)


def _watched(answers: Iterable[tuple[int, Answered]], length: int, tell: Callable[[float], None]) -> Iterator[Answered]:
    """Yield `answers`, telling now and then how far they have come; `length` is the position of the last one."""
    for number, (position, answer) in enumerate(answers):
        if number % TELL_EVERY == 0:
            tell(position / max(length, 1))
        yield answer
