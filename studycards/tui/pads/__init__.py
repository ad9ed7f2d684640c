"""Answering by keys instead of typing: choose, put in order, match. Plain values; no widget is in here.

A pad knows what was pressed and which text the learner could have typed instead. That text is all that a session sees.
"""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING

from studycards.tui.pads.pad import Command, Pad, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.locale import Message
    from studycards.questions import Question

__all__ = ["Command", "Pad", "Row", "guide_for", "pad_for"]

_PADS = {
    "choice": "choose:choice_pad",
    "true_false": "choose:true_false_pad",
    "order": "order:order_pad",
    "match": "match:match_pad",
}
"""What makes the pad of each kind of question that has one; imported with the first question of its kind."""


def pad_for(question: Question) -> Pad | None:
    """Return the fresh pad on which `question` is answered; None where the answer is typed or only recalled."""
    if question.kind not in _PADS:
        return None
    make: Callable[[Question], Pad] = resolve_name(f"studycards.tui.pads.{_PADS[question.kind]}")
    return make(question)


def guide_for(question: Question) -> Message:
    """Say in a few words how `question` is answered on this face: on its pad, or by typing."""
    pad = pad_for(question)
    return pad.guide if pad else question.expects
