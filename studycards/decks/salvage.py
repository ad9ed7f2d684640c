"""What a faulty deck still holds: its cards without the fields that are wrong, so that the rest of them can be proved.

Nothing here is for a learner: a deck with problems is not asked. What would have to be guessed is left out.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studycards.decks.build import build_card
from studycards.decks.card_kind import CardKind
from studycards.decks.fields import DEFAULT_TYPE, TYPE_FIELDS, fields_of
from studycards.decks.kinds import Reading
from studycards.decks.model import Deck
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.reader import cards_of, language_of
from studycards.decks.report import Report, TooManyProblems, walk
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from studycards.decks.model import Card
    from studycards.decks.nodes import Node
    from studycards.decks.reader import ReadDeck

WORDS = frozenset({"question", "why", "title"})
"""Fields that must be there, but whose words prove nothing: others can stand in for them."""

WORDED_LISTS = frozenset({"wrong", "steps"})
"""Lists whose entries have such fields."""

SPARE = frozenset({"level", "hint", "explanation", "source", "was", "tags", "show", "choices", "unit"})
"""Fields without which a card is proved like with them."""

LISTS = frozenset({"tests", "diagnose", "requires"})
"""Lists of which each entry stands for itself."""

DEPENDED_ON = frozenset({"wrong", "humane", "require"})
"""Fields without which less is proved: no mistakes, no bounds, no variants."""

LOOSEST: Mapping[str, int] = {"digits": 12, "decimals": 12, "cells": 1000}
"""The bounds of a card of which the author's own cannot be read."""

_STAND_IN = "…"


@dataclass(frozen=True, slots=True)
class Salvage:
    """What is left of a file.

    Args:
        deck: its cards as far as they can be used; of others their ids alone. None where there is not even a list.
        undrawn: the ids of the cards whose variants prove nothing, since the conditions on them cannot be read.
        entries: for the path of an entry of a card, that in the file, where entries before it were left out.
    """

    deck: Deck | None
    undrawn: frozenset[str] = frozenset()
    entries: Mapping[tuple[str, str], str] = field(default_factory=dict)


def salvage(read: ReadDeck) -> Salvage:
    """Return what is left of a file: all of it where there is no problem."""
    if read.deck is not None or not isinstance(read.root, NodeMap):
        return Salvage(read.deck)
    faults = Faults(read.path, read.root, read.faults)
    named = read.root.values.get("id")
    found = [rest for card in cards_of(read.root) if (rest := _rest(card, faults)) is not None]
    own = named.text if isinstance(named, Scalar) and not faults.below(named) else str(read.path)
    return Salvage(
        Deck(id=own, title=Text.same(own), cards=tuple(rest.card for rest in found)),
        frozenset(rest.card.id for rest in found if not rest.drawn),
        {(rest.card.id, path): written for rest in found for path, written in rest.entries.items()},
    )


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is left of a card; the fields are those of `Salvage` for it alone."""

    card: Card
    drawn: bool = True
    entries: Mapping[str, str] = field(default_factory=dict)


class Faults:
    """Which nodes of a file have a problem, and which cards have one that no node of the tree is about."""

    def __init__(self, path: Path, root: NodeMap, nodes: Iterable[Node]) -> None:
        self._path = path
        self._language = language_of(root)
        self._nodes = {id(node): node for node in nodes}
        inside = {id(node) for node, _ in walk(root, "", None)}
        self._astray = [node.line for key, node in self._nodes.items() if key not in inside]
        self._first_lines = sorted(card.line for card in cards_of(root))

    def reading(self) -> Reading:
        """Return what another reading of some of these nodes needs."""
        return Reading(Report(self._path), self._language)

    def below(self, *nodes: Node) -> bool:
        """Say whether one of the nodes, or one below them, has a problem."""
        return any(id(one) in self._nodes for node in nodes for one, _ in walk(node, "", None))

    def at(self, node: Node) -> bool:
        """Say whether the node itself has a problem."""
        return id(node) in self._nodes

    def astray_in(self, card: NodeMap) -> bool:
        """Say whether a problem in the lines of a card is about nothing that the tree has kept of it."""
        behind = next((line for line in self._first_lines if line > card.line), None)
        return any(card.line <= line and (behind is None or line < behind) for line in self._astray)


def _rest(card: NodeMap, faults: Faults) -> _Rest | None:
    """Return what is left of a card; None where it has no id that is its own."""
    named = card.values.get("id")
    if not isinstance(named, Scalar) or faults.at(named):
        return None
    kept = None if faults.astray_in(card) else _kept(_worded(card, faults), faults)
    plain = None if kept is None else _plain(kept, faults.reading())
    if kept is None or plain is None:
        return _Rest(build_card(_named(named.text, card, faults)))
    lost = card.values.keys() - kept.values.keys()
    if "humane" in lost:
        plain["humane"] = {**LOOSEST}
    return _Rest(build_card(plain), drawn="require" not in lost, entries=dict(_entries(card, kept)))


def _kept(card: NodeMap, faults: Faults) -> NodeMap | None:
    """Return a card without what is wrong in it; None where the rest would depend on that."""
    named = card.values.get("type")
    card_type = named.text if isinstance(named, Scalar) else DEFAULT_TYPE
    if card_type not in TYPE_FIELDS:
        return None
    fields: dict[str, Node] = {}
    for name, value in card.values.items():
        if not faults.below(card.keys[name], value):
            fields[name] = value
        elif name in LISTS and isinstance(value, NodeList) and not faults.at(value):
            sound = [item for item in value.items if not faults.below(item)]
            fields[name] = NodeList(value.line, value.column, value.width, sound)
        elif name in fields_of(card_type) and name not in SPARE | LISTS | DEPENDED_ON:
            return None
    fields.setdefault("question", _stand_in(card))
    keys = {name: card.keys.get(name) or _stand_in(card) for name in fields}
    return NodeMap(card.line, card.column, card.width, keys, fields)


def _worded(node: NodeMap, faults: Faults) -> NodeMap:
    """Return a map in which, at any depth, other words stand for those that are wrong."""
    values: dict[str, Node] = {}
    for name, value in node.values.items():
        if name in WORDS and faults.below(value):
            values[name] = _stand_in(value)
        elif isinstance(value, NodeList) and name in WORDED_LISTS and not faults.at(value):
            items = [
                _worded(item, faults) if isinstance(item, NodeMap) and not faults.at(item) else item
                for item in value.items
            ]
            values[name] = NodeList(value.line, value.column, value.width, items)
        else:
            values[name] = value
    return NodeMap(node.line, node.column, node.width, node.keys, values)


def _stand_in(node: Node) -> Scalar:
    return Scalar(node.line, node.column, node.width, _STAND_IN, plain=False)


def _plain(card: NodeMap, reading: Reading) -> dict[str, Any] | None:
    """Return the plain form of what was kept of a card; None where that is no card."""
    with suppress(TooManyProblems):
        plain = CardKind().read(card, reading)
        return None if reading.report else plain
    return None


def _named(name: str, card: NodeMap, faults: Faults) -> dict[str, Any]:
    """Return the plain form of a card of which others only need to know that it is there."""
    needed = card.values.get("requires")
    items = needed.items if isinstance(needed, NodeList) else []
    requires = [item.text for item in items if isinstance(item, Scalar) and not faults.at(item)]
    words = {"en": _STAND_IN}
    return {"id": name, "type": "basic", "question": words, "answer": words, "requires": requires}


def _entries(card: NodeMap, kept: NodeMap) -> Iterator[tuple[str, str]]:
    """Yield the paths of the entries of lists whose numbers differ from those in the file, with these."""
    for name in LISTS & kept.values.keys():
        whole, rest = card.values[name], kept.values[name]
        assert isinstance(whole, NodeList)
        assert isinstance(rest, NodeList)
        numbers = {id(item): number for number, item in enumerate(whole.items, start=1)}
        for number, item in enumerate(rest.items, start=1):
            yield f"{name}[{number}]", f"{name}[{numbers[id(item)]}]"
