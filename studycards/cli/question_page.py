"""A question, and what follows its answer, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.cli.output import plain_text, print_lines
from studycards.questions.choice import ChoiceQuestion
from studycards.questions.match import MatchQuestion
from studycards.questions.order import OrderQuestion
from studycards.questions.picks import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.cli.output import Page
    from studycards.locale import Language, Message, Text
    from studycards.questions import Question, Reading, Verdict


def print_question(question: Question, page: Page) -> None:
    """Print what is asked, what there is to choose from, and what to type."""
    page.print(question.stem)
    for line in choices(question, page.language):
        print_lines(line, indent="  ")
    page.print(question.expects)


def print_verdict(reading: Reading | None, verdict: Verdict | None, words: Message, page: Page) -> None:
    """Print how an answer was read and graded; `words` name the verdict."""
    if reading is not None and reading.echo is not None:
        page.say("study.read_as", echo=reading.echo)
    page.print(words)
    page.print_all(verdict.notes if verdict else ())


def print_answer(question: Question, page: Page) -> None:
    """Print the right answer, the solution and the reason."""
    if "\n" in page.language.render(question.answer):
        page.say("study.right_answer", answer="")
        page.print(question.answer, indent="  ")
    else:
        page.say("study.right_answer", answer=question.answer)
    page.print_all(question.solution, indent="  ")
    if question.explanation is not None:
        page.print(question.explanation)


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
