"""What an exam shows while it is sat: a frozen snapshot after each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.locale import Message, Text
    from studycards.questions import Question
    from studycards.study.exam.marking import Report


@dataclass(frozen=True, slots=True)
class Slot:
    """One question in the list of all: its part of the exam, the words of it, its points."""

    topic: Text
    stem: Text
    points: int
    answered: bool
    flagged: bool
    unreadable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamView:
    """The exam at one moment.

    `at` is the place of the open question, `typed` the answer that is kept for it. `notice` says what came of the
    last step. Once handed in there is a `report`.
    """

    title: Text
    slots: tuple[Slot, ...]
    at: int
    question: Question
    typed: str
    seconds_left: int
    notice: Message | None = None
    report: Report | None = None
    scheduled: bool = False

    @property
    def slot(self) -> Slot:
        """The open question in the list."""
        return self.slots[self.at]

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(slot.answered for slot in self.slots)
