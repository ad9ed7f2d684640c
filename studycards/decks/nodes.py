"""A deck file as a tree of nodes that know where they stand: what YAML says, before anything is known of cards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Refused:
    """A node, or a place in the file, of which everything has been said by the problem that names it.

    Lines and columns count from 1; `width` is the length of what the caret marks, 0 for the rest of the line.
    """

    line: int
    column: int
    width: int


@dataclass(slots=True, eq=False)
class Scalar:
    """A word, a number or a text; `plain` means written without quotes and not as a block."""

    line: int
    column: int
    width: int
    text: str
    plain: bool


@dataclass(slots=True, eq=False)
class NodeList:
    """A list."""

    line: int
    column: int
    width: int
    items: list[Node]


@dataclass(slots=True, eq=False)
class NodeMap:
    """A map of names to nodes; `keys` are the names as nodes."""

    line: int
    column: int
    width: int
    keys: dict[str, Scalar]
    values: dict[str, Node]


Node = Refused | Scalar | NodeList | NodeMap
