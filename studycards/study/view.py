"""What a session shows: a frozen snapshot after each step. Faces paint it; they hold no rule of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.locale import Message, Text
    from studycards.memory import Rating, Wait
    from studycards.questions import Question, Reading, Verdict
    from studycards.study.mistakes import MadeMistake


class Mode(StrEnum):
    """What is going on: a review schedules what it asks, a quiz only when told to, an exam is marked at its end."""

    REVIEW = "review"
    QUIZ = "quiz"
    EXAM = "exam"


class Phase(StrEnum):
    """Where the session stands: a question is open, its answer is shown, or nothing is left."""

    QUESTION = "question"
    ANSWERED = "answered"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Missed:
    """A question of this session that was not answered right, kept for the summary."""

    prompt: str
    stem: Text
    answer: Message | Text


@dataclass(frozen=True, slots=True)
class Summary:
    """What the session came to.

    `answered` counts the prompts that were answered, `right`, `partial` and `wrong` how their first answers were
    graded (self-graded ones by their rating). `left` counts what still waits today after a review. `frequent` is the
    mistake that was made most often, where one was made more than once.
    """

    answered: int = 0
    right: int = 0
    partial: int = 0
    wrong: int = 0
    skipped: int = 0
    seconds: int = 0
    left: int = 0
    missed: tuple[Missed, ...] = ()
    frequent: MadeMistake | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """The session at one moment.

    `hints` are those already shown, `hints_left` says how many more there are. `typed` is what was entered last and
    `reading` how it was understood; `notice` says why nothing was graded. `verdict` is None for a self-graded question;
    where there is a `heading`, that is said in its place. `proposed` is the rating that Enter gives; `waits` tells for
    each rating when the prompt comes back, and is empty where nothing is scheduled: then `ratings` holds just those
    that make sense; no question of the session has more than `most_ratings`. Of the `total` prompts of the session
    `done` were answered at least once; `again` says how many of these are asked once more, this one included if it
    `is_repeat`. `flagged` prompts are marked by the learner, to be looked at later.
    """

    mode: Mode
    phase: Phase
    question: Question | None = None
    deck: Text | None = None
    hints: tuple[Message | Text, ...] = ()
    hints_left: int = 0
    typed: str = ""
    heading: Message | None = None
    reading: Reading | None = None
    notice: Message | None = None
    verdict: Verdict | None = None
    ratings: tuple[Rating, ...] = ()
    most_ratings: int = 0
    proposed: Rating | None = None
    waits: Mapping[Rating, Wait] = field(default_factory=dict)
    done: int = 0
    total: int = 0
    again: int = 0
    is_repeat: bool = False
    flagged: bool = False
    can_undo: bool = False
    summary: Summary = field(default_factory=Summary)
