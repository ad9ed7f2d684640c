"""Which command opens a deck in the learner's own editor, at the line of a card."""

from __future__ import annotations

import shlex
from pathlib import PurePath
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLES = ("VISUAL", "EDITOR")
"""Where a terminal says which editor its user likes, the first one that is set before the other."""

_PLUS_LINE = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "hx", "kak", "joe", "gedit"})
"""Editors that take the line as `+12` before the file."""

_GO_TO = frozenset({"code", "code-insiders", "codium", "cursor"})
"""Editors that take it as `-g file:12`."""

_COLON = frozenset({"subl", "zed"})
"""Editors that take it as `file:12`."""


def editor_command(file: Path, line: int, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command that opens `file` at `line`; an editor unknown to us is only given the file.

    Args:
        file: may begin with any sign: it is passed as an absolute path, which no editor takes for an option.
        line: from 1.
        environment: `VISUAL` or else `EDITOR` in it is a program, perhaps with arguments.

    Raises:
        StudycardsError: neither is set, or what is set cannot be read as a command.
    """
    written = next((environment[name] for name in VARIABLES if environment.get(name, "").strip()), None)
    if written is None:
        raise StudycardsError("browse.no_editor", place=f"{file}:{line}")
    try:
        editor = shlex.split(written)
    except ValueError as error:
        raise StudycardsError("browse.editor_unreadable", editor=written, place=f"{file}:{line}") from error
    return (*editor, *_arguments(PurePath(editor[0]).name.lower().removesuffix(".exe"), str(file.absolute()), line))


def _arguments(program: str, file: str, line: int) -> tuple[str, ...]:
    """Return what tells a program the file and, where we know how, the line."""
    if program in _PLUS_LINE:
        return (f"+{line}", file)
    if program in _GO_TO:
        return ("-g", f"{file}:{line}")
    return (f"{file}:{line}",) if program in _COLON else (file,)
