"""The YAML form of a network, piece by piece in the one-line notation, each piece with the node that wrote it.

A layer is a string, or a map of its name to it. A block is a map of what it is to its branches:

    residual: [conv2d(16, 3, padding=1), relu]                  or a map of `layers` and `shortcut`
    concat: [[conv2d(64, 1)], [conv2d(96, 1), relu], identity]  and so `add` and `multiply`
    dense_block: {layers: 6, growth_rate: 32}
    repeat: {count: 3, layers: [conv2d(8, 3), relu]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.nodes import NodeList, NodeMap, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from studycards.decks.nodes import Node

BRANCHING = ("concat", "add", "multiply")
BLOCKS = (*BRANCHING, "residual", "dense_block", "repeat")


class Piece(NamedTuple):
    """A part of the notation. Its text begins where that of a scalar `node` begins, or stands for the whole node."""

    node: Node
    text: str

    @property
    def is_torn(self) -> bool:
        """Whether YAML took a comma of a call for its own: its parenthesis is not closed."""
        return isinstance(self.node, Scalar) and self.text in self.node.text and is_torn(self.text)


class _NotAsExpectedError(Exception):
    """The YAML is no network."""


def network_pieces(node: Node, beside: Collection[str] = ()) -> list[Piece] | None:
    """Return the pieces of a network, which are the one-line notation when they are put together.

    A string is one piece; a map gives its input and its layers, and may hold fields called as in `beside`, too. None
    where the map does not hold what it should.
    """
    if isinstance(node, Scalar):
        return [Piece(node, node.text)]
    try:
        return _network(node, beside)
    except _NotAsExpectedError:
        return None


def piece_at(pieces: list[Piece], offset: int) -> tuple[Node, int]:
    """Return the node that wrote a character of the notation, and the offset in its own text."""
    for piece in pieces:
        if offset < len(piece.text):
            return piece.node, offset
        offset -= len(piece.text)
    return pieces[-1].node, len(pieces[-1].text) + offset


def is_torn(text: str, more: str = "(", fewer: str = ")") -> bool:
    """Tell a call of which YAML took a comma for its own: its parenthesis is not closed; or not opened in the rest."""
    return text.count(more) > text.count(fewer)


def _network(node: Node, beside: Collection[str]) -> list[Piece]:
    parts = _parts(node, {"input", "layers"}, beside)
    shape, layers = parts["input"], parts["layers"]
    return [Piece(shape, _shape(shape)), Piece(layers, " | "), *_chain(layers)]


def _shape(node: Node) -> str:
    """Return the input: a list of sizes, or what the one-line notation has for it, `3x32x32`."""
    if isinstance(node, Scalar) and node.text.strip() and "|" not in node.text:
        return node.text.strip()
    if not isinstance(node, NodeList) or not node.items:
        raise _NotAsExpectedError
    return f"[{', '.join(_text(size) for size in node.items)}]"


def _chain(node: Node) -> list[Piece]:
    """Return the layers of a list, separated by bars."""
    if not isinstance(node, NodeList) or not node.items:
        raise _NotAsExpectedError
    return _joined(" | ", ((layer, _layer(layer)) for layer in node.items))


def _layer(node: Node) -> list[Piece]:
    """Return a layer or a block, with its name where it has one."""
    if isinstance(node, Scalar):
        return [Piece(node, node.text.strip())]
    if not isinstance(node, NodeMap) or len(node.values) != 1:
        raise _NotAsExpectedError
    [(name, value)] = node.values.items()
    if name in BLOCKS:
        return [Piece(node.keys[name], f"{name}("), *_inside(name, value), Piece(node.keys[name], ")")]
    if isinstance(value, NodeMap) and not set(value.values) <= set(BLOCKS):
        raise _NotAsExpectedError
    return [Piece(node.keys[name], f"{name}: "), *_layer(value)]


def _inside(block: str, node: Node) -> list[Piece]:
    """Return what stands between the parentheses of a block."""
    if block in BRANCHING:
        if not isinstance(node, NodeList) or not node.items:
            raise _NotAsExpectedError
        return _joined(", ", ((branch, _branch(branch)) for branch in node.items))
    if block == "residual" and isinstance(node, NodeList):
        return _chain(node)
    if block == "residual":
        parts = _parts(node, {"layers", "shortcut"})
        return [*_chain(parts["layers"]), Piece(parts["shortcut"], ", shortcut="), *_branch(parts["shortcut"])]
    if block == "repeat":
        parts = _parts(node, {"count", "layers"})
        count = parts["count"]
        return [Piece(count, _text(count)), Piece(parts["layers"], ", "), *_chain(parts["layers"])]
    if not isinstance(node, NodeMap):
        raise _NotAsExpectedError
    options = node.values.items()
    written = ((value, [Piece(node.keys[name], f"{name}="), Piece(value, _text(value))]) for name, value in options)
    return _joined(", ", written)


def _branch(node: Node) -> list[Piece]:
    """Return a branch: a list of layers, or a sole one; an empty list is the identity."""
    if isinstance(node, NodeList):
        return _chain(node) if node.items else [Piece(node, "identity")]
    return _layer(node)


def _parts(node: Node, names: set[str], beside: Collection[str] = ()) -> dict[str, Node]:
    """Return the values of a map that has these `names`; the end of a torn call beside them is a name, too."""
    if not isinstance(node, NodeMap):
        raise _NotAsExpectedError
    others = {name for name in node.values if name in beside or (beside and name.endswith(")"))}
    if set(node.values) - others != names:
        raise _NotAsExpectedError
    return node.values


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise _NotAsExpectedError
    return node.text.strip()


def _joined(separator: str, parts: Iterable[tuple[Node, list[Piece]]]) -> list[Piece]:
    """Return all pieces with the separator between the parts; it belongs to the node behind it."""
    pieces: list[Piece] = []
    for node, part in parts:
        pieces += [Piece(node, separator)] * bool(pieces) + part
    return pieces
