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
from studycards.decks.problems import Place, Problem
from studycards.decks.report import Report, TooManyProblems, walk
from studycards.locale import LANGUAGES, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from studycards.decks.model import Deck
    from studycards.decks.nodes import Node
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
        path: the file.
        deck: the deck, or None where there is any problem.
        plain: its plain form, from which `build` makes the deck again; None where there is any problem.
        problems: all problems, in the order of the file.
        places: where each field of each card begins, by the card's id and the field's name.
        lines: the lines of the file, to show one with a problem that is found later.
        root: its tree, as far as there is one.
        faults: the nodes that have a problem.
    """

    path: Path
    deck: Deck | None
    plain: dict[str, Any] | None
    problems: tuple[Problem, ...]
    places: Mapping[tuple[str, str], Place]
    lines: tuple[str, ...]
    root: Node | None = None
    faults: tuple[Node, ...] = ()

    def problem(self, card: str, at: str, reason: Message) -> Problem:
        """Return a problem of a card that was found later, in its field or entry `at`, or else in its `id`."""
        found = next(node for node in cards_of(self.root) if _id_of(node) == card)
        nodes = {path: node for node, (_, path) in reversed([*walk(found, "", card)]) if not isinstance(node, NodeList)}
        node = nodes.get(at) or nodes["id"]
        line = self.lines[node.line - 1]
        width = node.width or len(line) - node.column + 1
        return Problem(Place(self.path, node.line, node.column), card, at, reason, line, max(1, width))


def read_deck(path: Path, source: bytes) -> ReadDeck:
    """Read the deck file `path`, whose content is `source`. Whatever the bytes are, the result says what is wrong."""
    report = Report(path)
    with _uncollected():
        root = read_tree(source, report)
        plain = _plain(root, report)
        lines = tuple(report.lines)
        if report:
            return ReadDeck(path, None, None, report.problems(root), {}, lines, root, report.nodes)
        places = {(card, name): Place(path, key.line, key.column) for card, name, key in _keys(root)}
        return ReadDeck(path, build_deck(plain), plain, (), places, lines, root)


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


def cards_of(root: Node | None) -> Iterator[NodeMap]:
    """Yield the cards in the tree of a deck."""
    cards = root.values.get("cards") if isinstance(root, NodeMap) else None
    if isinstance(cards, NodeList):
        yield from (card for card in cards.items if isinstance(card, NodeMap))


def _id_of(card: NodeMap) -> str | None:
    named = card.values.get("id")
    return named.text if isinstance(named, Scalar) else None


def _ids(root: NodeMap, name: str) -> Iterator[Scalar]:
    for card in cards_of(root):
        named = card.values.get(name)
        nodes = named.items if isinstance(named, NodeList) else [named]
        yield from (node for node in nodes if isinstance(node, Scalar))


def _keys(root: Node | None) -> Iterator[tuple[str, str, Scalar]]:
    for card in cards_of(root):
        named = card.values["id"]
        assert isinstance(named, Scalar)
        yield from ((named.text, name, key) for name, key in card.keys.items())
