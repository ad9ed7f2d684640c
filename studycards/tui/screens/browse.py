"""All cards: selected, suspended, flagged, reset, edited; how they are found and looked at is said in `found_cards`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.memory import Mark
from studycards.tui.editing import edit_card
from studycards.tui.keys import key
from studycards.tui.screens.found_cards import FoundCardsPage
from studycards.tui.widgets.search_input import SearchInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.tui.widgets.change_line import ChangeLine


class BrowseScreen(FoundCardsPage):
    """Does to many cards what is done to the selected ones, or where none is to the one under the cursor."""

    CSS_PATH = "browse.tcss"

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those keys work that do something: none of the list while something is typed or asked."""
        del parameters
        if not self.is_mounted:
            return False
        if self._line.is_changing or action == "stop":
            return action == "stop" and self._line.can_stop
        if action in {"confirm", "decline"}:
            return self._line.is_asking
        if self._line.is_asking:
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

    def on_change_line_ended(self, event: ChangeLine.Ended) -> None:
        """Show the cards as they are now; what could not be written down is told."""
        if event.fault is not None:
            self.study_app.complain(event.fault)
        self._table.repaint_rows()
        self._pane.repaint()

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
        cards = self._meant
        self._line.ask(message("browse.ask_reset", count=len(cards)), partial(self._browser.reset, cards), len(cards))

    def action_stop(self) -> None:
        """Break off the change of many cards."""
        self._line.stop()

    def action_confirm(self) -> None:
        """Let the cards be new again."""
        self._line.confirm()

    def action_decline(self) -> None:
        """Leave the cards as they are."""
        self._line.forget()

    def action_undo(self) -> None:
        """Take back the newest change."""
        self._line.change(self._browser.undo, self._browser.undo_size)

    def action_edit(self) -> None:
        """Open the deck in an editor; when it has changed, list the cards anew."""
        number = self._table.number
        if number is not None and edit_card(self.study_app, self._browser.prompt(number)):
            self._table.open(self.workspace.browser)
            self._pane.forget()
            self._list()

    def action_history(self) -> None:
        """Show every answer that was given to the card under the cursor."""
        from studycards.tui.screens.history import HistoryScreen  # noqa: PLC0415 - not before it is asked for

        if self._table.number is not None:
            self.study_app.open_page(HistoryScreen(self._browser.prompt(self._table.number)))

    def _toggle(self, mark: Mark) -> None:
        cards = self._meant
        self._line.change(partial(self._browser.toggle, mark, cards), len(cards))

    @property
    def _meant(self) -> Sequence[int]:
        """The cards that an action is for: the selected ones, else the one under the cursor."""
        number = self._table.number
        return sorted(self._table.chosen) or ([] if number is None else [number])
