"""The line at the bottom: the keys that work now. A click on one presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.style import Style

from studycards.tui.keys import sign_of, working_keys
from studycards.tui.text import plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

    from studycards.locale import Language
    from studycards.tui.keys import KeyHint

GAP = "  "


class KeyLine(Spoken):
    """Paints `key label` for each working key, as many as its height holds.

    The height is fixed by the style sheet: one that followed the keys would lay out the screen twice for each answer.
    """

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[KeyHint, ...] = ()

    def on_mount(self) -> None:
        """Follow what works."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def refresh_keys(self) -> None:
        """Ask again which keys work and what they are called."""
        self._hints = tuple(sorted(working_keys(self.screen), key=_is_help))
        self.refresh()

    def render(self) -> Content:
        """Lay out the keys for the present size."""
        entries = [painted(hint, self.language) for hint in self._hints]
        return fit(entries, self.content_size.width, self.content_size.height)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)

    def _bindings_changed(self, _: Screen[Any]) -> None:
        if self.is_attached:
            self.refresh_keys()


def _is_help(hint: KeyHint) -> bool:
    """Put help last, where it is looked for and never left out."""
    return hint.label.key == "tui.key_help"


def painted(hint: KeyHint, language: Language) -> Content:
    """Return `key label`, the key in the accent."""
    pair = plain(sign_of(hint.sign, language), "bold $accent") + " " + plain(language.render(hint.label), "$text-muted")
    return pair.stylize(Style.from_meta({"key": hint.key}))


def fit(entries: list[Content], width: int, most_lines: int) -> Content:
    """Set as many entries as fit on `most_lines` lines of `width` cells, first ones first; the last always stays."""
    if not entries:
        return Content("")
    *others, last = entries
    kept: list[Content] = []
    for entry in others:
        if len(_flow([*kept, entry, last], width)) <= most_lines:
            kept.append(entry)
    return Content("\n").join(Content(GAP).join(line) for line in _flow([*kept, last], width))


def _flow(entries: list[Content], width: int) -> list[list[Content]]:
    """Break entries into lines; none is cut."""
    lines: list[list[Content]] = []
    room = 0
    for entry in entries:
        needed = len(GAP) + entry.cell_length
        if needed > room:
            lines.append([entry])
            room = width - entry.cell_length
        else:
            lines[-1].append(entry)
            room -= needed
    return lines
