"""What in the gradients of a variant depends on a convention, and the condition that keeps such draws out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.kinks import KINKS, undecided_nodes
from studycards.engine.names import INPUT
from studycards.questions.values.variant import ValueVariant

if TYPE_CHECKING:
    from studycards.engine.network import Node
    from studycards.questions.variants.variant import Variant

GRADIENTS = ("gradient", "update")


class Kink(NamedTuple):
    """A layer whose gradient is undecided: because of a value at a kink, or of equal largest cells under a pooling.

    `condition` is one for the field `require` that excludes it.
    """

    layer: str
    is_tie: bool
    condition: str


def kinks(variant: Variant) -> list[Kink]:
    """Return what the asked gradients of a variant stumble over, each layer once."""
    parts = [part for part in variant.parts if isinstance(part, ValueVariant) and part.ask.quantity in GRADIENTS]
    if not parts:
        return []
    asked = [(part.ask.quantity, part.ask.of) for part in parts]
    return [_kink(node) for node in undecided_nodes(parts[0].run, asked)]


def _kink(node: Node) -> Kink:
    places = KINKS.get(type(node.layer))
    if places is None:
        return Kink(node.name, is_tie=True, condition=f"distinct(window of {node.name})")
    entering = node.inputs[0] if node.inputs[0] == INPUT else f"output of {node.inputs[0]}"
    condition = " and ".join(f"all({entering} != {place})" for place in places)
    return Kink(node.name, is_tie=False, condition=condition)
