"""An app as its learner wishes it: in the chosen language, theme and keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES
from studycards.tui.crash import DiscreetApp
from studycards.tui.key_order import KeysInOrder
from studycards.tui.keymap import read_keymap
from studycards.tui.screens.page import Page
from studycards.tui.setting_faults import summary_of
from studycards.tui.themes import THEMES, choice_of, next_theme, theme_called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.notifications import SeverityLevel

    from studycards.locale import Message
    from studycards.locale.language import LanguageCode
    from studycards.study import Workspace


class PersonalApp(KeysInOrder, DiscreetApp):
    """Follows the settings of the workspace, and speaks beside the screen.

    Args:
        workspace: the learner's decks, memory and settings.
        colour: whether the terminal may show colours.
        in_browser: whether the terminal is one in a browser, which keeps some keys for itself.
    """

    def __init__(self, workspace: Workspace, *, colour: bool, in_browser: bool) -> None:
        super().__init__(ansi_color=None if colour else True)
        self.workspace = workspace
        for theme in THEMES:
            self.register_theme(theme)
        self._in_browser = in_browser
        self.keymap = read_keymap(workspace.preferences.current.keys, in_browser=in_browser)
        self.theme = theme_called(workspace.preferences.current.theme)

    def action_switch_language(self) -> None:
        """Speak the next language."""
        index = LANGUAGES.index(self.workspace.language.code)
        self.speak(LANGUAGES[(index + 1) % len(LANGUAGES)])

    def action_switch_theme(self) -> None:
        """Wear the next theme."""
        self.wear(next_theme(self.theme).name)

    def speak(self, code: LanguageCode) -> None:
        """Change the language of everything on the screen, now and for the next start."""
        self._keep(partial(self.workspace.preferences.speak, code))
        self.repaint_all()

    def wear(self, theme: str) -> None:
        """Change the theme, now and for the next start."""
        self.theme = theme
        self._keep(partial(self.workspace.preferences.change, "theme", choice_of(theme)))

    def follow_settings(self) -> None:
        """Show the settings in force: theme, keys, and every word and number on the screens."""
        chosen = self.workspace.preferences.current
        self.keymap = read_keymap(chosen.keys, in_browser=self._in_browser)
        self.theme = theme_called(chosen.theme)
        self.repaint_all()

    def repaint_all(self) -> None:
        """Paint every screen anew."""
        for screen in self._pages():
            screen.repaint()

    def complain(self, error: StudycardsError) -> None:
        """Tell a fault that the learner can mend, beside what is on the screen."""
        self._tell(self.workspace.language.text(error.key, **error.values), severity="error")

    def tell(self, words: Message) -> None:
        """Say something beside what is on the screen."""
        self._tell(self.say(words))

    def say(self, words: Message) -> str:
        """Return a sentence in the language of this moment."""
        return self.workspace.language.render(words)

    def tell_faults(self) -> None:
        """Tell what is wrong with the settings; whether the keys are, only the imported screens know."""
        if self.keymap:
            self.run_worker(self._check_keys, thread=True, exit_on_error=False)
        else:
            self._sum_up_faults()

    def _check_keys(self) -> None:
        """Find the clashes of the learner's keys; in a thread, since it imports every screen, half a second."""
        from studycards.tui.keymap_faults import keymap_faults  # noqa: PLC0415 - as above

        self.call_from_thread(self._sum_up_faults, keymap_faults(self.keymap, self.workspace.language))

    def _sum_up_faults(self, of_keys: Sequence[Message] = ()) -> None:
        faults = self.workspace.preferences.faults
        if summary := summary_of(faults, of_keys):
            self._tell(self.say(summary), severity="error" if faults else "warning")

    def _tell(self, sentence: str, *, severity: SeverityLevel = "information") -> None:
        """Show a sentence beside the screen in place of the one before: a pile of them would hide the card."""
        self.clear_notifications()
        self.notify(sentence, severity=severity, markup=False)

    def _keep(self, change: Callable[[], None]) -> None:
        """Change the settings; what cannot be kept holds for this run, and that is told."""
        try:
            change()
        except StudycardsError as error:
            self.complain(error)

    def _pages(self) -> Iterable[Page]:
        return (screen for screen in self.screen_stack if isinstance(screen, Page))
