"""How much may be put beside the cells of an axis, and what is cut off: rules of layers and arrays. No NumPy."""

from __future__ import annotations

from studycards.engine.errors import LayerError

COPYING_MODES = ("reflect", "replicate", "circular")
"""The padding modes that repeat cells of the axis itself."""


def check_margin(size: int, margin: tuple[int, int], mode: str) -> None:
    """Refuse a `margin` before and after an axis of `size` cells that `mode` cannot fill; below 0 it cuts cells off.

    Raises:
        LayerError: nothing would be left, or more would be copied than there is: `reflect` goes around the outermost
            cell, `circular` once around all.
    """
    if size + sum(margin) < 1:
        raise LayerError("engine.pad_cuts_all", "pad {margin} leaves nothing of {size} cells", margin=margin, size=size)
    first, end = kept_cells(size, margin)
    most = {"reflect": size - 1, "circular": end - first}.get(mode)
    if most is not None and max(margin) > most:
        raise LayerError(
            "engine.pad_too_large",
            "mode '{mode}' can add at most {most} cells to a side of {size}, not {padding}",
            mode=mode,
            most=most,
            size=size,
            padding=max(margin),
        )


def kept_cells(size: int, margin: tuple[int, int]) -> tuple[int, int]:
    """Return where the cells of an axis that a margin leaves begin and end."""
    before, after = margin
    return max(-before, 0), size - max(-after, 0)


def centre(size: tuple[int, int], kept: tuple[int, int]) -> tuple[int, int]:
    """Return the first row and column of the middle of a map of `size` that is as large as `kept`.

    Of an odd number of cells too many the last one more is cut off at the end.

    Raises:
        LayerError: the map is smaller than that.
    """
    if kept[0] > size[0] or kept[1] > size[1]:
        raise LayerError("engine.crop_too_large", "a map of {found} has no centre of {size}", found=size, size=kept)
    return (size[0] - kept[0]) // 2, (size[1] - kept[1]) // 2
