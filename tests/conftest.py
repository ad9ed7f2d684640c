"""What tests of every part may use: the program in a real pseudo-terminal, and how examples are drawn."""

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
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", parent=settings.get_profile("steady"), derandomize=False, print_blob=True)
settings.load_profile("steady")
"""The same examples each time: a change is judged by what it changed, and no example by how busy the machine is.

`pytest --hypothesis-profile=explore` looks for new ones.
"""

PATIENCE_S = 60
"""A text that has not come by then will not come; only a failing test waits this long."""


class Terminal:
    """A command in a terminal of its own.

    What it draws is kept as it was written, since a text that is looked for is drawn in one piece.
    """

    def __init__(self, command: Sequence[str], *, columns: int = 80, lines: int = 24, controlling: bool = True) -> None:
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.pop("NO_COLOR", None)
        self.started_s = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_control if controlling else None,  # noqa: PLW1509 - before any thread was started
        )
        self._drawn = b""
        self._forgotten = b""
        self._closed = False

    @property
    def modes(self) -> list[Any]:
        """How the terminal treats keys: echo, whole lines or single keys, and so on."""
        return termios.tcgetattr(self._theirs)

    def wait_for(self, text: str) -> float:
        """Wait until `text` is drawn, forget what was drawn so far, and return the seconds since the start."""
        wanted = text.encode()
        while wanted not in self._drawn:
            came = self._take(PATIENCE_S)
            assert came, f"{text!r} was never drawn; the last that was: {self._drawn[-2000:]!r}"
        before, _, self._drawn = self._drawn.partition(wanted)
        self._forgotten += before + wanted
        return time.perf_counter() - self.started_s

    def press(self, keys: str) -> None:
        """Type `keys`."""
        self.send(keys.encode())

    def send(self, typed: bytes) -> None:
        """Let the terminal send these bytes, whatever they are."""
        os.write(self._ours, typed)

    def end(self, number: signal.Signals) -> int:
        """Send a signal and return the exit code."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Return the exit code once the program has ended; meanwhile take what it draws."""
        deadline_s = time.perf_counter() + PATIENCE_S
        while self.process.poll() is None:
            assert time.perf_counter() < deadline_s, f"it never ended; the last that was drawn: {self._drawn[-2000:]!r}"
            self._take(patience_s=0.01)
        while self._take(patience_s=0):
            pass
        return self.process.returncode

    @property
    def drawn(self) -> str:
        """What was drawn after the text that was waited for last."""
        return self._drawn.decode()

    @property
    def everything(self) -> str:
        """All that was drawn since the start."""
        return (self._forgotten + self._drawn).decode()

    def stop(self) -> None:
        """Suspend the program, and return when it has stopped."""
        self.process.send_signal(signal.SIGTSTP)
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT)

    def hang_up(self) -> None:
        """Close the terminal while the program runs."""
        self._close_ends()

    def close(self) -> None:
        """End the program if it still runs; once closed, there is nothing to close."""
        if self._closed:
            return
        if self.process.poll() is None:
            self.end(signal.SIGKILL)
        self._close_ends()

    def _close_ends(self) -> None:
        os.close(self._ours)
        os.close(self._theirs)
        self._closed = True

    def _take(self, patience_s: float) -> bool:
        """Take what has been drawn; tell whether there was anything."""
        if not select.select([self._ours], [], [], patience_s)[0]:
            return False
        self._drawn += os.read(self._ours, 65536)
        return True


def _take_control() -> None:
    """Make the terminal the one that controls the session, as a shell does: closing it sends SIGHUP."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class StartInTerminal(Protocol):
    """Start a command in a terminal; one that does not control its session sends no signal when it is closed."""

    def __call__(self, command: Sequence[str], *, controlling: bool = True) -> Terminal: ...


@pytest.fixture
def terminal() -> Iterator[StartInTerminal]:
    """Start commands in terminals that are closed when the test is over."""
    terminals: list[Terminal] = []

    def start(command: Sequence[str], *, controlling: bool = True) -> Terminal:
        terminals.append(Terminal(command, controlling=controlling))
        return terminals[-1]

    yield start
    for started in terminals:
        started.close()
