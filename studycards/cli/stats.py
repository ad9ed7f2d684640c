"""`stats`: what was done, what comes, what is remembered, the weak spots; the figures of the screen as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE
from studycards.cli.home import open_workspace
from studycards.cli.output import Page, print_json
from studycards.cli.stats_json import as_json
from studycards.locale import message
from studycards.study.dates import date_words
from studycards.study.statistics import MOST_RANKED, WINDOWS
from studycards.study.statistics_wording import duration_words, overview_words, part_words, percent_words
from studycards.study.wording import mistake_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from studycards.locale import Message
    from studycards.memory.statistics import Retention, Share
    from studycards.study.statistics import StatisticsView

    Section = tuple[str, list[Message]]


def run_stats(options: Namespace) -> int:
    """Print the statistics of the decks, one figure a line, or as JSON."""
    with open_workspace(options) as workspace:
        decks = workspace.find_decks(options.decks)
        view = workspace.statistics.read(decks).view()
        page = Page(workspace.language)
        if options.json:
            print_json({"decks": list(decks), **as_json(view, options.days, page.language)})
        else:
            _print(view, options.days, page)
    return DONE


def _print(view: StatisticsView, days: int, page: Page) -> None:
    page.print_all(overview_words(view))
    for heading, lines in _sections(view, days):
        if lines:
            page.print("")
            page.say(f"statistics.{heading}")
            page.print_all(lines, indent="  ")


def _sections(view: StatisticsView, days: int) -> Iterator[Section]:
    yield "calendar_answers", list(_last_days(view, days))
    yield "next_days", list(_next_days(view, days))
    if view.days:
        yield "retention", [_retention(*window) for window in zip(WINDOWS, view.retention, strict=True)]
    yield "maturity", list(part_words(view.maturity))
    topics = view.topics[:MOST_RANKED]
    yield "topics", [_line(percent_words(topic.share), topic.title, _of(topic.share)) for topic in topics]
    yield "mistakes", [mistake_words(mistake) for mistake in view.mistakes[:MOST_RANKED]]


def _last_days(view: StatisticsView, days: int) -> Iterator[Message]:
    for day in range(view.today - days + 1, view.today + 1):
        if day in view.days:
            figures = view.days[day]
            answers = message("statistics.answers_given", count=figures.answers)
            yield _line(date_words(day, view.today), answers, duration_words(figures.duration_ms))


def _next_days(view: StatisticsView, days: int) -> Iterator[Message]:
    if any(view.forecast.days):
        for ahead, count in enumerate(view.forecast.days[: days + 1]):
            reviews = message("statistics.reviews_waiting", count=count)
            yield message("statistics.figure", name=date_words(view.today + ahead, view.today), value=reviews)


def _retention(days: int | None, over: Retention) -> Message:
    name = message("statistics.window_all") if days is None else message("statistics.window_days", days=days)
    parts = (over.all, over.young, over.mature)
    shares = {key: _share(share) for key, share in zip(("all", "young", "mature"), parts, strict=True)}
    return message("statistics.retention_line", name=name, **shares)


def _share(share: Share) -> Message:
    if not share.asked:
        return message("statistics.not_asked")
    return message("statistics.share", percent=percent_words(share), of=_of(share))


def _of(share: Share) -> Message:
    return message("statistics.of_asked", kept=share.kept, asked=share.asked)


def _line(first: object, second: object, third: object) -> Message:
    return message("statistics.line", first=first, second=second, third=third)
