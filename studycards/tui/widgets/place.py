"""Where an answer is being filled in, for what scrolls."""

from __future__ import annotations

from typing import NamedTuple, Self

from textual.message import Message as Event


class Place(NamedTuple):
    """Rows of a widget: that of the `cursor` is to be seen, and what fits of those from `top` to `bottom`."""

    top: int
    bottom: int
    cursor: int

    def below(self, rows: int) -> Self:
        """Return the place as it is seen from something that begins so many rows above."""
        return self._replace(top=self.top + rows, bottom=self.bottom + rows, cursor=self.cursor + rows)


class PlaceMoved(Event):
    """Another row is open, and may be out of sight."""
