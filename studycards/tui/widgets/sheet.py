"""A widget that paints paragraphs with hanging indents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from studycards.tui.text import lay_out
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.content import Content

    from studycards.tui.text import Flowing


class Sheet(Spoken):
    """Paints `lines`, wrapped to its width; as high as they need, and gone when there are none."""

    DEFAULT_CSS = "Sheet { height: auto; }"

    lines: reactive[tuple[Flowing, ...]] = reactive(())
    """What is painted."""

    _laid_out: tuple[tuple[Flowing, ...], int, Content] | None = None
    """The lines that were laid out last, for which width, and how."""

    def render(self) -> Content:
        """Lay out the lines for the present width."""
        return self._lay_out(self.content_size.width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows that the lines take at `width`."""
        del container, viewport
        return self._height(width)

    def watch_lines(self, lines: tuple[Flowing, ...]) -> None:
        """Take no room, margins included, when there is nothing to paint; the screen is laid out for another height."""
        self.display = bool(lines)
        room = self.content_size
        if lines and self._height(room.width) != room.height:
            self.refresh(layout=True)

    def _height(self, width: int) -> int:
        return self._lay_out(width).plain.count("\n") + 1 if self.lines and width else 0

    def _lay_out(self, width: int) -> Content:
        """Lay the lines out, once for each width: Textual asks for the height several times before it paints."""
        kept = self._laid_out
        if kept is None or kept[0] is not self.lines or kept[1] != width:
            kept = self._laid_out = (self.lines, width, lay_out(self.lines, width))
        return kept[2]
