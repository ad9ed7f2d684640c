"""What is shown after an answer, as lines: verdict, notes, right answer, explanation, solution, source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studycards.locale import message
from studycards.questions import Outcome
from studycards.questions.question import Grid
from studycards.study.wording import variant_words, verdict_words
from studycards.tui.bands import grid_band
from studycards.tui.text import Line, inline, plain, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.locale import Language
    from studycards.questions import Question, Verdict
    from studycards.questions.question import Words
    from studycards.study.view import SessionView
    from studycards.tui.text import Flowing

MARKS = {
    Outcome.RIGHT: ("✓", "bold $success"),
    Outcome.PARTIAL: ("½", "bold $warning"),
    Outcome.WRONG: ("✗", "bold $error"),
}
BLANK = Line(Content(""))

SHOWN_BESIDE = {"tensor", "sheet"}
"""Kinds of questions whose right answer is shown where the given one was typed."""


def feedback_lines(view: SessionView, language: Language, *, headed: bool = False) -> tuple[Line, ...]:
    """Return what the learner reads after an answer, the verdict first, parts set apart by an empty line.

    Args:
        view: the session after the answer.
        language: that of the lines.
        headed: leave out the verdict and its notes, which stand above already.
    """
    question = view.question
    if question is None:
        return ()
    parts = (
        first_lines(view, language, headed=headed),
        _explanation(question, language),
        _solution(question, language),
        source_lines(question, language),
    )
    return _spaced(parts)


def first_lines(view: SessionView, language: Language, *, headed: bool = False) -> tuple[Line, ...]:
    """Return those of the `feedback_lines` that everybody wants to see: the verdict, its notes, the right answer."""
    if view.question is None:
        return ()
    verdict = () if headed else (verdict_line(view, language), *note_lines(view.verdict, language))
    return _spaced((verdict, _answer(view, view.question, language)))


def model_answer(question: Question, language: Language) -> tuple[Line, ...]:
    """Return the answer with its reasons, as it is read outside of a session."""
    answer = (
        () if question.kind in SHOWN_BESIDE else _titled("tui.right_answer", language.render(question.answer), language)
    )
    return _spaced(
        (answer, _explanation(question, language), _solution(question, language), source_lines(question, language))
    )


def full_lines(question: Question, language: Language) -> tuple[Flowing, ...]:
    """Return every line of the solution with the matrices it is about."""
    parts = question.worked_in_full()
    if not parts:
        return (Line(plain(language.text("study.no_full_solution"), "$text-muted")),)
    title = Line(plain(language.text("study.full_solution"), "bold $accent"))
    return (title, *(line for part in parts for line in _worked(part, language)))


def _worked(part: Words | Grid, language: Language) -> tuple[Flowing, ...]:
    if isinstance(part, Grid):
        return (BLANK, grid_band([part], language, indent=2))
    return tuple(line._replace(lead=plain("  ") + line.lead) for line in prose(language.render(part)))


def reading_line(view: SessionView, language: Language) -> Content | None:
    """Return how a typed answer was understood, each part of a shape with its mark."""
    reading, verdict = view.reading, view.verdict
    if reading is None or verdict is None or (view.question and view.question.kind in SHOWN_BESIDE):
        return None
    if isinstance(reading.value, tuple) and verdict.cells and len(verdict.cells) == len(reading.value):
        return Content(" × ").join(
            _judged(language.number(value), right=right)
            for value, right in zip(reading.value, verdict.cells, strict=True)
        )
    if reading.echo is None:
        return None
    return inline(language.text("study.read_as", echo=reading.echo), "$text-muted")


def hint_lines(view: SessionView, language: Language) -> tuple[Line, ...]:
    """Return the hints that were asked for, each behind its number."""
    leads = (
        plain(f"{language.text('tui.hint_lead', number=number)} ", "$text-muted")
        for number in range(1, len(view.hints) + 1)
    )
    return tuple(
        line for lead, hint in zip(leads, view.hints, strict=True) for line in _led(lead, language.render(hint))
    )


def verdict_line(view: SessionView, language: Language) -> Line:
    """Say behind its mark how the answer was graded."""
    words = language.render(verdict_words(view))
    if view.verdict is None or view.reading is None:
        return Line(plain(words, "bold $accent"))
    mark, style = MARKS[view.verdict.outcome]
    return Line(plain(words, style), plain(f"{mark} ", style))


def note_lines(verdict: Verdict | None, language: Language) -> tuple[Line, ...]:
    """Return the sentences about an answer."""
    notes = verdict.notes if verdict else ()
    return tuple(line for note in notes for line in prose(language.render(note)))


def _answer(view: SessionView, question: Question, language: Language) -> tuple[Line, ...]:
    """Return the model answer, unless the learner has just given it, or it stands beside what was given."""
    if question.kind in SHOWN_BESIDE:
        return ()
    if view.verdict is not None and view.verdict.outcome is Outcome.RIGHT:
        return ()
    answer = language.render(question.answer)
    if question.self_graded:
        return prose(answer)
    return _titled("tui.right_answer", answer, language)


def _explanation(question: Question, language: Language) -> tuple[Line, ...]:
    return prose(language.render(question.explanation)) if question.explanation else ()


def _solution(question: Question, language: Language) -> tuple[Line, ...]:
    lines = "\n".join(language.render(line) for line in question.solution)
    return _titled("tui.solution", lines, language) if lines else ()


def source_lines(question: Question, language: Language) -> tuple[Line, ...]:
    """Return where the fact comes from, and by which name this variant can be found again."""
    lines = [Line(plain(question.source, "$text-muted"), _label("tui.source", language))] if question.source else []
    if (variant := variant_words(question)) is not None:
        lines.append(Line(plain(language.render(variant), "$text-muted")))
    return tuple(lines)


def _titled(key: str, text: str, language: Language) -> tuple[Line, ...]:
    """Set a text behind its label: beside it when it is one line, below it when it is several."""
    label = _label(key, language)
    if "\n" not in text:
        return (Line(inline(text), label),)
    return (Line(label), *(line._replace(lead=plain("  ") + line.lead) for line in prose(text)))


def _label(key: str, language: Language) -> Content:
    return plain(f"{language.render(message(key))} ", "$text-muted")


def _led(lead: Content, text: str) -> Iterable[Line]:
    first, *others = prose(text) or (BLANK,)
    yield Line(first.body, lead + first.lead)
    for line in others:
        yield Line(line.body, Content(" " * lead.cell_length) + line.lead)


def _judged(text: str, *, right: bool) -> Content:
    mark, style = MARKS[Outcome.RIGHT if right else Outcome.WRONG]
    return plain(f"{text} {mark}", style)


def _spaced(parts: Iterable[tuple[Line, ...]]) -> tuple[Line, ...]:
    """Join the parts that say something by empty lines."""
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [BLANK, *part] if lines else part
    return tuple(lines)
