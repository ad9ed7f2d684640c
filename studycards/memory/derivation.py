"""The tables that follow from the log: carried on by the newest change, or made anew from the beginning.

What changes them happens within a transaction of the caller.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from studycards.memory.history import GIVEN, TAKEN, marks_after, replay

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from studycards.memory.model import ChangeEvent, PromptState
    from studycards.memory.settings import Rules
    from studycards.memory.store import Store

    Told = Callable[[int, int], None]
    """Is called now and then with how much is done, and how much there is; what it raises ends the work."""

T = TypeVar("T")

TELL_EVERY = 2000
"""Rows between two reports of progress: a tenth of a second at most."""


def carry_on(store: Store, event: ChangeEvent) -> None:
    """Let the tables follow a change that is the newest event of the log."""
    if event.change in GIVEN:
        store.give_mark(GIVEN[event.change], event.prompts)
    elif event.change in TAKEN:
        store.take_mark(TAKEN[event.change], event.prompts)
    else:
        store.forget_states(event.prompts)


def states_anew(
    store: Store, rules: Rules, family: Collection[str] | None = None, told: Told | None = None
) -> dict[str, PromptState]:
    """Return what the log says of all prompts, or of a `family` of names; others may write meanwhile."""
    with closing(store.entries(family)) as entries:
        return replay(counted(entries, store.count_entries(family), told) if told else entries, rules)


def derive_states(store: Store, rules: Rules, prompts: Collection[str], told: Told | None = None) -> None:
    """Derive the states of `prompts`, and of all names they ever had, from the log."""
    family = store.family(prompts)
    store.replace_states(states_anew(store, rules, family, told).values(), family)


def derive_marks(store: Store, prompts: Collection[str], told: Told | None = None) -> None:
    """Derive the marks of `prompts`, and of all names they ever had, from the log."""
    family = store.family(prompts)
    entries = [*store.marking(family)]
    store.replace_marks(marks_after(counted(entries, len(entries), told)), family)


def derive_all(store: Store, rules: Rules) -> None:
    """Derive all states and marks from the log."""
    store.replace_states(states_anew(store, rules).values())
    store.replace_marks(marks_after(store.marking()))


def counted(rows: Iterable[T], total: int, told: Told | None) -> Iterator[T]:
    """Yield `rows`; tell every so often how many there were, and behind the last one that it was the last."""
    for done, row in enumerate(rows):
        if told is not None and done % TELL_EVERY == 0:
            told(done, total)
        yield row
    if told is not None:
        told(total, total)
