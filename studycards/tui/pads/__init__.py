"""Answering by keys instead of typing: choose, put in order, match. Plain values; no widget is in here.

A pad knows what was pressed and which text the learner could have typed instead. That text is all that a session sees.
"""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING

from studycards.questions import Reading
from studycards.tui.pads.pad import Command, Pad, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

__all__ = ["Command", "Pad", "Row", "pad_for"]

_PADS = {
    "choice": "choose:choice_pad",
    "true_false": "choose:true_false_pad",
    "order": "order:order_pad",
    "match": "match:match_pad",
}
"""What makes the pad of each kind of question that has one; imported with the first question of its kind."""


def pad_for(question: Question, typed: str = "") -> Pad | None:
    """Return the pad on which `question` is answered; None where the answer is typed or only recalled.

    It is fresh unless an answer was `typed` before.
    """
    if question.kind not in _PADS:
        return None
    make: Callable[[Question], Pad] = resolve_name(f"studycards.tui.pads.{_PADS[question.kind]}")
    pad, reading = make(question), question.read(typed) if typed else None
    return pad.holding(reading.value) if isinstance(reading, Reading) else pad
