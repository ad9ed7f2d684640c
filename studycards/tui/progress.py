"""Progress in words and as a bar, and how long the question has been open: `12 of 40 ━━━━────   0:42`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.study.wording import again_words
from studycards.tui.text import plain

if TYPE_CHECKING:
    from textual.content import Content

    from studycards.locale import Language
    from studycards.study.view import SessionView

LONGEST = 40
"""Cells of the bar at most."""

LEAST_WITH_AGAIN = 12
"""Cells of a bar that is not made shorter for the sake of words."""

LEAST_WITH_TIME = 60
"""Cells of a terminal below which there is no time: the bar says more."""

TIME_WIDTH = 5
"""Cells of a time below a hundred minutes; kept, so that the bar stays where it is."""


def progress_line(view: SessionView, language: Language, width: int, seconds: int | None = None) -> Content:
    """Return what is done of the session; the two parts of the bar differ in shape, too.

    Args:
        view: the session.
        language: that of the words.
        width: cells to fill.
        seconds: how long the question has been open, where that is to be shown.
    """
    words = plain(language.text("study.progress", done=view.done, total=view.total), "bold")
    end = _end(view, language, seconds)
    again = plain(f"{language.render(again_words(view))}   ", "$text-muted")
    room = width - words.cell_length - end.cell_length - 4
    if room < 4:
        return words
    if view.again and room - again.cell_length >= LEAST_WITH_AGAIN:
        end = again + end
    return bar_line(words, end, width, done=view.done, total=view.total)


def bar_line(left: Content, right: Content, width: int, *, done: int, total: int) -> Content:
    """Return two texts at both ends of a line, and between them a bar as far as there is room for one."""
    room = width - left.cell_length - right.cell_length - 4
    length = max(min(room, LONGEST), 0)
    filled = length * done // max(total, 1)
    bar = plain("━" * filled, "$accent") + plain("─" * (length - filled), "$line")
    gap = max(width - left.cell_length - right.cell_length - length - 2, 2)
    return left + "  " + bar + " " * gap + right


def _end(view: SessionView, language: Language, seconds: int | None) -> Content:
    """Return what stands at the end of the line in the same place all the time."""
    mode = plain(language.text(f"tui.mode_{view.mode.value}"), "$text-muted")
    return mode if seconds is None else plain(f"{clock_text(seconds):>{TIME_WIDTH}}   ", "$text-muted") + mode


def clock_text(seconds: int) -> str:
    """Return minutes and seconds: `71:12`."""
    return f"{seconds // 60}:{seconds % 60:02}"
