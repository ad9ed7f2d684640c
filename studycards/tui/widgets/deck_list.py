"""The list of decks: what waits in each, in columns that line up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from studycards.locale import message
from studycards.tui.keys import key
from studycards.tui.text import cursor_sign, first_line, plain, spread
from studycards.tui.widgets.row_list import RowList
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from studycards.locale import Language, Message, Text
    from studycards.memory import Counts
    from studycards.memory.statistics import Maturity

WIDE = 60
"""From this width on, what waits is told apart by kind, and a bar shows how much of the deck is learned."""

GAP = 2
"""Cells between two columns."""

BAR = 8
LEARNED = BAR + len(" 100 %")
"""Cells for the bar and the share in percent."""


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One line of the list: all decks together, one deck, or a file that has problems."""

    title: Text | Message
    counts: Counts
    cards: int
    problems: int = 0
    maturity: Maturity | None = None

    def number(self, column: str) -> int:
        """Return the number in one of the columns."""
        waiting = self.counts
        numbers = {
            "reviews": waiting.due + waiting.learning,
            "new": waiting.new,
            "waiting": waiting.total,
            "cards": self.cards,
        }
        return numbers[column]


class DeckList(RowList):
    """The decks with a cursor."""

    TOPIC = "decks"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "move(1)", "list_down", sign="↑↓"),
        key("up,k", "move(-1)", "list_up", show=False),
        key("pagedown", "move(10)", "list_page_down", show=False),
        key("pageup", "move(-10)", "list_page_up", show=False),
        key("home,g", "move(-1000000)", "list_first", show=False),
        key("end,G", "move(1000000)", "list_last", show=False),
    ]

    rows: reactive[tuple[DeckRow, ...]] = reactive((), layout=True, bindings=True)
    """What is listed."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def line(self, index: int, width: int, *, current: bool) -> Content:
        """Return the line of a deck."""
        return deck_line(self.rows[index], self.language, width, current=current)


class DeckHeading(Spoken):
    """The names of the columns."""

    DEFAULT_CSS = "DeckHeading { height: 1; }"

    def render(self) -> Content:
        """Lay out the names like the numbers below them."""
        return heading_line(self.language, self.content_size.width)


def columns_at(width: int) -> tuple[str, ...]:
    """Return which numbers there is room for."""
    return ("reviews", "new", "cards") if width >= WIDE else ("waiting", "cards")


def heading_line(language: Language, width: int) -> Content:
    """Return the names of the columns, each above the end of its numbers."""
    names = [name.rjust(len(name) + GAP) for name in _column_names(language, width)]
    if width >= WIDE:
        names.append(" " * GAP + language.text("statistics.column_learned").ljust(LEARNED))
    return spread(Content(""), plain("".join(names), "$text-muted"), width)


def deck_line(row: DeckRow, language: Language, width: int, *, current: bool) -> Content:
    """Return a row: title on the left, numbers on the right; a zero is quiet, a problem is told in words."""
    if row.problems:
        numbers = plain(f"  ✗ {language.text('tui.problems', count=row.problems)}", "$error")
    else:
        numbers = _numbers(row, language, width) + _learned(row, language, width)
    title = plain(first_line(language.render(row.title)), "bold $accent" if current else "")
    return spread(cursor_sign(current=current) + title, numbers, width)


def _numbers(row: DeckRow, language: Language, width: int) -> Content:
    pairs = zip(columns_at(width), _column_names(language, width), strict=True)
    return Content("").join(
        _number(language.number(row.number(column)), len(name) + GAP, quiet=not row.number(column) or column == "cards")
        for column, name in pairs
    )


def _learned(row: DeckRow, language: Language, width: int) -> Content:
    """Return how much of the deck is learned; blank until that is known."""
    if width < WIDE:
        return Content("")
    if row.maturity is None or not row.maturity.total:
        return plain(" " * (GAP + LEARNED))
    from studycards.tui.graphics import progress  # noqa: PLC0415 - comes with the figures, after the first screen

    share = row.maturity.learned / row.maturity.total
    percent = language.text("statistics.percent", percent=int(share * 100))
    return plain(" " * GAP) + progress(share, BAR) + plain(percent.rjust(LEARNED - BAR), "$text-muted")


def _column_names(language: Language, width: int) -> tuple[str, ...]:
    return tuple(language.render(message(f"tui.column_{column}")) for column in columns_at(width))


def _number(text: str, width: int, *, quiet: bool) -> Content:
    return plain("·".rjust(width) if text == "0" else text.rjust(width), "$text-muted" if quiet else "bold")
