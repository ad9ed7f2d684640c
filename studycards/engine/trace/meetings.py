"""Which window meets which cell of a map through which tap of its kernel: one relation, read in three directions.

By window it gives the cells that an output is made of, by cell the outputs that a gradient comes back from, by tap
all places where one weight was used. A transposed convolution reads the same relation with input and output swapped.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.trace.terms import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.functional._arrays import Array
    from studycards.engine.trace.functions import Value
    from studycards.engine.trace.terms import Index
    from studycards.engine.windows import Windows


@dataclass(frozen=True, slots=True)
class Meeting:
    """Window `window` sees `cell` through `tap`, each with one number per axis.

    With `padding` it sees it beside the map: `cell` lies outside, or is the cell that the padding repeats.
    """

    window: Index
    tap: Index
    cell: Index
    padding: bool

    def seen(self, x: Array, front: Index, padding_value: Value = 0) -> Number:
        """Return what the window sees in the map `x[front]`: `padding_value` where that lies outside."""
        index = (*front, *self.cell)
        inside = all(0 <= i < size for i, size in zip(index, x.shape, strict=True))
        return Number(x.item(*index) if inside else padding_value, "x", index, self.padding)


class _AxisMeeting(NamedTuple):
    window: int
    tap: int
    cell: int
    padding: bool


def meetings(
    axes: tuple[Windows, ...],
    *,
    window: Index | None = None,
    tap: Index | None = None,
    cell: Index | None = None,
    padding_mode: str = "zeros",
) -> Iterator[Meeting]:
    """Yield the meetings of one `window`, one `tap` or one `cell`, or all: by windows row by row, then by taps."""
    none = (None,) * len(axes)
    wanted = zip(axes, window or none, tap or none, cell or none, strict=True)
    for along in product(*(list(_along(*axis, padding_mode)) for axis in wanted)):
        windows, taps, cells, outside = zip(*along, strict=True)
        yield Meeting(windows, taps, cells, any(outside))


def _along(
    axis: Windows, window: int | None, tap: int | None, cell: int | None, padding_mode: str
) -> Iterator[_AxisMeeting]:
    for o in range(axis.count) if window is None else (window,):
        for k in range(axis.kernel) if tap is None else (tap,):
            position = o * axis.stride + k * axis.dilation - axis.before
            outside = not 0 <= position < axis.size
            seen = repeated(position, axis.size, padding_mode)
            if cell in {None, seen}:
                yield _AxisMeeting(o, k, seen, outside)


def repeated(position: int, size: int, padding_mode: str) -> int:
    """Return the cell of an axis of `size` that is seen at `position`, also outside of it in a mode that repeats."""
    match padding_mode:
        case "reflect":
            last = size - 1
            return last - abs(last - abs(position))
        case "replicate":
            return min(max(position, 0), size - 1)
        case "circular":
            return position % size
    return position
