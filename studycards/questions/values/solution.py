"""The worked solution of a value: at a glance, as hints, and cell by cell with the arrays it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.values.solution_grids import array_grid
from studycards.questions.values.solution_legend import legend, padding_legend
from studycards.questions.values.solution_lines import Lines, value_name, value_names
from studycards.questions.values.solution_uses import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.asking import Ask
    from studycards.engine.run import Run
    from studycards.questions.question import Grid, Words
    from studycards.questions.values.lines_cells import Index
    from studycards.questions.values.solution_uses import Asked

MOST_HINTS = 3

MOST_STEPS_AT_A_GLANCE = 4
"""Lines that the first cell rests upon, such as those of a norm: of more none is shown at a glance."""


@dataclass(frozen=True)
class ValueSolution:
    """How a value comes about, made line by line when it is asked for."""

    lines: Lines
    asked: Asked

    @property
    def solution(self) -> tuple[Words, ...]:
        """The values on the way, the rule in letters, and how one cell comes about."""
        steps = self.lines.steps_before(self.asked, [self._example])
        shown = steps if len(steps) <= MOST_STEPS_AT_A_GLANCE else []
        return (*self._names("worked.on_the_way"), *self._rules, *shown, self.lines.line(self.asked, self._example))

    @property
    def hints(self) -> tuple[Words, ...]:
        """The values on the way, the rule, and the very first line without its result: never the answer."""
        return (*self._names("worked.first"), *self._rules, *self._opening)[:MOST_HINTS]

    def in_full(self) -> tuple[Words | Grid, ...]:
        """Return a line for each cell; before them the values on the way, and of the first cells their windows.

        The gradient that an update follows is worked out cell by cell, too.
        """
        way, asked = list(self._before), [self.asked]
        if self.asked.quantity == "update" and way:
            asked.insert(0, way.pop())
        parts = [part for value in way for part in self._value(value)]
        for value in asked:
            parts += [*self.lines.rules(value), *self.lines.in_full(value)]
        return (legend(self.lines, self.asked, self._before), *padding_legend(parts), *parts)

    @property
    def _opening(self) -> tuple[Words, ...]:
        if not self._before:
            return self.lines.opening(self.asked, self._example)
        value = self._before[0]
        opening = self.lines.opening(value, next(self.lines.cells(value)))
        return tuple(message("computed.of_layer", layer=value_name(value), line=line) for line in opening)

    @cached_property
    def _before(self) -> list[Asked]:
        return self.lines.way.before(self.asked)

    @cached_property
    def _rules(self) -> tuple[Words, ...]:
        return self.lines.rules(self.asked)

    @cached_property
    def _example(self) -> Index:
        """The first cell that is not zero: a zero says little of how it comes about."""
        cells = list(self.lines.cells(self.asked))
        array = self.lines.way.run.array(self.asked.quantity, self.asked.name or None)
        return next((cell for cell in cells if array.item(*cell) != 0), cells[0])

    def _names(self, key: str) -> tuple[Words, ...]:
        """Return the values on the way in a sentence, where there are any."""
        return (message(key, names=value_names(self._before)),) if self._before else ()

    def _value(self, value: Asked) -> Iterator[Words | Grid]:
        """Yield the rule of a value on the way, and the value; of a gradient of the loss also what it rests upon."""
        way = self.lines.way
        yield from self.lines.rules(value)
        if any(use.node is None for use in way.uses(value)):
            yield from self.lines.steps_before(value, self.lines.cells(value))
        yield array_grid(value_name(value), way.array(value), self.lines.layout)


def solve_value(run: Run, ask: Ask, layout: str = "CHW") -> ValueSolution:
    """Return the worked solution of the value that `ask` asks of `run`; maps are shown in the order `layout`.

    Nothing is computed but what the run has to compute for the answer.
    """
    way = Way(run)
    return ValueSolution(Lines(way, layout), way.asked(ask))
