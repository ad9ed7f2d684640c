"""Where a gradient is a matter of convention: two equal largest cells under max pooling, a value at the kink of a ReLU.

There the derivatives from both sides differ, and a person who computes by hand may rightly take either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.layers import (
    ELU,
    AdaptiveMaxPool2d,
    GlobalMaxPool2d,
    Hardsigmoid,
    Hardswish,
    LeakyReLU,
    MaxPool2d,
    ReLU,
    ReLU6,
)
from studycards.engine.operations import operation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.layers import Layer
    from studycards.engine.network import Node
    from studycards.engine.operations import Operation
    from studycards.engine.passage import Revise
    from studycards.engine.run import Run

KINKS: Mapping[type[Layer], tuple[int, ...]] = {
    ReLU: (0,),
    LeakyReLU: (0,),
    ELU: (0,),
    ReLU6: (0, 6),
    Hardsigmoid: (-3, 3),
    Hardswish: (-3, 3),
}
"""Where the slope of an activation may jump."""

POOLINGS = (MaxPool2d, AdaptiveMaxPool2d, GlobalMaxPool2d)
"""The layers whose gradient jumps where the largest cell changes."""

NUDGE = 1e-9
"""What is added to the first cell, twice that to the second, ...: no two equal cells stay equal."""

JUMP = 1e-6
"""Without a kink a gradient changes by less than this part of its largest cell."""


def undecided_nodes(run: Run, asked: Iterable[tuple[str, str | None]]) -> list[Node]:
    """Return the nodes at whose input an asked gradient or update jumps, so that it depends on a convention.

    Each of `asked` is what `Run.array` takes. It is computed again with what enters a node a little larger, and a
    little smaller. Ties that change nothing in the end, such as those of zeros behind a ReLU, do not count.

    Raises:
        LayerError: the run has no such gradient.
    """
    bent = [node for node in run.network.nodes if isinstance(node.layer, (*KINKS, *POOLINGS)) and _is_bent(run, node)]
    right = {words: run.array(*words) for words in asked} if bent else {}

    def decides(node: Node) -> bool:
        nudged = [run.following(run.rule._replace(operation=_nudging(node, by))) for by in (NUDGE, -NUDGE)]
        return any(_jumps(array, other.array(*words)) for words, array in right.items() for other in nudged)

    return [node for node in bent if decides(node)]


def _is_bent(run: Run, node: Node) -> bool:
    """Say whether what a node sends back jumps at all."""
    x, dy = run.values[node.inputs[0]], np.ones(run.values[node.name].shape)
    send = operation(node.layer, {})
    right, *nudged = (
        revised.backward(dy, x, *revised.arguments, **revised.options)["x"]
        for revised in (send, _nudged(send, NUDGE), _nudged(send, -NUDGE))
    )
    return any(_jumps(right, other) for other in nudged)


def _jumps(right: Array, other: Array) -> bool:
    return bool(np.abs(other - right).max() > JUMP * max(1, np.abs(right).max()))


def _nudging(nudged: Node, by: float) -> Revise:
    """Return what has one node send back the gradient of an input that is a little off."""
    return lambda node, operation_: _nudged(operation_, by) if node is nudged else operation_


def _nudged(send: Operation, by: float) -> Operation:
    def backward(dy: Array, x: Array, *arguments: object, **options: object) -> Gradients:
        steps = np.arange(1, x.size + 1).reshape(x.shape)
        return send.backward(dy, x + by * steps, *arguments, **options)

    return send._replace(backward=backward)
