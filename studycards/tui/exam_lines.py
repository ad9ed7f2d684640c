"""Everything that is painted of an exam: the line with the clock, the list of questions, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.study.exam.wording import (
    place_words,
    result_words,
    summary_words,
    tally_words,
    took_words,
    unfinished_words,
)
from studycards.tui.feedback import BLANK
from studycards.tui.progress import clock_text
from studycards.tui.text import Line, plain

if TYPE_CHECKING:
    from textual.content import Content

    from studycards.decks.blueprint import Blueprint
    from studycards.locale import Language, Message
    from studycards.study.exam.exam import ExamView, Slot
    from studycards.study.exam.hall import ExamSummary
    from studycards.study.exam.marking import PartTally, Report, Tally
    from studycards.tui.text import Flowing

LAST_MINUTES = 5
"""From here on the clock is red."""

LONGEST_BAR = 40

NARROW, WIDE = 60, 90
"""Below the first width a row has no room for everything, from the second one on for more than it needs."""

TALLY_BAR = {True: 20, False: 10}
"""Cells of a full bar in the report, by whether the row is wide."""


def exam_line(view: ExamView, language: Language, width: int) -> Content:
    """Return which question is open and what it is worth, how many are answered, and the clock."""
    number, points, _, *flag = (language.render(words) for words in place_words(view))
    left = plain(f"{number} · {points}", "bold") + plain("".join(f" · ⚑ {word}" for word in flag), "$warning")
    clock = plain(clock_text(view.seconds_left), "bold $error" if view.seconds_left < LAST_MINUTES * 60 else "bold")
    room = width - left.cell_length - clock.cell_length - 4
    length = max(min(room, LONGEST_BAR), 0)
    filled = length * view.answered // len(view.slots)
    bar = plain("━" * filled, "$accent") + plain("─" * (length - filled), "$line")
    gap = max(width - left.cell_length - clock.cell_length - length - 2, 2)
    return left + "  " + bar + " " * gap + clock


def slot_line(number: int, slot: Slot, language: Language, width: int, *, current: bool) -> Content:
    """Return a question in the list of all: whether it is answered and flagged, its topic, its points."""
    mark = plain("● " if slot.answered else "○ ", "" if slot.answered else "$text-muted")
    flag = plain("⚑ " if slot.flagged else "  ", "$warning")
    points = language.text("exam.points", points=slot.points)
    title = f"{number:>3}  "
    left = _cursor(current=current) + plain(title) + mark + flag + plain(language.render(slot.topic))
    return spread(left, plain(f"  {points}", "$text-muted"), width)


def exam_row(exam: ExamSummary, language: Language, width: int, *, current: bool) -> Content:
    """Return an exam in the list of exams; one that was left unfinished has a half-filled sign."""
    title = language.render(exam.blueprint.title) if exam.blueprint else exam.read.path.name
    sign = plain("◐ " if exam.unfinished else "  ", "$accent")
    left = _cursor(current=current) + sign + plain(title, "bold $accent" if current else "")
    if exam.problems:
        return spread(left, plain(f"  ✗ {language.text('tui.problems', count=exam.problems)}", "$error"), width)
    words = [language.render(part) for part in summary_words(exam)]
    shown = words if width >= NARROW else words[-1:]
    return spread(left, plain("".join(f"{word:>12}" for word in shown), "$text-muted"), width)


def exam_words(exam: ExamSummary | None, language: Language) -> str:
    """Say what the exam at the cursor is about, or how far its unfinished attempt has come."""
    if exam is None:
        return language.text("exam.none")
    if exam.unfinished is not None:
        words = language.render(unfinished_words(exam.unfinished))
        return words[:1].upper() + words[1:]
    if exam.blueprint is None:
        return language.text("exam.has_problems", path=str(exam.read.path))
    return language.render(exam.blueprint.description or exam.blueprint.title)


def result_lines(report: Report, blueprint: Blueprint, language: Language) -> tuple[Line, ...]:
    """Return what the whole exam came to, and how long it took."""
    return (
        Line(plain(language.render(result_words(report)), "bold")),
        Line(plain(language.render(took_words(report, blueprint.minutes)), "$text-muted")),
    )


def report_lines(report: Report, language: Language) -> tuple[Flowing, ...]:
    """Return the points by part and topic."""
    return tuple(line for part in report.parts for line in _part_lines(part, language))


def _part_lines(part: PartTally, language: Language) -> tuple[Flowing, ...]:
    return (BLANK, TallyLine(part.whole, language), *(TallyLine(topic, language, 2) for topic in part.topics))


def offer_lines(report: Report, notice: Message | None, language: Language, *, scheduled: bool) -> tuple[Line, ...]:
    """Say what lost points, and what can be done about it."""
    if notice is not None:
        return (BLANK, Line(plain(language.render(notice), "bold $accent")))
    lost = len(report.lost)
    if not lost:
        return (BLANK, Line(plain(language.text("exam.nothing_lost"), "bold $success")))
    words = language.text("exam.scheduled", count=lost) if scheduled else language.text("tui.exam_lost", count=lost)
    return (BLANK, Line(plain(words)))


class TallyLine(NamedTuple):
    """A title, its points and their bar, in columns."""

    tally: Tally
    language: Language
    indent: int = 0

    def rows(self, width: int) -> list[Content]:
        """Lay the columns out; a narrow screen has no bar."""
        style = "" if self.indent else "bold"
        title = plain(" " * self.indent + self.language.render(self.tally.title), style)
        points = plain(f"{self.language.render(tally_words(self.tally)):>17}", style)
        if width < NARROW:
            return [spread(title, points, width)]
        length = TALLY_BAR[width >= WIDE]
        filled = int(length * self.tally.points / self.tally.of)
        bar = plain("  " + "█" * filled, "$accent") + plain("░" * (length - filled), "$line")
        return [spread(title, points + bar, width)]


def spread(left: Content, right: Content, width: int) -> Content:
    """Set two texts at both ends of a row; the left one is cut where they do not fit."""
    room = max(width - right.cell_length, 0)
    cut = left.truncate(room, ellipsis=True)
    return (cut.pad_right(room - cut.cell_length) + right).truncate(width)


def _cursor(*, current: bool) -> Content:
    return plain("▸ " if current else "  ", "bold $accent")
