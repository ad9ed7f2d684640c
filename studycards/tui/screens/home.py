"""The first screen: what waits today and what to do next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.containers import Vertical
from textual.worker import WorkerState

from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.memory import Counts
from studycards.study.statistics_wording import expected_words, waiting_words
from studycards.study.wording import next_words
from studycards.tui.keys import key
from studycards.tui.places import PLACES
from studycards.tui.reading import FIGURES, fault_of
from studycards.tui.screens.page import Page
from studycards.tui.text import Line, plain
from studycards.tui.widgets.deck_list import DeckHeading, DeckList, DeckRow
from studycards.tui.widgets.outlook_line import OutlookLine
from studycards.tui.widgets.row_list import RowWindow
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget
    from textual.worker import Worker

    from studycards.locale import Message
    from studycards.memory.statistics import Maturity
    from studycards.study import DeckSummary
    from studycards.study.outlook import Outlook

QUIZ_LENGTH = 20
"""Questions in a quiz of the keyboard; the command line takes any number."""


class HomeScreen(Page):
    """The decks with a cursor; the line above says what Enter does there. The first row stands for all decks."""

    TOPIC = "decks"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "review", "review"),
        key("enter", "quiz_instead", "statistics.quiz_instead"),
        key("enter", "show_problems", "show_problems"),
        key("r", "review_all", "review_all"),
        key("z", "quiz", "quiz"),
        key("e", "exams", "exams"),
        key("p", "visit('browse')", "statistics.browse"),
        key("t", "visit('statistics')", "statistics.statistics"),
        key("b", "visit('lab')", "statistics.lab"),
        key("o", "visit('settings')", "statistics.settings"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._decks: tuple[DeckSummary, ...] = ()
        self._rows: tuple[DeckRow, ...] = ()
        self._total = Counts()
        self._outlook: Outlook | None = None

    def parts(self) -> Iterable[Widget]:
        """Lay out the sentence, the outlook and the table."""
        yield Sheet(id="next")
        yield OutlookLine()
        with Vertical(id="table", classes="frame"):
            yield DeckHeading()
            with RowWindow(id="decks"):
                yield DeckList()

    def on_mount(self) -> None:
        """Let the keys move in the list; what waits is counted when the screen is shown."""
        self.query_one(DeckList).focus()

    def on_screen_resume(self) -> None:
        """Count what waits, now and whenever another screen gives way to this one."""
        self.recount()

    def recount(self) -> None:
        """Ask the workspace what waits, and paint it; what takes longer is read in a thread once that is seen."""
        # What cannot be used comes first: the end of the list is below the fold.
        self._decks = tuple(sorted(self.workspace.decks(), key=lambda deck: not deck.problems))
        self._total = self.workspace.total()
        self._list_decks()
        self.repaint()
        self.call_after_refresh(self._look_ahead)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Fill in what was read in the thread, in the place that was kept for it."""
        if event.state is WorkerState.ERROR:
            self.study_app.complain(fault_of(event.worker))
        if event.state is WorkerState.SUCCESS:
            outlook = cast("Outlook", event.worker.result)
            self._outlook = replace(outlook, days_to_exam=self.workspace.preferences.days_to_exam)
            self.query_one(OutlookLine).outlook = self._outlook
            self._list_decks()
            self._paint_next()

    def repaint(self) -> None:
        """Paint the words around the list, and the list."""
        super().repaint()
        self.query_one("#table").border_title = plain(self.say(message("tui.decks")))
        for widget in (self.query_one(DeckHeading), self.query_one(DeckList)):
            widget.refresh(layout=True)
        self.query_one(OutlookLine).refresh()
        self._paint_next()

    def on_row_list_moved(self) -> None:
        """Say what Enter does on this row."""
        self._paint_next()
        self.refresh_bindings()

    async def on_row_list_chosen(self) -> None:
        """Review the deck that was clicked, where something waits, or show what is wrong with it."""
        await self.run_action("show_problems" if self._row and self._row.problems else "review")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a review only where something waits, a quiz only where there are cards, the places that there are."""
        row = self._row
        if action == "review":
            return row is not None and row.counts.total > 0
        if action == "review_all":
            return bool(self._rows) and self._rows[0].counts.total > 0
        if action == "show_problems":
            return row is not None and row.problems > 0
        if action == "quiz":
            return row is not None and row.cards > 0
        if action == "quiz_instead":
            return row is not None and row.cards > 0 and not row.counts.total
        return action != "visit" or parameters[0] in PLACES

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

    def action_quiz_instead(self) -> None:
        """Quiz the selected deck, as nothing waits in it."""
        self.action_quiz()

    def action_show_problems(self) -> None:
        """Show what is wrong in the file of the deck."""
        from studycards.study.check import problems_of  # noqa: PLC0415 - the reader and the checker of decks, 0.3 s
        from studycards.tui.screens.problems import ProblemsScreen  # noqa: PLC0415 - not before it is asked for

        files = [deck.path for deck in self._decks]
        file = files[self._cursor - 1]
        try:
            self.study_app.open_page(ProblemsScreen(file, problems_of(file, files)))
        except StudycardsError as error:
            self.study_app.complain(error)

    def action_visit(self, name: str) -> None:
        """Open one of the places."""
        self.study_app.action_open(name)

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

    def _paint_next(self) -> None:
        """Say what Enter does."""
        self.query_one("#next", Sheet).lines = (Line(plain(self.say(self._next()), "bold")),)

    def _next(self) -> Message:
        row = self._row
        if row is None:
            return message("tui.next_no_decks", folder=str(self.workspace.home / "decks"))
        if row.problems:
            return message("tui.next_problems", count=row.problems)
        if not row.cards:
            return message("statistics.deck_empty")
        if row.counts.total:
            pace_ms = self._outlook.pace_ms if self._outlook else None
            plan = "statistics.plan_deck" if self._cursor else "statistics.plan_all"
            return message(plan, what=waiting_words(row.counts), time=expected_words(row.counts, pace_ms))
        done = "statistics.deck_done" if self._cursor else "statistics.all_done"
        return message(done, next=next_words(self.workspace.days_until_next(self._selected)))

    def _list_decks(self) -> None:
        """Make the rows of what is known so far."""
        learned: Mapping[str, Maturity] = self._outlook.maturity if self._outlook else {}
        rows = [_row(deck, learned.get(deck.id)) for deck in self._decks]
        cards = sum(deck.cards for deck in self._decks)
        every = DeckRow(message("tui.all_decks"), self._total, cards, maturity=learned.get(""))
        self._rows = (every, *rows) if self._decks else ()
        self.query_one(DeckList).rows = self._rows

    def _look_ahead(self) -> None:
        """Read the figures beside the counts in a thread."""
        self.run_worker(self._read_outlook, thread=True, exclusive=True, exit_on_error=False, group=FIGURES)

    def _read_outlook(self) -> Outlook:
        """Read them; the first time, this imports what it takes, which the first paint need not wait for."""
        return self.workspace.statistics.outlook()


def _row(deck: DeckSummary, maturity: Maturity | None) -> DeckRow:
    title = deck.title or Text.same(deck.path.name)
    return DeckRow(title, deck.counts, deck.cards, deck.problems, maturity)
