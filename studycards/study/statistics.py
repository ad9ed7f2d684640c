"""What a learner's log and schedule come to, joined with the decks: one snapshot for a screen of statistics.

The log is read through a connection of its own, so that may be done in any thread, beside a session.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.memory import Memory
from studycards.memory.figures import DayActivity, merged
from studycards.memory.statistics import forecast, maturity, pace_ms, retention, streak
from studycards.study.card_history import card_history
from studycards.study.outlook import ALL, outlook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from studycards.decks.library import DeckEntry
    from studycards.locale import Text
    from studycards.memory import Candidate, Clock, Counts
    from studycards.memory.figures import DayFigures
    from studycards.memory.queue import Scheduled
    from studycards.memory.statistics import Forecast, Maturity, Retention, Share, Streak
    from studycards.questions import Question
    from studycards.study.card_history import CardHistory
    from studycards.study.mistakes import MadeMistake
    from studycards.study.outlook import Outlook

FORECAST_DAYS = 30
"""So many days after today are foreseen."""

TOPIC_DAYS = 90
"""So far back goes what makes a topic weak: what was mended long ago is no weakness."""

LEAST_ASKED = 5
"""A topic that was asked less often is neither weak nor strong yet."""

MOST_RANKED = 8
"""Topics and mistakes that are shown at once: more would be no help."""

WINDOWS = (7, 30, None)
"""The days over which retention is told; None means all of them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A deck, and how much of it was still known lately."""

    id: str
    title: Text
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The statistics of all decks, or of one, on the study day `today`.

    `days` has what each day with an answer came to, the earliest first; `waiting` what the present one still brings,
    and `pace_ms` how long each of it takes, where that is known. `retention` is told over each of `WINDOWS`.
    `topics` are the decks that were asked often enough, the weakest first. Some of the `cards` have several prompts.
    """

    today: int
    days: Mapping[int, DayFigures]
    waiting: Counts
    pace_ms: float | None
    streak: Streak
    forecast: Forecast
    cards: int
    maturity: Maturity
    retention: tuple[Retention, ...]
    desired_retention: float
    topics: tuple[Topic, ...]
    mistakes: tuple[MadeMistake, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that was read, apart for each deck, so that the statistics of one are made without reading again.

    `waiting` has an entry for each deck and one for `ALL` together; in `by_deck`, that one has the answers to cards
    that no deck has any more.
    """

    today: int
    decks: tuple[DeckEntry, ...]
    by_deck: Mapping[str, Mapping[int, DayFigures]]
    schedule: Mapping[str, Scheduled]
    waiting: Mapping[str, Counts]
    mistakes: Mapping[str, Mapping[str, int]]
    desired_retention: float
    suspended: frozenset[str]

    def view(self, deck: str = ALL) -> StatisticsView:
        """Return the statistics of one deck, or of all that were read."""
        decks = tuple(entry for entry in self.decks if deck in {ALL, entry.id})
        groups = self.by_deck.values() if deck == ALL else [self.by_deck.get(deck, {})]
        days = merged(groups)
        prompts = [prompt for entry in decks for prompt in entry.prompts]
        scheduled = [self.schedule[prompt] for prompt in prompts if prompt in self.schedule]
        windows = [None if window is None else self.today - window + 1 for window in WINDOWS]
        return StatisticsView(
            today=self.today,
            days=days,
            waiting=self.waiting[deck],
            pace_ms=pace_ms(_latest_first(days)),
            streak=streak(days, self.today),
            forecast=forecast(scheduled, self.today, FORECAST_DAYS + 1, self.suspended),
            cards=sum(len(entry.cards) for entry in decks),
            maturity=maturity(prompts, self.schedule, self.suspended),
            retention=tuple(retention(days, since_day) for since_day in windows),
            desired_retention=self.desired_retention,
            topics=self._topics(decks),
            mistakes=self._mistakes(decks),
        )

    def _topics(self, decks: Iterable[DeckEntry]) -> tuple[Topic, ...]:
        since_day = self.today - TOPIC_DAYS + 1
        topics = [Topic(deck.id, deck.title, retention(self.by_deck.get(deck.id, {}), since_day).all) for deck in decks]
        asked = [topic for topic in topics if topic.share.asked >= LEAST_ASKED]
        return tuple(sorted(asked, key=lambda topic: (topic.share.value, -topic.share.asked, topic.id)))

    def _mistakes(self, decks: Iterable[DeckEntry]) -> tuple[MadeMistake, ...]:
        from studycards.study.mistakes import made_mistakes  # noqa: PLC0415 - the library of mistakes, 40 ms

        owners = {prompt: deck for deck in decks for prompt in deck.prompts}
        counts = {
            name: {prompt: count for prompt, count in by_prompt.items() if prompt in owners}
            for name, by_prompt in self.mistakes.items()
        }
        return made_mistakes({name: by_prompt for name, by_prompt in counts.items() if by_prompt}, owners.get)


class Statistics:
    """Reads the statistics of a learner.

    Args:
        log: the file of the review log.
        clock: tells which study day it is.
        decks: the decks of this run.
        candidates: gives the prompts of a deck as the memory wants them.
        pose: makes the question of a prompt and a seed.
    """

    def __init__(
        self,
        log: Path,
        clock: Clock,
        decks: tuple[DeckEntry, ...],
        candidates: Callable[[DeckEntry], Sequence[Candidate]],
        pose: Callable[[str, int], Question],
    ) -> None:
        self._log = log
        self._clock = clock
        self._decks = decks
        self._candidates = candidates
        self._pose = pose

    def read(self, chosen: Sequence[str] = (), tell: Callable[[float], None] = lambda _: None) -> Figures:
        """Read the log through.

        Args:
            chosen: ids of the decks to count; all, and the cards that are in none any more, when empty.
            tell: is told now and then which share has been read, from 0 to 1; what it raises ends the reading.
        """
        decks = tuple(deck for deck in self._decks if not chosen or deck.id in chosen)
        owners = {prompt: deck.id for deck in self._decks for prompt in deck.prompts}
        wanted = {deck.id for deck in decks} | (set() if chosen else {ALL})
        with Memory.open(self._log, self._clock) as memory:
            insight = memory.insight
            by_deck = insight.figures(lambda prompt: owners.get(prompt, ALL), tell)
            return Figures(
                today=insight.today,
                decks=decks,
                by_deck={deck: days for deck, days in by_deck.items() if deck in wanted},
                schedule=insight.schedule(),
                waiting=memory.counts(dict(self._groups(decks))),
                mistakes=memory.mistake_counts(),
                desired_retention=insight.desired_retention,
                suspended=insight.suspended(),
            )

    def outlook(self) -> Outlook:
        """Return what the list of decks adds to the counts of the day: some milliseconds, less than `read` takes."""
        with Memory.open(self._log, self._clock) as memory:
            return outlook(memory.insight, self._decks)

    def history(self, prompt: str) -> CardHistory:
        """Return what became of a prompt, and why it comes when it comes; in the thread of the decks, for its words."""
        with Memory.open(self._log, self._clock) as memory:
            deck = next((deck for deck in self._decks if prompt in deck.prompts), None)
            return card_history(memory, prompt, deck, lambda seed: self._stem(prompt, seed))

    def _groups(self, decks: Sequence[DeckEntry]) -> Iterator[tuple[str, Sequence[Candidate]]]:
        yield ALL, [candidate for deck in decks for candidate in self._candidates(deck)]
        for deck in decks:
            yield deck.id, self._candidates(deck)

    def _stem(self, prompt: str, seed: int) -> Text | None:
        """Return the words of a question; None of one that cannot be asked any more."""
        with suppress(StudycardsError):
            return self._pose(prompt, seed).stem
        return None


def _latest_first(days: Mapping[int, DayFigures]) -> Iterator[DayActivity]:
    return (
        DayActivity(day, figures.answers, figures.prompts, figures.duration_ms)
        for day, figures in reversed(list(days.items()))
    )
