"""`exam`: the list of exams, and one of them from the first question to the mark."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from shlex import quote
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.home import open_workspace
from studycards.cli.output import plain_text, print_json
from studycards.cli.sessions import has_screen
from studycards.locale import message
from studycards.study.exam.wording import summary_words, unfinished_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from studycards.locale import Language
    from studycards.study import Workspace
    from studycards.study.exam.exam import Exam
    from studycards.study.exam.hall import ExamSummary


def run_exam(options: Namespace) -> int:
    """List the exams, or sit the one that is named; "no" where there are none or the answer is not handed in yet."""
    with open_workspace(options) as workspace:
        if options.name is None or options.list:
            return _list(options, workspace)
        exam = workspace.exams.open(options.name, seed=options.seed, anew=options.new)
        if not (options.plain or options.json) and has_screen():
            from studycards.tui import run  # noqa: PLC0415 - Textual, 150 ms

            return run(workspace, exam=exam, mouse=not options.no_mouse)
        return _sit(options, exam, workspace.language)


def _sit(options: Namespace, exam: Exam, language: Language) -> int:
    from studycards.cli.plain_exam import run_plain_exam  # noqa: PLC0415 - all kinds of questions, 20 ms

    # With --json the only thing on standard output is the report.
    with redirect_stdout(sys.stderr if options.json else sys.stdout):
        run_plain_exam(exam, language, sys.stdin)
    if options.json:
        from studycards.cli.exam_json import exam_to_json  # noqa: PLC0415 - only for other programs

        print_json(exam_to_json(exam, language))
    return DONE if exam.view.report is not None else NO


def _list(options: Namespace, workspace: Workspace) -> int:
    exams, language = workspace.exams.exams(), workspace.language
    if options.json:
        print_json({"exams": [_as_json(exam, language) for exam in exams]})
    else:
        _print_list(exams, language)
    return DONE if exams else NO


def _print_list(exams: Sequence[ExamSummary], language: Language) -> None:
    if not exams:
        print(language.text("exam.none"))
    width = max((len(exam.id) for exam in exams), default=0)
    for exam in exams:
        print(f"{exam.id:<{width}}  {_described(exam, language)}")
        if exam.unfinished is not None:
            print(f"{'':<{width}}  {plain_text(unfinished_words(exam.unfinished), language)}")


def _described(exam: ExamSummary, language: Language) -> str:
    if exam.blueprint is None:
        return plain_text(message("exam.has_problems", path=quote(str(exam.read.path))), language)
    words = ", ".join(map(language.render, summary_words(exam)))
    return f"{plain_text(exam.blueprint.title, language)}: {words}"


def _as_json(exam: ExamSummary, language: Language) -> dict[str, object]:
    blueprint = exam.blueprint
    content: dict[str, object] = {}
    if blueprint is not None:
        content = {
            "title": language.render(blueprint.title),
            "description": language.render(blueprint.description) if blueprint.description else None,
            "questions": blueprint.questions,
            "points": blueprint.points,
            "minutes": blueprint.minutes,
        }
    return {
        "id": exam.id,
        "path": str(exam.read.path),
        "problems": exam.problems,
        **content,
        "unfinished": str(exam.unfinished.file_name) if exam.unfinished else None,
    }
