"""Our themes: dark, light, high contrast, one for every kind of colour vision, and one of the terminal's own colours.

Each has one accent and one surface. Text reaches a contrast of 4.5:1 on its ground, 7:1 in high contrast; a test
computes it. The terminal's own colours are what they are: of its sixteen only those are used that are seen on black and
on white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import Theme

from studycards.locale import message
from studycards.study.settings.model import THEMES as CHOICES

if TYPE_CHECKING:
    from studycards.locale import Message

_PREFIX = "studycards-"
"""Tells our themes from those of Textual that are called the same."""


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    """Make a theme of nine colours; the variables of Textual's own widgets follow from them."""
    muted, line, accent = colours["muted"], colours["line"], colours["accent"]
    ground, surface, foreground = colours["ground"], colours["surface"], colours["foreground"]
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=colours["code"],
        accent=accent,
        success=colours["right"],
        warning=colours["partial"],
        error=colours["wrong"],
        foreground=foreground,
        background=ground,
        surface=surface,
        panel=surface,
        variables={
            "text": foreground,
            "text-muted": muted,
            "line": line,
            "border": accent,
            "border-blurred": line,
            "block-cursor-background": accent,
            "block-cursor-foreground": ground,
            "lit": _tinted(ground, accent, 0.17),
            "lit-strongly": _tinted(ground, accent, 0.38),
            "input-cursor-background": foreground,
            "input-cursor-foreground": ground,
            "input-selection-background": f"{accent} 35%",
            "scrollbar": line,
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


def _tinted(ground: str, colour: str, share: float) -> str:
    """Return `ground` with a share of a colour: opaque, since a style of text does not mix."""
    return Color.parse(ground).blend(Color.parse(colour), share).hex


DARK = _theme(
    "studycards-dark",
    dark=True,
    ground="#15181e",
    surface="#20252e",
    foreground="#dde1e8",
    muted="#98a1b0",
    line="#414957",
    accent="#82aaff",
    code="#c3b7f5",
    right="#5cd1b0",
    partial="#e5c468",
    wrong="#ff8a70",
)

LIGHT = _theme(
    "studycards-light",
    dark=False,
    ground="#fbfaf7",
    surface="#eeece6",
    foreground="#23272f",
    muted="#5b6270",
    line="#c4c1b8",
    accent="#2457c5",
    code="#6a3fa0",
    right="#00694f",
    partial="#7a5600",
    wrong="#b3361b",
)

COLOUR_BLIND = _theme(
    "studycards-colour-blind",
    dark=True,
    ground="#15181e",
    surface="#20252e",
    foreground="#e4e7ec",
    muted="#a0a8b5",
    line="#454d5b",
    accent="#c9ced8",
    code="#d9d2a6",
    right="#5db2ff",
    partial="#d8c3a5",
    wrong="#ff9d2e",
)

HIGH_CONTRAST = _theme(
    "studycards-high-contrast",
    dark=True,
    ground="#000000",
    surface="#141414",
    foreground="#ffffff",
    muted="#d6d6d6",
    line="#b0b0b0",
    accent="#ffe14d",
    code="#a8d8ff",
    right="#5cf2a5",
    partial="#ffd9a0",
    wrong="#ffa8a0",
)

ANSI = Theme(
    name="studycards-ansi",
    ansi=True,
    primary="ansi_bright_blue",
    secondary="ansi_bright_magenta",
    accent="ansi_bright_blue",
    success="ansi_bright_blue",
    warning="ansi_bright_magenta",
    error="ansi_bright_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        # Textual's own style sheets name these two.
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        # A dimmer shade of the text would be the background of some palettes.
        "text-muted": "ansi_default",
        "line": "ansi_bright_black",
        "border": "ansi_bright_blue",
        "border-blurred": "ansi_bright_black",
        "block-cursor-background": "ansi_bright_blue",
        "block-cursor-foreground": "ansi_black",
        # No tint of a palette is sure to be readable: signs and bold type say what is lit.
        "lit": "ansi_default",
        "lit-strongly": "ansi_default",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_bright_blue",
        "scrollbar-active": "ansi_bright_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
    },
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND, ANSI)
"""In the order in which the key goes round; the first one is the default."""


def theme_called(choice: str) -> str:
    """Return the name of the theme that the settings call `choice`."""
    return f"{_PREFIX}{choice if choice in CHOICES else CHOICES[0]}"


def choice_of(theme: str) -> str:
    """Return what the settings call the theme of this name."""
    return theme.removeprefix(_PREFIX)


def title_of(theme: Theme) -> Message:
    """Return what the palette calls a theme."""
    return message(f"tui.theme_{choice_of(theme.name).replace('-', '_')}")


def next_theme(name: str) -> Theme:
    """Return the theme after the one called `name`."""
    names = [theme.name for theme in THEMES]
    return THEMES[(names.index(name) + 1) % len(THEMES)] if name in names else THEMES[0]
