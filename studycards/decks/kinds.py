"""What a field may hold: each kind reads a node into its plain form, or reports what is wrong with it.

A kind is a value, so that the table of fields (`studycards.decks.fields`) is data, from which both the checks and a
schema for editors follow. `read` returns None where the node was refused, and never returns None otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.numerals import literal
from studycards.decks.report import did_you_mean, shortened
from studycards.locale import LANGUAGES, message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report
    from studycards.locale import Message

    UnknownField = Callable[[Scalar, Mapping[str, "Field"], "Reading"], None]

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


@dataclass(slots=True)
class Reading:
    """What the kinds of one file share.

    Args:
        report: where problems go.
        language: the language of plain strings.
        values: how many values the ranges read so far stand for.
    """

    report: Report
    language: str
    values: int = 0


class Kind(Protocol):
    """What a field may hold."""

    @property
    def expected(self) -> Message:
        """What is expected, as words that follow "expected"."""

    def read(self, node: Node, reading: Reading) -> Any:  # noqa: ANN401 - JSON
        """Return the plain form of the node; None where it was refused."""


def scalar_text(node: Node, kind: Kind, reading: Reading) -> str | None:
    """Return what a scalar says, without spaces around it; report a list, a map and an empty value."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        if text and not (node.plain and text in NULLS):
            return text
        reading.report(node, "decks.empty", expected=kind.expected)
    else:
        unexpected(node, kind.expected, reading)
    return None


def unexpected(node: Node, expected: Message, reading: Reading) -> None:
    """Report that a node is not what is expected; what was refused before has been reported."""
    if isinstance(node, Scalar):
        reading.report(node, "decks.expected", expected=expected, found=shortened(node.text))
    elif isinstance(node, NodeList | NodeMap):
        found = "decks.a_list" if isinstance(node, NodeList) else "decks.a_map"
        reading.report(node, "decks.expected_other", expected=expected, found=message(found))


@dataclass(frozen=True, slots=True)
class Line:
    """A string that is taken as it stands."""

    expected: Message = field(default_factory=lambda: message("decks.a_string"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the string."""
        return scalar_text(node, self, reading)


@dataclass(frozen=True, slots=True)
class Words:
    """A text: a string in the language of the file, or a map of languages."""

    expected: Message = field(default_factory=lambda: message("decks.a_text"))

    def read(self, node: Node, reading: Reading) -> dict[str, str] | None:
        """Return the text in its languages."""
        if not isinstance(node, NodeMap):
            text = scalar_text(node, self, reading)
            return None if text is None else {reading.language: text}
        if not node.values:
            reading.report(node, "decks.empty", expected=self.expected)
        return read_map(node, _WORDS, reading) or None


@dataclass(frozen=True, slots=True)
class Name:
    """An id or a tag."""

    expected: Message = field(default_factory=lambda: message("decks.a_name"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the name."""
        text = scalar_text(node, self, reading)
        if text is None or (isinstance(node, Scalar) and _NAME.fullmatch(node.text)):
            return text
        reading.report(node, "decks.name", found=shortened(text))
        return None


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""

    expected: Message = field(default_factory=lambda: message("decks.a_flag"))

    def read(self, node: Node, reading: Reading) -> bool | None:
        """Return the truth value."""
        text = scalar_text(node, self, reading)
        value = TRUTHS.get(text) if text is not None and isinstance(node, Scalar) and node.plain else None
        if text is not None and value is None:
            unexpected(node, self.expected, reading)
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds."""

    least: int
    most: int

    @property
    def expected(self) -> Message:
        """The bounds."""
        return message("decks.a_whole", least=self.least, most=self.most)

    def read(self, node: Node, reading: Reading) -> int | None:
        """Return the number."""
        text = scalar_text(node, self, reading)
        if text is None:
            return None
        number = literal(text)
        if number and number.isdigit() and self.least <= int(number) <= self.most:
            return int(number)
        unexpected(node, self.expected, reading)
        return None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a few."""

    words: tuple[str, ...]

    @property
    def expected(self) -> Message:
        """The words."""
        return message("decks.one_of", words=", ".join(self.words))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the word."""
        text = scalar_text(node, self, reading)
        if text is None or text in self.words:
            return text
        near = did_you_mean(text, self.words)
        reading.report(node, "decks.word", found=shortened(text), near=near, allowed=", ".join(self.words))
        return None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind; with `or_one` a single value stands for a list of one."""

    kind: Kind
    least: int = 0
    most: int = 1_000_000
    or_one: bool = False

    @property
    def expected(self) -> Message:
        """A list of the kind."""
        return message("decks.a_list_of", kind=self.kind.expected)

    def read(self, node: Node, reading: Reading) -> list[Any] | None:
        """Return the list."""
        if not isinstance(node, NodeList):
            return self._read_one(node, reading)
        if not self.least <= len(node.items) <= self.most:
            key = "decks.too_few" if len(node.items) < self.least else "decks.too_many"
            reading.report(node, key, count=len(node.items), least=self.least, most=self.most)
        items = [self.kind.read(item, reading) for item in node.items]
        return None if None in items else items

    def _read_one(self, node: Node, reading: Reading) -> list[Any] | None:
        if not self.or_one:
            unexpected(node, self.expected, reading)
            return None
        one = self.kind.read(node, reading)
        return None if one is None else [one]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a map."""

    kind: Kind
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A map with known fields."""

    fields: Mapping[str, Field]

    @property
    def expected(self) -> Message:
        """A map with the fields."""
        return message("decks.a_record", fields=", ".join(self.fields))

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the fields that are there."""
        if isinstance(node, NodeMap):
            return read_map(node, self.fields, reading)
        unexpected(node, self.expected, reading)
        return None


def unknown_field(key: Scalar, fields: Mapping[str, Field], reading: Reading) -> None:
    """Report a field that nothing here knows, with the name that was probably meant."""
    near = did_you_mean(key.text, fields)
    reading.report(key, "decks.unknown_field", found=shortened(key.text), near=near, allowed=", ".join(fields))


def read_map(
    node: NodeMap, fields: Mapping[str, Field], reading: Reading, unknown: UnknownField = unknown_field
) -> dict[str, Any]:
    """Return the plain forms of the fields of a map, without those that were refused; `unknown` reports the others."""
    for name, known in fields.items():
        if known.required and name not in node.values:
            reading.report(node, "decks.missing", field=name, expected=known.kind.expected)
    plain = {}
    for name, value in node.values.items():
        found = fields.get(name)
        if found is None:
            unknown(node.keys[name], fields, reading)
        elif (content := found.kind.read(value, reading)) is not None:
            plain[name] = content
    return plain


_WORDS: Mapping[str, Field] = {code: Field(Line()) for code in LANGUAGES}
