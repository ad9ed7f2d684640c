"""A widget that paints words, in the language of the moment at which it paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.widget import Widget

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.tui.host import Host


class Spoken(Widget):
    """Knows the language; refreshing it translates it."""

    @property
    def language(self) -> Language:
        """The language of this moment."""
        return cast("Host", self.app).workspace.language
