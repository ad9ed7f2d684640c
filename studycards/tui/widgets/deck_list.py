"""The list of decks: what waits in each, in columns that line up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from studycards.locale import message
from studycards.tui.keys import key
from studycards.tui.text import plain
from studycards.tui.widgets.row_list import RowList
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.locale import Language, Message, Text
    from studycards.memory import Counts

WIDE = 60
"""From this width on, what waits is told apart by kind."""

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One line of the list: all decks together, one deck, or a file that has problems."""

    title: Text | Message
    counts: Counts
    cards: int
    problems: int = 0

    def numbers(self, *, wide: bool) -> tuple[int, ...]:
        """Return the numbers of the columns."""
        waiting = self.counts
        return (waiting.learning, waiting.due, waiting.new, self.cards) if wide else (waiting.total, self.cards)


class DeckList(RowList):
    """The decks with a cursor."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "move(1)", "list_down", sign="↑↓"),
        key("up,k", "move(-1)", "list_up", show=False),
        key("pagedown", "move(10)", "list_page_down", show=False),
        key("pageup", "move(-10)", "list_page_up", show=False),
        key("home,g", "move(-1000000)", "list_first", show=False),
        key("end,G", "move(1000000)", "list_last", show=False),
    ]

    rows: reactive[tuple[DeckRow, ...]] = reactive((), layout=True)
    """What is listed."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def lines(self, width: int) -> Iterable[Content]:
        """Return a line for each deck."""
        return (
            deck_line(row, self.language, width, current=self.cursor == index) for index, row in enumerate(self.rows)
        )


class DeckHeading(Spoken):
    """The names of the columns."""

    DEFAULT_CSS = "DeckHeading { height: 1; }"

    def render(self) -> Content:
        """Lay out the names like the numbers below them."""
        return heading_line(self.language, self.content_size.width)


def heading_line(language: Language, width: int) -> Content:
    """Return the names of the columns, each above the end of its numbers."""
    names = _column_names(language, wide=width >= WIDE)
    cells = (plain(name.rjust(len(name) + GAP), "$text-muted") for name in names)
    return _spread(Content(""), Content("").join(cells), width)


def deck_line(row: DeckRow, language: Language, width: int, *, current: bool) -> Content:
    """Return a row: title on the left, numbers on the right; a zero is quiet, a problem is told in words."""
    wide = width >= WIDE
    names = _column_names(language, wide=wide)
    if row.problems:
        numbers = plain(f"  ✗ {language.text('tui.problems', count=row.problems)}", "$error")
    else:
        pairs = zip(row.numbers(wide=wide), names, strict=True)
        numbers = Content("").join(
            _number(language.number(value), len(name) + GAP, quiet=not value or index == len(names) - 1)
            for index, (value, name) in enumerate(pairs)
        )
    title = plain("▸ " if current else "  ", "bold $accent") + plain(
        language.render(row.title).partition("\n")[0], "bold $accent" if current else ""
    )
    return _spread(title, numbers, width)


def _column_names(language: Language, *, wide: bool) -> tuple[str, ...]:
    columns = ("learning", "due", "new", "cards") if wide else ("waiting", "cards")
    return tuple(language.render(message(f"tui.column_{column}")) for column in columns)


def _number(text: str, width: int, *, quiet: bool) -> Content:
    return plain("·".rjust(width) if text == "0" else text.rjust(width), "$text-muted" if quiet else "bold")


def _spread(left: Content, right: Content, width: int) -> Content:
    room = max(width - right.cell_length, 0)
    cut = left.truncate(room, ellipsis=True)
    return (cut.pad_right(room - cut.cell_length) + right).truncate(width)
