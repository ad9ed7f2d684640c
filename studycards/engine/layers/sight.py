"""What a cell of a layer's output looks at along one axis of its input: where receptive fields come from."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.windows import adaptive_spans, conv_windows, reach

if TYPE_CHECKING:
    from studycards.engine.windows import Padding, Size, Windows


CACHED_PLANS = 1024
"""As many as of windows: a network repeats a few dozen combinations of size and options."""

MOST_CELLS = 10_000
"""A pattern is not longer: receptive fields of any network are found at once."""


class Sight(NamedTuple):
    """The first and last input cell that output cells 0, 1, ... look at; cells outside of the input are padding.

    After `len(spans)` output cells the pattern repeats, `advance` input cells further on.
    """

    spans: tuple[tuple[int, int], ...]
    advance: int


@lru_cache(CACHED_PLANS)
def conv_sights(
    size: tuple[int, int], kernel: Size, stride: Size = 1, padding: Padding = 0, dilation: Size = 1
) -> tuple[Sight, Sight]:
    """Return what a convolution looks at, down the rows and along them: window after window, padding counted."""
    down, across = conv_windows(size, kernel, stride, padding, dilation)
    return square(window_sight(down), window_sight(across))


def window_sight(windows: Windows) -> Sight:
    """Return what the windows of convolution or pooling look at along one axis."""
    first = -windows.before
    return Sight(((first, first + reach(windows.kernel, windows.dilation) - 1),), windows.stride)


def transposed_sight(windows: Windows) -> Sight:
    """Return what a transposed convolution looks at, given the windows that its input cells spread over its output."""
    check_pattern(windows.stride)
    span, stride, before = reach(windows.kernel, windows.dilation), windows.stride, windows.before
    spans = ((-((span - 1 - before - cell) // stride), (cell + before) // stride) for cell in range(stride))
    return Sight(tuple(spans), 1)


def adaptive_sight(size: int, count: int) -> Sight:
    """Return what adaptive pooling from `size` to `count` cells looks at."""
    check_pattern(count)
    return Sight(tuple((span.start, span.stop - 1) for span in adaptive_spans(size, count)), size)


def whole_sight(size: int) -> Sight:
    """Return what a layer looks at whose one position sees all cells."""
    return Sight(((0, size - 1),), size)


def square(down: Sight, across: Sight) -> tuple[Sight, Sight]:
    """Return both sights, equal ones as one object: what follows from them is then found once for both axes."""
    return (down, down) if down == across else (down, across)


def check_pattern(cells: int) -> None:
    """Refuse a pattern of too many cells.

    Raises:
        LayerError: there are too many.
    """
    if cells > MOST_CELLS:
        raise LayerError(
            "engine.pattern_too_long",
            "{cells} neighbouring cells see the input in different ways: receptive fields are not followed that far",
            cells=cells,
        )
