"""What a study day brings: which prompts wait, in which order, within the limits of the day.

Pure: candidates and a schedule give a queue. The id of a prompt begins with that of its card, up to the first slash;
so it is known which cards have been introduced, even those that are not among the candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from studycards.memory.model import Counts, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.memory.model import Candidate


class Scheduled(NamedTuple):
    """What a queue must know of a prompt that has a state; `due_ms` is there while it is in a learning step.

    A named tuple, as ten thousand of them are read at each start.
    """

    prompt: str
    due_day: int
    due_ms: int | None
    day: int
    since_day: int


@dataclass(frozen=True, slots=True)
class Queue:
    """What to ask today: prompts in learning steps with their times, and all others in the order of asking."""

    learning: tuple[tuple[str, int], ...]
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A study day as it stands: what is known of every prompt, which cards were met, what the limits still allow.

    `suspended` prompts are not asked.
    """

    number: int
    schedule: Mapping[str, Scheduled]
    introduced: frozenset[str]
    left: Limits
    suspended: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        number: int,
        schedule: Mapping[str, Scheduled],
        limits: Limits,
        suspended: frozenset[str] = frozenset(),
    ) -> Day:
        """Return the day `number`; what was answered on it, in whatever session, counts against `limits`."""
        answered = [state for state in schedule.values() if state.day == number]
        new = sum(state.since_day == number for state in answered)
        left = Limits(
            new_per_day=max(0, limits.new_per_day - new),
            reviews_per_day=max(0, limits.reviews_per_day - (len(answered) - new)),
        )
        return cls(number, schedule, frozenset(prompt.partition("/")[0] for prompt in schedule), left, suspended)

    def offered(self, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Return those of `candidates` that may be asked at all."""
        return [item for item in candidates if item.prompt not in self.suspended] if self.suspended else candidates


_Waiting = Sequence[tuple[Scheduled, str]]
"""States that are due, each with its card."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What waits on a day of some candidates: the counts are cheap, the order is found when the queue is asked for."""

    day: Day
    learning: Sequence[tuple[str, int]]
    reviews: _Waiting
    new: Sequence[str]

    @property
    def counts(self) -> Counts:
        """How much waits, within the limits."""
        due = len({card for _, card in self.reviews})
        return Counts(len(self.learning), min(due, self.day.left.reviews_per_day), len(self.new))

    @property
    def queue(self) -> Queue:
        """What to ask, within the limits: the most overdue first, the new prompts evenly among them."""
        today, taken = self.day.number, set[str]()
        ranked = sorted(
            (-_overdue(state, today), _lot(state.prompt, today), state.prompt, card) for state, card in self.reviews
        )
        due = [prompt for *_, prompt, card in ranked if _take(card, taken)]
        return Queue(tuple(self.learning), tuple(_mixed(due[: self.day.left.reviews_per_day], self.new)))


def plan(candidates: Sequence[Candidate], day: Day) -> Plan:
    """Return what waits on `day`: learning steps, then reviews, then new prompts, one prompt of each card.

    Two prompts of a card wait together only when both are in a learning step that was begun on this day. A card
    whose review the limit puts off keeps its turn: no other prompt of it is asked today.
    """
    candidates = day.offered(candidates)
    known = [(day.schedule[item.prompt], item.card) for item in candidates if item.prompt in day.schedule]
    taken = {card for state, card in known if state.day == day.number}
    waiting = [(state, card) for state, card in known if state.due_day <= day.number]
    learning = _learning(waiting, day, taken)
    reviews = [(state, card) for state, card in waiting if state.due_ms is None and card not in taken]
    taken.update(card for _, card in reviews)
    return Plan(day, learning, reviews, _new(candidates, day, taken))


def next_day(candidates: Sequence[Candidate], day: Day) -> int | None:
    """Return the first study day after `day` that brings one of `candidates`; None where there are none.

    What is left over today, be it new or due, comes tomorrow.
    """
    tomorrow = day.number + 1
    days = (
        max(day.schedule[item.prompt].due_day, tomorrow) if item.prompt in day.schedule else tomorrow
        for item in day.offered(candidates)
    )
    return min(days, default=None)


def _learning(waiting: _Waiting, day: Day, taken: set[str]) -> list[tuple[str, int]]:
    """Return the prompts in a learning step with their times, the earliest first."""
    steps = sorted((state.due_ms, state.prompt, state.day, card) for state, card in waiting if state.due_ms is not None)
    return [(prompt, due_ms) for due_ms, prompt, last, card in steps if last == day.number or _take(card, taken)]


def _new(candidates: Sequence[Candidate], day: Day, taken: set[str]) -> list[str]:
    """Return the new prompts in the order of the candidates, each after the cards that it requires.

    A card that is not among the candidates bars nothing: it could not be introduced here however often one came back.
    """
    chosen: list[str] = []
    begun = set(day.introduced)
    offered = {item.card for item in candidates}
    for item in candidates:
        if len(chosen) == day.left.new_per_day:
            break
        ready = all(card in begun or card not in offered for card in item.requires)
        if item.prompt not in day.schedule and ready and _take(item.card, taken):
            chosen.append(item.prompt)
            begun.add(item.card)
    return chosen


def _take(card: str, taken: set[str]) -> bool:
    """Say whether `card` has not had its turn of the day yet, and give it."""
    free = card not in taken
    taken.add(card)
    return free


def _overdue(state: Scheduled, today: int) -> float:
    """Return how long ago the last review was, as a multiple of the interval: 1 on the due day."""
    return (today - state.day) / max(1, state.due_day - state.day)


def _lot(prompt: str, today: int) -> int:
    """Return what orders equals: fixed for the day, another order the next, so that no prompt is always the last."""
    return crc32(f"{today}/{prompt}".encode())


def _mixed(due: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return both in their own order, spread evenly: each stands at the middle of its share of the way."""
    placed = [
        ((place + 0.5) / len(prompts), part, prompt)
        for part, prompts in enumerate((due, new))
        for place, prompt in enumerate(prompts)
    ]
    return [prompt for _, _, prompt in sorted(placed)]
