"""The program as a person runs it, with a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Program:
    """The installed program with a data folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *arguments: str, typed: str = "", lang: str = "en") -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "STUDYCARDS_HOME": str(self.home), "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(
            [sys.executable, "-m", "studycards", "--lang", lang, *arguments],
            input=typed, capture_output=True, text=True, env=environment, check=False, timeout=120,
        )  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "home")
