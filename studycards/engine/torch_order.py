"""Numbers in PyTorch's order, in_channels before out_channels: here the first two would be channels and a kernel.

`conv2d(3, 16, 5)` behind three channels can be read as three filters of 16x16 with the stride 5. Nobody means that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError, NotationError
from studycards.engine.layers import Conv2d, ConvTranspose2d
from studycards.engine.names import INPUT
from studycards.engine.network import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.engine.layers import Shape
    from studycards.engine.layout import Place
    from studycards.engine.network import Node

LARGEST_KERNEL = 7
"""A larger one is hardly ever as many channels as enter, and has its stride beside it; by name it may have any size."""


def refuse_torch_order(shape: Shape, places: Sequence[Place], nodes: Sequence[Node]) -> None:
    """Refuse a convolution whose first number by position is that of the channels that enter it, as in PyTorch.

    Raises:
        NotationError: the second one makes no usual kernel, so that it is meant for the filters.
    """
    for number, place in enumerate(places):
        layer = nodes[number].layer
        if not isinstance(layer, Conv2d | ConvTranspose2d) or place.draft.by_position < 3:
            continue
        filters = layer.kernel_size
        if isinstance(filters, int) and filters > LARGEST_KERNEL:
            channels = _channels(shape, nodes[:number], place.inputs[0])
            if channels == layer.out_channels:
                raise _torch_order(place, layer, filters)


def _channels(shape: Shape, nodes: Sequence[Node], source: str) -> int | None:
    """Return how many channels leave `source`; None where something before it is wrong, too."""
    if source == INPUT:
        return shape[0]
    try:
        return Network(shape, tuple(nodes)).shape_after(source)[0]
    except LayerError:
        return None


def _torch_order(place: Place, layer: Conv2d | ConvTranspose2d, filters: int) -> NotationError:
    return NotationError(
        "engine.torch_order",
        "{layer} takes in_channels from its input: leave the {channels} out, as in {layer}({filters}, {kernel});"
        " if {layer}({channels}, kernel_size={filters}) is meant, write it so",
        layer=layer.kind,
        channels=layer.out_channels,
        filters=filters,
        kernel=layer.stride,
        offset=place.draft.offset,
    )
