"""The ratings with the time until the card comes back under each. A click on one presses its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from studycards.study.wording import rating_words, wait_words
from studycards.tui.text import plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual import events

    from studycards.locale import Language
    from studycards.memory import Rating
    from studycards.study.view import SessionView

WIDEST_COLUMN = 20
WIDEST_OF_TWO = 40
ROOMY_COLUMN = 14
"""From this width on, a wait stands below its rating's name rather than below the number."""


class Ratings(Spoken):
    """Paints the ratings of `view` in columns, the proposed one highlighted; keeps its place where some may come."""

    view: reactive[SessionView | None] = reactive(None)
    """The session at this moment."""

    def render(self) -> Content:
        """Lay out the columns for the present width."""
        return rating_columns(self.view, self.language, self.content_size.width) if self.view else Content("")

    def on_click(self, event: events.Click) -> None:
        """Press the key of the rating that was clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)


def rating_columns(view: SessionView, language: Language, width: int) -> Content:
    """Return `1 Again  2 Hard …`, and in a second row when the card comes back, where that is planned."""
    if not view.ratings:
        return Content("")
    widest = WIDEST_COLUMN if view.waits else WIDEST_OF_TWO
    column = min(width // len(view.ratings), widest)
    names = [_name(view, number, rating, language, column) for number, rating in enumerate(view.ratings, 1)]
    waits = [_wait(view, number, rating, language, column) for number, rating in enumerate(view.ratings, 1)]
    rows = [names, waits] if view.waits else [names]
    return Content("\n").join(map(Content("").join, rows))


def _name(view: SessionView, number: int, rating: Rating, language: Language, column: int) -> Content:
    words = language.render(rating_words(rating, view))
    if rating is view.proposed:
        label = plain(f" {number} {words} ", "bold reverse $accent")
    else:
        label = plain(f" {number} ", "bold $accent") + plain(f"{words} ")
    return _cell(label, number, column)


def _wait(view: SessionView, number: int, rating: Rating, language: Language, column: int) -> Content:
    wait = view.waits.get(rating)
    indent = "   " if column >= ROOMY_COLUMN else " "
    words = f"{indent}{language.render(wait_words(wait))}" if wait else ""
    return _cell(plain(words, "$text-muted"), number, column)


def _cell(content: Content, number: int, column: int) -> Content:
    cut = content.truncate(max(column, 1), ellipsis=True)
    return cut.pad_right(max(column - cut.cell_length, 0)).stylize(Style.from_meta({"key": str(number)}))
