"""Rows of the list of all cards, in columns that line up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from studycards.locale import message
from studycards.study.browse.hits import spans
from studycards.study.browse.order import Order
from studycards.study.browse.wording import due_words
from studycards.tui.text import first_line, inline, plain

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.browse.cards import CardRow

LEAD = 5
"""Cells for the cursor, the sign of a selected card, the two of its marks, and a gap."""

DECK_FROM, DECK_WIDTH = 60, 18
ID_FROM, ID_WIDTH = 100, 26
LAST_WIDTH = 10
GAP = 2

SUSPENDED, FLAGGED, CHOSEN = "‖", "⚑", "■"


class Layout(NamedTuple):
    """The columns at a width; the question takes what the others leave. Narrow lists have fewer columns.

    `words` are what was looked for, to be seen in the questions.
    """

    width: int
    order: Order
    today: int
    words: tuple[str, ...] = ()

    @property
    def id_width(self) -> int:
        """Cells of the id, or 0."""
        return ID_WIDTH if self.width >= ID_FROM else 0

    @property
    def deck_width(self) -> int:
        """Cells of the deck, or 0."""
        return DECK_WIDTH if self.width >= DECK_FROM else 0

    @property
    def question_width(self) -> int:
        """Cells of the question."""
        return max(self.width - LEAD - self.id_width - self.deck_width - LAST_WIDTH, 0)

    @property
    def last(self) -> str:
        """What the last column shows: what the list is sorted by, where that is a number."""
        return self.order if self.order in {Order.DIFFICULTY, Order.LAPSES} else Order.DUE


def heading(layout: Layout, language: Language) -> Content:
    """Return the names of the columns."""
    names = (language.render(message(f"browse.column_{name}")) for name in ("id", "question", "deck", layout.last))
    cells = [plain(name, "$text-muted") for name in names]
    return _columns(Content(" " * LEAD), *cells, layout=layout)


def card_row(row: CardRow, layout: Layout, language: Language, *, current: bool, chosen: bool) -> Content:
    """Return a card in one row: signs, question, deck, when it comes."""
    suspended = row.standing is not None and row.standing.suspended
    style = "bold $accent" if current else "$text-muted" if suspended else ""
    question = inline(language.render(row.brief.stem), style)
    return _columns(
        _signs(row, current=current, chosen=chosen),
        plain(row.id, "$text-muted"),
        _pointed_at(question, layout),
        plain(first_line(language.render(row.deck)), "$text-muted"),
        _last(row, layout, language),
        layout=layout,
    )


def _signs(row: CardRow, *, current: bool, chosen: bool) -> Content:
    suspended, flagged = (row.standing.suspended, row.standing.flagged) if row.standing else (False, False)
    return (
        plain("▸" if current else " ", "bold $accent")
        + plain(CHOSEN if chosen else " ", "$accent")
        + plain(SUSPENDED if suspended else " ", "$text-muted")
        + plain(FLAGGED if flagged else " ", "$warning")
        + " "
    )


def _pointed_at(question: Content, layout: Layout) -> Content:
    """Underline what was found in a question; where that would be cut off, begin shortly before it."""
    found = sorted(spans(question.plain, layout.words))
    for start, end in found:
        question = question.stylize("underline $accent", start, end)
    room = layout.question_width - GAP
    if found and found[0][1] >= room > 0:
        return plain("…") + question[min(max(found[0][0] - room // 3, 0), max(len(question) - room + 1, 0)) :]
    return question


def _last(row: CardRow, layout: Layout, language: Language) -> Content:
    """Return when the card comes, or how hard it is or how often it was forgotten where the list is sorted by that."""
    standing = row.standing
    if standing is None:
        return Content("")
    if layout.last == Order.DUE:
        return plain(language.render(due_words(standing, layout.today)), _due_style(row, layout.today))
    if standing.stage is None:
        return plain("·", "$text-muted")
    value = round(standing.difficulty, 1) if layout.last == Order.DIFFICULTY else standing.lapses
    return plain(language.number(value))


def _due_style(row: CardRow, today: int) -> str:
    return "" if row.standing is not None and row.standing.waits(today) else "$text-muted"


def _columns(
    lead: Content, name: Content, question: Content, deck: Content, last: Content, *, layout: Layout
) -> Content:
    """Set the cells side by side at the widths of the layout."""
    cells = [lead]
    if layout.id_width:
        cells.append(_fitted(name, layout.id_width))
    cells.append(_fitted(question, layout.question_width))
    if layout.deck_width:
        cells.append(_fitted(deck, layout.deck_width))
    cut = last.truncate(LAST_WIDTH, ellipsis=True)
    return Content("").join([*cells, cut.pad_left(LAST_WIDTH - cut.cell_length)]).truncate(layout.width)


def _fitted(cell: Content, width: int) -> Content:
    """Return a cell in so many columns, the last two of them a gap."""
    cut = cell.truncate(max(width - GAP, 0), ellipsis=True)
    return cut.pad_right(max(width - cut.cell_length, 0))
