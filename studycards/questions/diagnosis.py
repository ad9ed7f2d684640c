"""The typical wrong answers of one variant, and what to say to an answer that is one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias, overload

from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from studycards.questions.question import Words

    Answer: TypeAlias = "Fraction | int | tuple[Answer, ...]"


@dataclass(frozen=True, slots=True)
class Slip:
    """What one wrong rule gives in one variant; `why` tells whoever gave this answer."""

    name: str
    answer: Answer
    why: Words


class LazySlips(Sequence[Slip]):
    """Slips that are found when they are first looked at: of a right answer nobody needs them."""

    def __init__(self, find: Callable[[], Iterable[Slip]]) -> None:
        self._find = find

    @cached_property
    def found(self) -> tuple[Slip, ...]:
        """The slips."""
        return tuple(self._find())

    @overload
    def __getitem__(self, place: int) -> Slip: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Slip]: ...
    def __getitem__(self, place: int | slice) -> Slip | Sequence[Slip]:
        return self.found[place]

    def __len__(self) -> int:
        return len(self.found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.found == tuple(other)

    def __hash__(self) -> int:
        return hash(self.found)


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
