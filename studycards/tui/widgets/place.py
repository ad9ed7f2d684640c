"""Where an answer is being filled in, told to what scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message as Event

if TYPE_CHECKING:
    from textual.widget import Widget


@dataclass
class PlaceMoved(Event):
    """Another row, step or cell is open: row `cursor` of `widget` is to be seen, and what fits of `top` to `bottom`."""

    widget: Widget
    top: int
    bottom: int
    cursor: int
