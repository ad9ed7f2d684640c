"""Where the Lab begins: with an example, or with the network and the numbers of a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.decks.asking import Ask
    from studycards.engine.run import Run
    from studycards.questions import Question

EXAMPLE = "1x5x5 | conv1: conv2d(1, 3, padding=1) | relu | max_pool2d(2, stride=1)"
"""What the Lab shows where nothing was typed yet: small enough for every number to be seen at once."""


@dataclass(frozen=True, slots=True)
class LabStart:
    """A network in the notation of `calc`, and the arrays that go through it, where a question has any.

    `ask` is what the question asks: the Lab opens on the layer and the direction in which it comes about.
    """

    notation: str = EXAMPLE
    run: Run | None = None
    ask: Ask | None = None
    layout: str = "CHW"


def lab_start(question: Question) -> LabStart | None:
    """Return the network of a question with its numbers; None where it is about none."""
    subject = question.subject
    if subject is None:
        return None
    return LabStart(subject.text, subject.run, subject.ask, subject.layout)
