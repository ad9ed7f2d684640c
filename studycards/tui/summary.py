"""What a session came to, as lines: counts, a bar, what was missed, what next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studycards.locale import message
from studycards.questions import Outcome
from studycards.study.view import Mode
from studycards.study.wording import left_words, summary_words
from studycards.tui.feedback import BLANK, MARKS
from studycards.tui.text import Line, plain, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.locale import Language
    from studycards.study.view import Missed, SessionView, Summary

BLOCKS = {Outcome.RIGHT: "█", Outcome.PARTIAL: "▓", Outcome.WRONG: "░"}
"""Shades tell the parts of the bar apart where there is no colour."""

BAR_WIDTH = 30
"""Cells; fits the narrowest screen."""


def summary_lines(view: SessionView, language: Language) -> tuple[Line, ...]:
    """Return the summary of a finished session."""
    summary = view.summary
    head = [Line(plain(_sentence(language.render(words)), "bold")) for words in summary_words(summary)[:1]]
    scores = [Line(plain(_sentence(language.render(words)))) for words in summary_words(summary)[1:]]
    lines = [*head, *([Line(score_bar(summary))] if summary.answered else []), *scores]
    if summary.seconds and summary.answered:
        lines.append(Line(plain(_duration(summary, language), "$text-muted")))
    if view.mode is Mode.REVIEW:
        lines += [BLANK, Line(plain(language.render(left_words(summary.left))))]
    return tuple(lines)


def score_bar(summary: Summary) -> Content:
    """Return a bar whose parts are as long as the shares of right, partly right and wrong answers."""
    counts = {Outcome.RIGHT: summary.right, Outcome.PARTIAL: summary.partial, Outcome.WRONG: summary.wrong}
    total = max(sum(counts.values()), 1)
    ends = [round(BAR_WIDTH * sum(list(counts.values())[: place + 1]) / total) for place in range(len(counts))]
    widths = (end - start for start, end in zip([0, *ends], ends, strict=False))
    return Content("").join(
        plain(BLOCKS[outcome] * width, MARKS[outcome][1]) for outcome, width in zip(counts, widths, strict=True)
    )


def _duration(summary: Summary, language: Language) -> str:
    minutes = round(summary.seconds / 60)
    took = message("study.minutes", count=minutes) if minutes else message("tui.under_a_minute")
    return language.text("tui.took", time=took)


def missed_lines(missed: Iterable[Missed], language: Language) -> tuple[Line, ...]:
    """Return each question that was missed with its answer, an empty line before each."""
    return tuple(line for one in missed for line in _one_missed(one, language))


def titled_missed_lines(missed: Iterable[Missed], language: Language) -> tuple[Line, ...]:
    """Return the same under its title; nothing where nothing was missed."""
    lines = missed_lines(missed, language)
    return (BLANK, Line(plain(language.text("tui.missed"), "bold $accent")), *lines) if lines else ()


def _one_missed(missed: Missed, language: Language) -> tuple[Line, ...]:
    stem = prose(language.render(missed.stem))
    answer = prose(language.render(missed.answer))
    return (
        BLANK,
        *stem,
        *(
            Line(line.body, plain("→ " if not index else "  ", "$success") + line.lead)
            for index, line in enumerate(answer)
        ),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
