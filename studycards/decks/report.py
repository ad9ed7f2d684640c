"""Collect what is wrong with a file while it is read, then say for each problem which card and field it is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.problems import Place, Problem
from studycards.engine.errors import nearest_name
from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studycards.decks.nodes import Node
    from studycards.locale import Message

MOST_PROBLEMS = 500
"""Problems listed for one file; whoever has more will check again anyway."""

_WORD = re.compile(r"\w+")
_CARD = re.compile(r"(?P<indent> *)- +id: +(?P<id>[^\s#]+)\s*")

_LONGEST_NAME = 64
_LONGEST_FOUND = 60


class TooManyProblems(Exception):  # noqa: N818 - it ends the reading, it is no error of its own
    """The list of problems is full: nothing more needs to be looked for."""


class Report:
    """The problems of one file, each with the node it is about.

    Called with a node, the key of a sentence and its values, it notes a problem. The checks that call it need not
    know where in the deck they are: the tree is walked once for all problems, when there are any.
    """

    def __init__(self, path: Path) -> None:
        self.lines: list[str] = [""]
        self._path = path
        self._found: list[tuple[Node, Message, int | None]] = []

    def __call__(self, node: Node, key: str, /, **values: object) -> None:
        """Note a problem of `node`.

        Raises:
            TooManyProblems: the list was full already.
        """
        self.at(node, None, key, **values)

    def at(self, node: Node, offset: int | None, key: str, /, **values: object) -> None:
        """Note a problem at the character `offset` (from 0) of the text of `node`, or of `node` as a whole.

        Raises:
            TooManyProblems: the list was full already.
        """
        if len(self._found) == MOST_PROBLEMS:
            raise TooManyProblems
        self._found.append((node, message(key, **values), offset))

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes that a problem is about."""
        return tuple(node for node, _, _ in self._found)

    def problems(self, root: Node | None) -> tuple[Problem, ...]:
        """Return the problems in the order of the file; `root` is its tree, as far as there is one."""
        wanted = {id(node) for node, _, _ in self._found}
        places = {id(node): where for node, where in walk(root, "", None) if id(node) in wanted} if root else {}
        cards = _card_lines(self.lines) if len(places) < len(wanted) else []
        problems = (
            self._problem(node, reason, offset, places.get(id(node)) or (_card_at(node, cards), ""))
            for node, reason, offset in self._found
        )
        return tuple(sorted(problems, key=lambda problem: (problem.place.line, problem.place.column)))

    def _problem(self, node: Node, reason: Message, offset: int | None, where: tuple[str | None, str]) -> Problem:
        inside = self._inside(node, offset) if offset is not None and isinstance(node, Scalar) else None
        number, column = inside or (node.line, node.column)
        line = self._line(number)
        word = _WORD.match(line, column - 1) if inside else None
        width = len(word[0]) if word else 1 if inside else node.width or len(line) - column + 1
        return Problem(Place(self._path, number, column), *where, reason, line, max(1, width))

    def _inside(self, scalar: Scalar, offset: int) -> tuple[int, int] | None:
        """Return line and column of a character of a text, or None where its source is not written as it reads."""
        line_start = scalar.text.rfind("\n", 0, offset) + 1
        written = scalar.text[line_start:].partition("\n")[0]
        block = self._line(scalar.line)[scalar.column - 1 :].startswith(("|", ">"))
        number = scalar.line + block + scalar.text.count("\n", 0, offset)
        start = self._line(number).find(written, 0 if block else scalar.column - 1)
        return None if start < 0 else (number, start + offset - line_start + 1)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if number <= len(self.lines) else ""


def did_you_mean(found: str, names: Iterable[str]) -> Message | str:
    """Return the question whether the nearest of `names` was meant, or nothing where none is near."""
    near = nearest_name(found, names) if len(found) <= _LONGEST_NAME else None
    return message("decks.did_you_mean", name=near) if near else ""


def shortened(text: str) -> str:
    """Return what was found, short enough for a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_FOUND else f"{line[:_LONGEST_FOUND]}…"


def walk(node: Node, path: str, card: str | None) -> Iterator[tuple[Node, tuple[str | None, str]]]:
    """Yield each node and each key of the tree below `node`, with the card and the path of the field it is in."""
    yield node, (card, path)
    if isinstance(node, NodeList):
        for number, item in enumerate(node.items, start=1):
            own = _id(item) if path == "cards" and card is None else None
            yield from walk(item, "" if own else f"{path}[{number}]", own or card)
    elif isinstance(node, NodeMap):
        for name, value in node.values.items():
            below = f"{path}.{name}" if path else name
            yield node.keys[name], (card, below)
            yield from walk(value, below, card)


def _card_lines(lines: list[str]) -> list[tuple[int, int, str]]:
    """Return line, indent and id of what looks like the beginning of a card, where there is no tree to ask."""
    found = ((number, _CARD.fullmatch(line)) for number, line in enumerate(lines, start=1))
    return [(number, len(card["indent"]), card["id"]) for number, card in found if card]


def _card_at(node: Node, cards: list[tuple[int, int, str]]) -> str | None:
    """Return the id of the card that a place without a node is in, by the lines above it."""
    index = bisect_right(cards, node.line, key=lambda card: card[0])
    return cards[index - 1][2] if index and node.column > cards[index - 1][1] + 1 else None


def _id(card: Node) -> str | None:
    """Return the id of a card, if it has one."""
    named = card.values.get("id") if isinstance(card, NodeMap) else None
    return named.text if isinstance(named, Scalar) and named.text else None
