"""Where the cells of a resized map come from: the exact rules that layers and arrays share. No NumPy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.windows import check_least, pair

if TYPE_CHECKING:
    from studycards.engine.windows import Size

Factor = int | float | Fraction

MODES = ("nearest", "bilinear")


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a resized map: `size` cells become `count`; a step between new cells is `scale` old ones."""

    size: int
    count: int
    scale: Fraction


def resized_axes(
    map_size: tuple[int, int],
    size: Size | None = None,
    scale_factor: Factor | tuple[Factor, Factor] | None = None,
    mode: str = "nearest",
    *,
    align_corners: bool | None = None,
) -> tuple[Axis, Axis]:
    """Return the rows and columns of a map of `map_size` (height, width) that is resized as `interpolate` does.

    With `size` the scale is `old / new`, with `scale_factor` its inverse and the new size is rounded down. As in
    PyTorch a factor that happens to keep the size is taken as 1, and one that doubles it, for `nearest`, as 2.
    With `align_corners` the outermost cells stay where they are: the scale is `(old - 1) / (new - 1)`.

    Raises:
        LayerError: the options do not fit each other, or nothing would be left.
    """
    _check_options(size, scale_factor, mode, align_corners=align_corners)
    if scale_factor is None:
        check_least(1, size=min(pair(size or 0)))
        rows, columns = (_by_count(*axis) for axis in zip(map_size, pair(size or 0), strict=True))
    else:
        factors = scale_factor if isinstance(scale_factor, tuple) else (scale_factor, scale_factor)
        rows, columns = (_by_factor(*axis, mode) for axis in zip(map_size, factors, strict=True))
    return (_aligned(rows), _aligned(columns)) if align_corners else (rows, columns)


def nearest_cells(axis: Axis) -> list[int]:
    """Return for each new cell the old one that it copies: `floor(i * scale)`."""
    return [floor(i * axis.scale) for i in range(axis.count)]


def points_between(axis: Axis, *, align_corners: bool | None) -> list[tuple[int, int, Fraction]]:
    """Return for each new cell the two old ones that it lies between, and the share of the second.

    Its place is `i * scale` with aligned corners, else `(i + 1/2) * scale - 1/2`, but never before the first cell.
    """
    half = 0 if align_corners else Fraction(1, 2)
    places = (max((i + half) * axis.scale - half, Fraction(0)) for i in range(axis.count))
    return [(floor(place), min(floor(place) + 1, axis.size - 1), place - floor(place)) for place in places]


def _by_count(size: int, count: int) -> Axis:
    return Axis(size, count, Fraction(size, count))


def _by_factor(size: int, factor: Factor, mode: str) -> Axis:
    exact = Fraction(str(factor))  # 1.1 is 11/10, not the nearest binary fraction
    count = floor(size * exact)
    if count < 1:
        raise LayerError(
            "engine.scale_factor", "scale_factor {factor} leaves nothing of {size} cells", factor=factor, size=size
        )
    taken_as_whole = count == size or (mode == "nearest" and count == 2 * size)
    return _by_count(size, count) if taken_as_whole else Axis(size, count, 1 / exact)


def _aligned(axis: Axis) -> Axis:
    return replace(axis, scale=Fraction(axis.size - 1, axis.count - 1) if axis.count > 1 else Fraction(0))


def _check_options(
    size: Size | None,
    scale_factor: Factor | tuple[Factor, Factor] | None,
    mode: str,
    *,
    align_corners: bool | None,
) -> None:
    if mode not in MODES:
        raise LayerError.unknown("engine.unknown_mode", "there is no mode '{name}'", name=mode, known=MODES)
    if (size is None) == (scale_factor is None):
        raise LayerError("engine.size_or_scale", "give either size or scale_factor")
    if mode == "nearest" and align_corners is not None:
        raise LayerError("engine.align_corners", "align_corners needs mode='bilinear': nearest has no corners")
