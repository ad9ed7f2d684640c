"""Goals in seconds, on whatever machine: a fixed piece of bare Python is timed in the same run, as their measure."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE_S = 0.006
"""What the piece takes where the goals were set."""


def seconds(action: Callable[[], object], *, tries: int = 5) -> float:
    """Return the processor time of an action, the least of some tries: what else runs only ever adds to it."""
    taken = []
    for _ in range(tries):
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return min(taken)


def here(goal_s: float) -> float:
    """Return what a goal in seconds is on this machine now."""
    return goal_s * max(1, seconds(piece) / REFERENCE_S)


def piece() -> int:
    total = 0
    for number in range(100_000):
        total += number * number % 7
    return total
