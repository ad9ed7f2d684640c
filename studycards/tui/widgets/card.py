"""The card of a session: question, answer, hints, feedback and full solution below each other, in a scrolling frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region

from studycards.locale import message
from studycards.study.view import Phase
from studycards.tui.bands import grid_band
from studycards.tui.feedback import BLANK, feedback_lines, full_lines, hint_lines, reading_line
from studycards.tui.summary import summary_lines
from studycards.tui.text import Line, plain, prose
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.answer_sheet import AnswerSheet
from studycards.tui.widgets.sheet import Sheet
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from studycards.locale import Message
    from studycards.study.view import SessionView
    from studycards.tui.text import Flowing


_OPEN_CELL = "open cell"
"""What is sought in a terminal of another size."""


class Card(VerticalScroll, Spoken, can_focus=False):
    """Paints the view of a session, and keeps in sight what has just changed.

    It never has the focus: one that goes to the card and back restyles all in it, 4 ms each time. The screen moves it.
    """

    def __init__(self) -> None:
        super().__init__(id="card", classes="frame")
        self._titles = ("", "")
        self._phase: Phase | None = None
        self._in_full = False
        self._sought = ""

    def compose(self) -> ComposeResult:
        """Lay out the parts; those that are empty take no room."""
        yield Sheet(id="stem")
        yield AnswerArea()
        yield Sheet(id="hints")
        yield Sheet(id="feedback")
        yield Sheet(id="full")

    def on_mount(self) -> None:
        """Learn when the layout has given everything its place."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._show_sought)

    def on_resize(self) -> None:
        """Keep the open cell in sight; before anything is filled in, what is asked matters more."""
        if self._area.typed:
            self._sought = self._sought or _OPEN_CELL

    def paint(self, view: SessionView, complaint: Message | None) -> None:
        """Paint the view of this moment, but for the answer area, which opens and closes by itself."""
        answered = view.phase is Phase.ANSWERED
        self._paint_titles(view)
        self._sheet("stem").lines = self._stem(view)
        self._sheet("hints").lines = hint_lines(view, self.language)
        self._sheet("feedback").lines = feedback_lines(view, self.language) if answered else ()
        if view.phase is not self._phase:
            self._in_full = False
            self._sought = "feedback" if answered else ""
        self._phase = view.phase
        self._paint_full(view)
        self.paint_below(view, complaint)

    def paint_below(self, view: SessionView, complaint: Message | None) -> None:
        """Fill the line under the answer: what is expected, why it could not be read, or how it was read."""
        below = self._sheet("below")
        below.set_class(complaint is not None, "-notice")
        below.set_class(view.question is not None and view.question.self_graded, "-recalled")
        if complaint is not None:
            below.lines = prose(self.language.render(complaint))
        elif view.phase is Phase.ANSWERED:
            reading = None if self._area.has_pad else reading_line(view, self.language)
            below.lines = (Line(reading),) if reading is not None else ()
        else:
            guide = self._area.guide or (view.question.expects if view.question else None)
            below.lines = prose(self.language.render(guide)) if guide else ()

    def turn_full(self, view: SessionView) -> None:
        """Show the full solution, or hide it."""
        self._in_full = not self._in_full
        self._sought = "full" if self._in_full else "feedback"
        self._paint_full(view)

    def show_place(self, place: AnswerSheet.Moved) -> None:
        """Keep the open cell in sight on a card that is too long, and what belongs to it if that fits, too."""
        top = self._area.virtual_region.y + self.query_one(AnswerSheet).virtual_region.y
        for first, last in ((place.top, place.bottom), (place.cursor, place.cursor)):
            self.scroll_to_region(Region(0, top + first, 1, last - first + 1), animate=False)

    def _paint_titles(self, view: SessionView) -> None:
        say = self.language.render
        title = message("tui.summary") if view.phase is Phase.DONE else view.deck
        level = view.question.level if view.question else None
        titles = (say(title) if title else "", say(message("tui.level", level=level)) if level else "")
        # Setting a title paints the whole card anew, which costs 3 ms.
        if titles != self._titles:
            self.border_title, self.border_subtitle = map(plain, titles)
            self._titles = titles

    def _stem(self, view: SessionView) -> tuple[Flowing, ...]:
        """Return the question with the arrays it is about, or the summary at the end."""
        if view.question is None:
            return summary_lines(view, self.language)
        stem, grids = prose(self.language.render(view.question.stem)), view.question.grids
        return (*stem, BLANK, grid_band(grids, self.language)) if grids else stem

    def _paint_full(self, view: SessionView) -> None:
        shown = self._in_full and view.question is not None
        self._sheet("full").lines = full_lines(view.question, self.language) if shown and view.question else ()

    def _show_sought(self, _: Screen[None]) -> None:
        """Bring what has just been put on the card into sight; its place is known once it was laid out."""
        if self._sought == _OPEN_CELL:
            # Textual drops a message on its way through whoever was at work when it was made: here the screen.
            sheet = self.query_one(AnswerSheet)
            sheet.call_later(sheet.tell_place)
            self._sought = ""
        if not self._sought or not self._sheet(self._sought).size:
            return
        if self._sought == "full":
            self.scroll_to(y=self._sheet("full").virtual_region.y, animate=False)
        else:
            self._show_verdict()
        self._sought = ""

    def _show_verdict(self) -> None:
        """Scroll no further than it takes to see the verdict: the answer stays in sight."""
        feedback = self._sheet("feedback")
        top = (self._area if self._area.is_sheet else feedback).virtual_region.y
        self.scroll_to_region(Region(0, top, 1, 1 + feedback.gutter.top), animate=False)

    @property
    def _area(self) -> AnswerArea:
        return self.query_one(AnswerArea)

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)
