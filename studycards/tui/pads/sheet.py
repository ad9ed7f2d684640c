"""Everything that is typed: on a line or into a grid, for one question or for each step of a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Self, cast

from studycards.locale import message
from studycards.questions import Unreadable
from studycards.study.ranges import ranges
from studycards.study.sheet_draft import joined, split
from studycards.tui.pads.grid import GridPad, grid_pad

if TYPE_CHECKING:
    from studycards.locale import Language, Message, Text
    from studycards.questions import Question
    from studycards.questions.kinds.sheet import SheetQuestion
    from studycards.questions.values.tensor import TensorQuestion

    Words = Message | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPad:
    """One answer in the making: in a `grid` where there is one, unless the learner prefers the `line`."""

    question: Question
    title: Words | None = None
    grid: GridPad | None = None
    line: str = ""
    on_line: bool = True

    @property
    def open_grid(self) -> GridPad | None:
        """The grid, where it is what keys go to."""
        return None if self.on_line else self.grid

    @property
    def typed(self) -> str:
        """The answer so far, as it would be typed."""
        return self.open_grid.typed if self.open_grid else self.line

    @property
    def guide(self) -> Message:
        """Say in a few words how to answer."""
        if self.open_grid is None:
            return self.question.expects
        return message("tui.guide_grid", near=cast("TensorQuestion", self.question).care)

    def turned(self, language: Language) -> Self | Message:
        """Go on in the other place with what there is; say why where a line does not fit into the grid."""
        if self.grid is None:
            return self
        if not self.on_line:
            return replace(self, on_line=True, line=self.grid.typed)
        if not self.line.strip() or self.line == self.grid.typed:
            return replace(self, on_line=False)
        filled = self.grid.pasted(self.line, language)
        return replace(self, on_line=False, grid=filled) if isinstance(filled, GridPad) else filled

    def filled(self, text: str, language: Language) -> Self:
        """Return the step with an answer that was typed before, on the line where it does not fit into the grid."""
        written = replace(self, line=text, on_line=True)
        turned = written.turned(language)
        return turned if text and isinstance(turned, type(self)) else written if text else self

    @property
    def objection(self) -> Message | None:
        """Say what is missing in a grid, or why the text cannot be read; an answer that is left out is neither."""
        if self.open_grid and self.open_grid.lacks:
            return self.open_grid.lacks
        reading = self.question.read(self.typed) if self.typed.strip() else None
        return reading.reason if isinstance(reading, Unreadable) else None


class Objection(NamedTuple):
    """Why a sheet is not handed in yet, and the step where to go on."""

    reason: Message
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPad:
    """The steps of an answer, of which `at` is open; a question that is no sheet has one step without a title.

    `warned` says that the learner knows of the steps left out.
    """

    steps: tuple[StepPad, ...]
    at: int = 0
    warned: bool = False

    @property
    def step(self) -> StepPad:
        """The open step."""
        return self.steps[self.at]

    @property
    def is_sheet(self) -> bool:
        """Whether there are steps to be told apart."""
        return self.step.title is not None

    @property
    def is_last(self) -> bool:
        """Whether no step follows the open one."""
        return self.at == len(self.steps) - 1

    @property
    def typed(self) -> str:
        """The whole answer as it would be typed; empty before anything was."""
        texts = [step.typed for step in self.steps]
        return joined(texts) if any(texts) else ""

    def written(self, line: str) -> Self:
        """Take over what stands on the line of the open step."""
        return self if line == self.step.line else self.with_step(replace(self.step, line=line))

    def filled(self, typed: str, language: Language) -> Self:
        """Return the sheet with an answer that was typed before."""
        texts = split(typed, len(self.steps)) if self.is_sheet else (typed,)
        steps = (step.filled(text, language) for step, text in zip(self.steps, texts, strict=True))
        return replace(self, steps=tuple(steps))

    def with_step(self, step: StepPad) -> Self:
        """Return the sheet with another open step."""
        return replace(self, steps=(*self.steps[: self.at], step, *self.steps[self.at + 1 :]), warned=False)

    def moved(self, by: int) -> Self:
        """Open the step before or after, stopping at both ends."""
        return self.opened(min(max(self.at + by, 0), len(self.steps) - 1))

    def opened(self, at: int) -> Self:
        """Open a step."""
        return replace(self, at=at)

    def told(self) -> Self:
        """Return the sheet once the learner knows what is left out."""
        return replace(self, warned=True)

    @property
    def objection(self) -> Objection | None:
        """Say why not to hand the answer in yet: cells are empty, or steps of a sheet unreadable or left out."""
        if not self.is_sheet:
            lacks = self.step.open_grid.lacks if self.step.open_grid else None
            return Objection(lacks, self.at) if lacks else None
        for number, step in enumerate(self.steps):
            if (reason := step.objection) is not None:
                words = message("tui.objection", number=str(number + 1), reason=reason)
                return Objection(words, number)
        return self._left_out()

    def _left_out(self) -> Objection | None:
        left_out = [number for number, step in enumerate(self.steps, start=1) if not step.typed.strip()]
        if len(left_out) == len(self.steps):
            return Objection(message("tui.sheet_empty"), self.at)
        if not left_out or self.warned:
            return None
        words = message("tui.sheet_left_out", count=len(left_out), steps=ranges(left_out, least=3))
        return Objection(words, left_out[0] - 1)


def sheet_pad(question: Question) -> SheetPad:
    """Return the pad on which `question` is answered by typing."""
    if question.kind != "sheet":
        return SheetPad(steps=(_step_pad(question, None),))
    steps = cast("SheetQuestion", question).steps
    return SheetPad(steps=tuple(_step_pad(step.question, step.title) for step in steps))


def _step_pad(question: Question, title: Words | None) -> StepPad:
    if question.kind != "tensor":
        return StepPad(question=question, title=title)
    return StepPad(question=question, title=title, grid=grid_pad(cast("TensorQuestion", question).shape), on_line=False)
