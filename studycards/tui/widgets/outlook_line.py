"""The streak and the next days; an empty place until they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from studycards.study.outlook import Outlook


class OutlookLine(Spoken):
    """Paints the outlook. The style sheet fixes its height, so that nothing moves when the figures come."""

    outlook: reactive[Outlook | None] = reactive(None)
    """What is painted."""

    def render(self) -> Content:
        """Lay out the outlook for the present size."""
        if self.outlook is None:
            return Content("")
        from studycards.tui.outlook_lines import outlook_content  # noqa: PLC0415 - after the first screen is painted

        return outlook_content(self.outlook, self.language, self.content_size.width, self.content_size.height)
