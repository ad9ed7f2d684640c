"""The card of a session: what is asked and answered, and what is read about it, below or, on a wide screen, beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalGroup
from textual.geometry import Region

from studycards.questions import Outcome
from studycards.study.view import Phase
from studycards.tui.bands import grid_band
from studycards.tui.feedback import (
    BLANK,
    feedback_lines,
    first_lines,
    full_lines,
    hint_lines,
    reading_line,
    source_lines,
    verdict_line,
)
from studycards.tui.reading_place import Shown, reading_offset
from studycards.tui.summary import missed_lines, summary_lines, titled_missed_lines
from studycards.tui.text import AtLeast, Line, height_of, plain, prose
from studycards.tui.titles import Titles, titles_of
from studycards.tui.waiting import waiting_lines
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.halves import Halves
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from studycards.locale import Message
    from studycards.study.view import SessionView
    from studycards.tui.text import Flowing


_OPEN_CELL = "open cell"
"""What is sought in a terminal of another size."""


class Card(Halves):
    """Paints the view of a session, and keeps in sight what has just changed.

    Args:
        shows_answers: false where none is ever shown, as in an exam.
    """

    def __init__(self, *, shows_answers: bool = True) -> None:
        super().__init__()
        self._shows_answers = shows_answers
        self._titles = Titles()
        self._phase: Phase | None = None
        self._view: SessionView | None = None
        self._in_full = False
        self._sought = ""

    def compose(self) -> ComposeResult:
        """Lay out the parts; those that are empty take no room."""
        with VerticalGroup(id="front"):
            yield Sheet(id="stem")
            yield AnswerArea()
        with VerticalGroup(id="back"):
            yield Sheet(id="hints")
            yield Sheet(id="feedback")
            yield Sheet(id="full")

    def on_mount(self) -> None:
        """Learn when the layout has given everything its place. Textual calls this before `on_mount` of `Halves`."""
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
            self.forget_choice()
            self._sought = "feedback" if view.phase is Phase.ANSWERED else ""
        self._phase, self._view = view.phase, view
        self.is_answered = view.phase is Phase.ANSWERED
        self._paint_full(view)
        self.paint_below(view, complaint)
        self.tell_more()

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
            below.lines = self._read_as(view)
        else:
            below.lines = self._guide(view)

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
            self.half("front").scroll_to_region(Region(0, first, 1, last - first + 1), animate=False)

    def _guide(self, view: SessionView) -> tuple[Flowing, ...]:
        """Say how to answer."""
        guide = self._area.guide or (view.question.expects if view.question else None)
        return prose(self.language.render(guide)) if guide else ()

    def _read_as(self, view: SessionView) -> tuple[Flowing, ...]:
        """Say how the answer was read, or to compare it; where hints follow, in the room of the guide."""
        if view.question is not None and view.question.self_graded and not self.is_beside:
            said: tuple[Line, ...] = (verdict_line(view, self.language),)
        else:
            reading = None if self._area.has_pad else reading_line(view, self.language)
            said = (Line(reading),) if reading is not None else ()
        return (AtLeast(said, self._guide(view)),) if view.hints and not self.is_beside else said

    def _is_headed(self, view: SessionView) -> bool:
        """Whether the verdict stands above what is read below the answer, not in it."""
        recalled = view.question is not None and view.question.self_graded
        return (recalled or self._area.is_sheet) and not self.is_beside

    def _paint_titles(self, view: SessionView) -> None:
        titles = titles_of(view, self.language)
        # Setting a title paints the whole card anew, which costs 3 ms.
        if titles != self._titles:
            self._titles = titles
            title, self.foot, beside = plain(titles.above), titles.below, plain(titles.beside)
            self.border_title = self.query_one("#front").border_title = title
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
            return feedback_lines(view, self.language, headed=self._is_headed(view))
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
            self.half("back").scroll_to(y=self._place_of("full"), animate=False)
        else:
            self._show_verdict()
        self._sought = ""

    def _show_verdict(self) -> None:
        """Bring what is to be read into sight."""
        half = self.half("back")
        top = reading_offset(self._shown(), half.scrollable_content_region.height, half.scroll_offset.y)
        half.scroll_to(y=top, animate=False)

    def _shown(self) -> Shown:
        """Tell which rows are to be read. Who was right wants to go on rather than to read."""
        view, sheet = self._view, self._sheet("feedback")
        assert view is not None
        # An empty line heads both the answer and what is said about it.
        above, width = sheet.gutter.top, sheet.content_size.width
        given, first = self._area.virtual_region.y + above, self._place_of("feedback") + above
        needed = first + height_of(first_lines(view, self.language, headed=self._is_headed(view)), width)
        is_right = view.verdict is not None and view.verdict.outcome is Outcome.RIGHT
        return Shown(
            given=given if view.reading is not None and not self.is_beside else None,
            verdict=given if self._area.is_sheet and not self.is_beside else first,
            needed=needed,
            end=needed if is_right else first + sheet.content_size.height - self._height_of_source(view),
        )

    def _height_of_source(self, view: SessionView) -> int:
        """Return how many rows below the explanation nobody has to read now."""
        lines = source_lines(view.question, self.language) if view.question else ()
        return height_of((BLANK, *lines), self._sheet("feedback").content_size.width) if lines else 0

    def _place_of(self, name: str) -> int:
        """Return the row of a sheet in what scrolls it."""
        above = 0 if self.is_beside else self.query_one("#back").virtual_region.y
        return above + self._sheet(name).virtual_region.y

    @property
    def _area(self) -> AnswerArea:
        return self.query_one(AnswerArea)

    def _sheet(self, name: str) -> Sheet:
        return self.query_one(f"#{name}", Sheet)
