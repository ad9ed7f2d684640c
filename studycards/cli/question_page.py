"""A question, and what follows its answer, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.cli.output import WIDTH, plain_text, print_lines
from studycards.locale import message
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.kinds.match import MatchQuestion
from studycards.questions.kinds.order import OrderQuestion
from studycards.questions.question import Grid
from studycards.questions.reading.picks import LETTERS
from studycards.study.graded import graded_panels, graded_steps
from studycards.study.grids import lines_of, panel_rows
from studycards.study.panels import panel_of
from studycards.study.wording import outcome_words, variant_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.cli.output import Page
    from studycards.locale import Language, Message, Text
    from studycards.questions import Question, Reading, Verdict
    from studycards.questions.question import Words
    from studycards.study.graded import GradedStep
    from studycards.study.panels import Panel

INDENT = "  "


def print_question(question: Question, page: Page, *, guide: Message | None = None) -> None:
    """Print what is asked and about which arrays, what there is to choose from, and how to answer."""
    page.print(question.stem)
    if question.grids:
        print()
        print_panels([panel_of(grid, page.language) for grid in question.grids], page)
        print()
    for line in choices(question, page.language):
        print_lines(line, indent=INDENT)
    page.print(guide or question.expects)


def print_verdict(reading: Reading | None, verdict: Verdict | None, words: Message, page: Page) -> None:
    """Print how an answer was read and graded; `words` name the verdict."""
    if reading is not None and reading.echo is not None:
        page.say("study.read_as", echo=reading.echo)
    page.print(words)
    page.print_all(verdict.notes if verdict else ())


def print_answer(
    question: Question, page: Page, *, reading: Reading | None = None, verdict: Verdict | None = None
) -> None:
    """Print the right answer, matrices beside what was given; the solution, the reason, and which variant it was."""
    if question.kind == "tensor":
        print_panels(graded_panels(question, reading, verdict, page.language), page)
        print()
    elif question.kind == "sheet":
        for number, step in enumerate(graded_steps(question, reading, verdict), start=1):
            _print_step(number, step, page)
        print()
    else:
        _print_right_answer(question, page)
    page.print_all(question.solution, indent=INDENT)
    if question.explanation is not None:
        page.print(question.explanation)
    if (variant := variant_words(question)) is not None:
        page.print(variant)


def print_full_solution(question: Question, page: Page) -> None:
    """Print every line of the solution and the matrices it is about."""
    parts = question.worked_in_full() or (message("study.no_full_solution"),)
    print()
    page.say("study.full_solution")
    print_parts(parts, page)


def print_parts(parts: Iterable[Words | Grid], page: Page) -> None:
    """Print lines of a solution, and the matrices between them."""
    for part in parts:
        if isinstance(part, Grid):
            print_panels([panel_of(part, page.language)], page, indent=INDENT * 2)
        else:
            page.print(part, indent=INDENT)


def print_panels(panels: Sequence[Panel], page: Page, *, indent: str = INDENT) -> None:
    """Print matrices side by side as long as they fit."""
    for line in lines_of(panel_rows(panels, page.language, WIDTH - len(indent))):
        print(f"{indent}{line}".rstrip())


def _print_step(number: int, step: GradedStep, page: Page) -> None:
    """Print a step of a sheet: how it was graded, what was given, what is right, and why."""
    title = plain_text(step.title, page.language)
    words = _outcome(step)
    print_lines(f"{number}. {title}" if words is None else f"{number}. {title}: {page.language.render(words)}")
    print_panels(graded_panels(step.question, step.reading, step.verdict, page.language), page, indent="   ")
    if step.reading is not None and step.verdict is not None:
        page.print_all(step.verdict.notes, indent="   ")


def _outcome(step: GradedStep) -> Message | None:
    if step.verdict is None:
        return None
    return message("study.left_out") if step.reading is None else outcome_words(step.verdict)


def _print_right_answer(question: Question, page: Page) -> None:
    if "\n" in page.language.render(question.answer):
        page.say("study.right_answer", answer="")
        page.print(question.answer, indent=INDENT)
    else:
        page.say("study.right_answer", answer=question.answer)


def choices(question: Question, language: Language) -> Sequence[str]:
    """Return the lines to choose from, each behind what is typed for it."""
    match question:
        case ChoiceQuestion():
            return _numbered(question.options, language)
        case OrderQuestion():
            return _numbered(question.items, language)
        case MatchQuestion():
            right = [
                f"{letter}) {plain_text(text, language)}" for letter, text in zip(LETTERS, question.right, strict=False)
            ]
            return [*_numbered(question.left, language), "", *right]
        case _:
            return ()


def _numbered(texts: Iterable[Text], language: Language) -> list[str]:
    return [f"{number}. {plain_text(text, language)}" for number, text in enumerate(texts, start=1)]
