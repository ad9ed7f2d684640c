"""A network as it is written, before any number is known: layers, blocks and the pieces of text that give options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.layers import Add, Concat, Multiply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.layers import Layer

MERGES: dict[str, type[Layer]] = {"residual": Add, "add": Add, "multiply": Multiply, "concat": Concat}
"""The blocks whose branches are brought together, and the layer that does it."""


class Piece(NamedTuple):
    """A part of the text, without blanks around it, and where it begins."""

    text: str
    offset: int

    @property
    def is_none(self) -> bool:
        """Whether it is PyTorch's None, the one option value that is no expression."""
        return self.text == "None"

    def part(self, start: int, end: int | None = None) -> Piece:
        """Return the characters from `start` to `end`, without blanks around them."""
        text = self.text[start:end]
        return Piece(text.strip(), self.offset + start + len(text) - len(text.lstrip()))


class LayerDraft(NamedTuple):
    """A layer with the expressions of its options; `name` is None where none was given.

    The first `by_position` of them were given without their names.
    `sources` are the layers named behind `of`, none of them where it stands behind the layer before; `shares` is the
    one named behind `sharing`.
    """

    name: str | None
    kind: type[Layer]
    options: dict[str, Piece]
    offset: int
    by_position: int = 0
    sources: tuple[Piece, ...] = ()
    shares: Piece | None = None


class BlockDraft(NamedTuple):
    """Branches that begin at one layer and are brought together by a layer of `kind`; an empty one is the identity."""

    name: str | None
    kind: type[Layer]
    branches: tuple[Chain, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class RepeatDraft:
    """Layers that follow each other `count` times, each time with weights of their own.

    No tuple like the other drafts, since `count` is the name of a method of tuples.
    """

    name: str | None
    count: Piece
    steps: Chain
    offset: int


Step = LayerDraft | BlockDraft | RepeatDraft
Chain = tuple[Step, ...]


class Draft(NamedTuple):
    """The expressions of the input's axes, the layers, and the names of the outputs where they were given."""

    input: tuple[Piece, ...]
    steps: Chain
    outputs: tuple[Piece, ...] = ()


class ArchitectureDraft(NamedTuple):
    """A published architecture by its name, and the input's axes where they were given."""

    name: Piece
    input: tuple[Piece, ...] = ()


def layers_of(steps: Chain) -> Iterator[LayerDraft]:
    """Yield the layers that are written in `steps`, each once, in the order of the text."""
    for step in steps:
        match step:
            case LayerDraft():
                yield step
            case BlockDraft():
                for branch in step.branches:
                    yield from layers_of(branch)
            case RepeatDraft():
                yield from layers_of(step.steps)


def counts_of(steps: Chain) -> Iterator[Piece]:
    """Yield how often the repeated steps are repeated."""
    for step in steps:
        match step:
            case BlockDraft():
                for branch in step.branches:
                    yield from counts_of(branch)
            case RepeatDraft():
                yield step.count
                yield from counts_of(step.steps)
            case LayerDraft():
                pass
