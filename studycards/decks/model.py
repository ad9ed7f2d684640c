"""What a deck is once it has been read: plain values that know nothing of YAML, screens or schedules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from studycards.locale import Text

SEPARATOR = "/"
"""Between a card's id and the part of the card that a prompt asks: `conv-04/c1`, `conv-09/reverse`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What every type of card has. One card gives one or more prompts."""

    type: ClassVar[str]
    """The name of the type in a deck."""

    id: str
    question: Text
    level: int | None = None
    hints: tuple[Text, ...] = ()
    explanation: Text | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    was: tuple[str, ...] = ()

    @property
    def prompts(self) -> tuple[str, ...]:
        """Ids of the prompts that are scheduled; the first one is asked first."""
        return (self.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicCard(Card):
    """A question with an answer that the learner recalls and grades alone; `reverse` asks it the other way, too."""

    type: ClassVar[str] = "basic"

    answer: Text
    reverse: bool = False

    @property
    def prompts(self) -> tuple[str, ...]:
        """One prompt, or one for each direction."""
        return (self.id, f"{self.id}{SEPARATOR}reverse") if self.reverse else (self.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A typical wrong answer with the sentence that is shown for it."""

    answer: Text
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeCard(Card):
    """A sentence with holes, `{{c1::hidden|also right::hint}}`: one prompt for each group of holes.

    `groups` holds the names of the groups in the order of their first hole.
    A group of one hole is typed unless `typed` is false; a group of several is revealed and self-graded.
    """

    type: ClassVar[str] = "cloze"

    groups: tuple[str, ...]
    reject: tuple[Reject, ...] = ()
    typed: bool = True

    @property
    def prompts(self) -> tuple[str, ...]:
        """One prompt for each group of holes."""
        return tuple(f"{self.id}{SEPARATOR}{group}" for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice card; a wrong one may say why it is wrong."""

    text: Text
    right: bool
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCard(Card):
    """Options of which one or, where `multiple`, any number are right. They are shuffled unless `shuffle` is false."""

    type: ClassVar[str] = "choice"

    options: tuple[Option, ...]
    multiple: bool = False
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseCard(Card):
    """A claim that is true or false; the reason is in `explanation`, which this type demands."""

    type: ClassVar[str] = "true_false"

    answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCard(Card):
    """Items to be put into the order in which the deck lists them."""

    type: ClassVar[str] = "order"

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchCard(Card):
    """Pairs whose right halves are shuffled."""

    type: ClassVar[str] = "match"

    pairs: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCard(Card):
    """A short answer that is typed.

    `accept` holds further right answers. One typo in a word of five letters or more is forgiven unless `typos`
    is false; Polish diacritics may be left out unless `diacritics` is true.
    """

    type: ClassVar[str] = "text"

    answer: Text
    accept: tuple[Text, ...] = ()
    reject: tuple[Reject, ...] = ()
    typos: bool = True
    diacritics: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A file of cards."""

    id: str
    title: Text
    cards: tuple[Card, ...]
    description: Text | None = None
    tags: tuple[str, ...] = ()
