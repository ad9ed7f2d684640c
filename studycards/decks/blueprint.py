"""What an exam is made of once its blueprint has been read: plain values that know nothing of YAML or of answers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Plain = Mapping[str, Any]

SELF_GRADED = "basic"
"""The type of cards that no program can grade; an exam asks them only where a section lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some questions on one topic, each worth the same.

    Empty `decks`, `types`, `levels` and `tags` mean any; of several tags a card needs one.
    """

    topic: Text
    count: int
    points: int
    minutes: int | None = None
    decks: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an exam: sections under one title."""

    title: Text
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is given from this share of the points on."""

    share: Fraction
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """How an exam is drawn and marked.

    `marks` go from the lowest to the highest. `carried` is the credit of a step that follows from an own earlier slip.
    An answer to which one of the mistakes `half` leads earns half of the points. `reason` is what the reason for a
    true or false earns, as a part of the points; the learner grades it.
    """

    id: str
    title: Text
    minutes: int
    marks: tuple[Mark, ...]
    carried: Fraction
    parts: tuple[Part, ...]
    half: tuple[str, ...] = ()
    reason: Fraction = Fraction(0)
    description: Text | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of all parts, in order."""
        return tuple(section for part in self.parts for section in part.sections)

    @property
    def questions(self) -> int:
        """How many questions are asked."""
        return sum(section.count for section in self.sections)

    @property
    def points(self) -> int:
        """How many points can be reached."""
        return sum(section.count * section.points for section in self.sections)

    def mark(self, share: Fraction) -> Text:
        """Return the mark for a share of the points."""
        return next(mark.name for mark in reversed(self.marks) if mark.share <= share)


def build_blueprint(plain: Plain) -> Blueprint:
    """Return the blueprint whose plain form (JSON-able, checked) is `plain`."""
    return Blueprint(
        id=plain["id"],
        title=Text(**plain["title"]),
        description=_optional_text(plain.get("description")),
        minutes=plain["minutes"],
        marks=tuple(Mark(Fraction(share), _mark_name(name)) for share, name in plain["marks"]),
        carried=Fraction(plain.get("carried", 1)),
        half=tuple(plain.get("half", ())),
        reason=Fraction(plain.get("reason", 0)),
        parts=tuple(Part(Text(**part["title"]), _sections(part["sections"])) for part in plain["parts"]),
    )


def _sections(plains: Sequence[Plain]) -> tuple[Section, ...]:
    return tuple(
        Section(
            topic=Text(**plain["topic"]),
            count=plain["count"],
            points=plain["points"],
            minutes=plain.get("minutes"),
            **{name: tuple(plain.get(name, ())) for name in ("decks", "types", "levels", "tags")},
        )
        for plain in plains
    )


def _mark_name(name: str) -> Text:
    """Return a mark as each language writes it: `4.5` has a comma in Polish."""
    return Text(pl=name.replace(".", ","), en=name)


def _optional_text(plain: Plain | None) -> Text | None:
    return None if plain is None else Text(**plain)
