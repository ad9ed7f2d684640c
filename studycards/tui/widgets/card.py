"""The card of a session: what is asked and answered, and what is read about it, below or, on a wide screen, beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup, VerticalScroll
from textual.geometry import Region

from studycards.study.view import Phase
from studycards.tui.bands import grid_band
from studycards.tui.feedback import BLANK, feedback_lines, full_lines, hint_lines, reading_line
from studycards.tui.summary import missed_lines, summary_lines, titled_missed_lines
from studycards.tui.text import Line, plain, prose
from studycards.tui.titles import Titles, titles_of
from studycards.tui.waiting import waiting_lines
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.sheet import Sheet
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen
    from textual.widget import Widget

    from studycards.locale import Message
    from studycards.study.view import SessionView
    from studycards.tui.text import Flowing


BESIDE = 120
"""From this width of the terminal on, in cells, question and solution stand beside each other."""

_OTHER = {"front": "back", "back": "front"}
"""The ids of the halves, each with that of the other."""

_OPEN_CELL = "open cell"
"""What is sought in a terminal of another size."""


class Card(VerticalScroll, Spoken, can_focus=False):
    """Paints the view of a session, and keeps in sight what has just changed.

    It never has the focus: one that goes to the card and back restyles all in it, 4 ms each time. The screen moves it.

    Args:
        shows_answers: false where none is ever shown, as in an exam.
    """

    def __init__(self, *, shows_answers: bool = True) -> None:
        super().__init__(id="card", classes="frame")
        self._shows_answers = shows_answers
        self._titles = Titles()
        self._phase: Phase | None = None
        self._in_full = False
        self._sought = ""
        self._chosen: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts; those that are empty take no room."""
        with VerticalGroup(id="front"):
            yield Sheet(id="stem")
            yield AnswerArea()
        with VerticalGroup(id="back"):
            yield Sheet(id="hints")
            yield Sheet(id="feedback")
            yield Sheet(id="full")

    @property
    def is_beside(self) -> bool:
        """Whether the two halves stand beside each other, each in its own frame from the beginning."""
        return self.app.size.width >= BESIDE

    def on_mount(self) -> None:
        """Learn when the layout has given everything its place."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._show_sought)

    def on_resize(self) -> None:
        """Keep the open cell in sight; before anything is filled in, what is asked matters more."""
        if self._area.typed:
            self._sought = self._sought or _OPEN_CELL

    def paint(self, view: SessionView, complaint: Message | None) -> None:
        """Paint the view of this moment, but for the answer area, which opens and closes by itself."""
        self._paint_titles(view)
        self._sheet("stem").lines = self._stem(view)
        self._sheet("hints").lines = hint_lines(view, self.language)
        self._sheet("feedback").lines = self._feedback(view)
        self.query_one("#back").display = self._has_back(view)
        if view.phase is not self._phase:
            self._in_full = False
            self._forget_choice()
            self._sought = "feedback" if view.phase is Phase.ANSWERED else ""
        self._phase = view.phase
        self._paint_full(view)
        self.paint_below(view, complaint)

    def close_answer(self, view: SessionView) -> None:
        """Show the answer as it was given, its parts marked by the verdict."""
        self._area.close(view, headed=not self.is_beside)

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

    @property
    def in_full(self) -> bool:
        """Whether the full solution is shown."""
        return self._in_full

    def turn_full(self, view: SessionView) -> None:
        """Show the full solution, or hide it."""
        self._in_full = not self._in_full
        self._sought = "full" if self._in_full else "feedback"
        self._paint_full(view)

    def show_place(self) -> None:
        """Keep the open cell in sight on a card that is too long, and what belongs to it if that fits, too."""
        if (place := self._area.place) is None:
            return
        place = place.below(self._area.virtual_region.y)
        for first, last in ((place.top, place.bottom), (place.cursor, place.cursor)):
            self._half("front").scroll_to_region(Region(0, first, 1, last - first + 1), animate=False)

    def scroll_to_front(self) -> None:
        """Show the beginning of what is asked."""
        self._half("front").scroll_home(animate=False)

    def scroll_lines(self, lines: int) -> None:
        """Move what is read now up or down."""
        self._half(self._read).scroll_relative(y=lines, animate=False)

    def scroll_to_edge(self, *, end: bool) -> None:
        """Show the beginning or the end of what is read now."""
        half = self._half(self._read)
        half.scroll_to(y=half.max_scroll_y if end else 0, animate=False)

    @property
    def halves_to_choose(self) -> bool:
        """Whether there is more of both halves than is seen, so that the keys have to be for one of them."""
        return self.is_beside and all(self._half(name).max_scroll_y for name in ("front", "back"))

    def turn_half(self) -> None:
        """Let the keys move the other half, and show which one that is."""
        self._chosen = _OTHER[self._read]
        for name in _OTHER:
            self._half(name).set_class(name == self._chosen, "-chosen")

    def scroll_pages(self, pages: int) -> None:
        """Move it by what is seen of it, less two lines to keep the thread."""
        self.scroll_lines(pages * max(self._half(self._read).size.height - 2, 1))

    def _paint_titles(self, view: SessionView) -> None:
        titles = titles_of(view, self.language)
        # Setting a title paints the whole card anew, which costs 3 ms.
        if titles != self._titles:
            self._titles = titles
            title, subtitle, beside = map(plain, titles)
            for framed in (self, self.query_one("#front")):
                framed.border_title, framed.border_subtitle = title, subtitle
            self.query_one("#back").border_title = beside

    def _has_back(self, view: SessionView) -> bool:
        """Whether there is anything to read about the answer, or will be; at the end, whether anything was missed."""
        if view.phase is Phase.DONE:
            return self.is_beside and bool(view.summary.missed)
        return self._shows_answers

    def _stem(self, view: SessionView) -> tuple[Flowing, ...]:
        """Return the question with the arrays it is about, or the summary at the end."""
        if view.question is None:
            missed = () if self.is_beside else titled_missed_lines(view.summary.missed, self.language)
            return (*summary_lines(view, self.language), *missed)
        stem, grids = prose(self.language.render(view.question.stem)), view.question.grids
        return (*stem, BLANK, grid_band(grids, self.language)) if grids else stem

    def _feedback(self, view: SessionView) -> tuple[Line, ...]:
        """Return what is read about the answer; beside an open question how to type it, at the end what was missed."""
        if view.phase is Phase.ANSWERED:
            return feedback_lines(view, self.language, headed=self._is_headed)
        if view.phase is Phase.DONE:
            return missed_lines(view.summary.missed, self.language)[1:]
        return waiting_lines(view, self.language) if self.is_beside else ()

    def _paint_full(self, view: SessionView) -> None:
        shown = self._in_full and view.question is not None
        self._sheet("full").lines = full_lines(view.question, self.language) if shown and view.question else ()

    def _show_sought(self, _: Screen[None]) -> None:
        """Bring what has just been put on the card into sight; its place is known once it was laid out."""
        if self._sought == _OPEN_CELL:
            self.show_place()
            self._sought = ""
        if not self._sought or not self._sheet(self._sought).size:
            return
        if self._sought == "full":
            self._half("back").scroll_to(y=self._place_of("full"), animate=False)
        else:
            self._show_verdict()
        self._sought = ""

    def _show_verdict(self) -> None:
        """Scroll no further than it takes to see the verdict: the answer stays in sight."""
        feedback = self._sheet("feedback")
        top = self._area.virtual_region.y if self._is_headed else self._place_of("feedback")
        self._half("back").scroll_to_region(Region(0, top, 1, 1 + feedback.gutter.top), animate=False)

    @property
    def _is_headed(self) -> bool:
        """Whether the verdict stands above the steps of a sheet, and not at the head of the feedback."""
        return self._area.is_sheet and not self.is_beside

    def _place_of(self, name: str) -> int:
        """Return the row of a sheet in what scrolls it."""
        above = 0 if self.is_beside else self.query_one("#back").virtual_region.y
        return above + self._sheet(name).virtual_region.y

    def _half(self, name: str) -> Widget:
        """Return what scrolls a half of the card: the half itself, or the card with both."""
        return self.query_one(f"#{name}") if self.is_beside else self

    @property
    def _read(self) -> str:
        """The half that the keys move: the chosen one, else what is read now if there is more of it than is seen."""
        if self._chosen is not None and self.is_beside:
            return self._chosen
        first = "back" if self._phase is Phase.ANSWERED else "front"
        other = _OTHER[first]
        return first if self._half(first).max_scroll_y or not self._half(other).max_scroll_y else other

    def _forget_choice(self) -> None:
        self._chosen = None
        for name in _OTHER:
            self.query_one(f"#{name}").remove_class("-chosen")

    @property
    def _area(self) -> AnswerArea:
        return self.query_one(AnswerArea)

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)
