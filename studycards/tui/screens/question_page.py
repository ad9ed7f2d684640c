"""What every screen with a question has: a line of progress, the card, which scrolls, complaints about an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from studycards.errors import StudycardsError
from studycards.tui.keys import key
from studycards.tui.screens.page import Page
from studycards.tui.widgets.card import Card
from studycards.tui.widgets.halves import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.content import Content

    from studycards.locale import Message
    from studycards.questions import Question
    from studycards.study.view import SessionView
    from studycards.tui.widgets.answer_sheet import AnswerSheet


class QuestionPage(Page):
    """A screen with a card on it."""

    AUTO_FOCUS = ""

    HORIZONTAL_BREAKPOINTS = [*Page.HORIZONTAL_BREAKPOINTS, (BESIDE, "-beside")]  # noqa: RUF012 - as `BINDINGS`

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("down,j", "scroll_lines(1)", "line_down", show=False),
        key("up,k", "scroll_lines(-1)", "line_up", show=False),
        key("pagedown", "scroll_pages(1)", "page_down", show=False),
        key("pageup", "scroll_pages(-1)", "page_up", show=False),
        key("g,home", "scroll_to_edge(False)", "study_screen.first_line", show=False),
        key("G,end", "scroll_to_edge(True)", "study_screen.last_line", show=False),
        key("tab", "turn_half", "study_screen.half", show=False),
    ]

    complaint: Message | None = None
    """What is wrong with the answer."""

    @property
    def card_view(self) -> SessionView:
        """What the card shows."""
        raise NotImplementedError

    @property
    def key_names(self) -> Mapping[str, str]:
        """The keys that go by another name than their own at the moment, by their ids."""
        return {"explain": "explain_less"} if self.query_one(Card).in_full else {}

    def progress(self, width: int) -> Content:
        """Return the line above the card for `width` cells."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Remember how the card was painted."""
        self._beside = self.query_one(Card).is_beside

    def on_resize(self) -> None:
        """Fit the line above to the new width; paint the card anew once its halves go beside or below each other."""
        self.call_after_refresh(self.paint_progress)
        if self.query_one(Card).is_beside is not self._beside:
            self._beside = not self._beside
            self.call_after_refresh(self.repaint)

    def repaint(self) -> None:
        """Paint the question at this moment."""
        self.query_one(Card).paint(self.card_view, self.complaint)
        self.paint_progress()
        self.refresh_bindings()
        super().repaint()

    def paint_progress(self) -> None:
        """Paint the line above the card, and nothing else."""
        line = self.query_one("#progress", Static)
        line.update(self.progress(line.content_size.width or self.size.width), layout=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a half of the card be chosen where the keys could be for either."""
        if action == "turn_half":
            return self.query_one(Card).halves_to_choose
        return super().check_action(action, parameters)

    def on_answer_sheet_complained(self, event: AnswerSheet.Complained) -> None:
        """Say below the answer what is wrong with it."""
        self.complain(event.reason)

    def on_place_moved(self) -> None:
        """Take back what was said about the answer before; keep what is being filled in in sight."""
        self.complain(None)

    def action_explain(self) -> None:
        """Show the full solution, or hide it."""
        self.query_one(Card).turn_full(self.card_view)
        self.refresh_bindings()

    def action_scroll_lines(self, lines: int) -> None:
        """Move a long card up or down."""
        self.query_one(Card).scroll_lines(lines)

    def action_scroll_pages(self, pages: int) -> None:
        """Move a long card up or down by what is seen of it."""
        self.query_one(Card).scroll_pages(pages)

    def action_scroll_to_edge(self, end: bool) -> None:  # noqa: FBT001 - the parameter of a key
        """Move a long card to its beginning or end."""
        self.query_one(Card).scroll_to_edge(end=end)

    def action_turn_half(self) -> None:
        """Scroll the other half of the card from now on."""
        self.query_one(Card).turn_half()

    def action_lab(self) -> None:
        """Play with the network and the numbers of this question."""
        from studycards.study.lab import lab_start  # noqa: PLC0415 - not before it is asked for
        from studycards.tui.screens.lab import LabScreen  # noqa: PLC0415 - as above

        question = self.card_view.question
        if question is not None:
            self.study_app.open_page(LabScreen(lab_start(question)))

    def complain(self, reason: Message | None) -> None:
        """Say what is wrong with the answer, or take it back; either way a key has moved something."""
        self.complaint = reason
        self.query_one(Card).paint_below(self.card_view, reason)
        # What is filled in has its place only then.
        self.call_after_refresh(self.query_one(Card).show_place)


class AskingPage(QuestionPage):
    """A screen on which a question is open for an answer."""

    asked: Question | None = None
    """The question for which the answer area was opened."""

    def on_input_submitted(self) -> None:
        """Take what was typed."""
        self.action_answer()

    def on_answer_sheet_handed_in(self) -> None:
        """Take the answer by the key that hands it in from any cell or step."""
        self.action_answer()

    def action_answer(self) -> None:
        """Take the answer, unless something is missing in it."""
        raise NotImplementedError

    def show(self) -> None:
        """Show where the last step led."""
        raise NotImplementedError

    def step(self, step: Callable[[], object]) -> None:
        """Take a step and show where it led; what could not be written down is told, and can be tried again."""
        try:
            step()
        except StudycardsError as error:
            self.study_app.complain(error)
        self.show()
