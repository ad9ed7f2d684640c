"""The steps of a sheet as lines: while they are answered, and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.questions import Outcome
from studycards.study.graded import graded_panels, graded_steps
from studycards.tui.bands import Band
from studycards.tui.feedback import BLANK, MARKS, note_lines, verdict_line
from studycards.tui.text import Line, inline, plain, prose

if TYPE_CHECKING:
    from textual.content import Content

    from studycards.locale import Language
    from studycards.study.graded import GradedStep
    from studycards.study.panels import Panel
    from studycards.study.view import SessionView
    from studycards.tui.pads.sheet import StepPad
    from studycards.tui.text import Flowing

INDENT = 4
"""Cells before what belongs to a step, so that its number stands out."""

MOST_SHOWN = 40
"""Characters of an answer beside the title of its step."""


def step_line(number: int, step: StepPad, language: Language, *, is_open: bool) -> Line:
    """Return a step while the sheet is answered: whether it is answered, its title, and what it holds."""
    title = inline(language.render(step.title or ""), "bold" if is_open else "")
    if is_open:
        return Line(title, plain("▸ ", "bold $accent") + _number(number))
    lacks = step.open_grid is not None and step.open_grid.lacks is not None
    sign = plain("◐ " if lacks else "● " if step.typed else "○ ", "$text-muted")
    return Line(title + plain(f"   {_cut(step.typed)}", "$text-muted"), sign + _number(number)).meaning(step=number)


def answered_lines(view: SessionView, language: Language, *, headed: bool) -> tuple[Flowing, ...]:
    """Return each step with its mark; those that are not right with what would be, and why.

    Args:
        view: the session after the answer.
        language: that of the lines.
        headed: put the verdict and its notes above them.
    """
    steps = graded_steps(view.question, view.reading, view.verdict) if view.question else ()
    lines = (line for number, step in enumerate(steps) for line in _answered(number, step, language))
    head = (verdict_line(view, language), *note_lines(view.verdict, language), BLANK) if headed else ()
    return (*head, *lines)


def _answered(number: int, step: GradedStep, language: Language) -> tuple[Flowing, ...]:
    title = inline(language.render(step.title), "bold")
    panels = graded_panels(step.question, step.reading, step.verdict, language)
    outcome = step.verdict.outcome if step.verdict else None
    if step.verdict is None or outcome is None:
        return (Line(title, plain("  ") + _number(number)), Band(panels, language, INDENT))
    mark, style = MARKS[outcome] if step.reading else ("–", "bold $warning")
    lead = plain(f"{mark} ", style) + _number(number)
    if step.reading is None:
        left_out = plain(f"   {language.text('study.left_out')}", "$text-muted")
        return (Line(title + left_out, lead), Band(panels, language, INDENT))
    notes = tuple(
        line._replace(lead=plain(" " * INDENT) + line.lead)
        for note in step.verdict.notes
        for line in prose(language.render(note))
    )
    if outcome is Outcome.RIGHT and len(panels) == 1:
        given = plain(f"   {_cut(_on_one_line(panels[0]))}", "$text-muted")
        return (Line(title + given, lead), *notes)
    return (Line(title, lead), Band(panels, language, INDENT), *notes)


def _on_one_line(panel: Panel) -> str:
    texts, columns = [cell.text for cell in panel.cells], panel.shape[-1] if panel.shape else 1
    return "; ".join(" ".join(texts[first : first + columns]) for first in range(0, len(texts), columns))


def _number(number: int) -> Content:
    return plain(f"{number + 1} ", "$text-muted")


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
