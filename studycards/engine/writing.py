"""A network back in the one-line notation, with blocks where its branches allow them.

A block is a layer that adds, multiplies or concatenates, together with the nodes right before it, if these fall into
branches: runs of nodes that begin behind one and the same node and look at nothing else outside of themselves. What is
no block is written with `of`. `studycards.engine.notation` describes the notation.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.dense_block import folded
from studycards.engine.layers import Add, Concat, Multiply
from studycards.engine.names import INPUT, Names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.node import Node

HERE = -1
"""The position of the network's input; nodes are counted from 0."""


class _Segment(NamedTuple):
    """A step of a chain; equal blocks that follow each other are written as one that is repeated."""

    text: str
    is_block: bool = False


def written_network(input_shape: Shape, nodes: Sequence[Node], outputs: tuple[str, ...]) -> str:
    """Return a network in the notation: `parse` gives an equal one back."""
    steps = _Writer(nodes).chain(HERE + 1, len(nodes), HERE, "")
    last = nodes[-1].name if nodes else INPUT
    leaving = [] if outputs == (last,) else [f"outputs({', '.join(outputs)})"]
    return " | ".join(["x".join(map(str, input_shape)), *steps, *leaving])


def written_node(node: Node, *, in_line: bool) -> str:
    """Return a layer in the notation, with whose weights it uses, and unless it is `in_line` with its inputs."""
    behind = "" if in_line else f" of {_listed(node.inputs)}"
    shared = f" sharing {node.shares}" if node.shares else ""
    return f"{node.layer}{behind}{shared}"


class _Writer:
    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        positions = {node.name: position for position, node in enumerate(nodes)} | {INPUT: HERE}
        self._inputs = [[positions[name] for name in node.inputs] for node in nodes]
        self._names = Names()
        self._groups: set[str] = set()

    def chain(self, start: int, end: int, source: int, group: str) -> list[str]:
        """Return the steps of the nodes from `start` to `end` inside of `group`, the first behind node `source`."""
        segments = []
        while start < end:
            found = self._block(start, end, source, group)
            merge, segment = found or (start, _Segment(self._layer(start, source, group)))
            segments.append(segment)
            start, source = merge + 1, merge
        return [text for segment, equal in groupby(segments) for text in _repeated(segment, len(list(equal)))]

    def _layer(self, position: int, source: int, group: str) -> str:
        node = self._nodes[position]
        automatic = self._names.next(group, node.layer.short)
        name = "" if node.name == automatic else f"{node.name.removeprefix(group)}: "
        return name + written_node(node, in_line=self._inputs[position] == [source])

    def _block(self, start: int, end: int, source: int, group: str) -> tuple[int, _Segment] | None:
        """Return the largest block whose first node is `start`: the position of its last node, and its text."""
        for merge in range(end - 1, start, -1):
            branches = self._branches(start, merge, source)
            if branches:
                names, groups = self._names.copy(), set(self._groups)
                text = self._written_block(merge, branches, source, group)
                if text is not None:
                    return merge, text
                self._names, self._groups = names, groups
        return None

    def _branches(self, start: int, merge: int, source: int) -> list[tuple[int, int]]:
        """Return the first and last positions + 1 of the branches that meet at `merge`; none where it is no block."""
        node, ends = self._nodes[merge], self._inputs[merge]
        if not isinstance(node.layer, Add | Multiply | Concat) or node.shares or merge - 1 not in ends:
            return []
        own = [start - 1, *(end for end in ends if end != source)]
        if any(first >= second for first, second in pairwise(own)):
            return []
        runs = dict(zip(own[1:], ((first + 1, last + 1) for first, last in pairwise(own)), strict=True))
        if not all(self._begins(first, source) for first, _ in runs.values()):
            return []
        if not all(self._is_closed(run, source) for run in runs.values()):
            return []
        return [runs.get(end, (start, start)) for end in ends]

    def _begins(self, first: int, source: int) -> bool:
        return set(self._inputs[first]) == {source}

    def _is_closed(self, run: tuple[int, int], source: int) -> bool:
        first, end = run
        return all(first <= seen or seen == source for position in range(first, end) for seen in self._inputs[position])

    def _written_block(self, merge: int, branches: list[tuple[int, int]], source: int, group: str) -> _Segment | None:
        """Return the block of `branches`; None where its names cannot be said."""
        node = self._nodes[merge]
        name = node.name.removeprefix(group).rpartition(".")[0]
        inside = f"{group}{name}." if name else group
        first = min(start for start, _ in branches)
        if inside in self._groups or not all(n.name.startswith(inside) for n in self._nodes[first : merge + 1]):
            return None
        if name:
            self._groups.add(inside)
        texts = [" | ".join(self.chain(start, end, source, inside)) for start, end in branches]
        if self._names.next(inside, node.layer.short) != node.name:
            return None
        call = _called(node, [text or "identity" for text in texts])
        return _Segment(f"{name}: {call}") if name else _Segment(call, is_block=True)


def _called(node: Node, branches: list[str]) -> str:
    """Return the block that brings `branches` together."""
    if isinstance(node.layer, Add) and len(branches) == 2 and branches[0] != "identity":
        branch, shortcut = branches
        return f"residual({branch})" if shortcut == "identity" else f"residual({branch}, shortcut={shortcut})"
    return f"{node.layer.kind}({', '.join(branches)})"


def _repeated(segment: _Segment, times: int) -> list[str]:
    """Return the texts of a step that stands there `times` times; names are not repeated."""
    text, is_block = segment
    if is_block and ": " not in text and " of " not in text and " sharing " not in text:
        return [folded(f"repeat({times}, {text})")] if times > 1 else [text]
    return [text] * times


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"({', '.join(names)})"
