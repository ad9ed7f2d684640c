"""Themes: readable, and right never mistaken for wrong."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from studycards.study.settings.model import THEMES as CHOICES
from studycards.tui.themes import ANSI, COLOUR_BLIND, HIGH_CONTRAST, THEMES, choice_of, next_theme, theme_called

if TYPE_CHECKING:
    from textual.theme import Theme

LEAST_CONTRAST = {theme.name: 4.5 for theme in THEMES} | {HIGH_CONTRAST.name: 7.0, ANSI.name: 3.0}
"""WCAG 2.2, success criteria 1.4.3 and 1.4.6, for text of ordinary size; that for bold text where others choose."""

OWN_COLOURS = [theme for theme in THEMES if not theme.ansi]

TEXT = ("foreground", "text-muted", "accent", "secondary", "success", "warning", "error")
GROUNDS = ("background", "surface")

DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
"""Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB."""


@pytest.mark.parametrize("theme", OWN_COLOURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_is_readable_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    colours = theme.to_color_system().generate()

    assert contrast(Color.parse(colours[text]), Color.parse(colours[ground])) >= LEAST_CONTRAST[theme.name]


@pytest.mark.parametrize("theme", OWN_COLOURS, ids=lambda theme: theme.name)
def test_the_highlighted_rating_is_readable(theme: Theme) -> None:
    """It is the accent reversed: the ground's colour on the accent."""
    colours = theme.to_color_system().generate()

    assert contrast(Color.parse(colours["background"]), Color.parse(colours["accent"])) >= LEAST_CONTRAST[theme.name]


@pytest.mark.parametrize("theme", OWN_COLOURS, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("foreground", "lit"), ("accent", "lit"), ("text-muted", "lit"), ("foreground", "lit-strongly")],
)
def test_the_picture_of_a_layer_is_readable_where_it_is_lit(theme: Theme, text: str, ground: str) -> None:
    """Numbers on both tints, and on the fainter one also its brackets, in the accent, and the zeros of padding."""
    colours = {**theme.to_color_system().generate(), **theme.variables}

    assert contrast(Color.parse(colours[text]), Color.parse(colours[ground])) >= LEAST_CONTRAST[theme.name]


@pytest.mark.parametrize("vision", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_right_and_wrong_stay_far_apart_in_the_colour_blind_theme(vision: tuple[tuple[float, ...], ...]) -> None:
    """The distance is that of CIE 1976; below 50 two colours are easily mixed up side by side."""
    colours = COLOUR_BLIND.to_color_system().generate()
    right, wrong = (Color.parse(colours[name]) for name in ("success", "error"))

    assert dist(lab(seen(right, vision)), lab(seen(wrong, vision))) >= 50


XTERM = {
    "ansi_bright_red": "#ff0000", "ansi_bright_blue": "#5c5cff", "ansi_bright_magenta": "#ff00ff",
    "ansi_bright_black": "#7f7f7f",
}  # fmt: skip
"""The colours of xterm as it is installed."""

CAMPBELL = {
    "ansi_bright_red": "#e74856", "ansi_bright_blue": "#3b78ff", "ansi_bright_magenta": "#b4009e",
    "ansi_bright_black": "#767676",
}  # fmt: skip
"""Those of Windows Terminal."""


@pytest.mark.parametrize("palette", [XTERM, CAMPBELL], ids=["xterm", "campbell"])
@pytest.mark.parametrize("ground", ["#000000", "#ffffff"])
def test_the_colours_of_the_terminal_are_seen_on_black_and_on_white(palette: dict[str, str], ground: str) -> None:
    """The text itself has the terminal's own colour, which is readable or nothing is."""
    colours = ANSI.to_color_system().generate()
    used = {colours[name] for name in (*TEXT, "line")}

    assert used <= {"ansi_default", *palette}
    for colour in used - {"ansi_default"}:
        assert contrast(Color.parse(palette[colour]), Color.parse(ground)) >= LEAST_CONTRAST[ANSI.name]


def test_the_settings_know_every_theme_in_the_same_order() -> None:
    assert tuple(choice_of(theme.name) for theme in THEMES) == CHOICES
    assert [theme_called(choice) for choice in CHOICES] == [theme.name for theme in THEMES]
    assert theme_called("gone") == THEMES[0].name


def test_the_themes_go_round() -> None:
    names = [THEMES[0].name]
    for _ in THEMES:
        names.append(next_theme(names[-1]).name)

    assert names == [theme.name for theme in (*THEMES, THEMES[0])]


def test_a_theme_that_is_not_ours_leads_to_the_first_of_ours() -> None:
    assert next_theme("gruvbox") is THEMES[0]


def linear(colour: Color) -> tuple[float, float, float]:
    """Return linear RGB between 0 and 1 (IEC 61966-2-1)."""

    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(colour.r / 255), one(colour.g / 255), one(colour.b / 255)


def luminance(colour: Color) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: Color, vision: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """Return the linear RGB that a dichromat sees."""
    return tuple(
        min(max(sum(weight * value for weight, value in zip(row, linear(colour), strict=True)), 0), 1) for row in vision
    )


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """Return CIE L*a*b* (D65) of linear RGB."""
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
