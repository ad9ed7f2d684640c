"""The values of the memory: moments, ratings, review events, the state of a prompt. All plain, all frozen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant and the learner's clock at it: UTC milliseconds and the offset of local time in minutes."""

    at_ms: int
    offset_minutes: int


class Clock(Protocol):
    """Where the time comes from: the system's clock in the program, a list of moments in a test."""

    def __call__(self) -> Moment:
        """Return the present moment."""
        ...


class Rating(IntEnum):
    """What the scheduler is told; the numbers are those of FSRS and Anki."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Stage(StrEnum):
    """Where a prompt is in its life. A new prompt has no state at all."""

    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A rated answer as a session hands it in; the memory adds id, moment and device and makes it an event."""

    prompt: str
    rating: Rating
    seed: int = 0
    typed: str = ""
    verdict: str = ""
    score: float | None = None
    mistakes: tuple[str, ...] = ()
    hints: int = 0
    duration_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEvent:
    """One row of the append-only log."""

    id: str
    moment: Moment
    device: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptState:
    """The schedule of one prompt, derived from its events.

    `due_day` is a study day (days since 1970-01-01 on the learner's calendar). While a prompt is in a learning step
    it is due at `due_ms` on that day. `day` is the study day of the last review, `since_day` that of the first.
    """

    prompt: str
    stage: Stage
    stability: float
    difficulty: float
    step: int | None
    due_day: int
    due_ms: int | None
    day: int
    since_day: int
    reviews: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Wait:
    """How long until a prompt comes back: whole study days, or minutes while it is in a learning step."""

    days: int = 0
    minutes: int = 0


class Mark(StrEnum):
    """What a learner has set a prompt apart for: never to be asked, or to be looked at."""

    SUSPENDED = "suspended"
    FLAGGED = "flagged"


class Change(StrEnum):
    """What can be done to prompts beside answering them; a reset lets them begin anew."""

    SUSPEND = "suspend"
    RESUME = "resume"
    FLAG = "flag"
    UNFLAG = "unflag"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEvent:
    """One change of some prompts, as it stands in the log: a row for each of them."""

    moment: Moment
    device: str
    change: Change
    prompts: tuple[str, ...]


class Answered(NamedTuple):
    """What statistics need of an answer that stands, or of a reset, which has no rating.

    A named tuple, as a log has hundreds of thousands.
    """

    prompt: str
    moment: Moment
    rating: Rating | None
    duration_ms: int = 0


class Progress(NamedTuple):
    """What a list of all cards tells of a prompt that was answered: fields of its state.

    A named tuple, as a hundred thousand of them may be read at once.
    """

    prompt: str
    stage: Stage
    due_day: int
    due_ms: int | None
    difficulty: float
    lapses: int
    reviews: int


class Candidate(NamedTuple):
    """A prompt that a session may ask, as the library offers it: `card` groups siblings, `requires` are card ids.

    A named tuple, as ten thousand of them are made at each start: 2 ms where a dataclass takes 10.
    """

    prompt: str
    card: str
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits today: learning steps, reviews and new prompts, within the limits of the day."""

    learning: int = 0
    due: int = 0
    new: int = 0

    @property
    def total(self) -> int:
        """All prompts that wait today."""
        return self.learning + self.due + self.new


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one study day may bring."""

    new_per_day: int = 15
    reviews_per_day: int = 200
