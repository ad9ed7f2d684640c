"""The picture of a stage: what goes into a cell, what comes out, and the line of arithmetic between the two."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studycards.engine.layers import Add, Concat, Conv2d, ConvTranspose2d, Linear, Multiply
from studycards.engine.run_arrays import GRADIENT
from studycards.engine.trace import Number
from studycards.locale import message
from studycards.questions.values.lines_cells import cell, letter_of, place, step_labels
from studycards.questions.values.lines_notes import note
from studycards.questions.values.lines_numbers import worked_cell
from studycards.questions.values.lines_rules import layer_rule
from studycards.questions.values.lines_simple import parts_of, simple
from studycards.questions.values.lines_writing import line
from studycards.questions.values.solution_lines import named_steps
from studycards.study.lab.flow import FORWARD
from studycards.study.lab.marks import marks_of
from studycards.study.lab.plates import fronts, result_plate, subscript
from studycards.study.lab.products import Products
from studycards.study.lab.sources import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.engine.functional._arrays import Array
    from studycards.engine.layers import Layer
    from studycards.engine.trace import Expression, Step
    from studycards.questions.question import Words
    from studycards.questions.values.solution_uses import Use
    from studycards.study.lab.marks import Marks
    from studycards.study.lab.plates import Plate, Source
    from studycards.study.lab.stage import Stage

Index = tuple[int, ...]

MOST_NUMBERS = 60
"""Numbers in a line of arithmetic; a longer one is not read but told by its channels and its outcome."""

MOST_STEPS = 4
"""Lines that a cell rests upon, such as the mean and the variance of a norm."""

MOST_ASIDES = 3
"""Numbers of vectors, such as a bias, that are named beside the plates."""

_SIGNS: dict[type[Layer], str] = {Conv2d: "⊛", ConvTranspose2d: "⊛", Linear: "·", Add: "+", Multiply: "·", Concat: ","}


@dataclass(frozen=True, slots=True)
class Picture:
    """What a lecturer draws: `sources` joined by `sign`, the `products` of those that meet, and the `result`.

    `asides` are single numbers that go into the cell, such as a bias; `part` is the sum of the products shown, where
    there are more. `inner` says how many channels go into the cell, one of which is shown. `directions` holds the
    letters of all that can be watched of the layer.
    """

    label: str
    sources: tuple[Plate, ...]
    sign: str
    result: Plate
    rule: Words | None
    lines: tuple[Words, ...]
    products: Plate | None = None
    part: float | None = None
    asides: tuple[Words, ...] = ()
    inner: int = 1
    directions: Mapping[str | None, str] = field(default_factory=dict)


def picture_of(stage: Stage) -> Picture:
    """Return the picture of the cell that a stage looks at."""
    return _Painter(stage).picture()


class _Painter:
    """Holds what all parts of one picture are made from."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.use: Use = stage.flow.uses[stage.layer]
        assert self.use.node is not None
        self.node = self.use.node
        self.step: Step = stage.flow.step(stage.layer, stage.direction, stage.cell)
        self.expression: Expression = simple(self.step.expression)
        self.marks: Marks = marks_of(self.step)
        self.sources = list(sources_of(stage, self.use))
        self.products = Products.of(self.use.operation, stage.direction, self.expression)

    def picture(self) -> Picture:
        """Put the parts together."""
        stage, inner = self.stage, max([1, *(len(self._fronts(source)) for source in self.sources)])
        shown = min(stage.inner, inner - 1)
        sums = list(self.products.sums().items()) if self.products else []
        front, part = sums[min(shown, len(sums) - 1)] if sums else ((), None)
        return Picture(
            label=self.label,
            sources=tuple(self._plate(source, shown) for source in self.sources),
            sign=_SIGNS.get(type(self.node.layer), "") if len(self.sources) > 1 else "",
            result=result_plate(self.letter, _result_words(stage), stage.array, stage.cell),
            rule=layer_rule(self.node.layer, self.use.operation, stage.direction, stage.flow.layout),
            lines=tuple(self._lines()),
            products=self.products.plate(front) if self.products else None,
            part=part,
            asides=tuple(self._asides()),
            inner=inner,
            directions={
                direction: _result_letter(direction, self.node.layer)
                for direction in stage.flow.directions(stage.layer)
            },
        )

    @property
    def letter(self) -> str:
        """The letter of what is watched."""
        return _result_letter(self.stage.direction, self.node.layer)

    @property
    def label(self) -> str:
        """What the cell is called: `dK[0,1]`."""
        return cell(self.letter, place(self.stage.cell, self.stage.array.shape, self.stage.flow.layout))

    def _fronts(self, source: Source) -> list[Index]:
        return fronts(self.marks.get(source.name, {}))

    def _plate(self, source: Source, inner: int) -> Plate:
        """Return the channel of a source that is shown; the first one where none takes part."""
        found = self._fronts(source) or [(0,) * (source.array.ndim - 2)]
        return source.plate(found[min(inner, len(found) - 1)], self.marks.get(source.name, {}))

    def _lines(self) -> Iterator[Words]:
        """Yield what the cell rests upon, the arithmetic of the cell, and its sums by channels where it has several."""
        if self.stage.flow.is_given(self.stage.layer, self.stage.direction):
            value = worked_cell(self.stage.array.item(*self.stage.cell))
            yield message("lab.given", label=self.label, value=value)
            return
        yield from self._steps_before()
        count = sum(isinstance(part, Number) for part in parts_of(self.expression))
        if count > MOST_NUMBERS:
            yield message("lab.long_sum", label=self.label, count=count, value=worked_cell(self.step.value))
        else:
            yield self._noted(line(self.label, self.expression))
        if self.products and len(self.products.sums()) > 1:
            yield message("lab.by_channel", line=line(self.label, self.products.by_channel()))
        if drawn := self._drawn():
            yield message("lab.drawn", names=", ".join(drawn))

    def _drawn(self) -> list[str]:
        """Return the names of the arrays in the picture that the question leaves open."""
        owner = self.node.shares or self.node.name
        shown = {source.name for source in self.sources} | set(self.marks)
        names = [name for number, name in enumerate(self.node.inputs) if {"x", f"x{number}"} & shown]
        names += [f"{owner}.{array}" for array in ("weight", "bias") if array in shown]
        names += [f"{GRADIENT}{self.node.name}"] if "dy" in shown else []
        return [name for name in names if name in self.stage.flow.drawn]

    def _noted(self, written: Words) -> Words:
        """Return a line with what decided it."""
        operation = self.use.operation
        if self.stage.direction is FORWARD or not hasattr(operation, "x"):
            return written
        reason = note(self.step.expression, operation.x.shape, self.stage.flow.layout)
        return written if reason is None else message("worked.with_note", line=written, note=reason)

    def _steps_before(self) -> Iterator[Words]:
        """Yield the lines of the steps that the cell rests upon: its own, and those that it shares with others."""
        steps = named_steps([self.step])
        shape = getattr(self.use.operation, "x", self.stage.array).shape
        labels = step_labels(steps, shape, self.stage.flow.layout)
        lines = [
            line(label, step.expression)
            for label, step in zip(labels, steps, strict=True)
            if _length(step) <= MOST_NUMBERS // 3 and (step.index == self.step.index or len(step.index) < len(shape))
        ]
        return iter(lines[-MOST_STEPS:])

    def _asides(self) -> Iterator[Words]:
        """Yield the numbers of vectors that go into the cell, such as its bias."""
        for name in ("weight", "bias"):
            array: Array | None = getattr(self.use.operation, name, None)
            used = self.marks.get(name, {})
            if array is None or array.ndim != 1 or len(used) > MOST_ASIDES:
                continue
            for index in used:
                label = cell(letter_of(name, self.node.layer), place(index, array.shape))
                yield message("lab.aside", label=label, value=worked_cell(array.item(*index)))


def _length(step: Step) -> int:
    return sum(isinstance(part, Number) for part in parts_of(simple(step.expression)))


def _result_letter(direction: str | None, layer: Layer) -> str:
    if direction is FORWARD:
        return "Y"
    if direction in ("weight", "bias"):
        return f"d{letter_of(direction, layer)}"
    return f"dX{subscript(int(direction[1:]))}" if direction[1:] else "dX"


def _result_words(stage: Stage) -> Words:
    return message("lab.output" if stage.direction is FORWARD else "lab.gradient")
