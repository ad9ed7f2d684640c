"""`studycards serve`: the full-screen program in a browser on this machine, one process of it for each tab."""

from __future__ import annotations

import errno
import os
import shlex
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE
from studycards.cli.home import data_folder
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.locale import Language

LOOPBACK = "127.0.0.1"
"""Whoever reaches the port studies as the learner and runs their editor, so nobody else may reach it."""


def run_serve(options: Namespace, language: Language) -> int:
    """Serve until Ctrl+C.

    Raises:
        StudycardsError: the port is taken, or what serving needs is not installed.
    """
    try:
        from studycards.cli.browser import serve  # noqa: PLC0415 - aiohttp, 300 ms, and not everybody has it
    except ModuleNotFoundError as error:
        raise StudycardsError("shell.serve_missing", python=shlex.quote(sys.executable)) from error
    with _listen(options.port) as listening:
        address = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        print(language.text("shell.serving", address=address), flush=True)
        serve(listening, _command(options), language)
    return DONE


def _listen(port: int) -> socket.socket:
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise StudycardsError("shell.port_taken", port=str(port)) from error


def _command(options: Namespace) -> str:
    """Return the command of the program in a tab, for the shell of this system."""
    home = data_folder(options.home, os.environ).resolve()
    language = ["--lang", options.lang] if options.lang else []
    words = [sys.executable, "-m", "studycards", "--home", str(home), *language]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
