"""Where the seeds of questions come from. Randomness is an argument everywhere else."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SEED_LIMIT = 2**31
"""Seeds are below this, so that they fit every integer column and are short enough to type."""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of Crockford's base 32, which has no letters that look like others."""

_LOOK_ALIKES = str.maketrans("OIL", "011")


def variant_code(seed: int) -> str:
    """Return a short name of the variant that `seed` draws: at most 7 signs for the seed of a session."""
    if seed < 0:
        return f"-{variant_code(-seed)}"
    high, low = divmod(seed, len(_DIGITS))
    return (variant_code(high) if high else "") + _DIGITS[low]


def seed_of(code: str) -> int:
    """Return the seed that `variant_code` named, in capitals or not; `O` is read as 0, `I` and `L` as 1.

    Raises:
        StudycardsError: `code` is no such name.
    """
    seed = 0
    for sign in code.removeprefix("-").upper().translate(_LOOK_ALIKES) or "?":
        if sign not in _DIGITS:
            raise StudycardsError("study.no_variant_code", code=code)
        seed = seed * len(_DIGITS) + _DIGITS.index(sign)
    return -seed if code.startswith("-") else seed


def fresh_seeds() -> Callable[[], int]:
    """Return a source of seeds that nobody can foresee: each review draws new numbers."""
    return lambda: int.from_bytes(os.urandom(4)) % SEED_LIMIT


def seeds_from(seed: int) -> Callable[[], int]:
    """Return a source of seeds that follows from `seed`: the same quiz again, on every machine."""
    numbers = count()
    return lambda: int.from_bytes(sha256(f"{seed} {next(numbers)}".encode()).digest()[:8]) % SEED_LIMIT


def shuffled(prompts: Iterable[str], seed: int) -> list[str]:
    """Return `prompts` in an order that follows from `seed` and not from the order they came in."""
    return sorted(prompts, key=lambda prompt: sha256(f"{seed} {prompt}".encode()).digest())
