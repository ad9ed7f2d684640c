"""`check`: every problem of the decks at once, for people or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.output import print_json
from studycards.decks.problems import problem_to_json, render_problem
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.check import check_decks

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.locale import Language
    from studycards.study.check import CheckReport


def run_check(options: Namespace, language: Language) -> int:
    """Check the decks of the command line and answer "no" where anything is wrong."""
    report = check_decks([Path(path) for path in options.paths], seeds=options.seeds)
    if not report.files:
        raise StudycardsError("cli.no_deck_files", paths=", ".join(options.paths))
    if options.json:
        print_json(_as_json(report, language))
    else:
        _print(report, language)
    return NO if report.problems else DONE


def _print(report: CheckReport, language: Language) -> None:
    for problem in report.problems:
        print(render_problem(problem, language), end="\n\n")
    if report.problems:
        print(language.text("cli.problems", count=len(report.problems)))
        return
    counts = {
        "files": message("cli.files", count=report.files),
        "cards": message("study.cards", count=report.cards),
        "variants": message("cli.variants", count=report.variants),
    }
    print(language.text("cli.checked", **counts))


def _as_json(report: CheckReport, language: Language) -> dict[str, object]:
    return {
        "files": report.files,
        "cards": report.cards,
        "variants": report.variants,
        "problems": [problem_to_json(problem, language) for problem in report.problems],
    }
