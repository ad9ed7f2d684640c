"""All cards: found as one types, sorted, looked at, suspended, flagged, reset, edited."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal
from textual.message import Message as Event
from textual.widgets import Static
from textual.worker import get_current_worker

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.memory import Mark
from studycards.study.browse.browser import WRITING
from studycards.study.browse.order import Order
from studycards.tui.editing import edit_card
from studycards.tui.keys import key
from studycards.tui.screens.side_page import SidePage
from studycards.tui.text import plain
from studycards.tui.widgets.card_frame import CardFrame
from studycards.tui.widgets.card_pane import CardPane
from studycards.tui.widgets.search_input import SearchInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget
    from textual.worker import Worker

    from studycards.locale import Message
    from studycards.study.browse.browser import Browser, Tell
    from studycards.tui.widgets.card_table import CardTable

A_MOMENT_S = 0.008
"""How long reading may go on before keys have their turn."""

MANY = 2000
"""Cards whose change takes longer than a moment, 0.03 ms each, and so has a thread of its own."""


class _Stopped(Exception):  # noqa: N818 - tells the memory to stop, and reaches nobody
    """The learner broke off the change of many cards."""


class BrowseScreen(SidePage):
    """A line to search on, the list, and beside or below it the card under the cursor.

    What is done to many cards is done to the selected ones, or where none is to the one under the cursor.
    """

    CSS_PATH = "browse.tcss"

    HORIZONTAL_BREAKPOINTS = [*SidePage.HORIZONTAL_BREAKPOINTS, (110, "-two-panes")]  # noqa: RUF012

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("q,escape", "stop", "browse.stop"),
        key("enter", "confirm", "browse.confirm"),
        key("q,escape", "decline", "browse.decline"),
        # At once, so that what is typed behind it in one go is not taken for keys of the list.
        replace(key("slash", "search", "browse.search", sign="/"), priority=True),
        key("enter,q,escape", "shut", "browse.shut"),
        key("enter", "look", "browse.look"),
        key("space,x", "choose", "browse.choose"),
        key("s", "suspend", "browse.suspend"),
        key("asterisk", "flag", "browse.flag"),
        key("r", "reset", "browse.reset"),
        key("u,ctrl+z", "undo", "browse.undo"),
        key("o", "sort", "browse.sort"),
        key("e", "edit", "browse.edit"),
        key("y,h", "history", "browse.history"),
        key("ctrl+u,escape", "clear", "browse.clear"),
        key("q,escape", "close", "browse.close"),
        key("a", "choose_all", "browse.choose_all", show=False),
        key("O", "reverse", "browse.reverse", show=False),
        key("J,shift+down", "look_on(1)", "browse.look_down", show=False),
        key("K,shift+up", "look_on(-1)", "browse.look_up", show=False),
    ]

    @dataclass
    class Told(Event):
        """A change of many cards is so far."""

        words: Message

    @dataclass
    class Changed(Event):
        """A change of many cards has come to its end: it was done, broken off, or something stood against it."""

        words: Message | None = None
        fault: StudycardsError | None = None

    def __init__(self) -> None:
        super().__init__()
        self._changing: Worker[None] | None = None
        self._order = Order.FILE
        self._backwards = False
        self._to_reset: Sequence[int] = ()
        self._said: Message | None = None
        self._read = 0

    def parts(self) -> Iterable[Widget]:
        """Lay out the line, the panes, and the line on which is said what was done."""
        frame = CardFrame(self.workspace.browser, str(self.workspace.home / "decks"))
        with Horizontal(id="search-row"):
            yield Static("/", id="search-sign", markup=False)
            yield SearchInput(compact=True, select_on_focus=False)
        with Container(id="panes"):
            yield frame
            yield CardPane(frame.table)
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        """Show the cards at once, and read on in the background what searching needs."""
        self.set_focus(self._table)
        self._search()
        self.run_worker(self._load(), exclusive=True, group="load")

    def repaint(self) -> None:
        """Paint all words again."""
        super().repaint()
        self.query_one(SearchInput).placeholder = self.say(message("browse.prompt"))
        self._frame.repaint()
        self._pane.repaint()
        self._paint_frame()
        self._paint_said()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those keys work that do something: none of the list while something is typed or asked."""
        del parameters
        if self._changing is not None or action == "stop":
            return action == "stop" and self._changing is not None and not self._writing
        if action in {"confirm", "decline"}:
            return bool(self._to_reset)
        if self._to_reset or not self.is_mounted:
            return False
        if isinstance(self.focused, SearchInput):
            return action == "clear"
        return self._possible(action)

    def _possible(self, action: str) -> bool:
        """Tell whether an action of the list leads anywhere."""
        browser, two_panes = self._browser, self.has_class("-two-panes")
        looking = self._is_open and not two_panes
        has_card = self._table.number is not None
        conditions = {
            "shut": looking,
            "look": has_card and not looking and not two_panes,
            "undo": browser.loaded and browser.can_undo,
            "clear": bool(self._text),
            **dict.fromkeys(("edit", "history"), has_card),
            **dict.fromkeys(("choose", "choose_all", "suspend", "flag", "reset"), has_card and browser.loaded),
            **dict.fromkeys(("search", "sort", "reverse"), len(browser) > 0),
        }
        return conditions.get(action, True)

    def on_browse_screen_told(self, event: Told) -> None:
        """Say how far the change of many cards is."""
        if self._changing is not None:
            self._say(event.words)

    def on_browse_screen_changed(self, event: Changed) -> None:
        """Say what was done."""
        self._end_change(event.words, event.fault)

    def on_resize(self) -> None:
        """Give the keys to what can be seen."""
        self.call_after_refresh(self._look)

    def on_input_changed(self) -> None:
        """Search for what is typed so far."""
        self._search_anew()

    def on_search_input_left(self) -> None:
        """Let the keys move in the list."""
        self.set_focus(self._table)

    def on_card_table_moved(self) -> None:
        """Look at the card under the cursor."""
        self._pane.look(self._table.number)

    async def on_card_table_clicked(self) -> None:
        """Look at the card that was clicked."""
        await self.run_action("look")

    def action_search(self) -> None:
        """Type what to look for."""
        self.set_focus(self.query_one(SearchInput))

    def action_clear(self) -> None:
        """Show all cards again, or leave the line where nothing is typed."""
        if self._text:
            self.query_one(SearchInput).value = ""
        else:
            self.set_focus(self._table)

    def action_look(self) -> None:
        """Show the card under the cursor, in the place of the list where there is no room for both."""
        self.add_class("-open")
        self.refresh_bindings()
        self.call_after_refresh(self._look)

    def action_shut(self) -> None:
        """Show nothing but the list."""
        self.remove_class("-open")
        self.refresh_bindings()
        self.call_after_refresh(self._look)

    def action_look_on(self, lines: int) -> None:
        """Scroll the card while the keys are with the list."""
        self._pane.action_scroll_by(lines)

    def action_choose(self) -> None:
        """Select the card under the cursor, or no longer, and go to the next."""
        self._table.choose()
        self._paint_frame()

    def action_choose_all(self) -> None:
        """Select all cards that were found, or none."""
        self._table.choose_all()
        self._paint_frame()

    def action_suspend(self) -> None:
        """Suspend cards, or resume them."""
        self._toggle(Mark.SUSPENDED)

    def action_flag(self) -> None:
        """Flag cards, or take the flags off."""
        self._toggle(Mark.FLAGGED)

    def action_reset(self) -> None:
        """Ask whether these cards are to be new again."""
        self._to_reset = self._meant
        self._say(message("browse.ask_reset", count=len(self._to_reset)))

    def action_stop(self) -> None:
        """Break off the change of many cards."""
        if self._changing is not None:
            self._changing.cancel()

    def action_confirm(self) -> None:
        """Let the cards be new again."""
        cards, self._to_reset = self._to_reset, ()
        self._change(partial(self._browser.reset, cards), len(cards))

    def action_decline(self) -> None:
        """Leave the cards as they are."""
        self._to_reset = ()
        self._say(None)

    def action_undo(self) -> None:
        """Take back the newest change."""
        self._change(self._browser.undo, self._browser.undo_size)

    def action_sort(self) -> None:
        """Go on to the next order."""
        self._order, self._backwards = self._order.next, False
        self._search_anew()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._backwards = not self._backwards
        self._search_anew()

    def action_edit(self) -> None:
        """Open the deck in an editor; when it has changed, list the cards anew."""
        number = self._table.number
        if number is not None and edit_card(self.study_app, self._browser.prompt(number)):
            self._table.open(self.workspace.browser)
            self._pane.forget()
            self._search()
            self.run_worker(self._load(), exclusive=True, group="load")

    def action_history(self) -> None:
        """Show every answer that was given to the card under the cursor."""
        from studycards.tui.screens.history import HistoryScreen  # noqa: PLC0415 - not before it is asked for

        if self._table.number is not None:
            self.study_app.open_page(HistoryScreen(self._browser.prompt(self._table.number)))

    async def _load(self) -> None:
        """Read what searching needs, giving way to keys every few milliseconds."""
        reading = self._browser.load()
        try:
            while not self._browser.loaded:
                until_s = perf_counter() + A_MOMENT_S
                for self._read in reading:
                    if perf_counter() > until_s:
                        break
                self._paint_said()
                await asyncio.sleep(0)
        except StudycardsError as error:
            self.study_app.complain(error)
        self._paint_said()
        self._search()

    def _search_anew(self) -> None:
        """List something else; what was done before is said no more."""
        self._said = None
        self._paint_said()
        self._search()

    def _search(self) -> None:
        """List what the line asks for."""
        self._frame.search(self._text, self._order, backwards=self._backwards)
        self._paint_frame()
        self.refresh_bindings()

    def _toggle(self, mark: Mark) -> None:
        cards = self._meant
        self._change(partial(self._browser.toggle, mark, cards), len(cards))

    def _change(self, change: Callable[[Tell | None], Message], cards: int) -> None:
        """Change cards; many of them in a thread, so that keys go on working and it can be broken off."""
        if cards > MANY:
            self._changing = self.run_worker(partial(self._change_many, change), thread=True, exit_on_error=False)
            self.refresh_bindings()
            return
        try:
            words = change(None)
        except StudycardsError as error:
            self._end_change(None, error)
        else:
            self._end_change(words)

    def _change_many(self, change: Callable[[Tell | None], Message]) -> None:
        """Change cards in a thread; all of them, or none where it is broken off."""
        worker = get_current_worker()

        def tell(words: Message) -> None:
            if worker.is_cancelled:
                raise _Stopped
            self.post_message(self.Told(words))

        try:
            self.post_message(self.Changed(change(tell)))
        except _Stopped:
            self.post_message(self.Changed(message("browse.stopped")))
        except StudycardsError as error:
            self.post_message(self.Changed(fault=error))

    def _end_change(self, words: Message | None, fault: StudycardsError | None = None) -> None:
        """Say what was done; what could not be written down is told."""
        self._changing = None
        self._say(words)
        if fault is not None:
            self.study_app.complain(fault)
        self._table.repaint_rows()
        self._pane.repaint()

    def _say(self, words: Message | None) -> None:
        self._said = words
        self._paint_said()
        self.refresh_bindings()

    def _paint_said(self) -> None:
        """Say what was done or is asked, or how far the cards have been read."""
        words = self._said
        if words is None and not self._browser.loaded:
            words = message("browse.loading", done=self._read, total=len(self._browser))
        said = self.query_one("#said", Static)
        said.set_class(bool(self._to_reset), "-asking")
        said.update(plain(self.say(words)) if words else "", layout=False)

    def _paint_frame(self) -> None:
        """Say around the list what was found."""
        self._frame.paint(self._text, backwards=self._backwards)

    def _look(self) -> None:
        """Show the card where there is room for it, and give the keys to what can be seen."""
        self._pane.look(self._table.number)
        if not self._frame.display:
            self.set_focus(self._pane)
        elif not isinstance(self.focused, SearchInput):
            self.set_focus(self._table)

    @property
    def _meant(self) -> Sequence[int]:
        """The cards that an action is for: the selected ones, else the one under the cursor."""
        number = self._table.number
        return sorted(self._table.chosen) or ([] if number is None else [number])

    @property
    def _writing(self) -> bool:
        """Whether what was done to many cards is being written, so that it cannot be broken off any more."""
        return self._said is not None and self._said.key == WRITING

    @property
    def _text(self) -> str:
        return self.query_one(SearchInput).value

    @property
    def _is_open(self) -> bool:
        return self.has_class("-open")

    @property
    def _browser(self) -> Browser:
        return self._table.browser

    @property
    def _frame(self) -> CardFrame:
        return self.query_one(CardFrame)

    @property
    def _table(self) -> CardTable:
        return self._frame.table

    @property
    def _pane(self) -> CardPane:
        return self.query_one(CardPane)
