"""What screens and widgets ask of the app. The app knows the screens; they know only this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from textual.screen import Screen

    from studycards.errors import StudycardsError
    from studycards.locale import Message
    from studycards.study import Workspace
    from studycards.study.exam.exam import Exam
    from studycards.study.session import Session
    from studycards.tui.keymap import Keymap


class Host(Protocol):
    """The app as its screens see it: what outlives them, a voice beside them, and the ways to other screens."""

    workspace: Workspace
    keymap: Keymap
    lab_network: str | None
    """The network that was looked at last in the Lab."""

    def tell(self, words: Message) -> None:
        """Say something beside what is on the screen."""

    def complain(self, error: StudycardsError) -> None:
        """Tell a fault that the learner can mend, beside what is on the screen."""

    def follow_settings(self) -> None:
        """Show the settings in force."""

    def warm_up(self) -> None:
        """Load in a thread what the first rating needs."""

    def suspend(self) -> AbstractContextManager[None]:
        """Leave the terminal to another program."""

    def open_page(self, page: Screen[None]) -> None:
        """Put a screen on top of this one, to which it leads back."""

    def action_open(self, name: str) -> None:
        """Open one of the places."""

    def go_home(self) -> None:
        """Show the decks."""

    def study(self, begin: Callable[[], Session]) -> None:
        """Begin a session and show it."""

    def go_to_exams(self) -> None:
        """Show the exams."""

    def sit(self, begin: Callable[[], Exam]) -> None:
        """Begin an exam, or go on with it, and show it."""

    def show_report(self, exam: Exam, notice: Message | None = None) -> None:
        """Show what an exam came to."""
