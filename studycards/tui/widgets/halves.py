"""What scrolls on a card: all of it or, on a wide screen, each half; its frame says when there is more to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import VerticalScroll

from studycards.tui.text import plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.widget import Widget

    from studycards.tui.screens.page import Page

BESIDE = 120
"""From this width of the terminal on, in cells, question and solution stand beside each other."""

OTHER = {"front": "back", "back": "front"}
"""The ids of the halves, each with that of the other."""


class Halves(VerticalScroll, Spoken, can_focus=False, inherit_bindings=False):
    """Moves the half that is read now.

    It never has the focus: one that goes to the card and back restyles all in it, 4 ms each time. The screen moves it,
    by keys that are its own, so that they can be others.
    """

    def __init__(self) -> None:
        super().__init__(id="card", classes="frame")
        self._chosen: str | None = None
        self._notes: dict[str, str] = {}
        self.is_answered = False
        self.foot = ""

    @property
    def is_beside(self) -> bool:
        """Whether the two halves stand beside each other, each in its own frame from the beginning."""
        return self.app.size.width >= BESIDE

    def on_mount(self) -> None:
        """Say anew what is out of sight when something has moved, or has got another size."""
        for half in (self, *map(self._child, OTHER)):
            self.watch(half, "scroll_y", self.tell_more, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def _laid_out(self, _: object) -> None:
        """Say what is out of sight now, beside a bar that agrees: Textual forgets one that was hidden meanwhile."""
        for half in (self, *map(self._child, OTHER)):
            if half.show_vertical_scrollbar:
                half.vertical_scrollbar.position = half.scroll_y
        self.tell_more()

    def on_descendant_focus(self) -> None:
        """Name the keys that work now."""
        self.tell_more()

    def on_descendant_blur(self) -> None:
        """Name the keys that work now."""
        self.tell_more()

    def tell_more(self, _: object = None) -> None:
        """Say in the lower edge of each frame, after `foot`, where there is more than is seen."""
        for name, framed in (("card", self), *((name, self._child(name)) for name in OTHER)):
            is_frame = (name in OTHER) is self.is_beside
            note = self._more(framed, is_read=self.half(self.read) is framed) if is_frame else ""
            words = " · ".join(filter(None, ("" if name == "back" else self.foot, note)))
            # Setting a title paints the whole card anew, which costs 3 ms.
            if words != self._notes.get(name, ""):
                self._notes[name] = words
                framed.border_subtitle = plain(words)

    def scroll_to_front(self) -> None:
        """Show the beginning of what is asked."""
        self.half("front").scroll_home(animate=False)

    def scroll_lines(self, lines: int) -> None:
        """Move what is read now up or down."""
        self.half(self.read).scroll_relative(y=lines, animate=False)

    def scroll_to_edge(self, *, end: bool) -> None:
        """Show the beginning or the end of what is read now."""
        half = self.half(self.read)
        half.scroll_to(y=half.max_scroll_y if end else 0, animate=False)

    def scroll_pages(self, pages: int) -> None:
        """Move it by what is seen of it, less two lines to keep the thread."""
        self.scroll_lines(pages * max(self.half(self.read).size.height - 2, 1))

    @property
    def halves_to_choose(self) -> bool:
        """Whether there is more of both halves than is seen, so that the keys have to be for one of them."""
        return self.is_beside and all(self.half(name).max_scroll_y for name in OTHER)

    def turn_half(self) -> None:
        """Let the keys move the other half, and show which one that is."""
        self._chosen = OTHER[self.read]
        for name in OTHER:
            self.half(name).set_class(name == self._chosen, "-chosen")
        self.tell_more()

    def forget_choice(self) -> None:
        """Let the keys move again what is read now."""
        self._chosen = None
        for name in OTHER:
            self._child(name).remove_class("-chosen")

    def half(self, name: str) -> Widget:
        """Return what scrolls a half of the card: the half itself, or the card with both."""
        return self._child(name) if self.is_beside else self

    @property
    def read(self) -> str:
        """The half that the keys move: the chosen one, else what is read now if there is more of it than is seen."""
        if self._chosen is not None and self.is_beside:
            return self._chosen
        first = "back" if self.is_answered else "front"
        other = OTHER[first]
        return first if self.half(first).max_scroll_y or not self.half(other).max_scroll_y else other

    def _more(self, framed: Widget, *, is_read: bool) -> str:
        """Name where there is more than is seen of `framed`, behind the keys that lead there if it is read now."""
        above, below = framed.scroll_offset.y > 0, framed.scroll_offset.y < framed.max_scroll_y
        ways = (
            *([("study_screen.more_above", "↑", -1)] if above else []),
            *([("study_screen.more_below", "↓", 1)] if below else []),
        )
        return "  ".join(f"{self._keys(by) if is_read else sign} {self.language.text(word)}" for word, sign, by in ways)

    def _keys(self, by: int) -> str:
        """Return the keys that scroll now: letters and arrows may be for what is typed."""
        step = "scroll_lines" if self.screen.focused is None else "scroll_pages"
        return cast("Page", self.screen).signs_for(f"{step}({by})")

    def _child(self, name: str) -> Widget:
        return self.query_one(f"#{name}")
