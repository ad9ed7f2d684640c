"""The pane in which a card of the list is looked at."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from textual.containers import VerticalScroll

from studycards.errors import StudycardsError
from studycards.locale import Message, message
from studycards.tui.keys import key
from studycards.tui.text import Line, plain
from studycards.tui.widgets.sheet import Sheet
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studycards.questions import Question
    from studycards.study.browse.browser import Browser
    from studycards.tui.text import Flowing
    from studycards.tui.widgets.card_table import CardTable

    Sought: TypeAlias = tuple[Browser, int]


class CardPane(VerticalScroll, Spoken, can_focus=True):
    """Question, answer and what is known of a card, in a scrolling frame with its id in the border.

    A question is made in a thread, one at a time: some take longer than a key may, and the cursor is on another card
    by then.
    """

    TOPIC = "preview"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "scroll_by(1)", "browse.scroll_down", sign="↑↓"),
        key("up,k", "scroll_by(-1)", "browse.scroll_up", show=False),
        key("pagedown,ctrl+d", "turn(1)", "browse.page_down", show=False),
        key("pageup,ctrl+b", "turn(-1)", "browse.page_up", show=False),
        key("home,g", "scroll_by(-1000000)", "browse.first", show=False),
        key("end,G", "scroll_by(1000000)", "browse.last", show=False),
    ]

    def __init__(self, table: CardTable) -> None:
        super().__init__(id="preview", classes="frame")
        self._table = table
        self._wanted: Sought | None = None
        self._shown: Sought | None = None
        self._question: Question | Message | None = None
        self._busy = False

    def compose(self) -> ComposeResult:
        """Put what is known of the card below it."""
        yield Sheet(id="question")
        yield Sheet(id="about")

    def look(self, number: int | None) -> None:
        """Show a card, if the pane can be seen."""
        self._wanted = (self._table.browser, number) if self.display and number is not None else None
        if self._wanted != self._shown and not self._busy:
            self._busy = True
            self.run_worker(self._show_wanted())

    def forget(self) -> None:
        """Show nothing: what is known of the cards is out of date."""
        self._shown = self._question = None

    def repaint(self) -> None:
        """Paint the card, in the language and with the state of this moment."""
        question, about = self._lines()
        self.border_title = plain("" if self._shown is None else self._shown[0].id(self._shown[1]))
        self.query_one("#question", Sheet).lines = question
        self.query_one("#about", Sheet).lines = about

    def action_scroll_by(self, lines: int) -> None:
        """Move by lines."""
        self.scroll_relative(y=lines, animate=False)

    def action_turn(self, pages: int) -> None:
        """Move by pages."""
        self.scroll_relative(y=pages * max(self.content_size.height - 1, 1), animate=False)

    async def _show_wanted(self) -> None:
        """Make the question of the card that is wanted, and of that which is wanted by then, until both are one."""
        while self._wanted != self._shown:
            wanted = self._wanted
            question = None if wanted is None else await _made(*wanted)
            if wanted == self._wanted:
                self._shown, self._question = wanted, question
                self.repaint()
                self.scroll_home(animate=False)
        self._busy = False

    def _lines(self) -> tuple[tuple[Flowing, ...], tuple[Flowing, ...]]:
        """Return the lines of question and answer, and of what is known of the card."""
        from studycards.tui.card_preview import about_lines, question_lines  # noqa: PLC0415 - with the first card

        if self._shown is None or self._question is None:
            return (), ()
        browser, number = self._shown
        about = about_lines(browser.row(number), browser.place(number), browser.today, self.language)
        if isinstance(self._question, Message):
            return (Line(plain(self.language.render(self._question), "$warning")),), about
        return question_lines(self._question, self.language), about


async def _made(browser: Browser, number: int) -> Question | Message:
    """Return the question of a card, or why there is none."""
    try:
        return await asyncio.to_thread(browser.asking(number))
    except StudycardsError as error:
        return message("browse.not_shown", reason=message(error.key, **error.values))
