"""What the tests of the memory share: an empty log under a clock that they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.memory import Memory
from tests.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the log is kept; the folder does not exist yet."""
    return tmp_path / "data" / "reviews.db"


@pytest.fixture
def memory(path: Path, clock: Clock) -> Iterator[Memory]:
    with Memory.open(path, clock, "laptop") as memory:
        yield memory
