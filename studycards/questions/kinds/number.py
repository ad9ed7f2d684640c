"""Questions whose answer is a number: the value of an expression over the variables and networks of a card."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.varied import Exact
from studycards.locale import message
from studycards.questions.diagnosis import notes
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.numbers import read_number
from studycards.questions.tolerance import accepts, expectation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.decks.varied import Tolerance
    from studycards.locale import Message, Text
    from studycards.questions.diagnosis import Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberQuestion(Question):
    """A number is typed. `wrong` holds the typical wrong answers of this variant."""

    kind: ClassVar[str] = "number"

    value: Fraction
    tolerance: Tolerance = field(default_factory=Exact)
    unit: Text | None = None
    wrong: Sequence[Slip] = ()

    @property
    def expects(self) -> Message:
        """Say how near the number must be, and its unit."""
        what = expectation(self.tolerance)
        return what if self.unit is None else message("computed.expects_unit", what=what, unit=self.unit)

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a number or an expression, with or without the unit behind it; `1,125` is a decimal where one is due."""
        measured = not isinstance(self.tolerance, Exact) or self.value.denominator > 1
        reading = read_number(self._without_unit(typed), measured=measured)
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
