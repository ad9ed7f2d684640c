"""The screen of a session: question, answer, verdict and summary, all in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.view import Phase
from studycards.tui.feedback import feedback_lines, hint_lines, reading_line
from studycards.tui.keys import key
from studycards.tui.pads import guide_for
from studycards.tui.progress import progress_line
from studycards.tui.screens.page import Page
from studycards.tui.steps import ALL_STEPS, working_steps
from studycards.tui.summary import summary_lines
from studycards.tui.text import Line, plain, prose
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.ratings import Ratings
from studycards.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget
    from textual.widgets import Input

    from studycards.questions import Question
    from studycards.study.session import Session
    from studycards.study.view import SessionView


class StudyScreen(Page):
    """Paints the view of a session and forwards keys to it. The answer area stays where it is from front to back.

    Args:
        session: what is studied.
        again: begins another session like it; None where the command line chose this one.
    """

    AUTO_FOCUS = ""

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "answer", "check"),
        key("enter,space", "recall", "recall"),
        key("enter,space", "accept", "accept"),
        key("enter", "go_home", "go_home"),
        key("a", "again", "again"),
        *(key(str(number), f"rate({number})", f"rate_{number}", show=False) for number in range(1, 5)),
        key("ctrl+t", "hint", "hint"),
        key("ctrl+r", "give_up", "give_up"),
        key("ctrl+n", "skip", "skip"),
        key("ctrl+z,u", "undo", "undo"),
        key("ctrl+l", "leave", "leave"),
        key("down,j", "scroll_lines(1)", "line_down", show=False),
        key("up,k", "scroll_lines(-1)", "line_up", show=False),
        key("pagedown", "scroll_pages(1)", "page_down", show=False),
        key("pageup", "scroll_pages(-1)", "page_up", show=False),
    ]

    def __init__(self, session: Session, again: Callable[[], Session] | None = None) -> None:
        super().__init__()
        self._session = session
        self._again = again
        self._asked: Question | None = None
        self._titles = ("", "")

    def parts(self) -> Iterable[Widget]:
        """Lay out progress, card and ratings."""
        yield Static(id="progress", markup=False)
        # A focus that goes to the card and back restyles all in it, 4 ms each time; the screen scrolls it instead.
        with VerticalScroll(id="card", classes="frame", can_focus=False):
            yield Sheet(id="stem")
            yield AnswerArea()
            yield Sheet(id="below")
            yield Sheet(id="hints")
            yield Sheet(id="feedback")
        yield Ratings()

    def on_mount(self) -> None:
        """Show the first question; while it is read, load what the first rating needs."""
        super().on_mount()
        self.call_after_refresh(self.study_app.warm_up)

    def on_resize(self) -> None:
        """Fit the bar to the new width."""
        self.call_after_refresh(self._paint_progress)

    def repaint(self) -> None:
        """Paint the view of this moment."""
        view = self._session.view
        self._paint_frame(view)
        self._paint_answer(view)
        self._paint_card(view)
        self._paint_ratings(view)
        self._paint_progress()
        self.refresh_bindings()
        super().repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those steps work that lead somewhere from here."""
        view = self._session.view
        if action == "rate" and parameters[0] not in range(1, len(view.ratings) + 1):
            return False
        return action not in ALL_STEPS or action in working_steps(view, repeatable=self._again is not None)

    def on_input_submitted(self) -> None:
        """Hand in what was typed."""
        self.action_answer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take back the complaint about an unreadable answer once it is mended."""
        view = self._session.view
        if view.notice is not None and view.phase is Phase.QUESTION and event.value != view.typed:
            self._paint_below(complain=False)

    def action_answer(self) -> None:
        """Hand in the answer."""
        self._step(lambda: self._session.submit(self.query_one(AnswerArea).typed))

    def action_recall(self) -> None:
        """Show the answer to compare with what was recalled."""
        self._step(self._session.reveal)

    def action_give_up(self) -> None:
        """Show the answer of a question that the learner cannot answer."""
        self._step(self._session.reveal)

    def action_accept(self) -> None:
        """Take the proposed rating and go on."""
        self._step(self._session.rate)

    def action_rate(self, number: int) -> None:
        """Take another rating, by its place from 1, and go on."""
        rating = self._session.view.ratings[number - 1]
        self._step(lambda: self._session.rate(rating))

    def action_hint(self) -> None:
        """Show the next hint."""
        self._step(self._session.hint)

    def action_skip(self) -> None:
        """Leave the question out."""
        self._step(self._session.skip)

    def action_undo(self) -> None:
        """Take back the newest answer."""
        self._step(self._session.undo)

    def action_leave(self) -> None:
        """End the session here: with its summary, or at once where nothing was answered."""
        self._step(self._session.finish)
        if not self._session.view.summary.answered:
            self.action_go_home()

    def action_go_home(self) -> None:
        """Return to the decks."""
        self.study_app.go_home()

    def action_again(self) -> None:
        """Begin another session like this one."""
        if self._again is not None:
            self.study_app.study(self._again)

    def action_scroll_lines(self, lines: int) -> None:
        """Move a long card up or down."""
        self.query_one("#card").scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Move a long card by what is seen of it, less two lines to keep the thread."""
        self.action_scroll_lines(pages * max(self.query_one("#card").size.height - 2, 1))

    def _step(self, step: Callable[[], SessionView]) -> None:
        """Take a step and paint where it led; what could not be written down is told, and can be tried again."""
        try:
            step()
        except StudycardsError as error:
            self.study_app.complain(error)
        self.repaint()

    def _paint_frame(self, view: SessionView) -> None:
        title = message("tui.summary") if view.phase is Phase.DONE else view.deck
        level = view.question.level if view.question else None
        titles = (self.say(title) if title else "", self.say(message("tui.level", level=level)) if level else "")
        # Setting a title paints the whole card anew, which costs 3 ms.
        if titles != self._titles:
            card = self.query_one("#card")
            card.border_title, card.border_subtitle = map(plain, titles)
            self._titles = titles

    def _paint_card(self, view: SessionView) -> None:
        stem = prose(self.say(view.question.stem)) if view.question else summary_lines(view, self.language)
        self.query_one("#stem", Sheet).lines = stem
        self.query_one("#hints", Sheet).lines = hint_lines(view, self.language)
        answered = view.phase is Phase.ANSWERED
        self.query_one("#feedback", Sheet).lines = feedback_lines(view, self.language) if answered else ()
        if answered:
            self.call_after_refresh(self._show_verdict)
        self._paint_below()

    def _show_verdict(self) -> None:
        """Scroll no further than it takes to see the verdict: the answer stays in sight."""
        feedback = self.query_one("#feedback", Sheet)
        verdict = Region(0, feedback.virtual_region.y, 1, 1 + feedback.gutter.top)
        self.query_one("#card").scroll_to_region(verdict, animate=False)

    def _paint_below(self, *, complain: bool = True) -> None:
        """Fill the line under the answer: what is expected, why it could not be read, or how it was read."""
        view = self._session.view
        below = self.query_one("#below", Sheet)
        notice = view.notice if complain else None
        below.set_class(notice is not None, "-notice")
        below.set_class(view.question is not None and view.question.self_graded, "-recalled")
        if notice is not None:
            below.lines = prose(self.say(notice))
        elif view.phase is Phase.ANSWERED:
            reading = None if self.query_one(AnswerArea).has_pad else reading_line(view, self.language)
            below.lines = (Line(reading),) if reading is not None else ()
        else:
            below.lines = prose(self.say(guide_for(view.question))) if view.question else ()

    def _paint_answer(self, view: SessionView) -> None:
        """Open a fresh place for an answer when a question is new, close it when it is answered."""
        area = self.query_one(AnswerArea)
        open_question = view.question if view.phase is Phase.QUESTION else None
        if open_question is None:
            area.close(view.verdict.cells if view.verdict else ())
            self.set_focus(None)
        elif open_question is not self._asked:
            self.query_one("#card").scroll_home(animate=False)
            if not area.open(open_question):
                self.set_focus(None)
        if view.phase is Phase.DONE:
            area.clear()
        self._asked = open_question
        area.repaint()

    def _paint_ratings(self, view: SessionView) -> None:
        ratings = self.query_one(Ratings)
        ratings.set_class(view.phase is not Phase.ANSWERED, "-idle")
        ratings.view = view
        ratings.refresh()

    def _paint_progress(self) -> None:
        progress = self.query_one("#progress", Static)
        view = self._session.view
        progress.update(progress_line(view, self.language, progress.size.width or self.size.width), layout=False)
