"""A previewed question, and how an answer to it was read and graded, as JSON for other programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

from studycards.cli.question_page import choices
from studycards.decks.library import card_of
from studycards.questions import Unreadable
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.kinds.computed import SizeQuestion
from studycards.questions.kinds.match import MatchQuestion
from studycards.questions.kinds.order import OrderQuestion
from studycards.questions.question import ComparisonReading, Grid, SheetReading, TensorReading
from studycards.questions.reading.picks import LETTERS
from studycards.study.graded import graded_steps
from studycards.study.seeds import variant_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.locale import Language
    from studycards.questions import Question, Reading, Verdict
    from studycards.questions.kinds.computed import ShapeQuestion
    from studycards.questions.kinds.number import NumberQuestion
    from studycards.questions.question import WrittenCells
    from studycards.questions.values.tensor import TensorQuestion
    from studycards.study.graded import GradedStep
    from studycards.study.preview import Preview


def preview_json(shown: Preview, language: Language, *, full: bool = False) -> dict[str, object]:
    """Return what is asked and what is right; with an answer, how it was read and graded; the `full` solution, too."""
    question = shown.question
    asked: dict[str, object] = {
        "id": card_of(question.prompt),
        "prompt": question.prompt,
        "seed": question.seed,
        "variant": variant_code(question.seed),
        "question": language.render(question.stem),
        "grids": [grid_json(grid, language) for grid in question.grids],
        "choices": list(choices(question, language)),
        "expects": language.render(question.expects),
        "answer": _right_answer(question, language),
        "solution": [language.render(line) for line in question.solution],
    }
    if full:
        asked["full"] = [
            grid_json(part, language) if isinstance(part, Grid) else language.render(part)
            for part in question.worked_in_full()
        ]
    if shown.reading is not None:
        asked |= _graded(shown, language)
    if steps := _steps(shown, language):
        asked["steps"] = steps
    return asked


def _graded(shown: Preview, language: Language) -> dict[str, object]:
    reading, verdict = shown.reading, shown.verdict
    if isinstance(reading, Unreadable) or reading is None or verdict is None:
        reasons = [language.render(reading.reason)] if isinstance(reading, Unreadable) else []
        return {"reading": None, "verdict": "unreadable", "score": 0, "cells": [], "mistakes": [], "notes": reasons}
    return {"reading": _read(shown.question, reading), **_verdict(verdict, reading, language)}


def _verdict(verdict: Verdict, reading: Reading | None, language: Language) -> dict[str, object]:
    return {
        "verdict": verdict.outcome.value,
        "score": plain_json(verdict.score),
        "cells": _nested(verdict.cells, reading),
        "mistakes": verdict.mistakes,
        "notes": [language.render(note) for note in verdict.notes],
    }


def _steps(shown: Preview, language: Language) -> list[dict[str, object]]:
    """Return the steps of a sheet, each with its right answer and, once something was given, how it was graded."""
    reading = shown.reading if shown.verdict is not None and not isinstance(shown.reading, Unreadable) else None
    return [_step(step, language) for step in graded_steps(shown.question, reading, shown.verdict)]


def _step(step: GradedStep, language: Language) -> dict[str, object]:
    asked = {"title": language.render(step.title), "answer": _right_answer(step.question, language)}
    if step.verdict is None:
        return asked
    reading = None if step.reading is None else _read(step.question, step.reading)
    return {**asked, "reading": reading, **_verdict(step.verdict, step.reading, language)}


def grid_json(grid: Grid, language: Language) -> dict[str, object]:
    """Return the title of an array and its cells as they are written; the indices of cells that are pointed at."""
    shown = {"title": language.render(grid.title), "cells": _written(grid.cells, language)}
    return {**shown, "marked": sorted(grid.marked)} if grid.marked else shown


def _written(cells: WrittenCells, language: Language) -> object:
    return [_written(part, language) for part in cells] if isinstance(cells, tuple) else language.render(cells)


def _right_answer(question: Question, language: Language) -> object:
    """Return the answer as a number or nested lists of numbers where it is that, else in words."""
    if question.kind in {"number", "shape", "tensor"}:
        return _plain_side(question, cast("NumberQuestion | ShapeQuestion | TensorQuestion", question).value)
    if steps := graded_steps(question, None, None):
        return [_right_answer(step.question, language) for step in steps]
    return language.render(question.answer)


def _read(question: Question, reading: Reading) -> object:
    """Return a reading as it would be typed: options and items are numbered from 1, or lettered."""
    places = reading.value
    match question:
        case ChoiceQuestion() if isinstance(places, frozenset):
            return sorted(place + 1 for place in places)
        case OrderQuestion() if isinstance(places, tuple):
            return [place + 1 for place in places]
        case MatchQuestion() if isinstance(places, tuple):
            return [LETTERS[place] for place in places]
        case _ if isinstance(places, ComparisonReading):
            return {"network": places.place + 1, "factor": plain_json(places.factor)}
        case _ if isinstance(places, SheetReading):
            return [None if step is None else plain_json(step.value) for step in places.steps]
        case _:
            return _plain_side(question, places)


def _plain_side(question: Question, value: object) -> object:
    """Return a value as JSON has it; the size of a map or of a field is one number where it is square.

    So it is typed, so the `tests` of a deck hold it, and so `calc --json` answers. Else it is [height, width].
    """
    if isinstance(question, SizeQuestion) and isinstance(value, tuple) and len(set(value)) == 1:
        return value[0]
    return plain_json(value)


def plain_json(value: object) -> object:
    """Return a value of a question as JSON has it: a fraction becomes a whole number where it is one, or a decimal."""
    if isinstance(value, TensorReading):
        return plain_json(value.value)
    if isinstance(value, tuple):
        return [plain_json(part) for part in value]
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    return value


def _nested(cells: Sequence[bool], reading: Reading | None) -> object:
    """Return the marks of cells nested as the answer is; those of other parts stand in one list."""
    value = reading.value if reading else None
    if not isinstance(value, TensorReading) or not cells:
        return cells
    parts: list[object] = list(cells)
    for size in reversed(value.shape[1:]):
        parts = [list(parts[first : first + size]) for first in range(0, len(parts), size)]
    return parts
