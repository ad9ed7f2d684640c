"""What the mistakes in a learner's log are called. Those that a card's author wrote down have no name of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.mistakes import MISTAKES

if TYPE_CHECKING:
    from studycards.locale import Message

INVERTED = "compare.inverted"
"""The mistake of dividing the smaller by the larger; every comparison knows it."""


def title_of(name: str) -> Message | None:
    """Return what the mistake with the id `name` is called; None of one that no library has, or has any more."""
    if name == INVERTED:
        return message("comparison.inverted_name")
    return MISTAKES[name].title if name in MISTAKES else None
