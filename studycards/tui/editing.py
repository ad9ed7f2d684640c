"""Leave the screen to the learner's own editor, and take in what has changed in the deck."""

from __future__ import annotations

import os
import subprocess
from shlex import quote
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.editor import editor_command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studycards.locale import Message
    from studycards.tui.host import Host


def edit_card(app: Host, prompt: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Open the deck at the card of a prompt; say beside the screen what became of it.

    Returns:
        Whether the deck has changed, so that what is on the screen may be out of date.
    """
    try:
        file, line = app.workspace.place(prompt)
        _run(app, editor_command(file, line, environment), f"{file}:{line}")
        problems = app.workspace.reread(prompt)
    except StudycardsError as error:
        app.complain(error)
        return False
    if problems is None:
        return False
    app.tell(_outcome(problems, str(file)))
    return not problems


def _run(app: Host, command: Sequence[str], place: str) -> None:
    """Give the terminal to the editor until it ends.

    Raises:
        StudycardsError: there is no such program, or this screen cannot be left.
    """
    missing: OSError | None = None
    try:
        with app.suspend():
            # What is raised in this block leaves Textual suspended.
            try:
                subprocess.run(command, check=False)  # noqa: S603 - the program that the user has named
            except OSError as error:
                missing = error
    except SuspendNotSupported as error:
        raise StudycardsError("browse.no_suspend", place=place) from error
    if missing is not None:
        raise StudycardsError("browse.no_such_editor", editor=command[0], place=place) from missing


def _outcome(problems: int, file: str) -> Message:
    if problems:
        return message("browse.edited_with_problems", count=problems, file=quote(file))
    return message("browse.edited")
