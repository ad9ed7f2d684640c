"""The typical wrong answers of one variant, and what to say to an answer that is one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from studycards.questions.question import Words

    Answer = Fraction | int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What one wrong rule gives in one variant; `why` tells whoever gave this answer."""

    name: str
    answer: Answer
    why: Words


def by_answer(slips: Iterable[Slip]) -> dict[Answer, list[Slip]]:
    """Group the slips that lead to the same answer."""
    groups: dict[Answer, list[Slip]] = {}
    for slip in slips:
        groups.setdefault(slip.answer, []).append(slip)
    return groups


def notes(slips: Iterable[Slip]) -> tuple[Words, ...]:
    """Return the sentences of `slips`; those with the same answer cannot be told apart, which a sentence says first."""
    return tuple(note for group in by_answer(slips).values() for note in _group_notes(group))


def _group_notes(group: list[Slip]) -> tuple[Words, ...]:
    whys = tuple(slip.why for slip in group)
    return whys if len(whys) == 1 else (message("computed.one_of"), *whys)
