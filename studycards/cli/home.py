"""Which data folder a run uses, and the workspace in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from studycards.cli.clock import system_clock
from studycards.cli.waiting import WaitingLine
from studycards.decks.locations import DECK_SUFFIXES
from studycards.locale import Language, detect_language
from studycards.study import Workspace

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping


def data_folder(chosen: str | None, environment: Mapping[str, str]) -> Path:
    """Return the folder of `--home`, else of STUDYCARDS_HOME, else the one where the system keeps such data."""
    named = chosen or environment.get("STUDYCARDS_HOME")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - 5 ms, and only for those who name no folder

    return user_data_path("studycards", appauthor=False)


def open_workspace(options: Namespace) -> Workspace:
    """Open the workspace of this run; deck files among the named decks are added to it.

    What is wrong with the settings is told on standard error: the rest of them holds.
    """
    # The stream beneath: ours lets no command pass to a terminal, and this line has to erase itself.
    terminal = sys.__stderr__ or sys.stderr
    with WaitingLine(Language(options.lang or detect_language(os.environ)), terminal) as line:
        workspace = Workspace.open(
            data_folder(options.home, os.environ),
            system_clock,
            language=options.lang,
            environment=os.environ,
            decks=[Path(name) for name in getattr(options, "decks", ()) if _is_path(name)],
            loaded=line.loaded,
            told=line.rescheduled,
        )
    for fault in workspace.preferences.faults:
        sys.stderr.write(f"studycards: {workspace.language.text(fault.key, **fault.values)}\n")
    return workspace


def _is_path(name: str) -> bool:
    """Tell a path from the id of a deck: it has a separator or the suffix of a deck file."""
    return any(mark in name for mark in (os.sep, "/")) or Path(name).suffix in DECK_SUFFIXES
