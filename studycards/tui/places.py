"""The screens that can be opened from anywhere, by name. Each is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from studycards.tui.screens.side_page import SidePage

PLACES: dict[str, tuple[str, str]] = {
    "lab": ("lab", "LabScreen"),
    "settings": ("settings", "SettingsScreen"),
    "browse": ("browse", "BrowseScreen"),
    "statistics": ("statistics", "StatisticsScreen"),
}
"""For the name of each place the module and the class of its screen, which is made without arguments."""


def place(name: str) -> SidePage:
    """Return a new screen of the place called `name`."""
    module, screen = PLACES[name]
    return cast("SidePage", getattr(import_module(f"studycards.tui.screens.{module}"), screen)())
