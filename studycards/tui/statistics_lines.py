"""The sections of the statistics as lines and charts; each fits any width."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.memory.figures import MATURE_DAYS
from studycards.study.statistics import LEAST_ASKED, MOST_RANKED, TOPIC_DAYS
from studycards.study.statistics_wording import MINUTE_MS, duration_words, overview_words, percent_words
from studycards.tui.charts import Calendar, DayColumns
from studycards.tui.share_rows import MaturityBar, RankedBars, RankedRow, RetentionTable
from studycards.tui.text import Line, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.locale import Language, Message
    from studycards.memory.figures import DayFigures
    from studycards.study.statistics import StatisticsView
    from studycards.tui.text import Flowing

LAST_DAYS = 30

SECTIONS = ("overview", "calendar", "last_days", "forecast", "retention", "maturity", "topics", "mistakes")
"""In the order of the screen."""

AT_THE_BEGINNING = ("overview", "maturity")


class Measure(StrEnum):
    """What the calendar counts on each day."""

    ANSWERS = "answers"
    MINUTES = "minutes"


def section(name: str, view: StatisticsView, language: Language) -> tuple[Flowing, ...]:
    """Return one of the `SECTIONS` but `calendar`; before the first answer, only those that have something to say."""
    if not view.days and name not in AT_THE_BEGINNING:
        return ()
    return tuple(_MAKERS[name](view, language))


def calendar_lines(view: StatisticsView, measure: Measure, language: Language) -> tuple[Flowing, ...]:
    """Return the section `calendar` for one of the measures."""
    if not view.days:
        return ()
    counts = {day: _measured(figures, measure) for day, figures in view.days.items()}
    return (_heading(f"calendar_{measure.value}", language), Calendar(counts, view.today, language))


def _measured(figures: DayFigures, measure: Measure) -> int:
    """Return how much there was on a day; a minute that was begun counts as one."""
    return figures.answers if measure is Measure.ANSWERS else max(round(figures.duration_ms / MINUTE_MS), 1)


def _overview(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    for place, words in enumerate(overview_words(view)):
        yield Line(plain(language.render(words), "" if place else "bold"))
    if not view.days:
        yield Line(plain(language.text("statistics.nothing_yet")))


def _last_days(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    first_day = view.today - LAST_DAYS + 1
    days = [view.days.get(day) for day in range(first_day, view.today + 1)]
    answers = [day.answers if day else 0 for day in days]
    durations_ms = [day.duration_ms if day else 0 for day in days]
    yield _heading("last_days", language)
    yield _note(message("statistics.answers_per_day", total=sum(answers)), language)
    yield DayColumns(answers, first_day, language)
    yield _note(message("statistics.minutes_per_day", total=duration_words(sum(durations_ms))), language)
    yield DayColumns([duration / MINUTE_MS for duration in durations_ms], first_day, language)


def _forecast(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    today, *ahead = view.forecast.days
    totals = message("statistics.forecast_totals", tomorrow=ahead[0], week=sum(ahead[:7]), total=sum(ahead))
    yield _heading("forecast", language)
    yield _note(totals, language)
    yield DayColumns(ahead, view.today + 1, language)
    if today:
        yield _note(message("statistics.due_today", count=today, overdue=view.forecast.overdue), language)


def _retention(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    yield _heading("retention", language)
    yield RetentionTable(view.retention, view.desired_retention, language)
    desired = round(view.desired_retention * 100)
    yield _note(message("statistics.retention_about", days=MATURE_DAYS, desired=desired), language)


def _maturity(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    yield _heading("maturity", language)
    yield MaturityBar(view.maturity, language)
    if view.maturity.total != view.cards:
        yield _note(message("statistics.maturity_about", prompts=view.maturity.total, cards=view.cards), language)


def _topics(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    yield _heading("topics", language)
    if not view.topics:
        yield _note(message("statistics.no_topics", least=LEAST_ASKED), language)
        return
    rows = tuple(
        RankedRow(
            topic.share.value or 0,
            percent_words(topic.share),
            topic.title,
            message("statistics.of_asked", kept=topic.share.kept, asked=topic.share.asked),
        )
        for topic in view.topics[:MOST_RANKED]
    )
    yield RankedBars(rows, 1, language)
    yield _note(message("statistics.topics_about", days=TOPIC_DAYS, least=LEAST_ASKED), language)


def _mistakes(view: StatisticsView, language: Language) -> Iterator[Flowing]:
    yield _heading("mistakes", language)
    if not view.mistakes:
        yield _note(message("statistics.no_mistakes"), language)
        return
    rows = tuple(
        RankedRow(mistake.count, message("study.times", count=mistake.count), mistake.title, None)
        for mistake in view.mistakes[:MOST_RANKED]
    )
    yield RankedBars(rows, view.mistakes[0].count, language)


_MAKERS = {
    "overview": _overview,
    "last_days": _last_days,
    "forecast": _forecast,
    "retention": _retention,
    "maturity": _maturity,
    "topics": _topics,
    "mistakes": _mistakes,
}


def _heading(name: str, language: Language) -> Line:
    return Line(plain(language.text(f"statistics.{name}"), "bold $accent"))


def _note(words: Message, language: Language) -> Line:
    return Line(plain(language.render(words), "$text-muted"))
