"""`preview`: a card as a learner would meet it, and how an answer would be read, graded and explained."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.home import data_folder
from studycards.cli.output import Page, print_json
from studycards.cli.question_page import choices, print_answer, print_question, print_verdict
from studycards.decks.library import card_of
from studycards.questions import Outcome, Unreadable
from studycards.questions.choice import ChoiceQuestion
from studycards.questions.computed import ShapeQuestion
from studycards.questions.match import MatchQuestion
from studycards.questions.number import NumberQuestion
from studycards.questions.order import OrderQuestion
from studycards.questions.picks import LETTERS
from studycards.study.preview import preview
from studycards.study.wording import outcome_words

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.locale import Language
    from studycards.questions import Question, Reading
    from studycards.study.preview import Preview

MARKS = {True: "✓", False: "✗"}


def run_preview(options: Namespace, language: Language) -> int:
    """Show a card; with an answer, the exit code says whether it is right."""
    shown = preview(options.card, data_folder(options.home, os.environ), seed=options.seed, typed=options.answer)
    if options.json:
        print_json(_as_json(shown, language))
    else:
        _print(shown, options.answer, Page(language))
    right = shown.verdict is not None and shown.verdict.outcome is Outcome.RIGHT
    return DONE if right or options.answer is None else NO


def _print(shown: Preview, typed: str | None, page: Page) -> None:
    question = shown.question
    page.say("cli.variant", prompt=question.prompt, seed=str(question.seed))
    print_question(question, page)
    print()
    if typed is not None:
        print(f"> {typed}")
        _print_grading(shown, page)
    print_answer(question, page)


def _print_grading(shown: Preview, page: Page) -> None:
    if isinstance(shown.reading, Unreadable):
        page.print(shown.reading.reason)
        return
    assert shown.verdict is not None
    print_verdict(shown.reading, shown.verdict, outcome_words(shown.verdict), page)
    if shown.verdict.cells:
        page.say("cli.parts", marks=" ".join(MARKS[right] for right in shown.verdict.cells))
    if shown.verdict.mistakes:
        page.say("cli.mistakes", ids=", ".join(shown.verdict.mistakes))


def _as_json(shown: Preview, language: Language) -> dict[str, object]:
    question = shown.question
    asked = {
        "id": card_of(question.prompt),
        "prompt": question.prompt,
        "seed": question.seed,
        "question": language.render(question.stem),
        "choices": list(choices(question, language)),
        "expects": language.render(question.expects),
        "answer": _right_answer(question, language),
        "solution": [language.render(line) for line in question.solution],
    }
    return asked if shown.reading is None else {**asked, **_graded(shown, language)}


def _graded(shown: Preview, language: Language) -> dict[str, object]:
    reading, verdict = shown.reading, shown.verdict
    if isinstance(reading, Unreadable) or reading is None or verdict is None:
        reasons = [language.render(reading.reason)] if isinstance(reading, Unreadable) else []
        return {"reading": None, "verdict": "unreadable", "score": 0, "cells": [], "mistakes": [], "notes": reasons}
    return {
        "reading": _read(shown.question, reading),
        "verdict": verdict.outcome.value,
        "score": _plain(verdict.score),
        "cells": verdict.cells,
        "mistakes": verdict.mistakes,
        "notes": [language.render(note) for note in verdict.notes],
    }


def _right_answer(question: Question, language: Language) -> object:
    """Return the answer as a number or a list of numbers where it is one, else in words."""
    if isinstance(question, NumberQuestion | ShapeQuestion):
        return _plain(question.value)
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
        case _:
            return _plain(reading.value)


def _plain(value: object) -> object:
    """Return a value of a question as JSON has it: a fraction becomes a whole number where it is one, or a decimal."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    return value
