"""Spaced repetition: what was answered, when it comes back. Knows prompt ids, nothing about cards."""

from studycards.memory.days import study_day
from studycards.memory.memory import Memory
from studycards.memory.model import (
    Answer,
    Candidate,
    Change,
    ChangeEvent,
    Clock,
    Counts,
    Limits,
    Mark,
    Moment,
    Progress,
    PromptState,
    Rating,
    ReviewEvent,
    Stage,
    Wait,
)
from studycards.memory.queue import Queue

__all__ = [
    "Answer",
    "Candidate",
    "Change",
    "ChangeEvent",
    "Clock",
    "Counts",
    "Limits",
    "Mark",
    "Memory",
    "Moment",
    "Progress",
    "PromptState",
    "Queue",
    "Rating",
    "ReviewEvent",
    "Stage",
    "Wait",
    "study_day",
]
