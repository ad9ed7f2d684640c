"""Wrong rules for multiply-adds, each a formula for one kind of layer; twice as much of floating-point operations.

The right ones are kh·kw·(C_in/groups)·C_out·H·W with the height and width of the output, and n_in·n_out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers import Conv2d, Linear
from studycards.questions.mistakes.mistake import MacMistake, QuantityMistake
from studycards.questions.solutions.terms import ConvTerms, DenseTerms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.varied import Ask
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network, Node

_CONVOLUTION: Mapping[str, Callable[[ConvTerms], int]] = {
    "mac.input_size": lambda c: c.weights * c.places,
    "mac.params": lambda c: c.weights,
    "mac.no_cin": lambda c: c.kh * c.kw * c.c_out * c.positions,
    "mac.one_axis": lambda c: c.weights * c.rows,
    "mac.bias_counted": lambda c: (c.weights + c.biases) * c.positions,
}

_DENSE: Mapping[str, Callable[[DenseTerms], int]] = {"mac.bias_counted": lambda d: d.weights + d.biases}


def _slip(mistake: str, _: Network, node: Node, shape: Shape) -> int | None:
    """Return the count that the rule `mistake` gives for the layer at `node`; None where it says nothing of it."""
    match layer := node.layer:
        case Conv2d() if mistake in _CONVOLUTION:
            return _CONVOLUTION[mistake](ConvTerms.of(layer, shape))
        case Linear() if mistake in _DENSE:
            return _DENSE[mistake](DenseTerms.of(layer, shape))
    return None


@dataclass(frozen=True, slots=True)
class DoubledMistake(QuantityMistake):
    """Two operations for each multiply-add where these are asked for."""

    quantities: ClassVar[tuple[str, ...]] = ("macs",)

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the floating-point operations."""
        return 2 * network.macs(ask.of)


@dataclass(frozen=True, slots=True)
class HalvedMistake(QuantityMistake):
    """The multiply-adds where floating-point operations are asked for."""

    quantities: ClassVar[tuple[str, ...]] = ("flops",)

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the multiply-adds."""
        return network.macs(ask.of)


MAC_MISTAKES: tuple[QuantityMistake, ...] = (
    DoubledMistake("mac.flops_doubled"),
    HalvedMistake("mac.not_doubled"),
    *(MacMistake(name, partial(_slip, name)) for name in _CONVOLUTION),
)
