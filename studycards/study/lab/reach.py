"""How far a cell sees: what it is made of in every value before it, back to the input of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.names import INPUT
from studycards.locale import Text
from studycards.study.lab.flow import FORWARD
from studycards.study.lab.marks import marks_of
from studycards.study.lab.plates import Mark, Source, fronts

if TYPE_CHECKING:
    from studycards.study.lab.flow import Flow
    from studycards.study.lab.plates import Plate
    from studycards.study.lab.stage import Stage

Index = tuple[int, ...]

MOST_TRACED = 300
"""Cells that are traced back, 0.1 ms each; a picture of more would be lit up all over."""


def reach_of(stage: Stage) -> tuple[Plate, ...]:
    """Return the values from the input to the cell, marked where they go into it.

    Nothing where all of this is in the picture of the layer, on the way back, or where too many cells take part.
    """
    layers = stage.flow.layers
    if stage.direction is not FORWARD or stage.layer == layers[0]:
        return ()
    seen: dict[str, dict[Index, Mark]] = {stage.layer: {stage.cell: Mark.CHOSEN}}
    left = MOST_TRACED
    for layer in reversed(layers[: layers.index(stage.layer) + 1]):
        left -= len(seen.get(layer, ()))
        if left < 0:
            return ()
        for cell in seen.get(layer, ()):
            _trace(stage.flow, layer, cell, seen)
    return tuple(_plate(stage.flow, name, seen[name]) for name in (INPUT, *layers) if name in seen)


def _trace(flow: Flow, layer: str, cell: Index, seen: dict[str, dict[Index, Mark]]) -> None:
    """Add the cells of the inputs of a layer that a cell of its output is made of."""
    node = flow.uses[layer].node
    assert node is not None
    marks = marks_of(flow.step(layer, FORWARD, cell))
    for number, source in enumerate(node.inputs):
        shape = flow.run.values[source].shape
        for index in (marks.get("x", {}) if len(node.inputs) == 1 else {}) | marks.get(f"x{number}", {}):
            if all(0 <= i < size for i, size in zip(index, shape, strict=True)):
                seen.setdefault(source, {})[index] = Mark.USED


def _plate(flow: Flow, name: str, marks: dict[Index, Mark]) -> Plate:
    """Return the first channel of a value that takes part."""
    return Source("", name, Text.same(""), flow.run.values[name]).plate(fronts(marks)[0], marks)
