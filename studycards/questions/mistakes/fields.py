"""Wrong rules for the receptive field: how each layer changes the field r, where j is the jump.

The right ones are r + d(k − 1)·j and j·s, from r = 1 and j = 1 on. Where branches meet, the larger field counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from studycards.engine.layers import AvgPool2d, Conv2d, MaxPool2d
from studycards.engine.names import INPUT
from studycards.questions.mistakes.mistake import QuantityMistake
from studycards.questions.solutions.terms import windows
from studycards.questions.variants.quantities import nodes_up_to, side

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.varied import Ask
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network, Node
    from studycards.questions.mistakes.mistake import Answer
    from studycards.questions.solutions.terms import Window

    Growth = Callable[[int, int, Window], int]

POOLINGS = (MaxPool2d, AvgPool2d)


class Seen(NamedTuple):
    """Along one axis: how many cells of the input are seen, and how far apart two neighbours see them."""

    r: int
    j: int


Sides = tuple[Seen, Seen]
"""What is seen down the rows and across the columns."""


class Rule(NamedTuple):
    """What comes of the field r behind a window, for the jump j before it; `start` is the field of an input cell."""

    growth: Growth
    start: int = 1
    pools: bool = True

    def behind(self, seen: Seen, window: Window) -> Seen:
        """Return what is seen through a window."""
        return Seen(self.growth(seen.r, seen.j, window), seen.j * window.s)


_RULES = {
    "rf.no_jump": Rule(lambda r, _, w: r + w.span - 1),
    "rf.stride_included": Rule(lambda r, j, w: r + (w.span - 1) * j * w.s),
    "rf.no_pool": Rule(lambda r, j, w: r + (w.span - 1) * j, pools=False),
    "rf.no_dilation": Rule(lambda r, j, w: r + (w.k - 1) * j),
    "rf.sum_kernels": Rule(lambda r, _, w: r + w.k, start=0),
    "rf.from_zero": Rule(lambda r, j, w: r + (w.span - 1) * j, start=0),
    "rf.product": Rule(lambda r, _, w: r * w.k),
}


@dataclass(frozen=True, slots=True)
class FieldMistake(QuantityMistake):
    """A wrong receptive field, followed from the input on through windows and branches."""

    rule: Rule
    quantities: ClassVar[tuple[str, ...]] = ("receptive_field",)

    def answer(self, network: Network, ask: Ask) -> Answer | None:
        """Return the field at the end; None behind layers that the rule is not about: an upsampling, a flattening."""
        start = Seen(self.rule.start, 1)
        seen: dict[str, Sides | None] = {INPUT: (start, start)}
        on_the_way = {node.name for node in nodes_up_to(network, ask.of)}
        end = INPUT
        for node, entering, shape in zip(network.nodes, network.entering, network.shapes, strict=True):
            if node.name in on_the_way:
                seen[node.name] = self._behind(node, entering, shape, [seen[name] for name in node.inputs])
                end = node.name
        last = seen[end]
        return side((last[0].r, last[1].r)) if last and last[0].r and last[1].r else None

    def _behind(
        self, node: Node, entering: tuple[Shape, ...], shape: Shape, before: list[Sides | None]
    ) -> Sides | None:
        """Return what is seen behind a node, given what is seen before it, input by input."""
        if isinstance(node.layer, POOLINGS) and not self.rule.pools:
            return before[0]
        if isinstance(node.layer, Conv2d | MaxPool2d | AvgPool2d):
            down, across = windows(node.layer, entering[0])
            return before[0] and (self.rule.behind(before[0][0], down), self.rule.behind(before[0][1], across))
        size = shape[1:]
        ways = [way for way, came in zip(before, entering, strict=True) if way and size and came[1:] == size]
        return (max(way[0] for way in ways), max(way[1] for way in ways)) if ways else None


FIELD_MISTAKES = tuple(FieldMistake(name, rule) for name, rule in _RULES.items())
