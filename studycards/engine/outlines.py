"""What the text of a network tells of its nodes before any number is known: names, kinds, the arrays they take.

Nothing here imports NumPy.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.layers import (
    BatchNorm2d,
    Conv2d,
    ConvTranspose2d,
    Dropout,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    Linear,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.layers import Layer
    from studycards.engine.layout import Place
    from studycards.engine.network import Node

_PAIR = ("weight", "bias")

ARRAYS: Mapping[type[Layer], tuple[str, ...]] = {
    Conv2d: _PAIR,
    ConvTranspose2d: _PAIR,
    Linear: _PAIR,
    BatchNorm2d: (*_PAIR, "running_mean", "running_var"),
    InstanceNorm2d: _PAIR,
    GroupNorm: _PAIR,
    LayerNorm: _PAIR,
    LayerNorm2d: _PAIR,
    LayerScale: ("weight",),
    Dropout: ("mask",),
}
"""What the layers of a kind learn or may be given beside it."""


class Outline(NamedTuple):
    """A node: its name, the kind of its layer, and the arrays that it takes, `weight`, without those of others."""

    name: str
    kind: type[Layer]
    arrays: tuple[str, ...]

    @classmethod
    def of_place(cls, place: Place) -> Outline:
        """Return what is known of a node whose layer is still a draft."""
        kind, options = place.draft.kind, place.draft.options
        defaults = {option.name: option.default for option in fields(kind)}
        written = {name: piece.text != "False" for name, piece in options.items()}
        return cls(place.name, kind, () if place.shares else _arrays(kind, {**defaults, **written}))

    @classmethod
    def of_node(cls, node: Node) -> Outline:
        """Return what is known of a node of a network."""
        kind = type(node.layer)
        options = {option.name: getattr(node.layer, option.name) for option in fields(kind)}
        return cls(node.name, kind, () if node.shares else _arrays(kind, options))


def _arrays(kind: type[Layer], options: Mapping[str, object]) -> tuple[str, ...]:
    """Return the arrays of a kind without those that `options` switch off: `bias=False`, and all of a plain norm."""
    if options.get("affine") is False:
        return ()
    return tuple(array for array in ARRAYS.get(kind, ()) if options.get(array) is not False)
