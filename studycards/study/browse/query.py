"""What is typed to find cards: words and fields, all of which have to fit.

A word is looked for in id, tags and question. `deck:`, `tag:`, `is:`, `type:` and `level:` ask for more, in English or
Polish; what has another name before its colon is a word like any other. Quotes keep words together.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.listing import TAG, folded
from studycards.memory import Stage
from studycards.study.browse.standing import NEW

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from studycards.study.browse.cards import Columns
    from studycards.study.browse.standing import Standing

    Test = Callable[[Standing, int], bool]

_PART = re.compile(r'(?:"[^"]*"?|[^\s"])+')


@dataclass(frozen=True, slots=True)
class Term(ABC):
    """One condition; `value` is folded. With a longer value fewer cards fit, so that typing on narrows the list."""

    value: str

    @abstractmethod
    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Return those of the cards `numbers` that fit, in their order."""

    def narrows(self, other: Term) -> bool:
        """Tell whether every card that fits this term is known to fit `other`, too."""
        return type(self) is type(other) and self.value.startswith(other.value)


class Word(Term):
    """A text somewhere in id, tags or question."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look through the texts."""
        value, texts = self.value, cards.texts
        return [number for number in numbers if value in texts[number]]

    def narrows(self, other: Term) -> bool:
        """A text that holds the other one is found nowhere else."""
        return isinstance(other, Word) and other.value in self.value


class InDeck(Term):
    """A text somewhere in the id or a title of the deck."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look through the names of the decks."""
        value, decks = self.value, cards.decks
        fitting = {deck for deck in set(decks) if value in deck}
        return [number for number in numbers if decks[number] in fitting]


class Tagged(Term):
    """The beginning of a tag."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look for the sign that stands before a tag."""
        value, texts = TAG + self.value, cards.texts
        return [number for number in numbers if value in texts[number]] if self.value else numbers


class OfType(Term):
    """The beginning of the name of a type."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look at the types."""
        value, kinds = self.value, cards.kinds
        return [number for number in numbers if kinds[number].startswith(value)]


class OnLevel(Term):
    """A level."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look at the levels."""
        value, kinds = f" {self.value}", cards.kinds
        return [number for number in numbers if kinds[number].endswith(value)] if self.value else numbers


class Being(Term):
    """The beginning of the name of a state; it may be that of several."""

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Look at how the cards stand."""
        fits, today = _one_of([test for name, test in STATES.items() if name.startswith(self.value)]), cards.today
        # Most cards of a large library are just new: one answer will do for them.
        new = fits(NEW, today)
        others = {card for card, standing in cards.standings.items() if fits(standing, today) is not new}
        ids = cards.ids
        return [number for number in numbers if (ids[number] in others) is not new] if self.value else numbers


def _one_of(tests: Sequence[Test]) -> Test:
    """Return the test that one of `tests` is passed."""
    return tests[0] if len(tests) == 1 else lambda standing, today: any(test(standing, today) for test in tests)


def _is_new(standing: Standing, _today: int) -> bool:
    return standing.stage is None


def _is_learning(standing: Standing, _today: int) -> bool:
    return standing.stage in {Stage.LEARNING, Stage.RELEARNING}


def _is_in_review(standing: Standing, _today: int) -> bool:
    return standing.stage is Stage.REVIEW


def _is_due(standing: Standing, today: int) -> bool:
    return standing.waits(today)


def _is_suspended(standing: Standing, _today: int) -> bool:
    return standing.suspended


def _is_flagged(standing: Standing, _today: int) -> bool:
    return standing.flagged


STATES: Mapping[str, Test] = {
    "new": _is_new,
    "nowa": _is_new,
    "learning": _is_learning,
    "nauka": _is_learning,
    "review": _is_in_review,
    "powtorka": _is_in_review,
    "due": _is_due,
    "zalegla": _is_due,
    "suspended": _is_suspended,
    "zawieszona": _is_suspended,
    "flagged": _is_flagged,
    "oznaczona": _is_flagged,
}
"""What `is:` and `jest:` may name, folded."""

FIELDS: Mapping[str, type[Term]] = {
    "deck": InDeck,
    "talia": InDeck,
    "tag": Tagged,
    "is": Being,
    "jest": Being,
    "type": OfType,
    "typ": OfType,
    "level": OnLevel,
    "poziom": OnLevel,
}
"""What may stand before a colon, folded."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as terms."""

    terms: tuple[Term, ...]

    @classmethod
    def parse(cls, text: str) -> Query:
        """Return what `text` asks for; every text asks for something, an empty one for all cards."""
        terms = (_term(part) for part in _PART.findall(text))
        return cls(tuple(term for term in terms if term is not None))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for, folded."""
        return tuple(term.value for term in self.terms if isinstance(term, Word))

    def select(self, cards: Columns, numbers: Sequence[int]) -> Sequence[int]:
        """Return those of the cards `numbers` that fit all terms, in their order."""
        for term in self.terms:
            numbers = term.select(cards, numbers)
        return numbers

    def narrows(self, other: Query) -> bool:
        """Tell whether every card found by this is known to be found by `other`, too."""
        return all(any(mine.narrows(theirs) for mine in self.terms) for theirs in other.terms)


def _term(part: str) -> Term | None:
    """Return the term of a part between spaces; None where it has nothing that is searched, such as a lone `*`."""
    name, colon, value = part.partition(":")
    field = FIELDS.get(folded(name)) if colon else None
    if field is not None:
        return field(folded(value.replace('"', "")))
    word = folded(part.replace('"', ""))
    return Word(word) if word else None
