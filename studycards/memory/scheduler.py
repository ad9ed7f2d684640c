"""The schedule of one prompt after one more answer: FSRS-6 as py-fsrs computes it, on study days.

Pure: a state, a rating and a moment give the next state. py-fsrs floors the time between two reviews to periods of
24 hours, which takes an evening and the morning after for one day. So it is always called with the noon of the
study day, where whole days are exactly the days between.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
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


def next_state(state: PromptState | None, prompt: str, rating: Rating, moment: Moment, rules: Rules) -> PromptState:
    """Return the state of `prompt` after it was rated at `moment`; `state` is None for a new prompt."""
    today = study_day(moment, rules.rollover_hour)
    card = _review(state, rating, today, rules)
    assert card.stability is not None
    assert card.difficulty is not None
    stage = _STAGES[card.state]
    if stage is Stage.REVIEW:
        due_day, due_ms = today + _days(state, prompt, rating, today, rules), None
    else:
        due_ms = moment.at_ms + _interval(card) // timedelta(milliseconds=1)
        due_day = study_day(Moment(due_ms, moment.offset_minutes), rules.rollover_hour)
    lapsed = state is not None and state.stage is Stage.REVIEW and rating is Rating.AGAIN
    return PromptState(
        prompt=prompt,
        stage=stage,
        stability=card.stability,
        difficulty=card.difficulty,
        step=card.step,
        due_day=due_day,
        due_ms=due_ms,
        day=today,
        since_day=state.since_day if state else today,
        reviews=_reviews(state) + 1,
        lapses=(state.lapses if state else 0) + lapsed,
    )


def recall_chance(state: PromptState, today: int, rules: Rules) -> float:
    """Return how likely it is, from 0 to 1, that a prompt with this state is still known on the study day `today`."""
    return _scheduler(rules.desired_retention).get_card_retrievability(_card(state, today), _noon(today))


def wait(state: PromptState, moment: Moment) -> Wait:
    """Return how long a prompt with this state waits, seen from the `moment` of its last review."""
    if state.due_ms is not None:
        return Wait(minutes=(state.due_ms - moment.at_ms) // MINUTE_MS)
    return Wait(days=state.due_day - state.day)


def _days(state: PromptState | None, prompt: str, rating: Rating, today: int, rules: Rules) -> int:
    """Return the interval of a prompt that leaves its steps; Easy is always later than Good would have been."""
    days = spread(_interval(_review(state, rating, today, rules)).days, prompt, _reviews(state))
    if rating is not Rating.EASY:
        return days
    return max(days, _days(state, prompt, Rating.GOOD, today, rules) + 1)


def _review(state: PromptState | None, rating: Rating, today: int, rules: Rules) -> fsrs.Card:
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    card, _ = _scheduler(rules.desired_retention).review_card(_card(state, today), fsrs.Rating(rating), _noon(today))
    return card


def _card(state: PromptState | None, today: int) -> fsrs.Card:
    import fsrs  # noqa: PLC0415 - 25 ms that only a session needs, not a start

    # Without an id of its own a card sleeps for 1 ms to make one up; nothing reads it.
    if state is None:
        return fsrs.Card(card_id=0, due=_noon(today))
    # A clock that went back puts this into the future; py-fsrs takes that for the same day, as it should be.
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


def _reviews(state: PromptState | None) -> int:
    return state.reviews if state else 0


def _noon(day: int) -> datetime:
    return _EPOCH_NOON + timedelta(days=day)
