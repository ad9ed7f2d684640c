"""Checks of the options of a layer, run when it is made.

A plain whole number in its range, which almost every option is, passes at the first comparison: whole architectures
are built in less than a millisecond.
"""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.layers.writing import written

if TYPE_CHECKING:
    from studycards.engine.layers.base import Layer

LARGEST = 10**9
"""No option or axis is larger: counts of whole networks stay printable."""

MAY_BE_ZERO = {"padding", "output_padding", "start"}
"""Sizes that count from 0 on; the others from 1."""


def check_counts(layer: Layer, *options: str) -> None:
    """Refuse options that are not whole numbers from 1 on, or from 0 where that makes sense."""
    for option in options:
        value = getattr(layer, option)
        if type(value) is int and 0 < value <= LARGEST:
            continue
        if type(value) is not int:
            raise LayerError(
                "engine.option_not_whole",
                "{option} of {layer} must be a whole number, not {value}",
                option=option,
                layer=layer.kind,
                value=written(value),
            )
        _check_range(layer, option, value, least=0 if option in MAY_BE_ZERO else 1)


def check_sizes(layer: Layer, *options: str) -> None:
    """Refuse options that are neither a whole number nor a pair of them; paddings may be 0, the others not."""
    for option in options:
        value = getattr(layer, option)
        if type(value) is not int or not 0 < value <= LARGEST:
            check_whole(layer, option, value, axes=2, least=0 if option in MAY_BE_ZERO else 1)


def check_whole(layer: Layer, option: str, value: object, *, axes: int, least: int) -> None:
    """Refuse a value that is neither a whole number from `least` on nor as many of them as there are `axes`."""
    numbers = value if isinstance(value, tuple) else (value,) * axes
    if len(numbers) != axes or any(type(number) is not int for number in numbers):
        raise (_not_size if axes == 2 else _not_sides)(layer, option, value)
    for number in numbers:
        _check_range(layer, option, number, least=least)  # type: ignore[arg-type]


def check_margins(layer: Layer, option: str) -> None:
    """Refuse a padding that is no size, no word and no ((top, bottom), (left, right))."""
    value = getattr(layer, option)
    if type(value) is int and 0 <= value <= LARGEST:
        return
    if isinstance(value, str):
        check_words(layer, option)
    elif isinstance(value, tuple) and len(value) == 2 and all(isinstance(sides, tuple) for sides in value):
        for sides in value:
            check_whole(layer, option, sides, axes=2, least=0)
    else:
        check_whole(layer, option, value, axes=2, least=0)


def check_flags(layer: Layer, *options: str) -> None:
    """Refuse options that are neither True nor False."""
    for option in options:
        value = getattr(layer, option)
        if value is not True and value is not False:
            raise LayerError(
                "engine.option_not_flag",
                "{option} of {layer} must be True or False, not {value}",
                option=option,
                layer=layer.kind,
                value=written(value),
            )


def check_words(layer: Layer, *options: str) -> None:
    """Refuse options that are none of the words that the layer knows for them."""
    for option in options:
        value = getattr(layer, option)
        if value not in layer.words[option]:
            raise LayerError(
                "engine.option_not_word",
                "{option} of {layer} must be one of {allowed}, not {value}",
                option=option,
                layer=layer.kind,
                allowed=", ".join(layer.words[option]),
                value=written(value),
            )


def exact_option(layer: Layer, option: str, *, least: int = 0, most: int = LARGEST) -> None:
    """Replace a number by the fraction that it was written as: 0.1 is one tenth.

    Raises:
        LayerError: it is no number from `least` to `most`.
    """
    value = getattr(layer, option)
    if value is layer.__dataclass_fields__[option].default and type(value) is Fraction:
        return
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction) or not isfinite(value):
        raise LayerError(
            "engine.option_not_number",
            "{option} of {layer} must be a number, not {value}",
            option=option,
            layer=layer.kind,
            value=written(value),
        )
    number = value if isinstance(value, Fraction) else Fraction(str(value))
    _check_range(layer, option, number, least=least, most=most)
    object.__setattr__(layer, option, number)


def _not_size(layer: Layer, option: str, value: object) -> LayerError:
    return LayerError(
        "engine.option_not_size",
        "{option} of {layer} must be a whole number or a pair of them, not {value}",
        option=option,
        layer=layer.kind,
        value=written(value),
    )


def _not_sides(layer: Layer, option: str, value: object) -> LayerError:
    return LayerError(
        "engine.option_not_sides",
        "{option} of {layer} must be a whole number or four of them, not {value}",
        option=option,
        layer=layer.kind,
        value=written(value),
    )


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
