"""The ways in which a program in a terminal ends without being asked by its keys: a signal, a terminal that is gone."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from contextlib import suppress
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

ASKED_TO_END = {signal.SIGINT: 130, signal.SIGTERM: 143}
"""Signals after which the terminal has to be given back in order, and the exit codes that tell of them."""

HUNG_UP = 129
"""The exit code of a process whose terminal was closed: 128 + SIGHUP."""

LOOK_S = 2.0
"""Between two looks at whether the terminal is still there. One that no shell controls sends no signal when it is
closed, and Textual would go on without it for ever, on a whole core."""

GRACE_S = 2.0
"""To end in order without a terminal. Textual's writing thread has died by then, and who waits for it never ends."""


def watch(app: App[None]) -> None:
    """Let `app` leave in order when a signal asks it to, or when nobody is there any more to type."""
    for number, leave in _ways_out(app).items():
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, leave)
    if not app.is_headless and hasattr(select, "poll"):
        app.set_interval(LOOK_S, partial(_leave_if_alone, app))


def unwatch(app: App[None]) -> None:
    """Leave no handler behind."""
    for number in _ways_out(app):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().remove_signal_handler(number)


def is_hung_up(descriptor: int) -> bool:
    """Tell whether the other end of an open terminal or pipe was closed."""
    poll = select.poll()
    poll.register(descriptor, 0)
    return any(event & select.POLLHUP for _, event in poll.poll(0))


def _ways_out(app: App[None]) -> dict[signal.Signals, Callable[[], None]]:
    """Return what each signal does."""
    ways: dict[signal.Signals, Callable[[], None]] = {}
    for number, code in ASKED_TO_END.items():
        ways[number] = partial(app.exit, return_code=code)
    if hasattr(signal, "SIGHUP"):
        ways[signal.SIGHUP] = partial(_leave_alone, app)
    return ways


def _leave_if_alone(app: App[None]) -> None:
    if sys.__stdin__ is not None and is_hung_up(sys.__stdin__.fileno()):
        _leave_alone(app)


def _leave_alone(app: App[None]) -> None:
    """Leave without waiting for a terminal. What the learner did was written down when it was done."""
    if not app.is_headless:
        last_resort = Timer(GRACE_S, os._exit, [HUNG_UP])
        last_resort.daemon = True
        last_resort.start()
    app.exit(return_code=HUNG_UP)
