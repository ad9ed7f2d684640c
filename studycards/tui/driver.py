"""A terminal driver that takes any byte, and hands a fault of its thread on like every other fault.

Textual decodes what is typed strictly, and tells of a fault in its own thread by a traceback and the exit code 0.
This is the one place that changes a name in a module of Textual; `tests/end_to_end/test_terminal.py` notices when it
is gone.
"""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable

    from textual.driver import Driver


def steady(chosen: type[Driver]) -> type[Driver]:
    """Return the driver to use in place of the one that Textual has chosen."""
    return _drivers().get(chosen, chosen)


def _drivers() -> dict[type[Driver], type[Driver]]:
    """Return what takes the place of which driver. The module of Textual cannot be imported on Windows."""
    if sys.platform == "win32":
        return {}
    from textual.drivers import linux_driver  # noqa: PLC0415 - as above

    class SteadyDriver(linux_driver.LinuxDriver):
        """Shows a byte that is not UTF-8 as the replacement character."""

        def _run_input_thread(self) -> None:
            """Read what is typed until the program ends."""
            try:
                self.run_input_thread()
            except Exception as error:  # noqa: BLE001 - the boundary of a thread; nothing is lost on the way
                self._app.call_later(_raise, error)

    linux_driver.getincrementaldecoder = _forgiving  # type: ignore[assignment, attr-defined]
    return {linux_driver.LinuxDriver: SteadyDriver}


def _forgiving(encoding: str) -> Callable[[], IncrementalDecoder]:
    """Return what makes a decoder for which no byte is wrong, as `getincrementaldecoder` makes a strict one."""
    return partial(getincrementaldecoder(encoding), "replace")


def _raise(error: Exception) -> None:
    """Let the fault of a thread go the way of those in the app."""
    raise error
