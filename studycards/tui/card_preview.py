"""A card as it is looked at outside of a session: question and answer together, then what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.study.browse.wording import due_sentence, stage_words
from studycards.study.graded import graded_panels, graded_steps
from studycards.tui.bands import Band, grid_band
from studycards.tui.feedback import BLANK, SHOWN_BESIDE, model_answer
from studycards.tui.pads import pad_for
from studycards.tui.text import Line, first_line, inline, plain, prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.locale import Language, Message
    from studycards.questions import Question
    from studycards.study.browse.cards import CardRow
    from studycards.tui.pads import Row
    from studycards.tui.text import Flowing


def question_lines(question: Question, language: Language) -> tuple[Flowing, ...]:
    """Return what is asked, what there is to choose from, and the answer with its reasons."""
    stem = prose(language.render(question.stem), "bold")
    grids = (BLANK, grid_band(question.grids, language)) if question.grids else ()
    choices = tuple(_choices(question, language))
    answer = (*_arrays(question, language), *model_answer(question, language))
    return (*stem, *grids, *((BLANK, *choices) if choices else ()), BLANK, *answer)


def about_lines(row: CardRow, file: str, today: int, language: Language) -> tuple[Line, ...]:
    """Return what is known of a card, each behind its label."""
    brief = row.brief
    level = (message("browse.level", level=brief.level),) if brief.level else ()
    facts = {
        "state": ", ".join(map(language.render, _state(row, today))),
        "tags": ", ".join(brief.tags),
        "type": ", ".join((brief.type, *map(language.render, level))),
        "deck": first_line(language.render(row.deck)),
        "file": file,
    }
    labels = {name: language.text(f"browse.label_{name}") for name in facts}
    width = max(map(len, labels.values())) + 2
    return tuple(
        Line(plain(fact), plain(labels[name].ljust(width), "$text-muted")) for name, fact in facts.items() if fact
    )


def _state(row: CardRow, today: int) -> Iterator[Message]:
    standing = row.standing
    if standing is None:
        return
    yield stage_words(standing)
    yield from (message(f"browse.{mark}") for mark in ("suspended", "flagged") if getattr(standing, mark))
    if (due := due_sentence(standing, today)) is not None:
        yield due
    if standing.stage is not None:
        yield message("browse.answers", count=standing.reviews)
        yield message("browse.lapses", count=standing.lapses)
        yield message("browse.difficulty", value=round(standing.difficulty, 1))


def _choices(question: Question, language: Language) -> Iterator[Line]:
    """Yield what a learner chooses from, as it stands before an answer."""
    pad = pad_for(question)
    if pad is not None:
        yield from (_choice(row, language) for row in pad.rows)
        yield from (BLANK for _ in pad.offers[:1])
        yield from (_choice(row, language) for row in pad.offers)


def _choice(row: Row, language: Language) -> Line:
    return Line(inline(language.render(row.words)), plain(f"  {row.label}  ", "$text-muted"))


def _arrays(question: Question, language: Language) -> Sequence[Flowing]:
    """Return the right answer of a question about arrays: one, or one for each step."""
    if question.kind not in SHOWN_BESIDE:
        return ()
    steps = graded_steps(question, None, None)
    if not steps:
        return (Band(graded_panels(question, None, None, language), language), BLANK)
    return [
        line
        for number, step in enumerate(steps, start=1)
        for line in (
            Line(inline(language.render(step.title)), plain(f"{number}. ", "$text-muted")),
            Band(graded_panels(step.question, None, None, language), language, indent=3),
            BLANK,
        )
    ]
