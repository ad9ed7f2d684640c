"""The report of an exam as lines of text: mark, points per part and topic, and each question that lost some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.cli.output import WIDTH, plain_text, print_lines
from studycards.cli.question_page import INDENT, choices, print_answer, print_panels, print_verdict
from studycards.locale import message
from studycards.study.exam.wording import answer_words, lost_words, result_words, tally_words, took_words
from studycards.study.panels import panel_of
from studycards.study.wording import outcome_words

if TYPE_CHECKING:
    from studycards.cli.output import Page
    from studycards.decks.blueprint import Blueprint
    from studycards.study.exam.marking import GradedItem, Report, Tally

BAR = 10
"""Characters of a full bar."""


def print_report(report: Report, blueprint: Blueprint, page: Page) -> None:
    """Print the mark, the points, and how they came about."""
    print()
    page.print(blueprint.title)
    page.say("exam.mark", mark=report.mark)
    page.print(result_words(report))
    page.print(took_words(report, blueprint.minutes))
    for part in report.parts:
        print()
        _print_tally(part.whole, page)
        for topic in part.topics:
            _print_tally(topic, page, indent=INDENT)
    print()
    lost = len(report.lost)
    page.print(message("exam.lost", count=lost) if lost else message("exam.nothing_lost"))


def print_lost(item: GradedItem, page: Page) -> None:
    """Print a question that lost points: the answer that was given, what is right, and why."""
    question = item.question
    print()
    page.print(lost_words(item))
    page.print(question.stem)
    if question.grids:
        print_panels([panel_of(grid, page.language) for grid in question.grids], page)
    for line in choices(question, page.language):
        print_lines(line, indent=INDENT)
    if item.typed:
        page.say("exam.your_answer", answer=item.typed)
    if item.verdict is None:
        page.print(answer_words(item))
    else:
        print_verdict(item.reading, item.verdict, outcome_words(item.verdict), page)
    print_answer(question, page, reading=item.reading, verdict=item.verdict)


def _print_tally(tally: Tally, page: Page, *, indent: str = "") -> None:
    filled = int(BAR * tally.points / tally.of)
    points = page.language.render(tally_words(tally))
    mark = page.language.render(tally.mark)
    title = f"{indent}{plain_text(tally.title, page.language)}"
    print(f"{title:<{WIDTH - BAR - 24}} {points:>16} {mark:>5} {'█' * filled}{'░' * (BAR - filled)}")
