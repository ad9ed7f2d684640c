"""What became of one prompt, answer by answer, and why it comes when it comes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studycards.decks.library import card_of
from studycards.locale import message
from studycards.memory.scheduler import wait

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studycards.decks.library import DeckEntry
    from studycards.locale import Message, Text
    from studycards.memory import Memory, PromptState, Rating, ReviewEvent, Wait
    from studycards.memory.insight import Insight


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAnswer:
    """One answer: on which study day and how long ago, what was given, and how long the prompt waited then."""

    day: int
    days_ago: int
    rating: Rating
    verdict: str
    score: float | None
    typed: str
    hints: int
    seconds: int
    mistakes: tuple[Message, ...]
    wait: Wait


@dataclass(frozen=True, slots=True, kw_only=True)
class CardHistory:
    """The life of a prompt, the newest answer first.

    `deck` and `stem` are None where no deck has it any more; `state` and `chance`, that it is known today, where it is
    new. `reasons` say why it comes now, or why not yet.
    """

    prompt: str
    deck: Text | None
    stem: Text | None
    today: int
    state: PromptState | None
    chance: float | None
    reasons: tuple[Message, ...]
    answers: tuple[PastAnswer, ...]

    def without_what_was_typed(self) -> CardHistory:
        """Return what may be told while the question is open: a past answer could be the one that is asked for."""
        return replace(self, answers=tuple(replace(answer, typed="") for answer in self.answers))


def card_history(
    memory: Memory, prompt: str, deck: DeckEntry | None, stem: Callable[[int], Text | None]
) -> CardHistory:
    """Return the history of `prompt` in `deck`; `stem` gives the words of its question for a seed."""
    insight = memory.insight
    past = insight.history(prompt)
    state = memory.state(prompt)
    return CardHistory(
        prompt=prompt,
        deck=deck.title if deck else None,
        stem=stem(past[-1][0].answer.seed if past else 0) if deck else None,
        today=insight.today,
        state=state,
        chance=insight.recall_chance(state) if state else None,
        reasons=tuple(_reasons(insight, prompt, state, deck)),
        answers=tuple(_past_answer(event, then, insight.today) for event, then in reversed(past)),
    )


def _past_answer(event: ReviewEvent, state: PromptState, today: int) -> PastAnswer:
    answer = event.answer
    return PastAnswer(
        day=state.day,
        days_ago=today - state.day,
        rating=answer.rating,
        verdict=answer.verdict,
        score=answer.score,
        typed=answer.typed,
        hints=answer.hints,
        seconds=round(answer.duration_ms / 1000),
        mistakes=_titles(answer.mistakes),
        wait=wait(state, event.moment),
    )


def _titles(names: tuple[str, ...]) -> tuple[Message, ...]:
    if not names:
        return ()
    from studycards.questions.mistake_titles import title_of  # noqa: PLC0415 - the library of mistakes, 40 ms

    return tuple(title for title in map(title_of, names) if title is not None)


def _reasons(insight: Insight, prompt: str, state: PromptState | None, deck: DeckEntry | None) -> Iterable[Message]:
    if deck is None:
        yield message("statistics.why_gone")
        return
    if prompt in insight.suspended():
        yield message("statistics.why_suspended")
    if state is None:
        yield from _reasons_of_new(insight, prompt, deck)
    elif state.due_ms is not None:
        yield message("statistics.why_step")
    else:
        yield _reason_of_review(state.due_day - insight.today, state)


def _reasons_of_new(insight: Insight, prompt: str, deck: DeckEntry) -> Iterable[Message]:
    yield message("statistics.why_new")
    met = {card_of(known) for known in insight.schedule()}
    needed = deck.requires.get(card_of(prompt), ())
    missing = [card for card in needed if card not in met]
    if missing:
        yield message("statistics.why_requires", count=len(missing), cards=", ".join(missing))
    elif needed:
        yield message("statistics.why_ready", count=len(needed), cards=", ".join(needed))


def _reason_of_review(ahead: int, state: PromptState) -> Message:
    interval = message("study.wait_days", count=state.due_day - state.day)
    if ahead < 0:
        return message("statistics.why_overdue", count=-ahead, interval=interval)
    if ahead == 0:
        return message("statistics.why_due", interval=interval)
    return message("statistics.why_early", count=ahead, interval=interval)
