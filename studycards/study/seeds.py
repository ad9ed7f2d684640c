"""Where the seeds of questions come from. Randomness is an argument everywhere else."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SEED_LIMIT = 2**31
"""Seeds are below this, so that they fit every integer column and are short enough to type."""


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
