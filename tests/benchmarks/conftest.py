"""Whole processes in a real pseudo-terminal, timed from their start to a text on their screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE_S = 30


class FirstPaint(Protocol):
    """Start a command in a terminal of 80×24 and return the seconds until `marker` has been written to it."""

    def __call__(self, command: Sequence[str], marker: str) -> float: ...


@pytest.fixture
def first_paint() -> FirstPaint:
    return _first_paint


def _first_paint(command: Sequence[str], marker: str) -> float:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    try:
        return _seconds_until(marker.encode(), ours, started)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(ours)


def _seconds_until(marker: bytes, terminal: int, started: float) -> float:
    written = b""
    while marker not in written:
        ready, _, _ = select.select([terminal], [], [], PATIENCE_S)
        assert ready, f"{marker!r} never came; the last output was {written[-500:]!r}"
        written += os.read(terminal, 65536)
    return time.perf_counter() - started
