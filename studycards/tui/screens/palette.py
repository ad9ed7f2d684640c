"""The palette of commands: Textual's, in our language and order, with a line of its own keys, and closed only once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit
from textual.containers import Horizontal
from textual.system_commands import SystemCommandsProvider
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from studycards.locale import message
from studycards.tui.keys import KeyHint, about_of, label_of
from studycards.tui.screens.page import Page
from studycards.tui.text import plain
from studycards.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.command import Hits
    from textual.message import Message as Event

    from studycards.locale import Message
    from studycards.tui.personal import PersonalApp

KEYS = {
    "palette_run": ("enter", "enter"),
    "palette_down": ("down", "↑↓"),
    "palette_close": ("escape", "escape"),
}
"""For the name of each key of the palette the key, and what stands for it on the screen. Textual binds them."""


class CommandsInOrder(SystemCommandsProvider):
    """Offers the commands in the order of the app; Textual sorts them by name."""

    async def discover(self) -> Hits:
        """Offer all commands."""
        for name, about, command, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, command, help=about)


class PaletteKeys(KeyLine):
    """Names the keys of the palette, which are not among our bindings."""

    def refresh_keys(self) -> None:
        """Paint them."""
        self._hints = tuple(
            KeyHint(key, sign, label_of(name), about_of(name), "", self) for name, (key, sign) in KEYS.items()
        )
        self.refresh()


class Palette(CommandPalette):
    """Finds a command by its name and carries it out on the screen below."""

    VERTICAL_BREAKPOINTS = Page.VERTICAL_BREAKPOINTS

    DEFAULT_CSS = """
    Palette #palette-keys { dock: bottom; height: auto; align-horizontal: center; background: $background; }
    Palette KeyLine { max-width: 100; }
    Palette #--results CommandList { max-height: 50vh; }
    Palette.-low #--results CommandList { max-height: 4; }
    """

    def __init__(self, app: PersonalApp) -> None:
        super().__init__([CommandsInOrder], placeholder=app.say(message("tui.palette_prompt")))

    def compose(self) -> ComposeResult:
        """Cover the line of keys of the screen below, where none of them works."""
        yield from super().compose()
        with Horizontal(id="palette-keys"):
            yield PaletteKeys()

    def on_mount(self) -> None:
        """Name the keys."""
        self.query_one(PaletteKeys).refresh_keys()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the palette, unless it is closed: Textual would close the screen below."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _carry_out_once(self, event: Event) -> None:
        """Let nothing follow a choice: the second click of a double one is on its way already."""
        if self._selected_command is not None:
            event.stop()
            event.prevent_default()

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once that there is no such command."""
        if search_value:
            words = plain(self._say(message("tui.palette_nothing")))
            self.query_one(CommandList).add_option(Option(words, disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)

    def _say(self, words: Message) -> str:
        return cast("PersonalApp", self.app).say(words)
