"""Options of layers and shapes as people write them."""

from __future__ import annotations

from fractions import Fraction

_MOST_AXES = 6


def written(value: object) -> str:
    """Return the value of an option as the notation has it: `(2, 3)`, `0.1`, `1/3`, `True`, `same`."""
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


def written_shape(shape: tuple[int, ...]) -> str:
    """Return `shape` as people write it: 16×32×32; of more axes than anything has, only the first ones."""
    axes = [*map(str, shape[:_MOST_AXES]), *(["…"] if len(shape) > _MOST_AXES else [])]
    return "×".join(axes)
