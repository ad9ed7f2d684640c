"""The screen of a session: question, answer, verdict and summary, all in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from studycards.study.session import BY_HAND
from studycards.study.view import Phase
from studycards.tui.keys import key
from studycards.tui.progress import LEAST_WITH_TIME, progress_line
from studycards.tui.screens.question_page import AskingPage
from studycards.tui.steps import ALL_STEPS, working_steps
from studycards.tui.widgets.answer_area import AnswerArea
from studycards.tui.widgets.card import Card
from studycards.tui.widgets.ratings import Ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.content import Content
    from textual.timer import Timer
    from textual.widget import Widget
    from textual.widgets import Input

    from studycards.study.session import Session
    from studycards.study.view import SessionView


AFTERWARDS = frozenset(f"study_screen.{name}" for name in ("suspend", "flag", "edit", "why"))
"""The ids of the keys that are shown once the question is answered."""


class StudyScreen(AskingPage):
    """Paints the view of a session and forwards keys to it. The answer area stays where it is from front to back.

    Args:
        session: what is studied.
        again: begins another session like it; None where the command line chose this one.
    """

    TOPIC = "card"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("enter", "answer", "check"),
        key("enter,space", "recall", "recall"),
        key("enter,space", "accept", "accept"),
        key("enter,q", "go_home", "go_home"),
        key("a", "again", "again"),
        key("f", "explain", "explain"),
        *(key(str(number), f"rate({number})", f"rate_{number}", show=False) for number in range(1, 5)),
        key("ctrl+t", "hint", "hint"),
        key("ctrl+r", "give_up", "give_up"),
        key("ctrl+n", "skip", "skip"),
        key("ctrl+z,u", "undo", "undo"),
        key("ctrl+l", "leave", "leave"),
        key("q", "leave_by_letter", "study_screen.leave", show=False),
        key("b,ctrl+b", "lab", "study_screen.lab"),
        key("s,ctrl+circumflex_accent", "suspend", "study_screen.suspend"),
        key("asterisk,ctrl+underscore", "flag", "study_screen.flag"),
        key("e,ctrl+backslash", "edit", "study_screen.edit"),
        key("y,ctrl+y", "why", "study_screen.why"),
    ]

    def __init__(self, session: Session, again: Callable[[], Session] | None = None) -> None:
        super().__init__()
        self._session = session
        self._again = again
        self._timer: Timer | None = None
        self.complaint = session.view.notice

    @property
    def card_view(self) -> SessionView:
        """The view of the session."""
        return self._session.view

    def parts(self) -> Iterable[Widget]:
        """Lay out progress, card and ratings."""
        yield Static(id="progress", markup=False)
        yield Card()
        yield Ratings()

    def on_mount(self) -> None:
        """Show the first question; while it is read, load what the first rating needs."""
        self._timer = self.set_interval(1, self._tick, pause=True)
        self.call_after_refresh(self.study_app.warm_up)

    @property
    def quiet_keys(self) -> frozenset[str]:
        """Those that are seldom wanted while an answer is filled in, too."""
        view = self._session.view
        recalled = view.question is not None and view.question.self_graded
        return super().quiet_keys | (AFTERWARDS if view.phase is Phase.QUESTION and not recalled else frozenset())

    def repaint(self) -> None:
        """Paint the view of this moment."""
        view = self._session.view
        self._paint_answer(view)
        self._paint_ratings(view)
        super().repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let only those steps work that lead somewhere from here."""
        view = self._session.view
        if action == "rate" and parameters[0] not in range(1, len(view.ratings) + 1):
            return False
        if action == "leave_by_letter":
            return self.focused is None and self.check_action("leave", ())
        if action in ALL_STEPS:
            return action in working_steps(view, repeatable=self._again is not None)
        return super().check_action(action, parameters)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take back the complaint about an unreadable answer once it is mended."""
        if self.complaint is not None and event.value != self._session.view.typed:
            self.complain(None)

    def action_answer(self) -> None:
        """Hand in the answer, unless something is missing in it."""
        area = self.query_one(AnswerArea)
        objection = area.objects()
        if objection is not None:
            self.complain(objection)
        else:
            self.step(lambda: self._session.submit(area.typed))

    def action_recall(self) -> None:
        """Show the answer to compare with what was recalled."""
        self.step(self._session.reveal)

    def action_give_up(self) -> None:
        """Show the answer of a question that the learner cannot answer."""
        self.step(self._session.reveal)

    def action_accept(self) -> None:
        """Take the proposed rating and go on."""
        self.step(self._session.rate)

    def action_rate(self, number: int) -> None:
        """Take another rating, by its place from 1, and go on."""
        rating = self._session.view.ratings[number - 1]
        self.step(lambda: self._session.rate(rating))

    def action_hint(self) -> None:
        """Show the next hint."""
        self.step(self._session.hint)

    def action_skip(self) -> None:
        """Leave the question out."""
        self.step(self._session.skip)

    def action_suspend(self) -> None:
        """Ask this card no more."""
        self.step(self._session.suspend)

    def action_flag(self) -> None:
        """Mark the card, or take the mark off; the title tells which."""
        self.step(self._session.flag)
        self.complain(None)

    def action_edit(self) -> None:
        """Open the deck at this card in the learner's editor; a card that was changed there is shown anew."""
        from studycards.tui.editing import edit_card  # noqa: PLC0415 - not before it is asked for

        question = self._session.view.question
        if question is None or not edit_card(self.study_app, question.prompt):
            return
        view = self._session.reread()
        if view.phase is Phase.ANSWERED and view.question is not None and view.question is not question:
            self.query_one(AnswerArea).open(view.question, view.typed)
        self.step(lambda: view)

    def action_why(self) -> None:
        """Tell why this card is here, and its history; nothing in it gives the answer away."""
        from studycards.tui.screens.history import HistoryScreen  # noqa: PLC0415 - not before it is asked for

        view = self._session.view
        if view.question is not None:
            self.study_app.open_page(HistoryScreen(view.question.prompt, spoil=view.phase is Phase.ANSWERED))

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.step(self._session.undo)

    def action_leave(self) -> None:
        """End the session here: with its summary, or at once where nothing was answered."""
        self.step(self._session.finish)
        if not self._session.view.summary.answered:
            self.action_go_home()

    def action_leave_by_letter(self) -> None:
        """End the session by a letter, where none could be meant for an answer."""
        self.action_leave()

    def action_go_home(self) -> None:
        """Return to the decks."""
        self.study_app.go_home()

    def action_again(self) -> None:
        """Begin another session like this one."""
        if self._again is not None:
            self.study_app.study(self._again)

    def show(self) -> None:
        """Paint where the last step led, with what is to be said of it."""
        self.complaint = self._session.view.notice
        self.repaint()

    def _paint_answer(self, view: SessionView) -> None:
        """Open a fresh place for an answer when a question is new, close it when it is answered."""
        area = self.query_one(AnswerArea)
        open_question = view.question if view.phase is Phase.QUESTION else None
        if open_question is None:
            self.query_one(Card).close_answer(view)
            self.set_focus(None)
        elif open_question is not self.asked:
            self.query_one(Card).scroll_to_front()
            if not area.open(open_question):
                self.set_focus(None)
        if view.phase is Phase.DONE:
            area.clear()
        if open_question is not self.asked:
            self._follow_time(is_open=open_question is not None)
        self.asked = open_question
        area.repaint()

    def _paint_ratings(self, view: SessionView) -> None:
        ratings = self.query_one(Ratings)
        ratings.set_class(view.phase is not Phase.ANSWERED, "-idle")
        ratings.set_class(view.most_ratings == len(BY_HAND), "-by-hand")
        ratings.set_class(not view.most_ratings, "-none")
        ratings.view = view
        ratings.refresh()

    def _follow_time(self, *, is_open: bool) -> None:
        """Let the time run while a question is open; a second is as long as any other from its beginning on."""
        assert self._timer is not None
        self._timer.reset()
        if is_open:
            self._timer.resume()
        else:
            self._timer.pause()

    def _tick(self) -> None:
        """Show how long the question has been open."""
        if self.is_current:
            self.paint_progress()

    def progress(self, width: int) -> Content:
        """Return what is done, and where it is wanted and there is room how long the question has been open."""
        view = self._session.view
        wanted = self.workspace.preferences.current.timer
        timed = wanted and view.phase is not Phase.DONE and self.size.width >= LEAST_WITH_TIME
        return progress_line(view, self.language, width, self._session.seconds if timed else None)
