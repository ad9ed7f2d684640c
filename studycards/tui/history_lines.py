"""The history of a card as lines: why it comes, what the memory holds of it, each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.memory import Rating, Stage
from studycards.memory.figures import MATURE_DAYS
from studycards.questions import Outcome
from studycards.study.dates import date_words, distance_words
from studycards.study.wording import wait_words
from studycards.tui.feedback import BLANK, MARKS
from studycards.tui.text import Line, first_line, plain, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.locale import Language, Message
    from studycards.memory import PromptState
    from studycards.study.card_history import CardHistory, PastAnswer

LEAD = 14
"""Cells for the name of a figure, or for how long ago an answer was."""

LONGEST_TYPED = 200
"""Characters of an answer that are shown; a sheet of matrices may have thousands."""


def history_lines(history: CardHistory, language: Language) -> tuple[Line, ...]:
    """Return the whole sheet."""
    return (
        *_head(history, language),
        BLANK,
        _heading("why", language),
        *(Line(plain(language.render(reason))) for reason in history.reasons),
        *_memory(history, language),
        BLANK,
        _heading("answers", language),
        *_answers(history, language),
    )


def _head(history: CardHistory, language: Language) -> Iterator[Line]:
    title = f" · {first_line(language.render(history.deck))}" if history.deck else ""
    yield Line(plain(f"{history.prompt}{title}", "$text-muted"))
    if history.stem:
        yield from prose(language.render(history.stem), "bold")


def _heading(name: str, language: Language) -> Line:
    return Line(plain(language.text(f"statistics.{name}"), "bold $accent"))


def _memory(history: CardHistory, language: Language) -> Iterator[Line]:
    state, chance = history.state, history.chance
    if state is None or chance is None:
        return
    yield BLANK
    yield _heading("memory", language)
    stability = message("statistics.stability_days", days=round(state.stability, 1))
    values = {
        "stage": _stage(state),
        "due": _due(state, history.today),
        "chance": message("statistics.chance_value", percent=round(chance * 100)),
        "stability": message("statistics.stability_value", time=stability),
        "difficulty": message("statistics.difficulty_value", value=round(state.difficulty, 1)),
        "reviews": _reviews(state),
    }
    for name, value in values.items():
        lead = plain(f"{language.text(f'statistics.{name}'):<{LEAD}}", "$text-muted")
        yield Line(plain(language.render(value)), lead)


def _stage(state: PromptState) -> Message:
    if state.stage is not Stage.REVIEW:
        return message(f"statistics.stage_{state.stage.value}")
    interval = state.due_day - state.day
    name = "mature" if interval >= MATURE_DAYS else "young"
    return message(f"statistics.stage_{name}", interval=message("study.wait_days", count=interval))


def _due(state: PromptState, today: int) -> Message:
    when = distance_words(state.due_day - today)
    return message("statistics.due_on", date=date_words(state.due_day, today), when=when)


def _reviews(state: PromptState) -> Message:
    return message(
        "statistics.reviews_value", reviews=state.reviews, lapses=message("statistics.times", count=state.lapses)
    )


def _answers(history: CardHistory, language: Language) -> Iterator[Line]:
    if not history.answers:
        yield Line(plain(language.text("statistics.no_answers"), "$text-muted"))
    for answer in history.answers:
        yield _answer(answer, language)
        details = " · ".join(_details(answer, history.today, language))
        yield Line(plain(details, "$text-muted"), plain(" " * LEAD))


def _answer(answer: PastAnswer, language: Language) -> Line:
    mark, colour = MARKS[_outcome(answer)]
    rating = language.text(f"study.{answer.rating.name.lower()}")
    lead = plain(f"{language.render(distance_words(-answer.days_ago)):<{LEAD}}", "$text-muted")
    back = plain(f" → {language.render(wait_words(answer.wait))}")
    return Line(plain(f"{mark} ", colour) + plain(rating, "bold") + back, lead)


def _outcome(answer: PastAnswer) -> Outcome:
    """Return how an answer was graded; one that was compared by the learner alone by its rating."""
    if answer.verdict:
        return Outcome(answer.verdict)
    return Outcome.WRONG if answer.rating is Rating.AGAIN else Outcome.RIGHT


def _details(answer: PastAnswer, today: int, language: Language) -> Iterator[str]:
    yield language.render(date_words(answer.day, today))
    yield f"{answer.seconds} s"
    if answer.typed.strip():
        typed = " ".join(answer.typed.split())
        cut = typed if len(typed) <= LONGEST_TYPED else f"{typed[:LONGEST_TYPED]}…"
        yield language.text("statistics.typed", typed=cut)
    yield from map(language.render, answer.mistakes)
    if answer.hints:
        yield language.text("statistics.hints_used", count=answer.hints)
