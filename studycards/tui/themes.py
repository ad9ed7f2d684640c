"""Our themes: dark, light, and one whose right and wrong stay apart for every kind of colour vision.

Each has one accent and one surface. Text reaches a contrast of 4.5:1 on its ground; a test computes it.
"""

from __future__ import annotations

from textual.theme import Theme


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

THEMES = (DARK, LIGHT, COLOUR_BLIND)
"""In the order in which the key goes round; the first one is the default."""


def next_theme(name: str) -> Theme:
    """Return the theme after the one called `name`."""
    names = [theme.name for theme in THEMES]
    return THEMES[(names.index(name) + 1) % len(THEMES)] if name in names else THEMES[0]
