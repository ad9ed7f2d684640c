"""Wrong rules for the memory of activations. The right one is four bytes for each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from studycards.questions.mistakes.mistake import QuantityMistake

if TYPE_CHECKING:
    from studycards.decks.varied import Ask
    from studycards.engine.network import Network


@dataclass(frozen=True, slots=True)
class ElementsMistake(QuantityMistake):
    """The number of values instead of their bytes."""

    quantities: ClassVar[tuple[str, ...]] = ("activation_memory",)

    def answer(self, network: Network, ask: Ask) -> int:
        """Return the number of values."""
        return network.activation_memory(ask.of).elements


MEMORY_MISTAKES = (ElementsMistake("mem.elements_not_bytes"),)
