"""Progress in words and as a bar: `12 of 40 ━━━━────`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.tui.text import plain

if TYPE_CHECKING:
    from textual.content import Content

    from studycards.locale import Language
    from studycards.study.view import SessionView

LONGEST = 40


def progress_line(view: SessionView, language: Language, width: int) -> Content:
    """Return what is done of the session; the two parts of the bar differ in shape, too."""
    words = plain(language.text("study.progress", done=view.done, total=view.total), "bold")
    mode = plain(language.text(f"tui.mode_{view.mode.value}"), "$text-muted")
    room = width - words.cell_length - mode.cell_length - 4
    if room < 4:
        return words
    length = min(room, LONGEST)
    filled = length * view.done // max(view.total, 1)
    bar = plain("━" * filled, "$accent") + plain("─" * (length - filled), "$line")
    gap = max(width - words.cell_length - mode.cell_length - length - 2, 2)
    return words + "  " + bar + " " * gap + mode
