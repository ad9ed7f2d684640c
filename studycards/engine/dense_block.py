"""The block of DenseNet, `dense_block(layers=6, growth_rate=32, bn_size=4)`, in terms of layers and concatenations.

Each of its layers sees all that was there before and adds `growth_rate` channels: norm, ReLU, a 1×1 convolution to
`bn_size * growth_rate` channels, norm, ReLU, a 3×3 convolution, none with a bias. With `bn_size=None` there is no 1×1
convolution, as in the first DenseNets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.engine.drafts import BlockDraft, LayerDraft, Piece, RepeatDraft
from studycards.engine.layers import BatchNorm2d, Concat, Conv2d, ReLU
from studycards.engine.signatures import Signature, bound

if TYPE_CHECKING:
    from studycards.engine.drafts import Chain

SIGNATURE = Signature("dense_block", ("layers", "growth_rate", "bn_size"), ("layers", "growth_rate"))
BOTTLENECK = 4
"""The number of bottleneck channels for each new channel, as in the paper."""

WRITTEN_OUT = re.compile(
    r"repeat\((?P<layers>\d+), concat\(identity, batch_norm2d \| relu \| "
    r"(?:conv2d\((?P<squeezed>\d+), 1, bias=False\) \| batch_norm2d \| relu \| )?"
    r"conv2d\((?P<growth>\d+), 3, padding=1, bias=False\)\)\)"
)


def dense_block(name: str | None, arguments: list[Piece], offset: int) -> RepeatDraft:
    """Return the block that is called with `arguments`, written out.

    Raises:
        NotationError: an argument is misplaced, unknown, given twice or missing.
    """
    options = bound(SIGNATURE, arguments, offset)
    growth = options["growth_rate"]
    bottleneck = options.get("bn_size", Piece(str(BOTTLENECK), offset))
    steps = _norm_relu_conv({"out_channels": growth, "kernel_size": Piece("3", offset), "padding": Piece("1", offset)})
    if not bottleneck.is_none:
        # written so that a fault in growth_rate is found where it stands
        squeezed = Piece(f"({growth.text}) * ({bottleneck.text})", growth.offset - 1)
        steps = (*_norm_relu_conv({"out_channels": squeezed, "kernel_size": Piece("1", offset)}), *steps)
    return RepeatDraft(name, options["layers"], (BlockDraft(None, Concat, ((), steps), offset),), offset)


def folded(text: str) -> str:
    """Return `text` as a dense block where it is one that was written out."""
    found = WRITTEN_OUT.fullmatch(text)
    if found is None:
        return text
    layers, growth = found["layers"], int(found["growth"])
    if found["squeezed"] is None:
        return f"dense_block({layers}, {growth}, bn_size=None)"
    bottleneck, rest = divmod(int(found["squeezed"]), growth)
    if rest:
        return text
    return f"dense_block({layers}, {growth}" + (")" if bottleneck == BOTTLENECK else f", bn_size={bottleneck})")


def _norm_relu_conv(options: dict[str, Piece]) -> Chain:
    offset = options["kernel_size"].offset
    before = (LayerDraft(None, kind, {}, offset) for kind in (BatchNorm2d, ReLU))
    return *before, LayerDraft(None, Conv2d, options | {"bias": Piece("False", offset)}, offset)
