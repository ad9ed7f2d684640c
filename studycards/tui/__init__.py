"""The Textual face. Importing this costs nothing; Textual is loaded when the app is run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.study import Workspace
    from studycards.study.exam.exam import Exam
    from studycards.study.session import Session


def run(
    workspace: Workspace,
    *,
    start: Session | None = None,
    exam: Exam | None = None,
    mouse: bool = True,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Run the app until the learner leaves it and return the exit code of the process.

    Args:
        workspace: the learner's decks and memory; the caller closes it.
        start: a session to begin with, instead of the list of decks.
        exam: an exam to begin with.
        mouse: whether the mouse is the program's; else it is the terminal's, and selects text.
        environment: `NO_COLOR` in it switches colours off; `TEXTUAL_DRIVER` is what a browser draws by.

    Raises:
        BaseException: what went wrong in the app and nobody handled; the terminal is in order by then.
    """
    # Textual reads it when it is imported. A key pressed right behind a frame waits for the next: 8 ms instead of 17.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from studycards.tui.app import StudyApp  # noqa: PLC0415 - Textual, 150 ms

    # An ANSI app without colour keeps its text readable; one that is switched to ANSI later is black on black.
    colour, in_browser = not environment.get("NO_COLOR"), bool(environment.get("TEXTUAL_DRIVER"))
    app = StudyApp(workspace, start=start, exam=exam, colour=colour, in_browser=in_browser)
    app.run(mouse=mouse)
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
