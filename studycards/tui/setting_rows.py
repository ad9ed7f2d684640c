"""The rows of the settings: what is listed, and how a row is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from studycards.locale import Text, message
from studycards.study.settings.entry import value_words
from studycards.study.settings.model import KEYS
from studycards.tui.keymap_faults import screen_name
from studycards.tui.keys import about_of, label_of, sign_of
from studycards.tui.text import cursor_sign, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.locale import Language, Message
    from studycards.study.settings.model import Settings
    from studycards.tui.keymap import Keymap

    BindingsByScreen = Mapping[str | None, Mapping[str, tuple[str, ...]]]

SECTIONS: dict[str, tuple[str, ...]] = {
    "look": ("language", "theme", "timer"),
    "tasks": ("layout", "decimal"),
    "study": ("new_per_day", "reviews_per_day", "desired_retention", "rollover_hour", "exam_date"),
}
"""The settings under each heading, in the order of the screen; the keys follow."""

TITLE_WIDTH = 26
"""Cells for the name of a setting, where there is room for them."""

VALUE_WIDTH, KEYS_WIDTH = 15, 9
"""Cells that a value has at least, and the keys of a command."""

DOWN = (
    "list_down",
    "row_down",
    "pad_down",
    "scroll_line_down",
    "browse.down",
    "browse.scroll_down",
    "lab.layer_down",
    "settings.down",
    "statistics.line_down",
)
"""The bindings that go down a list or a page, each one half of the pair that the line of keys shows."""

LABELS = {
    "language": message("settings.name_language"),
    **dict.fromkeys(DOWN, message("settings.one_down")),
    "pad_later": message("settings.one_later"),
    "grid_left": message("settings.one_left"),
    "grid_next_matrix": message("settings.one_channel"),
    "lab.cell_right": message("settings.one_right"),
    "lab.plane_next": message("settings.one_channel"),
    "lab.inner_next": message("settings.one_input_channel"),
    "lab.layer_next": message("settings.one_layer"),
    "settings.next": message("settings.one_value"),
    "settings.section": message("settings.one_section"),
}
"""What has another name elsewhere: the key of the language that of the next one, half of a pair that of the pair."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a setting, a binding, or a heading, which has no name."""

    title: Message | Text
    name: str = ""
    value: Message | Text | None = None
    about: Message | None = None
    changed: bool = False

    @property
    def binding(self) -> str | None:
        """The id of the binding whose keys the row holds; None for any other setting."""
        area, _, rest = self.name.partition(".")
        return rest if area == KEYS else None


def setting_rows(settings: Settings) -> Iterator[Row]:
    """Yield the headings and the settings below them."""
    for section, names in SECTIONS.items():
        yield from _heading(section)
        for name in names:
            value = value_words(name, getattr(settings, name))
            yield Row(message(f"settings.name_{name}"), name, value, message(f"settings.hint_{name}"))


def key_rows(bindings: BindingsByScreen, keymap: Keymap, language: Language) -> Iterator[Row]:
    """Yield for each screen a heading and its bindings; those of several screens come first."""
    for screen, defaults in bindings.items():
        name = None if screen is None else screen_name(screen)
        yield from _heading("keys_everywhere" if screen is None else "keys" if name is None else "keys_on", screen=name)
        for binding, keys in defaults.items():
            signs = Text.same(" ".join(sign_of(key, language) for key in keymap.get(binding, keys)))
            about = message("settings.hint_key", about=about_of(binding), id=binding)
            title = LABELS.get(binding) or label_of(binding)
            yield Row(title, f"{KEYS}.{binding}", signs, about, changed=binding in keymap)


def _heading(section: str, **values: object) -> Iterator[Row]:
    """Yield an empty line and the name of a section."""
    yield Row(Text.same(""))
    yield Row(message(f"settings.section_{section}", **values))


def row_line(row: Row, language: Language, width: int, *, current: bool, entry: str | None = None) -> Content:
    """Return a row laid out for a width; `entry` is what is being typed into it."""
    title = language.render(row.title)
    if not row.name:
        return plain(title, "bold $text-muted").truncate(width, ellipsis=True)
    value_width = VALUE_WIDTH if row.binding is None else KEYS_WIDTH
    title_width = max(min(TITLE_WIDTH, width - 3 - value_width), 0)
    name = plain(title, "bold $accent" if current else "").truncate(title_width, ellipsis=True)
    return (
        cursor_sign(current=current)
        + name.pad_right(title_width + 1 - name.cell_length)
        + _value(row, language, current=current, entry=entry)
    ).truncate(width, ellipsis=True)


def _value(row: Row, language: Language, *, current: bool, entry: str | None) -> Content:
    if entry is not None:
        return plain(f" {entry}", "bold") + plain("▏", "$accent")
    words = "" if row.value is None else language.render(row.value)
    if row.binding is not None:
        return plain(f" {words}", "bold" if row.changed else "$text-muted") + plain(
            " •" if row.changed else "", "$accent"
        )
    arrows = ("‹", "›") if current else (" ", " ")
    return Content("").join((plain(arrows[0], "$accent"), plain(words, "bold"), plain(arrows[1], "$accent")))
