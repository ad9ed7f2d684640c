"""What all screens share: the content column, the line of keys, the words for a terminal that is too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from studycards.locale import message
from studycards.tui.keymap import remapped_chain
from studycards.tui.keys import sign_of
from studycards.tui.text import plain
from studycards.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingsMap
    from textual.dom import DOMNode
    from textual.widget import Widget

    from studycards.locale import Language, Message, Text
    from studycards.study import Workspace
    from studycards.tui.host import Host

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
"""Below this size in cells a screen says that it needs more room, instead of showing half a question."""

SELDOM = frozenset({"language", "theme"})
"""The ids of the keys that are pressed once and then hardly ever: named in each line, they would hide the others."""


class Page(Screen[None]):
    """A screen in one column of at most 100 cells; its class names tell the style sheets how much room there is."""

    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (60, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-low"), (20, "-normal"), (30, "-tall")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Put the parts of the screen above the line of keys."""
        with Vertical(id="column"):
            yield from self.parts()
            yield KeyLine()
        yield Static(id="too-small", markup=False)

    def parts(self) -> Iterable[Widget]:
        """Return the widgets of this screen from top to bottom."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Paint for the first time. Textual calls this after `on_mount` of a subclass, which must not do so itself."""
        self.repaint()

    def repaint(self) -> None:
        """Put all words on the screen again, after the language or what is shown has changed."""
        needs = self.say(message("tui.too_small", width=LEAST_WIDTH, height=LEAST_HEIGHT))
        self.query_one("#too-small", Static).update(plain(needs), layout=False)
        self.query_one(KeyLine).refresh_keys()

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The bindings from the focused widget up to the app, under the learner's own keys."""
        chain = super()._binding_chain
        return remapped_chain(chain, self.study_app.keymap) if self.study_app.keymap else chain

    @property
    def quiet_keys(self) -> frozenset[str]:
        """The ids of the keys that the help names and the line at the bottom does not."""
        return SELDOM

    def signs_for(self, action: str) -> str:
        """Return the signs of all keys of this screen for `action`: `↓ j`."""
        own = (bindings for node, bindings in self._binding_chain if node is self)
        keys = (key for bindings in own for key, bound in bindings if bound.action == action)
        return " ".join(sign_of(key, self.language) for key in keys)

    def before_quit(self) -> None:
        """Keep what is not kept yet; the app is about to end."""

    @property
    def study_app(self) -> Host:
        """The app, which holds what outlives a screen."""
        return cast("Host", self.app)

    @property
    def workspace(self) -> Workspace:
        """The learner's decks and memory."""
        return self.study_app.workspace

    @property
    def language(self) -> Language:
        """The language of this moment."""
        return self.workspace.language

    def say(self, words: Message | Text) -> str:
        """Return words in the language of this moment."""
        return self.language.render(words)
