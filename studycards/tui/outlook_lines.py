"""What stands between the sentence of the day and the decks: the streak and the next days, in one row or in five."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studycards.locale import message
from studycards.study.dates import weekday_words
from studycards.tui.graphics import columns, spark
from studycards.tui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studycards.locale import Language, Message
    from studycards.study.outlook import Outlook

GAP = "   "

TALL = 5
"""Rows from which on the next days are drawn as columns."""

DAY_WIDTH = 4
"""Cells for a day in the drawing."""


def outlook_content(outlook: Outlook, language: Language, width: int, height: int) -> Content:
    """Return the outlook for a place of `width` and `height` cells."""
    run = plain(language.render(run_words(outlook)), "bold")
    if not any(outlook.ahead):
        return run
    if height >= TALL:
        return Content("\n").join(_drawing(outlook, language, width, height))
    rows = (ahead + GAP + run for ahead in _rows_ahead(outlook, language))
    return next((row for row in rows if row.cell_length <= width), run)


def run_words(outlook: Outlook) -> Message:
    """Say how long the streak is, and how near the exam where there is one."""
    if outlook.streak:
        run = message("statistics.run", days=message("statistics.days", count=outlook.streak))
    else:
        run = message("statistics.run_begins")
    if outlook.days_to_exam is None:
        return run
    return message("statistics.run_to_exam", run=run, exam=_exam_words(outlook.days_to_exam))


def _exam_words(days: int) -> Message:
    return message("statistics.exam_in", count=days) if days else message("statistics.exam_today")


def _rows_ahead(outlook: Outlook, language: Language) -> Iterator[Content]:
    """Yield the next days in one row, the longest way first: with counts, with weekdays, as bare bars."""
    most = max(outlook.ahead)
    names = _names(outlook, language)
    bars = [plain(spark(count, most), "$accent") for count in outlook.ahead]
    days = [plain(f"{name} ", "$text-muted") + bar for name, bar in zip(names, bars, strict=True)]
    counted = (day + plain(f" {language.number(count)}") for day, count in zip(days, outlook.ahead, strict=True))
    yield Content("  ").join(counted)
    yield Content(" ").join(days)
    yield plain(f"{language.text('statistics.ahead')} ", "$text-muted") + Content("").join(bars)


def _drawing(outlook: Outlook, language: Language, width: int, height: int) -> Iterable[Content]:
    """Return the next days as columns on the right, with words on the left."""
    answers = message("statistics.answers_given", count=outlook.answers)
    words = [
        plain(language.render(run_words(outlook)), "bold"),
        plain(language.text("statistics.answered_today", answers=answers)),
        plain(""),
        plain(language.text("statistics.ahead_title"), "$text-muted"),
    ]
    numbers = "".join(f"{language.number(count):>{DAY_WIDTH}}" for count in outlook.ahead)
    names = "".join(f"{name:>{DAY_WIDTH}}" for name in _names(outlook, language))
    drawn = [plain(" ") + row for row in columns(outlook.ahead, height - 2, DAY_WIDTH)]
    rows = [*drawn, plain(numbers), plain(names, "$text-muted")]
    left = max(min(width - rows[-1].cell_length, max(word.cell_length for word in words) + 4), 0)
    padded = [*words, *[plain("")] * (height - len(words))]
    return [
        word.truncate(left).pad_right(max(left - word.cell_length, 0)) + row
        for word, row in zip(padded, rows, strict=True)
    ]


def _names(outlook: Outlook, language: Language) -> list[str]:
    return [language.render(weekday_words(outlook.today + ahead)) for ahead in range(1, len(outlook.ahead) + 1)]
