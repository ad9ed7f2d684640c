"""The first screen: what waits today and what to do next."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll

from studycards.locale import Text, message
from studycards.study.wording import next_words
from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.text import Line, plain
from studycards.tui.widgets.deck_list import DeckHeading, DeckList, DeckRow
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from studycards.locale import Message
    from studycards.study import DeckSummary

QUIZ_LENGTH = 20
"""Questions in a quiz of the keyboard; the command line takes any number."""


class HomeScreen(Page):
    """The decks with a cursor; the line above says what Enter does there. The first row stands for all decks."""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "review", "review"),
        key("r", "review_all", "review_all"),
        key("z", "quiz", "quiz"),
        key("e", "exams", "exams"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._decks: tuple[DeckSummary, ...] = ()
        self._rows: tuple[DeckRow, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """Lay out the sentence and the table."""
        yield Sheet(id="next")
        with Vertical(id="table", classes="frame"):
            yield DeckHeading()
            with VerticalScroll(id="decks", can_focus=False):
                yield DeckList()

    def on_mount(self) -> None:
        """Let the keys move in the list; what waits is counted when the screen is shown."""
        self.query_one(DeckList).focus()

    def on_screen_resume(self) -> None:
        """Count what waits, now and whenever another screen gives way to this one."""
        self.recount()

    def recount(self) -> None:
        """Ask the workspace what waits, and paint it."""
        self._decks = self.workspace.decks()
        cards = sum(deck.cards for deck in self._decks)
        every = DeckRow(message("tui.all_decks"), self.workspace.total(), cards)
        self._rows = (every, *map(_row, self._decks)) if self._decks else ()
        self.query_one(DeckList).rows = self._rows
        self.repaint()

    def repaint(self) -> None:
        """Paint the words around the list, and the list."""
        super().repaint()
        self.query_one("#table").border_title = plain(self.say(message("tui.decks")))
        for widget in (self.query_one(DeckHeading), self.query_one(DeckList)):
            widget.refresh(layout=True)
        self._paint_next()

    def on_row_list_moved(self) -> None:
        """Say what Enter does on this row."""
        self._paint_next()
        self.refresh_bindings()

    async def on_row_list_chosen(self) -> None:
        """Review the deck that was clicked, where something waits."""
        await self.run_action("review")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a review only where something waits, a quiz only where there are cards."""
        del parameters
        row = self._row
        if action == "review":
            return row is not None and row.counts.total > 0
        if action == "review_all":
            return bool(self._rows) and self._rows[0].counts.total > 0
        if action == "quiz":
            return row is not None and row.cards > 0
        return True

    def action_review(self) -> None:
        """Review what waits in the selected deck."""
        decks = self._selected
        self.study_app.study(lambda: self.workspace.review(decks))

    def action_review_all(self) -> None:
        """Review what waits in all decks."""
        self.study_app.study(self.workspace.review)

    def action_quiz(self) -> None:
        """Quiz the selected deck; nothing is scheduled."""
        decks = self._selected
        self.study_app.study(lambda: self.workspace.quiz(decks, count=QUIZ_LENGTH))

    def action_exams(self) -> None:
        """Show the exams."""
        self.study_app.go_to_exams()

    @property
    def _cursor(self) -> int:
        """The row that keys mean; the list has it before it tells of it, and the next key may come in between."""
        return self.query_one(DeckList).cursor

    @property
    def _row(self) -> DeckRow | None:
        return self._rows[self._cursor] if self._rows else None

    @property
    def _selected(self) -> tuple[str, ...]:
        """Ids of the decks that the cursor means; none means all."""
        return (self._decks[self._cursor - 1].id,) if self._cursor else ()

    def on_resize(self) -> None:
        """Keep the cursor in sight in a lower list."""
        self.call_after_refresh(self.query_one(DeckList).show_cursor)

    def _paint_next(self) -> None:
        """Say what Enter does; a sentence of several lines leaves less room for the list."""
        self.query_one("#next", Sheet).lines = (Line(plain(self.say(self._next()), "bold")),)
        self.call_after_refresh(self.query_one(DeckList).show_cursor)

    def _next(self) -> Message:
        row = self._row
        if row is None:
            return message("tui.next_no_decks", folder=str(self.workspace.home / "decks"))
        if row.problems:
            path = self._decks[self._cursor - 1].path
            return message("tui.next_problems", count=row.problems, path=quote(str(path)))
        if row.counts.total:
            return message("tui.next_review", count=row.counts.total)
        return message("tui.next_quiz", next=next_words(self.workspace.days_until_next(self._selected)))


def _row(deck: DeckSummary) -> DeckRow:
    title = deck.title or Text.same(deck.path.name)
    return DeckRow(title, deck.counts, deck.cards, deck.problems)
