"""Shuffle by seed, the same on every machine and Python: SHA-256 decides, never the `random` module."""

from __future__ import annotations

from hashlib import sha256
from itertools import count


def permutation(length: int, *key: str | int) -> tuple[int, ...]:
    """Return the numbers 0 .. length - 1 in the order that `key` (a prompt, a seed) gives them."""
    return tuple(sorted(range(length), key=lambda place: _digest(*key, place)))


def moving_permutation(length: int, *key: str | int) -> tuple[int, ...]:
    """Return a permutation by `key` that leaves at least two places changed, where there are two."""
    in_place = tuple(range(length))
    if length < 2:
        return in_place
    attempts = (permutation(length, *key, attempt) for attempt in count())
    return next(order for order in attempts if order != in_place)


def _digest(*key: str | int) -> bytes:
    return sha256("\0".join(map(str, key)).encode()).digest()
