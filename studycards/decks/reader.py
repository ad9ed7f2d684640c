"""Read a deck file: YAML to a checked plain form and to the values of the model, with every problem in its place."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studycards.decks.build import build_deck
from studycards.decks.card_kind import CardKind
from studycards.decks.characters import decode
from studycards.decks.kinds import Field, ListOf, Name, OneOf, Reading, Words, read_map, scalar_text, unexpected
from studycards.decks.nodes import NodeList, NodeMap, Refused, Scalar
from studycards.decks.problems import Place
from studycards.decks.report import Report, TooManyProblems
from studycards.locale import LANGUAGES, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from studycards.decks.model import Deck
    from studycards.decks.nodes import Node
    from studycards.decks.problems import Problem
    from studycards.locale import Message

FORMAT = 1


@dataclass(frozen=True, slots=True)
class FormatKind:
    """The version of the deck format."""

    expected: Message = field(default_factory=lambda: message("decks.a_format", format=FORMAT))

    def read(self, node: Node, reading: Reading) -> int | None:
        """Return the version."""
        text = scalar_text(node, self, reading)
        if text is None or text == str(FORMAT):
            return FORMAT if text else None
        unexpected(node, self.expected, reading)
        return None


DECK_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "format": Field(FormatKind(), required=True),
        "id": Field(Name(), required=True),
        "title": Field(Words(), required=True),
        "description": Field(Words()),
        "language": Field(OneOf(LANGUAGES)),
        "tags": Field(ListOf(Name())),
        "cards": Field(ListOf(CardKind(), least=1), required=True),
    }
)
"""The fields of a deck; those of a card are in `studycards.decks.fields`."""


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """What reading a file gave.

    Args:
        deck: the deck, or None where there is any problem.
        plain: its plain form, from which `build` makes the deck again; None where there is any problem.
        problems: all problems, in the order of the file.
        places: where each field of each card begins, by the card's id and the field's name.
        lines: the lines of the file, to show one with a problem that is found later.
    """

    deck: Deck | None
    plain: dict[str, Any] | None
    problems: tuple[Problem, ...]
    places: Mapping[tuple[str, str], Place]
    lines: tuple[str, ...]


def read_deck(path: Path, source: bytes) -> ReadDeck:
    """Read the deck file `path`, whose content is `source`. Whatever the bytes are, the result says what is wrong."""
    report = Report(path)
    with _uncollected():
        root = read_tree(source, report)
        plain = _plain(root, report)
        lines = tuple(report.lines)
        if report:
            return ReadDeck(None, None, report.problems(root), {}, lines)
        places = {(card, name): Place(path, key.line, key.column) for card, name, key in _keys(root)}
        return ReadDeck(build_deck(plain), plain, (), places, lines)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector away: it would walk the growing tree, in which nothing is cyclic, over and over.

    With 10,000 cards that is 2.3 of 4 seconds.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_tree(source: bytes, report: Report) -> Node | None:
    """Return the tree of a file; None where there is none, of which the report then says why."""
    from studycards.decks.yaml_nodes import parse  # noqa: PLC0415 - PyYAML, 15 ms; not needed while the cache knows

    with suppress(TooManyProblems):
        text = decode(source, report)
        return None if text is None else parse(text, report)
    return None


def _plain(root: Node | None, report: Report) -> dict[str, Any]:
    """Return the plain form of the deck; not to be used if there is any problem."""
    with suppress(TooManyProblems):
        if isinstance(root, NodeMap) and root.values.keys() & DECK_FIELDS.keys():
            reading = Reading(report, language_of(root))
            plain = read_map(root, DECK_FIELDS, reading)
            _check_ids(root, report)
            return plain
        if not report:
            report(Refused(1, 1, 0) if root is None else root, "decks.no_deck")
    return {}


def language_of(root: NodeMap) -> str:
    """Return the language that plain strings are in; it has to be known before the first text is read."""
    named = root.values.get("language")
    return named.text if isinstance(named, Scalar) and named.text in LANGUAGES else LANGUAGES[0]


def _check_ids(root: NodeMap, report: Report) -> None:
    """Report ids, present or past, that two cards claim: a history must belong to one card."""
    owners: dict[str, Scalar] = {}
    for node in (*_ids(root, "id"), *_ids(root, "was")):
        owner = owners.setdefault(node.text, node)
        if owner is not node:
            report(node, "decks.double_id", id=node.text, line=owner.line)


def _cards(root: Node | None) -> Iterator[NodeMap]:
    cards = root.values.get("cards") if isinstance(root, NodeMap) else None
    if isinstance(cards, NodeList):
        yield from (card for card in cards.items if isinstance(card, NodeMap))


def _ids(root: NodeMap, name: str) -> Iterator[Scalar]:
    for card in _cards(root):
        named = card.values.get(name)
        nodes = named.items if isinstance(named, NodeList) else [named]
        yield from (node for node in nodes if isinstance(node, Scalar))


def _keys(root: Node | None) -> Iterator[tuple[str, str, Scalar]]:
    for card in _cards(root):
        named = card.values["id"]
        assert isinstance(named, Scalar)
        yield from ((named.text, name, key) for name, key in card.keys.items())
