"""The tally of mistakes: which slips a learner makes, how often, and in which decks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.questions.mistake_titles import title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studycards.decks.library import DeckEntry
    from studycards.locale import Message, Text

OFTEN = 2
"""From so many times on a mistake is worth a line in the summary of a session."""


@dataclass(frozen=True, slots=True)
class DeckShare:
    """How often a mistake was made in one deck."""

    id: str
    title: Text
    count: int


@dataclass(frozen=True, slots=True)
class MadeMistake:
    """A mistake by its id and name, how often it was made, and in which decks that are still there."""

    id: str
    title: Message
    count: int
    decks: tuple[DeckShare, ...] = ()


def made_mistakes(
    counts: Mapping[str, Mapping[str, int]], deck_of: Callable[[str], DeckEntry | None]
) -> tuple[MadeMistake, ...]:
    """Return the mistakes that have a name, the commonest first; `counts` are those of each by prompts."""
    made = (
        MadeMistake(name, title, sum(by_prompt.values()), _shares(by_prompt, deck_of))
        for name, by_prompt in counts.items()
        if (title := title_of(name)) is not None
    )
    return tuple(sorted(made, key=lambda mistake: (-mistake.count, mistake.id)))


def frequent_mistake(names: Iterable[str]) -> MadeMistake | None:
    """Return the mistake that was made most often among `names`, if that was at least twice; of equals the first."""
    for name, count in Counter(names).most_common():
        if count >= OFTEN and (title := title_of(name)) is not None:
            return MadeMistake(name, title, count)
    return None


def _shares(by_prompt: Mapping[str, int], deck_of: Callable[[str], DeckEntry | None]) -> tuple[DeckShare, ...]:
    """Return the decks of the prompts, those with most of the mistakes first."""
    counts: Counter[str] = Counter()
    titles: dict[str, Text] = {}
    for prompt, count in by_prompt.items():
        if (deck := deck_of(prompt)) is not None:
            counts[deck.id] += count
            titles[deck.id] = deck.title
    return tuple(DeckShare(name, titles[name], count) for name, count in counts.most_common())
