"""What a question is about: a network with the numbers of the question, and the arrays that go through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.layers import written_shape
from studycards.engine.reading import read_architecture

if TYPE_CHECKING:
    from studycards.decks.asking import Ask
    from studycards.engine.network import Network
    from studycards.engine.run import Run


@dataclass(frozen=True, slots=True)
class Subject:
    """A `network`, which its card writes as `notation`, with variables in it.

    Where arrays are asked for, `run` is what goes through it. `ask` is what is asked, where that is one quantity.
    """

    network: Network
    notation: str
    layout: str = "CHW"
    ask: Ask | None = None
    run: Run | None = None

    @property
    def text(self) -> str:
        """The network in the notation, with numbers in the place of variables."""
        return with_numbers(self.notation, self.network)


def with_numbers(notation: str, network: Network) -> str:
    """Return a network with its numbers; a published architecture as its name, behind an input that is not its own."""
    published = read_architecture(notation)
    if published is None:
        return str(network)
    return f"{written_shape(network.input_shape)} | {published.name.text}" if published.input else published.name.text
