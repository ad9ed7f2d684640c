"""Try a condition before an author is told to add it: with it, fresh draws must no longer have the fault."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.questions.variants.drawn import drawn
from studycards.questions.variants.variant import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studycards.decks.varied import VariedCard
    from studycards.questions.variants.variant import Variant

    Fault = Callable[[Variant], bool]

FIRST_FRESH = 1_000_000
"""The first seed of the trial; no check has drawn it before."""

LEAST_TRIALS = 20
MOST_TRIALS = 200
SURE = 7
"""So many times as many draws as a fault takes to show once: by chance none of them has it in 1 of 1,000 cases."""

MOST_TRIED = 6
"""Conditions that are tried; one that none of these can replace is rare."""

MOST_REJECTED = 0.9
"""The part of draws that conditions may reject before a question comes noticeably late."""


def remedy(card: VariedCard, conditions: Iterable[str], has_fault: Fault, *, share: float = 1) -> str | None:
    """Return the first of `conditions` that rids `card` of a fault which so far a `share` of its variants has."""
    trials = min(MOST_TRIALS, max(LEAST_TRIALS, ceil(SURE / share)))
    return next((one for one in islice(conditions, MOST_TRIED) if _mends(card, one, has_fault, trials)), None)


def _mends(card: VariedCard, condition: str, has_fault: Fault, trials: int) -> bool:
    """Say whether no variant has the fault any more, and a variant is still found soon."""
    mended = replace(card, require=(*card.require, condition))
    rejected = 0
    try:
        with refusals(mended):
            for tried, seed in enumerate(range(FIRST_FRESH, FIRST_FRESH + trials), start=1):
                found = drawn(mended, seed)
                rejected += found.rejected
                slow = tried >= LEAST_TRIALS and rejected > MOST_REJECTED * (rejected + tried)
                if slow or has_fault(found.variant):
                    return False
    except StudycardsError:
        return False
    return True
