"""`preview`: a card as a learner would meet it, and how an answer would be read, graded and explained."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.home import data_folder
from studycards.cli.output import Page, print_json
from studycards.cli.preview_json import preview_json
from studycards.cli.question_page import print_answer, print_full_solution, print_question, print_verdict
from studycards.questions import Outcome, Unreadable
from studycards.study.preview import preview
from studycards.study.seeds import variant_code
from studycards.study.wording import outcome_words

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.locale import Language
    from studycards.study.preview import Preview

MARKS = {True: "✓", False: "✗"}

SHOWN_CELL_BY_CELL = {"tensor", "sheet"}
"""Kinds of questions whose answer is shown with a mark at each cell."""


def run_preview(options: Namespace, language: Language) -> int:
    """Show a card; with an answer, the exit code says whether it is right."""
    shown = preview(options.card, data_folder(options.home, os.environ), seed=options.seed, typed=options.answer)
    if options.json:
        print_json(preview_json(shown, language, full=options.full))
    else:
        _print(shown, options.answer, Page(language), full=options.full)
    right = shown.verdict is not None and shown.verdict.outcome is Outcome.RIGHT
    return DONE if right or options.answer is None else NO


def _print(shown: Preview, typed: str | None, page: Page, *, full: bool) -> None:
    question = shown.question
    page.say("cli.variant", prompt=question.prompt, code=variant_code(question.seed), seed=str(question.seed))
    print_question(question, page)
    print()
    if typed is not None:
        print(f"> {typed}")
        _print_grading(shown, page)
    reading = None if isinstance(shown.reading, Unreadable) else shown.reading
    print_answer(question, page, reading=reading, verdict=shown.verdict)
    if full:
        print_full_solution(question, page)


def _print_grading(shown: Preview, page: Page) -> None:
    if isinstance(shown.reading, Unreadable):
        page.print(shown.reading.reason)
        return
    assert shown.verdict is not None
    print_verdict(shown.reading, shown.verdict, outcome_words(shown.verdict), page)
    if len(shown.verdict.cells) > 1 and shown.question.kind not in SHOWN_CELL_BY_CELL:
        page.say("cli.parts", marks=" ".join(MARKS[right] for right in shown.verdict.cells))
    if shown.verdict.mistakes:
        page.say("cli.mistakes", ids=", ".join(shown.verdict.mistakes))
