"""An app that ends at a fault without drawing it, be it in the app or in the thread that reads what is typed.

Textual would print a traceback with the values of all variables, answers among them. It has no public way to prevent
that; `tests/tui/test_tui_crash.py` notices when the private method that is overridden here is gone.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import App

from studycards.tui.driver import steady

if TYPE_CHECKING:
    from textual.driver import Driver


class DiscreetApp(App[None]):
    """Gives the terminal back after an unhandled exception and keeps the exception for the boundary of the process."""

    fault: BaseException | None = None
    """The first exception that nobody handled."""

    def get_driver_class(self) -> type[Driver]:
        """Use a driver that does not end at a byte it cannot read."""
        return steady(super().get_driver_class())

    def _fatal_error(self) -> None:
        """Leave without a word. Textual calls this while it handles the exception."""
        self.fault = self.fault or sys.exception()
        self.panic()
