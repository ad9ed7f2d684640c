"""The values between a card and a rating: question, reading or unreadable, verdict. One class of question a module."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, TypeAlias

if TYPE_CHECKING:
    from studycards.locale import Message, Text
    from studycards.questions.subject import Subject

    Words = Message | Text

Tensor: TypeAlias = "Fraction | tuple[Tensor, ...]"
"""One number, or the parts along one axis."""


@dataclass(frozen=True, slots=True)
class TensorReading:
    """A tensor as it was understood: `value` as tuples in tuples, `shape` as NumPy would say it, () for one number."""

    value: Tensor
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What was given for each step of a sheet; None where nothing was."""

    steps: tuple[Reading | None, ...]


@dataclass(frozen=True, slots=True)
class ComparisonReading:
    """Which of several networks was named, by its place from 0, and how many times."""

    place: int
    factor: Fraction


ReadValue: TypeAlias = (
    "Fraction | str | bool | tuple[int, ...] | frozenset[int] | TensorReading | SheetReading | ComparisonReading"
)
"""What an answer can be once it is read: a number, words, true or false, a shape or an order, chosen options, a tensor,
a sheet of steps, a comparison."""


@dataclass(frozen=True, slots=True)
class Grid:
    """An array to be shown as rows and columns, channels and samples set apart.

    `cells` holds the written cells nested by axes, up to four; `marked` are the indices of cells to point at, such as
    those of a window.
    """

    title: Words
    cells: WrittenCells
    marked: frozenset[tuple[int, ...]] = frozenset()


WrittenCells: TypeAlias = "Text | tuple[WrittenCells, ...]"
"""Cells as each language writes them, nested by axes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed answer as the program understood it; `echo` says so to the learner where it is not obvious."""

    value: ReadValue
    echo: Words | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An answer that could not be read. It costs nothing; `reason` says what was found and what to type instead."""

    reason: Message


class Outcome(StrEnum):
    """How an answer was graded."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A graded answer.

    `score` is between 0 and 1. `cells` says of each part of the answer (option, position, axis, step, cell of a tensor
    in the order of its rows) whether it is right. `parts` are the verdicts on the steps of a sheet; a step is `carried`
    where it was graded by what follows from the learner's earlier values.
    `notes` are sentences about this answer: a typo that was forgiven, why this distractor is wrong.
    `mistakes` are the ids of the wrong rules that lead to this answer; their sentences are among the notes.
    """

    outcome: Outcome
    score: Fraction
    cells: tuple[bool, ...] = ()
    notes: tuple[Words, ...] = ()
    mistakes: tuple[str, ...] = ()
    parts: tuple[Verdict, ...] = ()
    carried: bool = False

    @classmethod
    def of(
        cls,
        score: Fraction | int,
        *,
        cells: tuple[bool, ...] = (),
        notes: tuple[Words, ...] = (),
        mistakes: tuple[str, ...] = (),
        parts: tuple[Verdict, ...] = (),
    ) -> Verdict:
        """Return the verdict whose outcome follows from `score`: 1 is right, 0 wrong, anything between partly right."""
        exact = Fraction(score)
        outcome = Outcome.RIGHT if exact == 1 else Outcome.WRONG if exact == 0 else Outcome.PARTIAL
        return cls(outcome, exact, cells, notes, mistakes, parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC):
    """One prompt (or one variant of it) ready to be asked: everything needed to show, read, grade and explain.

    `stem` is the question and `answer` the model answer, both Markdown with inline code and bold only; `grids` are the
    arrays shown under the stem. `solution` is the short worked solution, `full` the one with all lines where there is
    another and it costs nothing to make; hints are sentences shown one at a time.
    `drawn` says whether the seed chose any numbers: then it names a variant.
    `subject` is the network that it is about, where there is one.
    `kind` names the way of answering, by which a face chooses what to show: `choice`, `number`, ...
    """

    kind: ClassVar[str]

    prompt: str
    seed: int
    stem: Text
    answer: Words
    grids: tuple[Grid, ...] = ()
    hints: tuple[Words, ...] = ()
    solution: tuple[Words, ...] = ()
    full: tuple[Words, ...] = ()
    explanation: Text | None = None
    source: str | None = None
    level: int | None = None
    drawn: bool = False
    subject: Subject | None = field(default=None, compare=False, repr=False)

    def worked_in_full(self) -> tuple[Words | Grid, ...]:
        """Return the solution in all its lines, with the matrices they are about; nothing where the short one is all.

        It may take some milliseconds, so that it is made only when it is asked for.
        """
        return self.full

    @property
    def has_full_solution(self) -> bool:
        """Whether there is a longer solution to ask for; it is not made to find out."""
        return bool(self.full) or type(self).worked_in_full is not Question.worked_in_full

    @property
    def self_graded(self) -> bool:
        """Whether the learner recalls the answer and grades it alone; such a question is never read."""
        return False

    @property
    @abstractmethod
    def expects(self) -> Message:
        """Say in a few words what to type."""

    @abstractmethod
    def read(self, typed: str) -> Reading | Unreadable:
        """Understand what was typed; never raises."""

    @abstractmethod
    def grade(self, reading: Reading) -> Verdict:
        """Grade an answer that was read."""
