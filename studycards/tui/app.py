"""The app: the keys that work everywhere, one screen at a time, the ways between them and the way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand

from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, message
from studycards.tui import ending
from studycards.tui.keys import key, working_keys
from studycards.tui.personal import PersonalApp
from studycards.tui.places import place
from studycards.tui.themes import THEMES, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from studycards.locale import Message
    from studycards.study import Workspace
    from studycards.study.exam.exam import Exam
    from studycards.study.session import Session
    from studycards.tui.host import Host


class StudyApp(PersonalApp):
    """The face in the terminal.

    Args:
        workspace: the learner's decks and memory.
        start: a session to begin with, instead of the list of decks.
        exam: an exam to begin with.
        colour: whether the terminal may show colours.
        in_browser: whether the terminal is one in a browser, which keeps some keys for itself.
    """

    # Those of the screens that a day begins with, too: one that a screen brings is parsed when it is opened, 5 ms.
    CSS_PATH = [  # noqa: RUF012 - as `BINDINGS`
        "app.tcss",
        "screens/home.tcss",
        "screens/study.tcss",
    ]
    TITLE = "studycards"
    COMMAND_PALETTE_BINDING = "ctrl+p"

    BINDINGS = [  # noqa: RUF012 - Textual's own way to declare them
        key("ctrl+g,question_mark", "help", "help"),
        key("l", "switch_language", "language"),
        key("m", "switch_theme", "theme"),
        key("ctrl+p", "command_palette", "palette", show=False),
        key("comma", "open('settings')", "settings.open", show=False),
        key("ctrl+q", "quit", "quit"),
    ]

    def __init__(
        self,
        workspace: Workspace,
        *,
        start: Session | None = None,
        exam: Exam | None = None,
        colour: bool = True,
        in_browser: bool = False,
    ) -> None:
        super().__init__(workspace, colour=colour, in_browser=in_browser)
        self._start = start
        self._exam = exam
        self.lab_network: str | None = None

    async def on_mount(self) -> None:
        """Show the first screen; leave in order when the terminal is closed or the process is asked to end."""
        await self.push_screen(self._first_screen())
        self.call_after_refresh(self.tell_faults)
        ending.watch(self)

    def on_unmount(self) -> None:
        """Leave no handler behind."""
        ending.unwatch(self)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the palette every key of the screen, one of two that do the same, and each language and theme.

        What is done on the screen comes first, then what can be done everywhere.
        """
        told: set[tuple[str, str]] = set()
        for hint in sorted(working_keys(screen, hidden=True), key=lambda hint: hint.namespace is self):
            words = self.say(hint.label), self.say(hint.about)
            if words not in told:
                told.add(words)
                yield SystemCommand(*words, partial(self.run_action, hint.action, hint.namespace))
        for code in LANGUAGES:
            name = self.say(message(f"tui.language_{code}"))
            yield SystemCommand(name, self.say(message("tui.about_language")), partial(self.speak, code))
        for theme in THEMES:
            name = self.say(title_of(theme))
            yield SystemCommand(name, self.say(message("tui.about_theme")), partial(self.wear, theme.name))

    def action_help(self) -> None:
        """Open the help about what has the focus."""
        from studycards.tui.guide import guide_to  # noqa: PLC0415 - not before it is asked for
        from studycards.tui.screens.help import HelpScreen  # noqa: PLC0415 - as above

        if not isinstance(self.screen, HelpScreen):
            self.open_page(HelpScreen(guide_to(self.screen)))

    def action_command_palette(self) -> None:
        """Open the palette."""
        from studycards.tui.screens.palette import Palette  # noqa: PLC0415 - not before it is asked for

        if not isinstance(self.screen, Palette):
            self.call_next(self.push_screen, Palette(self))

    def on_exit_app(self) -> None:
        """Let every screen keep what it has, however the program comes to its end: a key, a signal, a closed window."""
        for screen in self._pages():
            screen.before_quit()

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.tell(message("tui.how_to_quit"))

    def study(self, begin: Callable[[], Session]) -> None:
        """Begin a session and show it."""
        try:
            session = begin()
        except StudycardsError as error:
            self.complain(error)
            return
        self.call_next(self.switch_screen, _study_screen(session, begin))

    def sit(self, begin: Callable[[], Exam]) -> None:
        """Begin an exam, or go on with it, and show it."""
        try:
            exam = begin()
        except StudycardsError as error:
            self.complain(error)
            return
        self.call_next(self.switch_screen, _exam_screen(exam))

    def show_report(self, exam: Exam, notice: Message | None = None) -> None:
        """Show what an exam came to."""
        from studycards.tui.screens.exam_report import ReportScreen  # noqa: PLC0415 - at the end of an exam

        self.call_next(self.switch_screen, ReportScreen(exam, notice))

    def go_to_exams(self) -> None:
        """Show the exams."""
        from studycards.tui.screens.exams import ExamsScreen  # noqa: PLC0415 - PyYAML, not before it is asked for

        self.call_next(self.switch_screen, ExamsScreen())

    def open_page(self, page: Screen[None]) -> None:
        """Put a screen on top of this one, to which it leads back."""
        self.call_next(self.push_screen, page)

    def action_open(self, name: str) -> None:
        """Open one of the places; a place that is open already is not opened twice."""
        page = place(name)
        if not any(isinstance(screen, type(page)) for screen in self.screen_stack):
            self.open_page(page)

    def go_home(self) -> None:
        """Show the decks."""
        self.call_next(self.switch_screen, _home_screen())

    def warm_up(self) -> None:
        """Load in a thread what the first rating needs."""
        self.run_worker(self.workspace.warm_up, thread=True, exit_on_error=False)

    def _first_screen(self) -> Screen[None]:
        """Return the session that was asked for, the welcome of a first run, or the decks."""
        if self._start is not None:
            return _study_screen(self._start)
        if self._exam is not None:
            return _exam_screen(self._exam)
        return _welcome_screen() if self.workspace.first_run else _home_screen()


def _home_screen() -> Screen[None]:
    from studycards.tui.screens.home import HomeScreen  # noqa: PLC0415 - not for a session from the command line

    return HomeScreen()


def _study_screen(session: Session, again: Callable[[], Session] | None = None) -> Screen[None]:
    from studycards.tui.screens.study import StudyScreen  # noqa: PLC0415 - the question classes, 15 ms

    return StudyScreen(session, again)


def _exam_screen(exam: Exam) -> Screen[None]:
    from studycards.tui.screens.exam import ExamScreen  # noqa: PLC0415 - the question classes, 15 ms

    return ExamScreen(exam)


def _welcome_screen() -> Screen[None]:
    from studycards.tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - once in a lifetime

    return WelcomeScreen()


if TYPE_CHECKING:
    _HOST: type[Host] = StudyApp
    """Screens take the app for a `Host`; this is where mypy looks whether it is one."""
