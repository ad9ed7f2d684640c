"""Questions whose answer is a number: the value of an expression over the variables and networks of a card."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.varied import Exact
from studycards.locale import message
from studycards.questions.diagnosis import notes
from studycards.questions.draw import draw
from studycards.questions.numbers import read_number
from studycards.questions.placeholders import fill, worked_expression
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.tolerance import accepts, expectation, shown_exactly, written_answer
from studycards.questions.variant import refusals, shared_fields, vary_number

if TYPE_CHECKING:
    from studycards.decks.varied import NumberCard, Tolerance
    from studycards.locale import Message, Text
    from studycards.questions.diagnosis import Slip
    from studycards.questions.variant import Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(Question):
    """A number is typed. `wrong` holds the typical wrong answers of this variant."""

    kind: ClassVar[str] = "number"

    value: Fraction
    tolerance: Tolerance = field(default_factory=Exact)
    unit: Text | None = None
    wrong: tuple[Slip, ...] = ()

    @property
    def expects(self) -> Message:
        """Say how near the number must be, and its unit."""
        what = expectation(self.tolerance)
        return what if self.unit is None else message("computed.expects_unit", what=what, unit=self.unit)

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a number or an expression, with or without the unit behind it."""
        reading = read_number(self._without_unit(typed), measured=not isinstance(self.tolerance, Exact))
        return reading if isinstance(reading, Unreadable) else Reading(reading.value, reading.echo)

    def grade(self, reading: Reading) -> Verdict:
        """Compare exactly, within the tolerance; a right answer is never diagnosed."""
        given = reading.value
        assert isinstance(given, Fraction)
        if accepts(self.tolerance, self.value, given):
            return Verdict.of(1)
        slips = [slip for slip in self.wrong if self._gives(slip, given)]
        return Verdict.of(0, notes=notes(slips), mistakes=tuple(slip.name for slip in slips))

    def _gives(self, slip: Slip, given: Fraction) -> bool:
        return not isinstance(slip.answer, tuple) and accepts(self.tolerance, Fraction(slip.answer), given)

    def _without_unit(self, typed: str) -> str:
        bare = typed.strip()
        units = () if self.unit is None else (self.unit.pl, self.unit.en)
        suffix = next((unit for unit in units if unit and bare.endswith(unit)), "")
        return bare.removesuffix(suffix).rstrip()


def ask_number(card: NumberCard, prompt: str, seed: int) -> NumberQuestion:
    """Return the variant of `card` that `seed` draws.

    Raises:
        StudycardsError: the card has no such variant, or its answer cannot be computed.
    """
    with refusals(card):
        variant = vary_number(card, draw(card, seed))
        assert isinstance(variant.answer, Fraction)
        answer = written_answer(card.tolerance, variant.answer)
        unit = None if card.unit is None else fill(card.unit, variant.names)
        return NumberQuestion(
            **shared_fields(card, prompt, seed, variant.names),
            answer=answer if unit is None else message("computed.with_unit", number=answer, unit=unit),
            hints=tuple(fill(hint, variant.names) for hint in card.hints),
            solution=_solution(card, variant, answer),
            value=variant.answer,
            tolerance=card.tolerance,
            unit=unit,
            wrong=variant.wrong,
        )


def _solution(card: NumberCard, variant: Variant, answer: Text) -> tuple[Message, ...]:
    """Return the expression of the answer with this variant's numbers; a bare number or name needs none."""
    assert isinstance(variant.answer, Fraction)
    worked = worked_expression(card.answer, variant.names)
    if worked is None or worked == answer:
        return ()
    sentence = "computed.plain_step" if shown_exactly(card.tolerance, variant.answer) else "computed.rounded_step"
    return (message(sentence, formula=worked, result=answer),)
