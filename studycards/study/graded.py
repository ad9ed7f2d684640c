"""What became of an answer made of numbers: each cell with its sign, and beside it what is right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from studycards.locale import message
from studycards.questions.question import SheetReading, TensorReading
from studycards.study.panels import Cell, Look, Panel, pointed_at

if TYPE_CHECKING:
    from studycards.locale import Language, Message, Text
    from studycards.questions import Question, Reading, Verdict
    from studycards.questions.kinds.sheet import SheetQuestion
    from studycards.questions.question import ReadValue
    from studycards.questions.values.tensor import TensorQuestion

    Words = Message | Text

SIGNS = {True: ("✓", Look.RIGHT), False: ("✗", Look.WRONG)}

LONGEST = 9
"""Characters of a given number that is shown in full: more would only be the digits of a calculator."""


@dataclass(frozen=True, slots=True)
class GradedStep:
    """One step of a sheet after the answer; `reading` is None where it was left out, `verdict` where none was given."""

    title: Words
    question: Question
    reading: Reading | None
    verdict: Verdict | None


def graded_steps(question: Question, reading: Reading | None, verdict: Verdict | None) -> tuple[GradedStep, ...]:
    """Return the steps of a sheet with what was given for each and how it was graded; none of another question."""
    if question.kind != "sheet":
        return ()
    steps = cast("SheetQuestion", question).steps
    given = reading.value.steps if reading and isinstance(reading.value, SheetReading) else (None,) * len(steps)
    parts = verdict.parts if verdict and verdict.parts else (None,) * len(steps)
    return tuple(
        GradedStep(step.title, step.question, one, part) for step, one, part in zip(steps, given, parts, strict=True)
    )


def graded_panels(
    question: Question, reading: Reading | None, verdict: Verdict | None, language: Language
) -> tuple[Panel, ...]:
    """Return what was given with a sign at each cell and, unless all of it is right, what is right.

    An answer that is right and yet has a note is right for a reason: it follows from an earlier slip.
    """
    right = _right(question, language)
    if reading is None or verdict is None:
        return (right,)
    marks = verdict.cells if right.shape else (verdict.score == 1,)
    given = _given(reading, marks, language)
    if verdict.score == 1:
        return (given, right) if verdict.notes else (given,)
    if given.shape != right.shape or len(marks) != len(right.cells):
        return (given, right)
    cells = (cell if mark else pointed_at(cell.text) for cell, mark in zip(right.cells, marks, strict=True))
    return (given, replace(right, cells=tuple(cells)))


def _right(question: Question, language: Language) -> Panel:
    """Return the right answer as an array; one that is none, such as a shape, as a single cell."""
    title = language.render(message("study.panel_right"))
    if question.kind not in {"tensor", "number"}:
        return Panel(title, (), (Cell(language.render(question.answer)),))
    from studycards.questions.values.tensor import cells_of, rounded  # noqa: PLC0415 - the engine, 60 ms

    asked = cast("TensorQuestion", question)
    texts = map(language.number, cells_of(rounded(asked.value, asked.tolerance)))
    return Panel(title, getattr(asked, "shape", ()), tuple(map(Cell, texts)))


def _given(reading: Reading, marks: tuple[bool, ...], language: Language) -> Panel:
    texts, shape = _read(reading.value, language)
    known = len(marks) == len(texts)
    cells = (_judged(text, mark=mark) for text, mark in zip(texts, marks, strict=True)) if known else map(Cell, texts)
    return Panel(language.render(message("study.panel_given")), shape, tuple(cells))


def _read(value: ReadValue, language: Language) -> tuple[list[str], tuple[int, ...]]:
    """Return what was read cell by cell, and its shape; sizes are one cell."""
    if isinstance(value, TensorReading):
        from studycards.questions.values.tensor import cells_of  # noqa: PLC0415 - the engine, 60 ms

        return [_written(number, language) for number in cells_of(value.value)], value.shape
    if isinstance(value, tuple):
        return ["×".join(map(str, value))], ()
    return [_written(value, language) if isinstance(value, Fraction) else str(value)], ()


def _judged(text: str, *, mark: bool) -> Cell:
    sign, look = SIGNS[mark]
    return Cell(text, look, right=sign)


def _written(number: Fraction, language: Language) -> str:
    text = language.number(number)
    return text if len(text) <= LONGEST else language.number(number, digits=4)
