"""The guide for deck authors names every architecture that a card can ask."""

from __future__ import annotations

import re
from pathlib import Path

from studycards.engine.architectures import ARCHITECTURES

GUIDE = Path(__file__).parents[2] / "decks" / "README.md"


def test_every_architecture_is_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    families = [line for line in guide.splitlines() if line.startswith(("| VGG", "| Inception"))]
    suffixed = {name + suffix for line in families for suffix in re.findall(r"`(_\w+)`", line) for name in names(line)}

    assert set(ARCHITECTURES) <= names(guide) | suffixed


def names(text: str) -> set[str]:
    return set(re.findall(r"`([a-z]\w+)`", text))
