"""Checks of the options of a layer, run when it is made, and the way back from a value to its notation."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from studycards.engine.layers.base import Layer

LARGEST = 10**9
"""No option or axis is larger: counts of whole networks stay printable."""


def check_counts(layer: Layer, *options: str) -> None:
    """Refuse options that are not whole numbers from 1 on."""
    for option in options:
        value = getattr(layer, option)
        if type(value) is not int:
            raise LayerError(
                "engine.option_not_whole",
                "{option} of {layer} must be a whole number, not {value}",
                option=option,
                layer=layer.kind,
                value=written(value),
            )
        _check_range(layer, option, value)


def check_sizes(layer: Layer, *options: str) -> None:
    """Refuse options that are neither a whole number nor a pair of them; `padding` may be 0, the others not."""
    for option in options:
        value = getattr(layer, option)
        axes = value if isinstance(value, tuple) else (value, value)
        if len(axes) != 2 or any(type(axis) is not int for axis in axes):
            raise LayerError(
                "engine.option_not_size",
                "{option} of {layer} must be a whole number or a pair of them, not {value}",
                option=option,
                layer=layer.kind,
                value=written(value),
            )
        for axis in axes:
            _check_range(layer, option, axis, least=0 if option == "padding" else 1)


def check_flags(layer: Layer, *options: str) -> None:
    """Refuse options that are neither True nor False."""
    for option in options:
        value = getattr(layer, option)
        if not isinstance(value, bool):
            raise LayerError(
                "engine.option_not_flag",
                "{option} of {layer} must be True or False, not {value}",
                option=option,
                layer=layer.kind,
                value=written(value),
            )


def exact_option(layer: Layer, option: str, *, most: int = LARGEST) -> None:
    """Replace a number by the fraction that it was written as (0.1 is one tenth); refuse it outside of 0 to `most`."""
    value = getattr(layer, option)
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction) or not isfinite(value):
        raise LayerError(
            "engine.option_not_number",
            "{option} of {layer} must be a number, not {value}",
            option=option,
            layer=layer.kind,
            value=written(value),
        )
    number = Fraction(str(value))
    _check_range(layer, option, number, least=0, most=most)
    object.__setattr__(layer, option, number)


def _check_range(layer: Layer, option: str, value: Fraction | int, *, least: int = 1, most: int = LARGEST) -> None:
    if not least <= value <= most:
        raise LayerError(
            "engine.option_out_of_range",
            "{option} of {layer} must be from {least} to {most}, not {value}",
            option=option,
            layer=layer.kind,
            least=least,
            most=most,
            value=value,
        )


def written(value: object) -> str:
    """Return the value of an option as the notation has it: `(2, 3)`, `0.1`, `1/3`, `True`."""
    if isinstance(value, tuple):
        return f"({', '.join(map(written, value))})"
    return _decimal(value) if isinstance(value, Fraction) else str(value)


def _decimal(number: Fraction) -> str:
    """Return a fraction as a decimal where it ends within twelve places, else as a quotient."""
    scaled = number * 10**12
    if number.denominator == 1 or scaled.denominator != 1:
        return str(number)
    whole, places = divmod(abs(scaled.numerator), 10**12)
    return f"{'-' if number < 0 else ''}{whole}.{places:012}".rstrip("0")
