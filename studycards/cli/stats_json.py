"""The statistics for another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.study.dates import date_of
from studycards.study.statistics import WINDOWS
from studycards.study.statistics_wording import minutes

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.memory.statistics import Retention, Share
    from studycards.study.statistics import StatisticsView


def as_json(view: StatisticsView, days: int, language: Language) -> dict[str, object]:
    """Return the figures; the days with answers among the last `days`, and as many to come."""
    waiting = view.waiting
    return {
        "today": date_of(view.today).isoformat(),
        "answers": sum(figures.answers for figures in view.days.values()),
        "seconds": sum(figures.duration_ms for figures in view.days.values()) // 1000,
        "streak": {"current": view.streak.current, "longest": view.streak.longest},
        "waiting": {
            "due": waiting.due,
            "learning": waiting.learning,
            "new": waiting.new,
            "minutes": None if view.pace_ms is None else minutes(waiting.total, view.pace_ms),
        },
        "days": _days(view, days),
        "forecast": _forecast(view, days),
        "desired_retention": view.desired_retention,
        "retention": [_retention(*window) for window in zip(WINDOWS, view.retention, strict=True)],
        "maturity": {name: getattr(view.maturity, name) for name in view.maturity.__slots__},
        "topics": [
            {"id": topic.id, "title": language.render(topic.title), **_share(topic.share)} for topic in view.topics
        ],
        "mistakes": [
            {"id": mistake.id, "name": language.render(mistake.title), "count": mistake.count}
            for mistake in view.mistakes
        ],
    }


def _days(view: StatisticsView, days: int) -> list[dict[str, object]]:
    return [
        {
            "date": date_of(day).isoformat(),
            "answers": figures.answers,
            "prompts": figures.prompts,
            "new": figures.introduced,
            "seconds": figures.duration_ms // 1000,
        }
        for day, figures in view.days.items()
        if view.today - days < day <= view.today
    ]


def _forecast(view: StatisticsView, days: int) -> dict[str, object]:
    today, *ahead = view.forecast.days
    return {
        "today": today,
        "overdue": view.forecast.overdue,
        "next": [
            {"date": date_of(view.today + place).isoformat(), "prompts": count}
            for place, count in enumerate(ahead[:days], 1)
        ],
    }


def _retention(days: int | None, over: Retention) -> dict[str, object]:
    return {"days": days, "young": _share(over.young), "mature": _share(over.mature)}


def _share(share: Share) -> dict[str, object]:
    return {"asked": share.asked, "kept": share.kept}
