"""The lines of worked values: the rule of what is asked, and for each cell how it comes about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import islice, product
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.trace import Number, steps
from studycards.locale import message
from studycards.questions.values.lines_cells import (
    cell,
    gradient_words,
    letter_of,
    place,
    seen_order,
    step_labels,
    stored_order,
    value_words,
)
from studycards.questions.values.lines_notes import note
from studycards.questions.values.lines_rules import layer_rule, loss_rule, update_rule
from studycards.questions.values.lines_simple import has_line, simple
from studycards.questions.values.lines_writing import line, open_line
from studycards.questions.values.solution_grids import window_grid
from studycards.questions.values.solution_uses import LOSS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studycards.engine.trace import Step
    from studycards.questions.question import Grid, Words
    from studycards.questions.values.lines_cells import Index
    from studycards.questions.values.solution_uses import Asked, Use, Way

MOST_CELLS = 36
"""Cells that are worked out; of more the rest is counted."""

MOST_WINDOWS = 9
"""Cells at most of which each has its window drawn; of more only the first has."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes the lines of values on a `way`; maps are shown in the order of axes `layout`."""

    way: Way
    layout: str

    def rules(self, asked: Asked) -> tuple[Words, ...]:
        """Return the rule in letters; of a value that was used several times the rule of each use."""
        if asked.quantity == "update":
            optimizer = self.way.run.optimizer
            assert optimizer is not None
            return (update_rule(optimizer, self._parameter_letter(asked)),)
        uses = self.way.uses(asked)
        rules = tuple(rule for use in uses if (rule := self._rule(use)) is not None)
        if len(uses) <= 1:
            return rules
        return (message("worked.shares", names=joined(_use_name(use) for use in uses)), *rules)

    def line(self, asked: Asked, index: Index) -> Words:
        """Return how a cell comes about, with what decided it."""
        step = self.way.step(asked, index)
        written = line(self.label(asked, index), step.expression)
        uses = [use for use in self.way.uses(asked) if use.argument and hasattr(use.operation, "x")]
        reason = note(step.expression, uses[0].operation.x.shape, self.layout) if uses else None  # type: ignore[attr-defined]
        return written if reason is None else message("worked.with_note", line=written, note=reason)

    def opening(self, asked: Asked, index: Index) -> tuple[Words, ...]:
        """Return the first line to a cell without its result; nothing where that would be the result itself."""
        step = self.way.step(asked, index)
        before = named_steps([step])
        first = (self._labels(asked, before)[0], before[0]) if before else (self.label(asked, index), step)
        return () if isinstance(simple(first[1].expression), Number) else (open_line(first[0], first[1].expression),)

    def steps_before(self, asked: Asked, indices: Iterable[Index]) -> list[Words]:
        """Return the lines that some cells rest upon, such as the sum and the probabilities of a softmax."""
        before = named_steps(self.way.step(asked, index) for index in indices)
        labelled = zip(self._labels(asked, before), before, strict=True)
        return [line(label, step.expression) for label, step in islice(labelled, MOST_CELLS)]

    def in_full(self, asked: Asked) -> Iterator[Words | Grid]:
        """Yield the lines of all cells, the first windows drawn before them."""
        count = prod(self.way.shape(asked))
        indices = list(islice(self.cells(asked), MOST_CELLS))
        yield from self.steps_before(asked, indices)
        windows = len(indices) if count <= MOST_WINDOWS else 1
        for number, index in enumerate(indices):
            window = self._window(asked, index) if number < windows else None
            if window is not None:
                yield window
            yield self.line(asked, index)
        if count > len(indices):
            yield message("worked.left_out", count=count - len(indices))

    def cells(self, asked: Asked) -> Iterator[Index]:
        """Yield the cells of a value row by row, as the learner sees it."""
        seen = seen_order(self.way.shape(asked), self.layout)
        return (stored_order(index, self.layout) for index in product(*map(range, seen)))

    def label(self, asked: Asked, index: Index) -> str:
        """Return what a cell is called: `dK[0,1]`."""
        return cell(self.letter(asked), place(index, self.way.shape(asked), self.layout))

    def letter(self, asked: Asked) -> str:
        """Return the letter of a value."""
        if asked.quantity in _LETTERS:
            return _LETTERS[asked.quantity]
        if asked.quantity == "update":
            return f"{self._parameter_letter(asked)}′"
        if asked.name in self.way.run.parameters:
            return f"d{self._parameter_letter(asked)}"
        return "dZ" if [use.node for use in self.way.uses(asked)] == [None] else "dX"

    def _labels(self, asked: Asked, before: list[Step]) -> list[str]:
        arrays = [use.operation.x for use in self.way.uses(asked) if hasattr(use.operation, "x")]
        shape = arrays[0].shape if arrays else self.way.shape(asked)
        return step_labels(before, shape, self.layout)

    def _parameter_letter(self, asked: Asked) -> str:
        owner, _, array = asked.name.rpartition(".")
        return letter_of(array, self.way.run.network.layer(owner))

    def _rule(self, use: Use) -> Words | None:
        run = self.way.run
        if use.node is None:
            assert run.loss is not None
            return loss_rule(run.loss, len(run.x), back=use.argument is not None)
        rule = layer_rule(use.node.layer, use.operation, use.argument, self.layout)
        alone = len(run.network.nodes) == 1 or rule is None
        return rule if alone else message("computed.of_layer", layer=use.node.name, line=rule)

    def _window(self, asked: Asked, index: Index) -> Grid | None:
        uses = self.way.uses(asked)
        if len(uses) != 1:
            return None
        return window_grid(uses[0], self.way.step(asked, index), self.label(asked, index), self.layout)


_LETTERS = {"output": "Y", LOSS: "L"}


def named_steps(last: Iterable[Step]) -> list[Step]:
    """Return the steps with lines of their own that some steps rest upon, each once."""
    found = {(step.name, step.index, step.node): step for end in last for step in steps(end)[:-1] if has_line(step)}
    return list(found.values())


def value_name(asked: Asked) -> Words:
    """Name a value in words."""
    match asked.quantity:
        case "output":
            return value_words(asked.name)
        case "gradient":
            return gradient_words(asked.name)
        case "update":
            return message("worked.updated", name=asked.name)
    return message("worked.loss")


def value_names(values: Sequence[Asked]) -> Words | str:
    """Name several values in their order: first those on the way forward, then those on the way back."""
    outputs, gradients = ([value for value in values if value.quantity == kind] for kind in ("output", "gradient"))
    return joined(_chain(chain) for chain in (outputs, gradients) if chain)


def _chain(values: Sequence[Asked]) -> Words:
    if len(values) == 1:
        return value_name(values[0])
    return message(f"worked.{values[0].quantity}s", names=" → ".join(value.name for value in values))


def joined(names: Iterable[Words | str]) -> Words | str:
    """Return names one behind the other."""
    return reduce(lambda first, second: message("worked.and", first=first, second=second), names)


def _use_name(use: Use) -> Words | str:
    return message("worked.loss") if use.node is None else use.node.name
