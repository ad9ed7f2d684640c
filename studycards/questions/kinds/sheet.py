"""The question that is a sheet of steps: an earlier slip is carried forward, not punished twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import LANGUAGES, Language, Text, message
from studycards.questions.kinds.carried_shapes import AskedShape
from studycards.questions.kinds.computed import ShapeQuestion
from studycards.questions.kinds.posing import posed_count
from studycards.questions.listing import joined, lines
from studycards.questions.question import Outcome, Question, Reading, SheetReading, TensorReading, Unreadable, Verdict
from studycards.questions.reading.latex import without_latex
from studycards.questions.reading.tensor_writing import as_typed, written_row
from studycards.questions.values.carrying import graded_from
from studycards.questions.values.chain import as_taken
from studycards.questions.values.posing import posed_tensor
from studycards.questions.values.setup import array_words
from studycards.questions.values.tensor import TensorQuestion, rounded
from studycards.questions.values.variant import ValueVariant
from studycards.questions.variants.variant import NetworkVariant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.asking import Ask
    from studycards.decks.varied import StepsCard
    from studycards.locale import Message
    from studycards.questions.question import Grid, Tensor, Words
    from studycards.questions.values.chain import Chain
    from studycards.questions.variants.variant import SharedFields, SheetVariant, Variant

BETWEEN_STEPS = "&"
"""What separates the answers to the steps where they are typed on one line."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a sheet: what it is called, and the question that it is."""

    title: Text
    question: Question
    shape: AskedShape | None = None
    """The question once more, where it is about a shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetQuestion(Question):
    """Steps that are answered in a row and graded together."""

    kind: ClassVar[str] = "sheet"

    steps: tuple[Step, ...]

    @property
    def expects(self) -> Message:
        """Say how the steps are typed."""
        return message("values.expects_sheet", count=len(self.steps))

    def worked_in_full(self) -> tuple[Words | Grid, ...]:
        """Return how each step comes about from those before it, under its title."""
        lines: list[Words | Grid] = []
        known: dict[str, Tensor] = {}
        for number, step in enumerate(self.steps, start=1):
            question = step.question
            lines.append(step.title.map(f"**{number}. {{}}**".format))
            if isinstance(question, TensorQuestion):
                lines += replace(question, run=question.run.taking(known)).worked_in_full()
                known |= as_taken(question, question.value)
            else:
                lines += question.full or question.solution
        return tuple(lines)

    def read(self, typed: str) -> Reading | Unreadable:
        """Read the answers step by step; one that cannot be read is named, one that is left out is none."""
        answers = [answer.strip() for answer in without_latex(typed).split(BETWEEN_STEPS)]
        if len(answers) > len(self.steps):
            return Unreadable(message("values.too_many_steps", found=len(answers), count=len(self.steps)))
        if not any(answers):
            return Unreadable(message("values.sheet_empty"))
        readings: list[Reading | None] = [None] * len(self.steps)
        for place, (step, answer) in enumerate(zip(self.steps, answers, strict=False)):
            reading = step.question.read(answer) if answer else None
            if isinstance(reading, Unreadable):
                if len(answers) == 1 < len(self.steps) and "\n" in answer:
                    return Unreadable(message("values.steps_on_lines"))
                return Unreadable(message("values.step_unreadable", step=step.title, reason=reading.reason))
            readings[place] = reading
        return Reading(SheetReading(tuple(readings)))

    def grade(self, reading: Reading) -> Verdict:
        """Grade each step by the right values, or by those that follow from the learner's own."""
        assert isinstance(reading.value, SheetReading)
        parts = tuple(self._graded(reading.value))
        return Verdict.of(
            sum((part.score for part in parts), Fraction(0)) / len(parts),
            cells=tuple(part.outcome is Outcome.RIGHT for part in parts),
            mistakes=tuple(dict.fromkeys(name for part in parts for name in part.mistakes)),
            parts=parts,
        )

    def _graded(self, sheet: SheetReading) -> Iterator[Verdict]:
        chains: tuple[Chain, ...] = ()
        shapes: dict[str, tuple[int, ...]] = {}
        for step, reading in zip(self.steps, sheet.steps, strict=True):
            if reading is None:
                yield Verdict.of(0, notes=(message("values.left_out"),))
            elif isinstance(step.question, TensorQuestion) and isinstance(reading.value, TensorReading):
                verdict, chains = graded_from(step.question, reading, chains)
                yield verdict
            elif step.shape is not None and isinstance(reading.value, tuple):
                yield step.shape.graded_from(reading, shapes)
                shapes |= step.shape.carried_on(reading.value)
            else:
                yield step.question.grade(reading)


def posed_sheet(card: StepsCard, variant: SheetVariant, fields: SharedFields) -> SheetQuestion:
    """Return the sheet with all its steps, and the arrays that the card shows."""
    steps = tuple(
        _step(card, part, title, {**fields, "stem": title, "hints": ()})
        for spec, part in zip(card.steps, variant.steps, strict=True)
        for title in [spec.title or step_title(spec.ask)]
    )
    setups = [part.setup for part in variant.steps if isinstance(part, ValueVariant)]
    fields = {**fields, "grids": setups[0].grids if setups else ()}
    return SheetQuestion(**fields, answer=_answers(steps), steps=steps)


def step_title(ask: Ask) -> Text:
    """Return what a step is called that the author gave no title."""
    if ask.of and ask.quantity in ("output", "gradient"):
        sentence = array_words(ask.words)
    else:
        sentence = message(f"values.title_{ask.quantity}", of=ask.of or "")
    return Text(**{code: Language(code).render(sentence).strip() for code in LANGUAGES})


def _step(card: StepsCard, part: Variant, title: Text, fields: SharedFields) -> Step:
    if isinstance(part, ValueVariant):
        return Step(title, posed_tensor(part, fields))
    assert isinstance(part, NetworkVariant)
    question = posed_count(card, part, fields)
    if isinstance(question, ShapeQuestion) and part.ask.quantity == "output_shape":
        return Step(title, question, AskedShape.of(question, part.network, part.ask.of))
    return Step(title, question)


def _answers(steps: tuple[Step, ...]) -> Text:
    """Return the right answers one under another, each behind the title of its step."""
    return lines([joined(": ", [step.title, _answer(step.question)]) for step in steps])


def _answer(question: Question) -> Text:
    if isinstance(question, TensorQuestion) and question.shape:
        return written_row(as_typed(rounded(question.value, question.tolerance)))
    return Text(**{code: Language(code).render(question.answer) for code in LANGUAGES})
