"""What can be asked of a network, in the words of a deck and of the command line.

Apart from the cards, since a calculation has none: their classes would cost it 10 ms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

QUANTITIES = (
    "output_shape",
    "output_size",
    "parameters",
    "trainable",
    "weights",
    "biases",
    "macs",
    "flops",
    "receptive_field",
    "activation_memory",
)
"""What can be asked of a network, in the words of the field `ask`; in expressions they are functions."""

VALUES = ("output", "loss", "gradient", "update")
"""What can be asked of a network that arrays go through: a value of a layer, the loss, a gradient, a new parameter."""

ASKABLE = (*QUANTITIES, *VALUES)
"""The words with which the field `ask` may begin."""

_ASK = re.compile(r"\s*(?P<quantity>\S+)(?:\s+of\s+(?P<layer>\S+))?\s*")


@dataclass(frozen=True, slots=True)
class Ask:
    """What a computed card asks: a quantity of the whole network, or `of` one of its layers or groups.

    Of the quantities in `VALUES`, `output` is that of a layer (`conv1`) or of the network; `gradient` is that of the
    loss with respect to a value (`conv1`, `input`), to what a layer learns (`conv1.weight`) or, for its own share only,
    to what enters it (`conv1.input`); `update` is a parameter after one step of the optimiser.

    In the inverse question `solve` names a variable of the network, for which the quantity is `target`: an expression,
    or None for the value that the quantity has with the variable as it was drawn.
    """

    quantity: str
    of: str | None = None
    solve: str | None = None
    target: str | None = None

    @classmethod
    def of_words(cls, text: str) -> Ask | None:
        """Return what `output_shape` or `output_shape of conv1` asks; None where it names no known quantity."""
        found = _ASK.fullmatch(text)
        return cls(found["quantity"], found["layer"]) if found and found["quantity"] in ASKABLE else None

    @property
    def is_value(self) -> bool:
        """Whether arrays have to go through the network to answer it."""
        return self.quantity in VALUES

    @property
    def words(self) -> str:
        """The words that ask it: `gradient of conv1.weight`."""
        return self.quantity if self.of is None else f"{self.quantity} of {self.of}"
