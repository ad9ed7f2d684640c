"""A mistake: a named wrong rule, which gives the wrong answer of a whole network or of one of its layers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.errors import LayerError
from studycards.locale import message
from studycards.questions.quantities import nodes_up_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.layers import Layer, Shape
    from studycards.engine.network import Network, Node
    from studycards.locale import Message

    Answer = int | Shape
    ShapeSlip = Callable[[Layer, Shape], Shape | None]
    CountSlip = Callable[[Network, Node], int | None]


@dataclass(frozen=True, slots=True)
class Mistake(ABC):
    """A wrong rule. Its `id` also names the sentence of the catalog `mistakes` that tells the learner about it."""

    id: str
    quantity: ClassVar[str]

    @property
    def feedback(self) -> Message:
        """Say which slip it is and what to do instead."""
        return message(f"mistakes.{self.id}")

    def applies_to(self, quantity: str) -> bool:
        """Say whether this is a mistake about `quantity` (as a card asks it)."""
        return quantity == self.quantity

    @abstractmethod
    def answer(self, network: Network, of: str | None = None) -> Answer | None:
        """Return what the rule gives for the layer named `of`, or for the whole network with every layer got wrong.

        That is the right answer where the rule changes nothing, and None where it leads to no possible answer.
        """


@dataclass(frozen=True, slots=True)
class ShapeMistake(Mistake):
    """A wrong output shape; `slip` gives it for a layer and the shape that enters, None where it changes nothing."""

    slip: ShapeSlip
    quantity: ClassVar[str] = "output_shape"

    def answer(self, network: Network, of: str | None = None) -> Shape | None:
        """Return the shape at the end, the wrong shape of each layer entering the next one."""
        shape = network.input_shape if of is None else network.shape_before(of)
        try:
            for node in _asked_nodes(network, of):
                wrong = self.slip(node.layer, shape)
                shape = node.layer.output_shape(shape) if wrong is None else wrong
                if min(shape) < 1:
                    return None
        except LayerError:
            return None
        return shape


@dataclass(frozen=True, slots=True)
class CountMistake(Mistake):
    """A wrong number of parameters; `slip` gives it for a node of a network, None where it changes nothing."""

    slip: CountSlip
    quantity: ClassVar[str] = "parameters"

    def answer(self, network: Network, of: str | None = None) -> int:
        """Return the sum over the layers."""
        return sum(self._count(network, node) for node in _asked_nodes(network, of))

    def _count(self, network: Network, node: Node) -> int:
        wrong = self.slip(network, node)
        return network.parameters(node.name) if wrong is None else wrong


def _asked_nodes(network: Network, of: str | None) -> tuple[Node, ...]:
    return network.nodes if of is None else nodes_up_to(network, of)[-1:]
