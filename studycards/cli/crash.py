"""A fault of the program itself: one sentence for who studies, a report in a file for who mends it."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from traceback import format_exception
from typing import TYPE_CHECKING

from studycards import __version__

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from studycards.locale import Language

REPORT = "crash.txt"
"""The report about the newest fault, in the data folder."""


def tell_crash(error: Exception, options: Namespace, language: Language) -> None:
    """Write a report about `error` into the data folder, and say so on standard error.

    Neither shows the values of variables: an answer may be among them.
    """
    report = _report(error, options.command or "")
    try:
        path = _folder(options) / REPORT
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError as unwritten:
        values = {"fault": type(error).__name__, "reason": unwritten.strerror or ""}
        sentence = language.text("shell.crashed_unwritten", **values)
    else:
        sentence = language.text("shell.crashed", fault=type(error).__name__, path=str(path))
    sys.stderr.write(f"studycards: {sentence}\n")


def _report(error: Exception, command: str) -> str:
    """Return where the fault is, and in which version of what."""
    head = (
        f"studycards {__version__} {command}".rstrip(),
        f"Python {platform.python_version()}, {platform.platform()}",
        datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return "".join([*(f"{line}\n" for line in head), "\n", *format_exception(error)])


def _folder(options: Namespace) -> Path:
    from studycards.cli.home import data_folder  # noqa: PLC0415 - the workspace, which a calculator does not load

    return data_folder(options.home, os.environ)
