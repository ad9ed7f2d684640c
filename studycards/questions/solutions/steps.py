"""The lines of worked solutions through one layer, from the engine's trace, with the numbers filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine import trace
from studycards.engine.layers import (
    AdaptiveAvgPool2d,
    AdaptiveMaxPool2d,
    AvgPool2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    Linear,
    MaxPool2d,
    Pad,
    Slice,
    Upsample,
    pair,
)
from studycards.locale import Text, message
from studycards.questions.solutions.formulas import in_letters, in_numbers
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.engine.layers import Layer
    from studycards.engine.network import Network, Node
    from studycards.engine.trace import FieldRow
    from studycards.locale import Message
    from studycards.questions.question import Words

AXES = {"channels": "C", "height": "H", "width": "W"}

_CHANNELS: Mapping[type[Layer], str] = {
    Conv2d: "channels_filters",
    ConvTranspose2d: "channels_filters",
    MaxPool2d: "channels_kept",
    AvgPool2d: "channels_kept",
    AdaptiveAvgPool2d: "channels_kept",
    AdaptiveMaxPool2d: "channels_kept",
    Pad: "channels_kept",
    Upsample: "channels_kept",
    GlobalAvgPool2d: "global_average",
    GlobalMaxPool2d: "global_maximum",
    Linear: "outputs",
}
"""Where the channels or features of an output come from, where they take no arithmetic."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a `formula`, the same `filled` with numbers (where there is something to fill in) and the `result`.

    `also` is what follows from the same numbers, behind a comma.
    """

    formula: Words
    result: int
    filled: Words | None = None
    also: Words | None = None

    @property
    def line(self) -> Message:
        """The whole line."""
        if self.filled is None:
            line = message("computed.plain_step", formula=self.formula, result=self.result)
        else:
            line = message("computed.step", formula=self.formula, filled=self.filled, result=self.result)
        return line if self.also is None else message("computed.also", line=line, also=self.also)

    @property
    def hint(self) -> Words:
        """The line without its result."""
        if self.filled is None:
            return self.formula
        return message("computed.open_step", formula=self.formula, filled=self.filled)


def shape_lines(network: Network, node: Node) -> Iterator[Line]:
    """Yield the lines from the shapes that enter `node` to the one that leaves it; none where they are equal."""
    *sides, last = _sizes(network, node)
    yield from _side_lines(sides)
    if isinstance(last.expression, trace.Number):
        if type(node.layer) in _CHANNELS:
            yield Line(message(f"computed.{_CHANNELS[type(node.layer)]}"), int(last.value))
    elif isinstance(node.layer, Concat | Slice):
        yield Line(message("computed.axis", axis=AXES.get(last.name, "n"), formula=in_numbers(last)), int(last.value))
    else:
        yield _line(last, AXES.get(last.name))


def size_lines(network: Network, node: Node) -> Iterator[Line]:
    """Yield the lines to the height and the width of what leaves `node`."""
    *sides, _ = _sizes(network, node)
    yield from _side_lines(sides)


def parameter_lines(network: Network, node: Node, arrays: tuple[str, ...] = ("weight", "bias")) -> Iterator[Line]:
    """Yield the line that counts what `node` learns, or some `arrays` of it; none where that is nothing.

    Flattening learns nothing, but gives the inputs of the layer behind it.
    """
    step = trace.layer_parameters(node.layer, network.shape_before(node.name))
    parts = tuple(part for part in step.expression.parts if isinstance(part, trace.Step) and part.name in arrays)
    if parts and not node.shares:
        yield _line(trace.Step("parameters", trace.Sum(parts)), letters=_letters(node.layer))


def mac_lines(network: Network, node: Node) -> Iterator[Line]:
    """Yield the line that counts the multiply-adds of `node`; none where there are none."""
    step = trace.layer_macs(node.layer, network.shape_before(node.name))
    if step.value:
        yield _line(step, letters=_letters(node.layer))


def memory_lines(network: Network, node: Node) -> Iterator[Line]:
    """Yield the line that counts the values that `node` gives."""
    [step] = trace.activation_elements(network, node.name).expression.parts
    assert isinstance(step, trace.Step)
    yield _line(step)


def field_line(row: FieldRow, letter: str) -> Line:
    """Return the line of a layer in the running table of the receptive field: the field, and the jump behind it."""
    also = None
    if row.view.stride.value != 1:
        formula = message("computed.axis", axis="j", formula=in_numbers(row.jump.expression))
        also = message("computed.plain_step", formula=formula, result=row.jump.value)
    return Line(_field_formula(row, letter), int(row.field.value), also=also)


def _field_formula(row: FieldRow, letter: str) -> Message:
    """Return how the field comes about: by a window, or as all that branches see to different sides."""
    bounds = {part.name: int(part.value) for part in _bounds(row.field.expression)}
    if bounds:
        return message("computed.seen_cells", axis=letter, first=bounds["start"], last=bounds["end"] - 1)
    return message("computed.axis", axis=letter, formula=in_numbers(row.field.expression))


def _bounds(field: trace.Expression) -> list[trace.Step]:
    """Return the start and the end whose difference a field is; nothing where it is no difference."""
    named = [part.parts[0] if isinstance(part, trace.Product) else part for part in field.parts]
    return [part for part in named if isinstance(part, trace.Step) and part.name in ("start", "end")]


def _sizes(network: Network, node: Node) -> tuple[trace.Step, ...]:
    """Return the worked height and width, if there are any, and then the channels or features."""
    entering = network.entering[network.names.index(node.name)]
    first, *sides = trace.output_shape(node.layer, *entering)
    return (*sides, first)


def _side_lines(sides: list[trace.Step]) -> Iterator[Line]:
    """Yield a line for the height and one for the width, or one for both where the same numbers stand in them."""
    worked = [side for side in sides if not isinstance(side.expression, trace.Number)]
    lines = [_line(side, AXES[side.name]) for side in worked]
    if len(lines) == 2 and lines[0].filled == lines[1].filled:
        yield _line(worked[0], "H = W")
    else:
        yield from lines


def _line(step: trace.Step, axis: str | None = None, letters: Mapping[str, str] | None = None) -> Line:
    letter, filled = Text.same(in_letters(step.expression, letters)), in_numbers(step.expression)
    formula = letter if axis is None else message("computed.axis", axis=axis, formula=letter)
    result = int(step.value)
    if filled == written_number(result):
        return Line(formula, result)
    return Line(formula, result, message("computed.ceil_dropped", filled=filled) if _drops(step) else filled)


def _drops(size: trace.Step) -> bool:
    """Whether rounding up adds a window that is taken off again: it would start behind the map."""
    last = size.expression.parts[-1]
    return isinstance(last, trace.Product) and isinstance(last.factors[0], trace.Applied) and last.value != 0


def _letters(layer: Layer) -> Mapping[str, str]:
    """Return what the sizes of its arrays are called, where the usual letters say too little or too much."""
    if isinstance(layer, Linear):
        return {"channels": "n_out"}
    if not isinstance(layer, Conv2d | ConvTranspose2d):
        return {}
    height, width = pair(layer.kernel_size)
    return {"channels": "C_out", **({"kernel_height": "k", "kernel_width": "k"} if height == width else {})}
