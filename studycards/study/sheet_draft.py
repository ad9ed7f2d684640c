"""The answers to a sheet while they are given one by one, in the order of its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studycards.questions.question import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.questions.kinds.sheet import SheetQuestion, Step

SEPARATOR = " & "
"""Between the answers to two steps in the text that a session is given."""


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """A sheet with the `texts` given for its first steps; an empty one leaves its step out."""

    question: SheetQuestion
    texts: tuple[str, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step to be answered next; None once all have been."""
        return self.question.steps[len(self.texts)] if len(self.texts) < len(self.question.steps) else None

    @property
    def typed(self) -> str:
        """The answers in one line, as a session takes them."""
        return joined(self.texts)

    def put(self, text: str) -> SheetDraft | Unreadable:
        """Take the answer to the open step, or leave it out; say why it cannot be read."""
        assert self.step is not None
        reading = self.step.question.read(text) if text else None
        return reading if isinstance(reading, Unreadable) else replace(self, texts=(*self.texts, text))

    def back(self) -> SheetDraft:
        """Ask the step before again."""
        return replace(self, texts=self.texts[:-1])


def split(typed: str, count: int) -> tuple[str, ...]:
    """Return the answers to `count` steps that were joined, an empty text for each that has none."""
    texts = [text.strip() for text in typed.split(SEPARATOR.strip())] if typed else []
    return (*texts, *[""] * (count - len(texts)))


def joined(texts: Iterable[str]) -> str:
    """Return the answers to all steps in one line."""
    return SEPARATOR.join(texts)


def is_blank(typed: str) -> bool:
    """Say whether nothing was given, not even to one step."""
    return not typed.strip(SEPARATOR)
