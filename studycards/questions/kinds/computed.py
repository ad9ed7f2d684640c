"""Questions about counts and shapes of a network: how their answers are read and graded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers import written_shape
from studycards.locale import Text, message
from studycards.questions.diagnosis import notes
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.shapes import both_sides, read_shape
from studycards.questions.tolerance import expectation
from studycards.questions.variants.layouts import CHANNELS_FIRST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.locale import Message
    from studycards.questions.diagnosis import Slip
    from studycards.questions.kinds.unknown import Unknown

    Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeQuestion(Question):
    """A shape is typed, its axes in the order of `layout`, without the batch axis.

    `wrong` holds this variant's typical wrong answers.
    """

    kind: ClassVar[str] = "shape"
    _count_sentence: ClassVar[str] = "computed.axis_count"

    value: Shape
    layout: str = CHANNELS_FIRST
    wrong: Sequence[Slip] = ()

    @property
    def expects(self) -> Message:
        """Say how a shape is typed, without giving away the number of its axes."""
        return message("computed.expects_shape" if self.layout == CHANNELS_FIRST else "computed.expects_channels_last")

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a shape, and echo it where something in it was calculated, joined or left out as the batch axis."""
        shape = read_shape(typed, rank=len(self.value))
        if isinstance(shape, Unreadable):
            return shape
        obvious = re.findall(r"\d+|[^\W\dxX]+|\?", typed) == [str(size) for size in shape]
        return Reading(shape, None if obvious else Text.same(written_shape(shape)))

    def grade(self, reading: Reading) -> Verdict:
        """Grade axis by axis; the number of axes is part of the question, so a wrong one is simply wrong."""
        given = reading.value
        assert isinstance(given, tuple)
        if len(given) != len(self.value):
            count = message(self._count_sentence, found=len(given), expected=len(self.value))
            return self._diagnosed(given, 0, (), [count])
        cells = tuple(size == right for size, right in zip(given, self.value, strict=True))
        score = Fraction(sum(cells), len(cells))
        swapped = given != self.value and given == self._in_other_order()
        return self._diagnosed(given, score, cells, [message(self._order_sentence)] if swapped else [])

    @property
    def _order_sentence(self) -> str:
        return "computed.channels_first" if self.layout == CHANNELS_FIRST else "computed.channels_last"

    def _in_other_order(self) -> Shape:
        """Return the right shape with the channels at the other end."""
        if self.layout == CHANNELS_FIRST:
            return (*self.value[1:], self.value[0])
        return (self.value[-1], *self.value[:-1])

    def _diagnosed(self, given: Shape, score: Fraction | int, cells: tuple[bool, ...], said: list[Message]) -> Verdict:
        slips = self._slips(given)
        return Verdict.of(
            score,
            cells=cells,
            notes=(*said, *notes(slips)),
            mistakes=tuple(slip.name for slip in slips),
        )

    def _slips(self, given: Shape) -> Sequence[Slip]:
        """Return the slips that give exactly this shape, or else those that explain some of its axes."""
        exact = [slip for slip in self.wrong if slip.answer == given]
        return exact or [slip for slip in self.wrong if self._explains(slip, given)]

    def _explains(self, slip: Slip, given: Shape) -> bool:
        """Say whether `given` reads as `slip` says on each axis that the slip gets wrong; a right answer never does."""
        wrong = slip.answer
        if not isinstance(wrong, tuple) or not len(wrong) == len(given) == len(self.value):
            return False
        axes = zip(self.value, wrong, given, strict=True)
        return all(found == mistaken for right, mistaken, found in axes if mistaken != right)


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeQuestion(ShapeQuestion):
    """A height and a width are typed, or one number for both."""

    _count_sentence: ClassVar[str] = "computed.size_count"

    @property
    def _order_sentence(self) -> str:
        return "computed.height_first"

    @property
    def expects(self) -> Message:
        """Say how a size is typed, without giving away whether it is square."""
        return message("computed.expects_size")

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a size; one number is echoed as the square that it stands for."""
        reading = ShapeQuestion.read(self, typed)
        if isinstance(reading, Unreadable):
            return reading
        assert isinstance(reading.value, tuple)
        size = both_sides(reading.value, 2)
        if size == reading.value:
            return reading
        return Reading(size, Text.same(written_shape(size)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountQuestion(NumberQuestion):
    """A count is typed; `convention` says what is counted where courses differ."""

    convention: Message | None = None

    @property
    def expects(self) -> Message:
        """Say what to type, and what is counted."""
        exact = expectation(self.tolerance)
        return exact if self.convention is None else message("computed.counted", what=exact, counted=self.convention)


@dataclass(frozen=True, slots=True, kw_only=True)
class InverseQuestion(NumberQuestion):
    """The value of a variable is typed; each one counts that makes the quantity what it should be."""

    unknown: Unknown

    def grade(self, reading: Reading) -> Verdict:
        """Try the value in the network; a right answer is never diagnosed."""
        assert isinstance(reading.value, Fraction)
        return Verdict.of(1) if self.unknown.fits(reading.value) else NumberQuestion.grade(self, reading)
