"""Read the blueprint of an exam: YAML to a checked plain form and to the model, with every problem in its place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studycards.decks.blueprint import build_blueprint
from studycards.decks.fields import TYPE_FIELDS
from studycards.decks.kinds import (
    Field,
    ListOf,
    Name,
    OneOf,
    Reading,
    Record,
    Whole,
    Words,
    read_map,
    scalar_text,
    unexpected,
)
from studycards.decks.nodes import NodeMap, Refused, Scalar
from studycards.decks.numerals import literal
from studycards.decks.problems import Place, Problem
from studycards.decks.reader import FormatKind, language_of, read_tree
from studycards.decks.report import Report, TooManyProblems, walk
from studycards.decks.varied_kinds import Mistake
from studycards.locale import LANGUAGES, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from studycards.decks.blueprint import Blueprint
    from studycards.decks.nodes import Node
    from studycards.locale import Message

MOST_QUESTIONS = 200
"""Questions of one section at most."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the points: a number from 0 to 1."""

    expected: Message = field(default_factory=lambda: message("decks.a_share"))

    def read(self, node: Node, reading: Reading) -> str | None:
        """Return the number as a plain decimal."""
        text = scalar_text(node, self, reading)
        number = literal(text) if text else None
        if number is not None and 0 <= Fraction(number) <= 1:
            return number
        if text:
            unexpected(node, self.expected, reading)
        return None


@dataclass(frozen=True, slots=True)
class Marks:
    """A map of the least share of the points to the mark that is given for it, one of them for no points at all."""

    expected: Message = field(default_factory=lambda: message("decks.marks"))

    def read(self, node: Node, reading: Reading) -> list[list[str]] | None:
        """Return pairs of share and mark, the lowest first."""
        if not isinstance(node, NodeMap):
            unexpected(node, self.expected, reading)
            return None
        marks = {share: mark for name in node.values for share, mark in self._pair(node, name, reading)}
        if len(marks) < len(node.values):
            if not reading.report:
                reading.report(node, "decks.double_mark")
            return None
        if "0" not in marks:
            reading.report(node, "decks.no_lowest_mark")
            return None
        return [[share, mark] for share, mark in sorted(marks.items(), key=_share)]

    def _pair(self, node: NodeMap, name: str, reading: Reading) -> Iterator[tuple[str, str]]:
        share = Share().read(node.keys[name], reading)
        mark = scalar_text(node.values[name], self, reading)
        if share is not None and mark is not None:
            yield share, mark


def _share(entry: tuple[str, object]) -> Fraction:
    return Fraction(entry[0])


SECTION_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "topic": Field(Words(), required=True),
        "decks": Field(ListOf(Name(), or_one=True)),
        "types": Field(ListOf(OneOf(tuple(TYPE_FIELDS)), or_one=True)),
        "levels": Field(ListOf(Whole(1, 5), or_one=True)),
        "tags": Field(ListOf(Name(), or_one=True)),
        "count": Field(Whole(1, MOST_QUESTIONS), required=True),
        "points": Field(Whole(1, 1000), required=True),
        "minutes": Field(Whole(1, 1440)),
    }
)
"""The fields of a section."""

BLUEPRINT_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "format": Field(FormatKind(), required=True),
        "id": Field(Name(), required=True),
        "title": Field(Words(), required=True),
        "description": Field(Words()),
        "language": Field(OneOf(LANGUAGES)),
        "minutes": Field(Whole(1, 1440), required=True),
        "marks": Field(Marks(), required=True),
        "carried": Field(Share()),
        "half": Field(ListOf(Mistake())),
        "reason": Field(Share()),
        "parts": Field(
            ListOf(
                Record(
                    {
                        "title": Field(Words(), required=True),
                        "sections": Field(ListOf(Record(SECTION_FIELDS), least=1), required=True),
                    }
                ),
                least=1,
            ),
            required=True,
        ),
    }
)
"""The fields of a blueprint."""


@dataclass(frozen=True, slots=True)
class ReadBlueprint:
    """What reading a file gave.

    Args:
        path: the file.
        blueprint: the blueprint, or None where there is any problem.
        plain: its plain form, from which `build_blueprint` makes it again; not to be used where there is any problem.
        problems: all problems, in the order of the file.
        nodes: the key, or the item of a list, at each path such as `parts[1].sections[2].decks[1]`.
        lines: the lines of the file.
    """

    path: Path
    blueprint: Blueprint | None
    plain: dict[str, Any]
    problems: tuple[Problem, ...]
    nodes: Mapping[str, Node]
    lines: tuple[str, ...]

    def problem(self, at: str, reason: Message) -> Problem:
        """Return a problem that was found in the field `at` later."""
        node = self.nodes[at]
        line = self.lines[node.line - 1]
        return Problem(Place(self.path, node.line, node.column), None, at, reason, line, max(1, node.width))


def read_blueprint(path: Path, source: bytes) -> ReadBlueprint:
    """Read the blueprint `path`, whose content is `source`. Whatever the bytes are, the result says what is wrong."""
    report = Report(path)
    root = read_tree(source, report)
    plain = _plain(root, report)
    lines = tuple(report.lines)
    if report:
        return ReadBlueprint(path, None, {}, report.problems(root), {}, lines)
    return ReadBlueprint(path, build_blueprint(plain), plain, (), _nodes(root), lines)


def _plain(root: Node | None, report: Report) -> dict[str, Any]:
    with suppress(TooManyProblems):
        if isinstance(root, NodeMap) and root.values.keys() & BLUEPRINT_FIELDS.keys():
            plain = read_map(root, BLUEPRINT_FIELDS, Reading(report, language_of(root)))
            _check_minutes(root, plain, report)
            return plain
        if not report:
            report(Refused(1, 1, 0) if root is None else root, "decks.no_exam")
    return {}


def _check_minutes(root: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """Report an exam whose sections are given more time than it has."""
    if report:
        return
    planned = sum(section.get("minutes", 0) for part in plain["parts"] for section in part["sections"])
    if planned > plain["minutes"]:
        report(root.keys["minutes"], "decks.minutes_planned", planned=planned, minutes=plain["minutes"])


def _nodes(root: Node | None) -> dict[str, Node]:
    """Return for each path the key that names it, or the node itself where it has none."""
    nodes: dict[str, Node] = {}
    for node, (_, path) in walk(root, "", None) if root else ():
        if isinstance(node, Scalar | NodeMap):
            nodes.setdefault(path, node)
    return nodes
