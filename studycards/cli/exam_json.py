"""The report of an exam as JSON, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.study.exam.wording import shown_points

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.exam.exam import Exam
    from studycards.study.exam.marking import GradedItem, Report, Tally


def exam_to_json(exam: Exam, language: Language) -> dict[str, object]:
    """Return how far the exam has come and, once it is handed in, its report."""
    view, attempt = exam.view, exam.attempt
    return {
        "exam": attempt.id,
        "title": language.render(view.title),
        "seed": attempt.seed,
        "handed_in": view.report is not None,
        "answered": view.answered,
        "questions": len(view.slots),
        "seconds_used": attempt.used_ms // 1000,
        "report": _report(view.report, language) if view.report is not None else None,
    }


def _report(report: Report, language: Language) -> dict[str, object]:
    return {
        **_tally(report.whole, language),
        "percent": report.percent,
        "parts": [
            {**_tally(part.whole, language), "topics": [_tally(topic, language) for topic in part.topics]}
            for part in report.parts
        ],
        "items": [_item(item, language) for item in report.items],
    }


def _tally(tally: Tally, language: Language) -> dict[str, object]:
    return {
        "title": language.render(tally.title),
        "points": float(shown_points(tally.points)),
        "of": tally.of,
        "mark": tally.mark.written_in("en"),
    }


def _item(item: GradedItem, language: Language) -> dict[str, object]:
    return {
        "number": item.place + 1,
        "prompt": item.question.prompt,
        "seed": item.question.seed,
        "answer": item.typed or None,
        "right_answer": language.render(item.question.answer),
        "points": float(shown_points(item.points)),
        "of": item.of,
        "mistakes": list(item.verdict.mistakes) if item.verdict else [],
        "notes": [language.render(note) for note in item.verdict.notes] if item.verdict else [],
    }
