"""From a draft to the nodes of its network, blocks written out: every name and every source, no number but counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.drafts import BlockDraft, LayerDraft, RepeatDraft
from studycards.engine.errors import LayerError, NotationError
from studycards.engine.names import INPUT, Names, name_taken, resolved_name
from studycards.engine.reading import MOST_LAYERS, too_many_layers

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.drafts import Chain, Draft, Piece, Step

    Count = Callable[[Piece], int]


class Place(NamedTuple):
    """A node whose layer is still a draft."""

    name: str
    draft: LayerDraft
    inputs: tuple[str, ...]
    shares: str | None


def laid_out(draft: Draft, count: Count) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Return the nodes of `draft` in order and the names of its outputs; `count` tells how often to repeat.

    Raises:
        NotationError: a name is taken or not there, or there are too many layers.
    """
    layout = _Layout(count)
    layout.chain(draft.steps, INPUT, "")
    return tuple(layout.places.values()), tuple(layout.full_name(output, "") for output in draft.outputs)


class _Layout:
    def __init__(self, count: Count) -> None:
        self.places: dict[str, Place] = {}
        self._count = count
        self._names = Names()
        self._groups: set[str] = set()

    def chain(self, steps: Chain, source: str, group: str) -> str:
        """Lay out `steps` behind `source` and return the name of the last node."""
        for step in steps:
            source = self._step(step, source, group)
        return source

    def full_name(self, piece: Piece, group: str) -> str:
        """Return the name of the node that is called so inside of `group`."""
        known = (INPUT, *self.places)
        try:
            return piece.text if piece.text in known else resolved_name(f"{group}{piece.text}", known)
        except LayerError as error:
            raise NotationError(error.key, error.sentence, offset=piece.offset, **error.values) from None

    def _step(self, step: Step, source: str, group: str) -> str:
        match step:
            case LayerDraft():
                inputs = tuple(self.full_name(piece, group) for piece in step.sources)
                return self._place(step, inputs or (source,), group)
            case BlockDraft():
                inside = self._inside(step, group)
                ends = tuple(self.chain(branch, source, inside) for branch in step.branches)
                return self._place(LayerDraft(None, step.kind, {}, step.offset), ends, inside)
            case RepeatDraft():
                inside = self._inside(step, group)
                for _ in range(self._count(step.count)):
                    source = self.chain(step.steps, source, inside)
                return source

    def _place(self, draft: LayerDraft, inputs: tuple[str, ...], group: str) -> str:
        automatic = self._names.next(group, draft.kind.short)
        name = f"{group}{draft.name}" if draft.name else automatic
        if name in self.places or name == INPUT:
            raise _taken(name, draft.offset)
        if len(self.places) == MOST_LAYERS:
            raise too_many_layers()
        shares = self.full_name(draft.shares, group) if draft.shares else None
        self.places[name] = Place(name, draft, inputs, shares)
        return name

    def _inside(self, block: BlockDraft | RepeatDraft, group: str) -> str:
        """Return the group of what is in a block: one of its own where the block has a name."""
        if block.name is None:
            return group
        inside = f"{group}{block.name}."
        if inside in self._groups:
            raise _taken(block.name, block.offset)
        self._groups.add(inside)
        return inside


def _taken(name: str, offset: int) -> NotationError:
    error = name_taken(name)
    return NotationError(error.key, error.sentence, offset=offset, **error.values)
