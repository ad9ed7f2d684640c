"""The statistics: what was done, what comes, what is remembered, where the weak spots are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.message import Message as Event
from textual.worker import WorkerState, get_current_worker

from studycards.locale import Message, message
from studycards.study.outlook import ALL
from studycards.tui.graphics import progress
from studycards.tui.keys import key
from studycards.tui.reading import FIGURES, fault_of
from studycards.tui.screens.page import Page
from studycards.tui.screens.scroll_page import ScrollPage
from studycards.tui.statistics_lines import SECTIONS, Measure, calendar_lines, section
from studycards.tui.text import Line, first_line, plain
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget
    from textual.worker import Worker

    from studycards.study.statistics import Figures, Statistics, StatisticsView
    from studycards.tui.text import Flowing

PROGRESS_WIDTH = 30

ROOMY_FROM = 120
"""From this width on, sections stand side by side."""


class Left(Exception):  # noqa: N818 - not an error: the learner has gone elsewhere
    """Ends the reading of the log."""


class StatisticsScreen(ScrollPage):
    """Reads the log in a thread and paints what it comes to, a section a sheet."""

    CSS_PATH = "statistics.tcss"

    TOPIC = "statistics"

    HORIZONTAL_BREAKPOINTS = [*Page.HORIZONTAL_BREAKPOINTS, (ROOMY_FROM, "-roomy")]  # noqa: RUF012

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("tab", "section(1)", "statistics.next_section"),
        key("shift+tab", "section(-1)", "statistics.previous_section", show=False),
        key("v", "measure", "statistics.measure"),
        key("d", "deck(1)", "statistics.next_deck"),
        key("D", "deck(-1)", "statistics.previous_deck", show=False),
    ]

    @dataclass
    class Counted(Event):
        """A part of the log has been read."""

        share: float

    def __init__(self) -> None:
        super().__init__()
        self._figures: Figures | None = None
        self._views: dict[str, StatisticsView] = {}
        self._deck = ALL
        self._measure = Measure.ANSWERS
        self._share = 0.0
        self._fault: Message | None = None

    def parts(self) -> Iterable[Widget]:
        """Lay out the sections; until they are there, how far the reading has come."""
        with VerticalScroll(classes="frame", can_focus=False):
            yield Sheet(id="counting")
            for name in SECTIONS:
                yield Sheet(id=name, classes="section")

    def on_mount(self) -> None:
        """Begin to read."""
        statistics = self.workspace.statistics
        self.run_worker(lambda: self._read(statistics), thread=True, exit_on_error=False, group=FIGURES)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show the figures once they are there; tell a fault that the learner can mend."""
        if event.state is WorkerState.SUCCESS:
            self._figures = event.worker.result
        elif event.state is WorkerState.ERROR:
            fault = fault_of(event.worker)
            self._fault = Message(fault.key, fault.values)
        else:
            return
        self.repaint()

    def on_statistics_screen_counted(self, event: Counted) -> None:
        """Show how far the reading has come."""
        self._share = event.share
        self._paint_counting()

    def repaint(self) -> None:
        """Paint the sections in the language of this moment."""
        super().repaint()
        self.sheet.border_title = plain(self._title())
        self._paint_counting()
        if self._figures is not None:
            view = self._views.get(self._deck) or self._figures.view(self._deck)
            self._views[self._deck] = view
            for name in SECTIONS:
                self.query_one(f"#{name}", Sheet).lines = self._lines(name, view)
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer other decks only where there are several."""
        del parameters
        if action == "deck":
            return self._figures is not None and len(self._figures.decks) > 1
        return action not in {"section", "measure"} or self._figures is not None

    def action_section(self, by: int) -> None:
        """Go to the section after or before the one on top."""
        tops = [self.query_one(f"#{name}", Sheet).virtual_region.y for name in SECTIONS]
        top = round(self.sheet.scroll_y)
        others = [y for y in sorted(set(tops)) if (y > top if by > 0 else y < top)]
        if others:
            self.sheet.scroll_to(y=others[0] if by > 0 else others[-1], animate=False)

    def action_measure(self) -> None:
        """Let the calendar count minutes, or answers again."""
        self._measure = Measure.MINUTES if self._measure is Measure.ANSWERS else Measure.ANSWERS
        self.repaint()

    def action_deck(self, by: int) -> None:
        """Show the statistics of another deck, or of all."""
        assert self._figures is not None
        names = [ALL, *(deck.id for deck in self._figures.decks)]
        self._deck = names[(names.index(self._deck) + by) % len(names)]
        self.repaint()

    def _read(self, statistics: Statistics) -> Figures:
        """Read the log in a thread, telling how far it has come, until the learner leaves."""
        worker = get_current_worker()

        def tell(share: float) -> None:
            if worker.is_cancelled:
                raise Left
            self.post_message(self.Counted(share))

        figures = statistics.read(tell=tell)
        # It adds up all decks, half a second for many of them: better here than between two keys.
        self._views[ALL] = figures.view()
        return figures

    def _lines(self, name: str, view: StatisticsView) -> tuple[Flowing, ...]:
        if name == "calendar":
            return calendar_lines(view, self._measure, self.language)
        return section(name, view, self.language)

    def _title(self) -> str:
        decks = self._figures.decks if self._figures else ()
        deck = next((entry for entry in decks if entry.id == self._deck), None)
        if deck is None:
            return self.say(message("statistics.statistics"))
        return self.say(message("statistics.statistics_of", deck=first_line(self.say(deck.title))))

    def _paint_counting(self) -> None:
        counting = self.query_one("#counting", Sheet)
        if self._fault is not None:
            counting.lines = (Line(plain(self.say(self._fault))),)
        elif self._figures is None:
            words = plain(f"{self.say(message('statistics.counting'))} {round(self._share * 100):>3} %  ")
            counting.lines = (Line(words + progress(self._share, PROGRESS_WIDTH)),)
        else:
            counting.lines = ()
