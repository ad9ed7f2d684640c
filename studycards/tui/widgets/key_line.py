"""The line at the bottom: the keys that work now. A click on one presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.style import Style

from studycards.tui.keys import sign_of, working_keys
from studycards.tui.text import plain
from studycards.tui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.screen import Screen

    from studycards.locale import Language
    from studycards.tui.keys import KeyHint

GAP = "  "

BACK, QUIT, HELP = 1, 2, 3
"""The order of the last keys."""

WAYS_BACK = frozenset({"close", "leave", "go_home", "shut", "decline"})
"""The actions that lead to where one came from."""


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
        self._hints = tuple(sorted(working_keys(self.screen), key=_rank))
        self.refresh()

    def render(self) -> Content:
        """Lay out the keys for the present size."""
        entries = [painted(hint, self.language) for hint in self._hints]
        return fit(entries, self.content_size.width, self.content_size.height, urgent(self._hints))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)

    def _bindings_changed(self, _: Screen[Any]) -> None:
        if self.is_attached:
            self.refresh_keys()


def _rank(hint: KeyHint) -> int:
    """Put the ways out last, where they are looked for on every screen."""
    if hint.label.key == "tui.key_help":
        return HELP
    if hint.label.key == "tui.key_quit":
        return QUIT
    return BACK if hint.action in WAYS_BACK and hint.key != "enter" else 0


def painted(hint: KeyHint, language: Language) -> Content:
    """Return `key label`, the key in the accent."""
    pair = plain(sign_of(hint.sign, language), "bold $accent") + " " + plain(language.render(hint.label), "$text-muted")
    return pair.stylize(Style.from_meta({"key": hint.key}))


def urgent(hints: Sequence[KeyHint]) -> list[int]:
    """Return the places of those that a short line has before others: help, what is done here, the way back."""
    ranks = [_rank(hint) for hint in hints]
    done_here = [place for place, hint in enumerate(hints) if hint.key == "enter"]
    return [*_places(ranks, HELP), *(done_here or range(1))[:1], *_places(ranks, BACK)]


def _places(ranks: list[int], wanted: int) -> list[int]:
    return [place for place, rank in enumerate(ranks) if rank == wanted]


def fit(entries: list[Content], width: int, most_lines: int, before: Sequence[int] = ()) -> Content:
    """Set as many entries as fit on `most_lines` lines of `width` cells, first ones first.

    Args:
        entries: the keys in their order.
        width: in cells.
        most_lines: how many lines there are.
        before: the places of those that come before the first ones when there is no room for all.
    """
    kept: list[int] = []
    for place in (*before, *range(len(entries))):
        wider = sorted({*kept, place})
        if len(_flow([entries[one] for one in wider], width)) <= most_lines:
            kept = wider
    return Content("\n").join(Content(GAP).join(line) for line in _flow([entries[place] for place in kept], width))


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
