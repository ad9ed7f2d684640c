"""The order of the axes of a map as a card asks it: channels first (CHW), as the engine has it, or last (HWC)."""

from __future__ import annotations

from typing import Any, TypeVar

CHANNELS_FIRST = "CHW"

MAP_AXES = len(CHANNELS_FIRST)

Axis = TypeVar("Axis")

Nested = Any
"""Cells of any kind in tuples in tuples."""


def laid_out(sizes: tuple[Axis, ...], layout: str) -> tuple[Axis, ...]:
    """Return the sizes of a map in the order of `layout`; only maps have one."""
    if layout == CHANNELS_FIRST or len(sizes) != len(CHANNELS_FIRST):
        return sizes
    return (*sizes[1:], sizes[0])


def channels_first(sizes: tuple[Axis, ...], layout: str) -> tuple[Axis, ...]:
    """Return sizes in the order of `layout` as the engine has them."""
    if layout == CHANNELS_FIRST or len(sizes) != len(CHANNELS_FIRST):
        return sizes
    return (sizes[-1], *sizes[:-1])


def channels_last_cells(cells: Nested) -> Nested:
    """Return the cells of a map, or of a batch of maps, nested channels last; what is no map stays as it is."""
    if depth(cells) > MAP_AXES:
        return tuple(map(channels_last_cells, cells))
    if depth(cells) < MAP_AXES:
        return cells
    return tuple(tuple(zip(*rows, strict=True)) for rows in zip(*cells, strict=True))


def channels_first_cells(cells: Nested) -> Nested:
    """Return cells that are nested channels last as the engine has them."""
    if depth(cells) > MAP_AXES:
        return tuple(map(channels_first_cells, cells))
    if depth(cells) < MAP_AXES:
        return cells
    channels = len(cells[0][0])
    return tuple(tuple(tuple(cell[channel] for cell in row) for row in cells) for channel in range(channels))


def depth(cells: Nested) -> int:
    """Return how many axes nested cells have."""
    return 1 + depth(cells[0]) if isinstance(cells, tuple) else 0
