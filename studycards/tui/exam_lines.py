"""Everything that is painted of an exam: the line with the clock, the list of questions, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.study.exam.wording import (
    last_call,
    place_words,
    result_words,
    summary_words,
    tally_words,
    took_words,
    unfinished_words,
)
from studycards.tui.feedback import BLANK
from studycards.tui.progress import bar_line, clock_text
from studycards.tui.text import Line, cursor_sign, first_line, inline, plain, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from studycards.decks.blueprint import Blueprint, Part
    from studycards.locale import Language, Message
    from studycards.study.exam.hall import ExamSummary
    from studycards.study.exam.marking import PartTally, Report, Tally
    from studycards.study.exam.view import ExamView, Slot
    from studycards.tui.text import Flowing

LAST_MINUTES = 5
"""From here on the clock is red."""

SAID_FOR = 15
"""Seconds for which a word about the time takes the place of the bar."""

LONGEST_TOPIC = 26
"""Cells for the topic in the list of questions."""

NARROW, WIDE = 60, 90
"""Below the first width a row has no room for everything, from the second one on for more than it needs."""

TALLY_BAR = {True: 20, False: 10}
"""Cells of a full bar in the report, by whether the row is wide."""


def exam_line(view: ExamView, language: Language, width: int) -> Content:
    """Return which question is open and what it is worth, how many are answered, and the clock."""
    number, points, _, *flag = (language.render(words) for words in place_words(view))
    left = plain(f"{number} · {points}", "bold") + plain("".join(f" · ⚑ {word}" for word in flag), "$warning")
    clock = plain(clock_text(view.seconds_left), "bold $error" if view.seconds_left < LAST_MINUTES * 60 else "bold")
    words = last_call(view.seconds_left + SAID_FOR, view.seconds_left)
    if words is not None:
        return spread(left + plain(f"  {language.render(words)}", "bold $warning"), clock, width)
    return bar_line(left, clock, width, done=view.answered, total=len(view.slots))


def slot_line(number: int, slot: Slot, language: Language, width: int, *, current: bool) -> Content:
    """Return a question in the list of all: whether it is answered and flagged, how it begins, its topic and points."""
    mark = _slot_mark(slot)
    flag = plain("⚑ " if slot.flagged else "  ", "$warning")
    stem = inline(first_line(language.render(slot.stem)), "bold $accent" if current else "")
    left = cursor_sign(current=current) + plain(f"{number:>3}  ") + mark + flag + stem
    fault = plain(f"  {language.text('exam.state_unreadable')}", "$error") if slot.unreadable else plain("")
    topic = fault or _topic(slot, language, width)
    return spread(left, topic + plain(_points(slot, language), "$text-muted"), width)


def _slot_mark(slot: Slot) -> Content:
    if slot.unreadable:
        return plain("? ", "bold $error")
    return plain("● ") if slot.answered else plain("○ ", "$text-muted")


def _topic(slot: Slot, language: Language, width: int) -> Content:
    """Return the part of the exam in a column of its own, where there is room for one."""
    if width < NARROW:
        return plain("")
    topic = plain(f"  {language.render(slot.topic)}", "$text-muted").truncate(LONGEST_TOPIC, ellipsis=True)
    return topic.pad_right(LONGEST_TOPIC - topic.cell_length)


def _points(slot: Slot, language: Language) -> str:
    return f"  {language.text('exam.points', count=slot.points):>6}"


def exam_row(exam: ExamSummary, language: Language, width: int, *, current: bool) -> Content:
    """Return an exam in the list of exams; one that was left unfinished has a half-filled sign."""
    title = language.render(exam.blueprint.title) if exam.blueprint else exam.read.path.name
    sign = plain("◐ " if exam.unfinished else "  ", "$accent")
    left = cursor_sign(current=current) + sign + plain(title, "bold $accent" if current else "")
    if exam.problems:
        return spread(left, plain(f"  ✗ {language.text('tui.problems', count=exam.problems)}", "$error"), width)
    words = [language.render(part) for part in summary_words(exam)]
    shown = words if width >= NARROW else words[-1:]
    return spread(left, plain("".join(f"{word:>12}" for word in shown), "$text-muted"), width)


def blueprint_lines(blueprint: Blueprint, language: Language) -> tuple[Flowing, ...]:
    """Return what an exam is made of: its parts with their topics, what they are worth, and the marks."""
    parts = [line for part in blueprint.parts for line in _planned(part, language)]
    marks = ", ".join(
        language.text("study_screen.mark_from", mark=mark.name, percent=int(mark.share * 100))
        for mark in reversed(blueprint.marks)
    )
    lead = plain(f"{language.text('study_screen.marks')} ", "$text-muted")
    return (*parts, BLANK, Line(plain(marks), lead))


def _planned(part: Part, language: Language) -> Iterator[Flowing]:
    points = sum(section.count * section.points for section in part.sections)
    yield Spread(plain(language.render(part.title), "bold"), plain(_points_of(points, language), "bold"))
    for section in part.sections:
        each = f"{section.count} × {_points_of(section.points, language).strip()}"
        total = _points_of(section.count * section.points, language)
        yield Spread(plain(f"  {language.render(section.topic)}"), plain(f"  {each}  {total}", "$text-muted"))


def _points_of(points: int, language: Language) -> str:
    return f"{language.text('exam.points', count=points):>7}"


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
    """A title, its points, the mark for them and their bar, in columns."""

    tally: Tally
    language: Language
    indent: int = 0

    def rows(self, width: int) -> list[Content]:
        """Lay the columns out; a narrow screen has neither mark nor bar."""
        style = "" if self.indent else "bold"
        title = plain(" " * self.indent + self.language.render(self.tally.title), style)
        points = plain(f"{self.language.render(tally_words(self.tally)):>17}", style)
        mark = plain(f"{self.language.render(self.tally.mark):>6}", style or "$text-muted")
        if width < NARROW:
            return [spread(title, points, width)]
        length = TALLY_BAR[width >= WIDE]
        filled = int(length * self.tally.points / self.tally.of)
        bar = plain("  " + "█" * filled, "$accent") + plain("░" * (length - filled), "$line")
        return [spread(title, points + mark + bar, width)]


class Spread(NamedTuple):
    """Two texts at both ends of a row."""

    left: Content
    right: Content

    def rows(self, width: int) -> list[Content]:
        """Lay the row out."""
        return [spread(self.left, self.right, width)]
