"""A mistake: a named wrong rule. Those here give the wrong quantity of a whole network or of one of its layers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers import Conv2d, ConvTranspose2d, Linear
from studycards.engine.names import INPUT, resolved_name
from studycards.locale import message
from studycards.questions.variants.quantities import side

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.varied import Ask
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.network import Network, Node
    from studycards.locale import Message

    Answer = int | Shape
    ShapeSlip = Callable[[Layer, Shape], Shape | None]
    CountSlip = Callable[[Network, Node, Shape], int | None]

BIASED = (Conv2d, ConvTranspose2d, Linear)
"""Layers that may be without biases."""


@dataclass(frozen=True, slots=True)
class Mistake(ABC):
    """A wrong rule. Its `id` also names it in the catalogs: what it is called, and what the learner is told."""

    id: str
    quantities: ClassVar[tuple[str, ...]]
    """What a card must ask for the rule to be about it."""

    @property
    def title(self) -> Message:
        """Name the slip in a few words, as a line of a statistic."""
        return message(f"mistake_names.{self.id}")

    @property
    def feedback(self) -> Message:
        """Say which slip it is and what to do instead."""
        return message(f"mistakes.{self.id}")

    def applies_to(self, quantity: str) -> bool:
        """Say whether this is a mistake about `quantity` (as a card asks it)."""
        return quantity in self.quantities


@dataclass(frozen=True, slots=True)
class QuantityMistake(Mistake, ABC):
    """A wrong rule for what a network has without any numbers in it: sizes, counts, fields."""

    @abstractmethod
    def answer(self, network: Network, ask: Ask) -> Answer | None:
        """Return what the rule gives for the asked layer, or for the whole network with every layer got wrong.

        That is the right answer where the rule changes nothing, and None where it leads to no possible answer.
        """


@dataclass(frozen=True, slots=True)
class ShapeMistake(QuantityMistake):
    """A wrong output shape; `slip` gives it for a layer and the shape that enters, None where it changes nothing."""

    slip: ShapeSlip
    quantities: ClassVar[tuple[str, ...]] = ("output_shape", "output_size")

    def answer(self, network: Network, ask: Ask) -> Answer | None:
        """Return the shape or size at the end, the wrong shape of each layer entering those behind it."""
        shape = self._shape(network, ask.of)
        if shape is None or ask.quantity == "output_shape":
            return shape
        return side(shape[1:]) if len(shape) == 3 else None

    def _shape(self, network: Network, of: str | None) -> Shape | None:
        shapes = dict(zip((INPUT, *network.names), (network.input_shape, *network.shapes), strict=True))
        name = resolved_name(of or network.outputs[0], (INPUT, *network.names))
        try:
            for node in network.nodes_of(of):
                entering = [shapes[source] for source in node.inputs]
                wrong = self.slip(node.layer, entering[0])
                shapes[node.name] = node.layer.output_shape(*entering) if wrong is None else wrong
                if min(shapes[node.name]) < 1:
                    return None
        except LayerError:
            return None
        return shapes[name]


@dataclass(frozen=True, slots=True)
class CountMistake(QuantityMistake, ABC):
    """A wrong count of layers, which are added up.

    `slip` gives it for a node and the shape that enters it, None where the rule changes nothing.
    """

    slip: CountSlip

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the sum over the layers."""
        return sum(self._count(network, node, shape) for node, shape in entered(network, ask.of))

    def _count(self, network: Network, node: Node, shape: Shape) -> int:
        wrong = self.slip(network, node, shape)
        return self._right(node, shape) if wrong is None else wrong

    @abstractmethod
    def _right(self, node: Node, shape: Shape) -> int:
        """Return the right count of a node."""


@dataclass(frozen=True, slots=True)
class ParameterMistake(CountMistake):
    """A wrong number of parameters: of weights as if there were no biases, of biases what they add to that."""

    quantities: ClassVar[tuple[str, ...]] = ("parameters", "trainable", "weights", "biases")

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the sum over the layers."""
        if ask.quantity in ("parameters", "trainable"):
            return CountMistake.answer(self, network, ask)
        parts = [self._weights_and_biases(network, node, shape) for node, shape in entered(network, ask.of)]
        return sum(weights if ask.quantity == "weights" else biases for weights, biases in parts)

    def _weights_and_biases(self, network: Network, node: Node, shape: Shape) -> tuple[int, int]:
        if not isinstance(node.layer, BIASED):
            counts = network.counts(node.name)
            return counts.weights, counts.biases
        weights = self._count(network, node._replace(layer=replace(node.layer, bias=False)), shape)
        return weights, self._count(network, node, shape) - weights

    def _right(self, node: Node, shape: Shape) -> int:
        return 0 if node.shares else node.layer.parameters(shape)


@dataclass(frozen=True, slots=True)
class MacMistake(CountMistake):
    """A wrong number of multiply-adds; asked for floating-point operations, twice that number."""

    quantities: ClassVar[tuple[str, ...]] = ("macs", "flops")

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the sum over the layers."""
        macs = CountMistake.answer(self, network, ask)
        return 2 * macs if ask.quantity == "flops" else macs

    def _right(self, node: Node, shape: Shape) -> int:
        return node.layer.macs(shape)


def entered(network: Network, of: str | None) -> list[tuple[Node, Shape]]:
    """Return the asked nodes, each with the shape that enters it first."""
    asked = {node.name for node in network.nodes_of(of)}
    pairs = zip(network.nodes, network.entering, strict=True)
    return [(node, shapes[0]) for node, shapes in pairs if node.name in asked]
