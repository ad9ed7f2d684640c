"""The commands that ask questions: the Textual face on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.home import open_workspace
from studycards.cli.listing import nothing_due
from studycards.cli.output import plain_text
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.view import Phase

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from studycards.decks.model import Card
    from studycards.study import Workspace
    from studycards.study.session import Session


def run_session(options: Namespace) -> int:
    """Run the TUI, a review or a quiz, and return the exit code: "no" where there is nothing to ask."""
    with open_workspace(options) as workspace:
        plain = getattr(options, "plain", False) or not has_screen()
        if options.command is None and not plain:
            return _run_screen(options, workspace, None)
        decks = workspace.find_decks(getattr(options, "decks", ()))
        session = _quiz(options, workspace, decks) if options.command == "quiz" else workspace.review(decks)
        if session.view.phase is Phase.DONE:
            nothing = message("cli.no_cards") if options.command == "quiz" else nothing_due(workspace, decks)
            print(plain_text(session.view.notice or nothing, workspace.language))
            return NO
        if not plain:
            return _run_screen(options, workspace, session)
        return _run_lines(workspace, session)


def _quiz(options: Namespace, workspace: Workspace, decks: Sequence[str]) -> Session:
    wanted = options.tag or options.type
    tags: set[str] = set()

    def keep(card: Card) -> bool:
        tags.update(card.tags)
        return options.tag in {None, *card.tags} and options.type in {None, card.type}

    session = workspace.quiz(
        decks,
        count=options.count,
        seed=options.seed,
        keep=keep if wanted else None,
        schedule=options.schedule,
    )
    if options.tag not in {None, *tags}:
        from studycards.decks.report import did_you_mean  # noqa: PLC0415 - only where something is wrong

        raise StudycardsError("cli.unknown_tag", found=options.tag, near=did_you_mean(options.tag, tags))
    return session


def _run_screen(options: Namespace, workspace: Workspace, session: Session | None) -> int:
    from studycards.tui import run  # noqa: PLC0415 - Textual, 150 ms

    return run(workspace, start=session, mouse=not options.no_mouse)


def _run_lines(workspace: Workspace, session: Session) -> int:
    from studycards.cli.plain import run_plain  # noqa: PLC0415 - all kinds of questions, 20 ms

    run_plain(session, workspace.language, sys.stdin)
    return DONE


def has_screen() -> bool:
    """Tell a terminal that can be drawn on from a pipe or a dumb terminal. Textual draws on standard error.

    Behind `studycards serve` it draws into a pipe, by a driver that is named to it.
    """
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM", "dumb") != "dumb"
