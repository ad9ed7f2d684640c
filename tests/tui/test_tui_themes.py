"""Themes: readable, and right never mistaken for wrong."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from studycards.tui.themes import COLOUR_BLIND, THEMES, next_theme

if TYPE_CHECKING:
    from textual.theme import Theme

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""

TEXT = ("foreground", "text-muted", "accent", "secondary", "success", "warning", "error")
GROUNDS = ("background", "surface")

DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
"""Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_colour_is_readable_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    colours = theme.to_color_system().generate()

    assert contrast(Color.parse(colours[text]), Color.parse(colours[ground])) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_highlighted_rating_is_readable(theme: Theme) -> None:
    """It is the accent reversed: the ground's colour on the accent."""
    colours = theme.to_color_system().generate()

    assert contrast(Color.parse(colours["background"]), Color.parse(colours["accent"])) >= LEAST_CONTRAST


@pytest.mark.parametrize("vision", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_right_and_wrong_stay_far_apart_in_the_colour_blind_theme(vision: tuple[tuple[float, ...], ...]) -> None:
    """The distance is that of CIE 1976; below 50 two colours are easily mixed up side by side."""
    colours = COLOUR_BLIND.to_color_system().generate()
    right, wrong = (Color.parse(colours[name]) for name in ("success", "error"))

    assert dist(lab(seen(right, vision)), lab(seen(wrong, vision))) >= 50


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
