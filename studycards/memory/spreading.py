"""Spread intervals a little, so that prompts learned together do not come back together for ever.

What the fuzz of Anki and FSRS does, but drawn from the prompt and its number of reviews alone: the same log gives
the same due days on every machine, and the wait that is shown is the wait that is given.
"""

from __future__ import annotations

from hashlib import sha256

SHORTEST_SPREAD = 3
"""Days: a shorter interval has no room to move in."""

EARLIEST = 2
"""Days: no interval is spread to the very next day."""

BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
"""From, to (days) and the share of the days between them that the interval may move, as in Anki and FSRS."""


def spread(days: int, prompt: str, reviews: int) -> int:
    """Return an interval near `days`, fixed by `prompt` and its number of `reviews`.

    A longer interval never becomes the shorter one: both ends of the range grow with it, and the draw does not
    depend on the rating. So Hard ≤ Good ≤ Easy stays true.
    """
    if days < SHORTEST_SPREAD:
        return days
    earliest, latest = spread_range(days)
    return earliest + (_draw(prompt, reviews) * (latest - earliest + 1) >> 64)


def spread_range(days: int) -> tuple[int, int]:
    """Return the shortest and the longest interval that `days` (3 or more) may become."""
    room = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in BANDS)
    return max(EARLIEST, round(days - room)), round(days + room)


def _draw(prompt: str, reviews: int) -> int:
    """Return a number from 0 to 2**64 - 1, evenly drawn."""
    return int.from_bytes(sha256(f"{prompt}\n{reviews}".encode()).digest()[:8], "big")
