"""The arrays that go into a cell, in the order in which they are drawn: inputs, weights, a gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.values.lines_cells import letter_of
from studycards.questions.values.solution_uses import LINEAR
from studycards.study.lab.flow import FORWARD
from studycards.study.lab.plates import Source, subscript

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.engine.functional._arrays import Array
    from studycards.questions.values.solution_uses import Use
    from studycards.study.lab.stage import Stage


def sources_of(stage: Stage, use: Use) -> Iterator[Source]:
    """Yield the arrays that go into what is watched, in the order in which they are drawn."""
    assert use.node is not None
    direction, layer, operation = stage.direction, use.node.layer, use.operation
    inputs = list(_inputs(use))
    gradient = Source("dy", "dY", message("lab.gradient"), stage.flow.gradient(stage.layer))
    if direction is FORWARD:
        yield from inputs
        yield from _matrices(use)
    elif direction == "bias":
        yield gradient
    elif direction == "weight":
        yield from (*inputs, gradient)
    else:
        yield gradient
        yield from _matrices(use)
        if layer.keeps and not isinstance(layer, LINEAR):
            yield from inputs
    if hasattr(operation, "mask"):
        yield Source("mask", "m", message("lab.mask"), operation.mask)


def _inputs(use: Use) -> Iterator[Source]:
    operation, words = use.operation, message("lab.input")
    arrays: Sequence[Array] | None = getattr(operation, "inputs", None)
    if arrays is None:
        yield Source.of("x", "X", words, operation.x, operation)  # type: ignore[attr-defined]
        return
    for number, array in enumerate(arrays):
        yield Source(f"x{number}", f"X{subscript(number)}", words, array)


def _matrices(use: Use) -> Iterator[Source]:
    """Yield the weights that are more than a number for each channel."""
    assert use.node is not None
    weight: Array | None = getattr(use.operation, "weight", None)
    if weight is not None and weight.ndim > 1:
        letter = letter_of("weight", use.node.layer)
        yield Source("weight", letter, message("lab.kernel" if letter == "K" else "lab.weights"), weight)
