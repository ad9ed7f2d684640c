"""The schedule of one prompt after its answers: FSRS-6 as py-fsrs computes it, on study days.

Pure: a state, a rating and a moment give the next state. py-fsrs floors the time between two reviews to periods of
24 hours, which takes an evening and the morning after for one day. So it is always called with the noon of the
study day, where whole days are exactly the days between.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from studycards.memory.days import MINUTE_MS, study_day
from studycards.memory.model import Moment, PromptState, Rating, Stage, Wait
from studycards.memory.spreading import spread

if TYPE_CHECKING:
    import fsrs

    from studycards.memory.settings import Rules

STEP = timedelta(minutes=10)
"""The only learning step and the only relearning step."""

_STAGES = {1: Stage.LEARNING, 2: Stage.REVIEW, 3: Stage.RELEARNING}
"""The stages by their numbers in FSRS."""

_NUMBERS = {stage: number for number, stage in _STAGES.items()}

_EPOCH_NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)


class Course:
    """The answers of one prompt as they are gone through, oldest first; `state` is what they come to.

    py-fsrs is asked once an answer. When the prompt comes back is found for the last one alone: of the answers
    before it, only what is remembered counts.
    """

    __slots__ = ("_before", "_card", "_lapses", "_last", "_reviews", "_since_day")

    def __init__(self, state: PromptState | None = None) -> None:
        """Go on from `state`; None is that of a new prompt."""
        self._card = _card(state)
        self._before = self._card
        self._last: tuple[str, Rating, Moment] | None = None
        self._since_day = state.since_day if state else None
        self._reviews = state.reviews if state else 0
        self._lapses = state.lapses if state else 0

    def answer(self, prompt: str, rating: Rating, moment: Moment, rules: Rules) -> None:
        """Take in one more answer, given under the name `prompt`."""
        today = study_day(moment, rules.rollover_hour)
        self._before = self._card
        self._card = _review(self._before, rating, today, rules)
        self._last = prompt, rating, moment
        if self._since_day is None:
            self._since_day = today
        self._reviews += 1
        self._lapses += rating is Rating.AGAIN and _STAGES[self._before.state] is Stage.REVIEW

    def state(self, name: str, rules: Rules) -> PromptState:
        """Return the state of the prompt, which is called `name` now; there has been an answer."""
        assert self._last is not None
        assert self._card.stability is not None
        assert self._card.difficulty is not None
        assert self._since_day is not None
        _, _, moment = self._last
        due_day, due_ms = self._due(*self._last, rules)
        return PromptState(
            prompt=name,
            stage=_STAGES[self._card.state],
            stability=self._card.stability,
            difficulty=self._card.difficulty,
            step=self._card.step,
            due_day=due_day,
            due_ms=due_ms,
            day=study_day(moment, rules.rollover_hour),
            since_day=self._since_day,
            reviews=self._reviews,
            lapses=self._lapses,
        )

    def _due(self, prompt: str, rating: Rating, moment: Moment, rules: Rules) -> tuple[int, int | None]:
        """Return the day on which the prompt comes back, and the time where it is in a learning step."""
        if _STAGES[self._card.state] is not Stage.REVIEW:
            due_ms = moment.at_ms + _interval(self._card) // timedelta(milliseconds=1)
            return study_day(Moment(due_ms, moment.offset_minutes), rules.rollover_hour), due_ms
        today = study_day(moment, rules.rollover_hour)
        days = self._spread(self._card, prompt)
        if rating is Rating.EASY:
            # Always later than Good would have been.
            days = max(days, self._spread(_review(self._before, Rating.GOOD, today, rules), prompt) + 1)
        return today + days, None

    def _spread(self, card: fsrs.Card, prompt: str) -> int:
        return spread(_interval(card).days, prompt, self._reviews - 1)


def next_state(state: PromptState | None, prompt: str, rating: Rating, moment: Moment, rules: Rules) -> PromptState:
    """Return the state of `prompt` after it was rated at `moment`; `state` is None for a new prompt."""
    course = Course(state)
    course.answer(prompt, rating, moment, rules)
    return course.state(prompt, rules)


def recall_chance(state: PromptState, today: int, rules: Rules) -> float:
    """Return how likely it is, from 0 to 1, that a prompt with this state is still known on the study day `today`."""
    return _scheduler(rules.desired_retention).get_card_retrievability(_card(state), _noon(today))


def wait(state: PromptState, moment: Moment) -> Wait:
    """Return how long a prompt with this state waits, seen from the `moment` of its last review."""
    if state.due_ms is not None:
        return Wait(minutes=(state.due_ms - moment.at_ms) // MINUTE_MS)
    return Wait(days=state.due_day - state.day)


def _review(card: fsrs.Card, rating: Rating, today: int, rules: Rules) -> fsrs.Card:
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    # A clock that went back puts the last review into the future; py-fsrs takes that for the same day, as it should be.
    reviewed, _ = _scheduler(rules.desired_retention).review_card(card, fsrs.Rating(rating), _noon(today))
    return reviewed


def _card(state: PromptState | None) -> fsrs.Card:
    if state is None:
        return _new_card()
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    last_review = _noon(state.day)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(_NUMBERS[state.stage]),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=last_review,
        last_review=last_review,
    )


@cache
def _new_card() -> fsrs.Card:
    """Return the card of every new prompt: py-fsrs changes a copy, and nothing reads when a new one is due."""
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    # Without an id of its own a card sleeps for 1 ms to make one up; nothing reads it.
    return fsrs.Card(card_id=0, due=_EPOCH_NOON)


def warm_up() -> None:
    """Load py-fsrs ahead of the first rating."""
    import fsrs  # noqa: F401, PLC0415 - 25 ms, spent in a thread while the first question is read


@cache
def _scheduler(desired_retention: float) -> fsrs.Scheduler:
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    return fsrs.Scheduler(
        desired_retention=desired_retention,
        learning_steps=(STEP,),
        relearning_steps=(STEP,),
        enable_fuzzing=False,
    )


def _interval(card: fsrs.Card) -> timedelta:
    assert card.last_review is not None
    return card.due - card.last_review


@lru_cache(maxsize=4096)
def _noon(day: int) -> datetime:
    return _EPOCH_NOON + timedelta(days=day)
